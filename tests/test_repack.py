import io
import zipfile
from datetime import date

from plan_cli.repack import repack

CORE = (
    '<c xmlns:dcterms="http://purl.org/dc/terms/">'
    '<dcterms:created a="b">2033-01-02T03:04:05Z</dcterms:created>'
    "<x>2033</x><dcterms:modified>2033-01-02T03:04:05Z</dcterms:modified></c>"
)


def archive(year: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, content in (("b.xml", "<b/>"), ("docProps/core.xml", CORE), ("a.xml", "<a/>")):
            target.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()


def test_the_time_of_writing_is_gone_and_the_order_kept() -> None:
    packed = repack(archive(2030), None)
    assert packed == repack(archive(2031), None)
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.namelist() == ["b.xml", "docProps/core.xml", "a.xml"]
        assert {member.date_time[0] for member in opened.infolist()} == {1980}
        core = opened.read("docProps/core.xml").decode()
    assert "2033-" not in core
    assert "<x>2033</x>" in core


def test_the_day_it_was_made_is_told() -> None:
    with zipfile.ZipFile(io.BytesIO(repack(archive(2030), date(2022, 5, 10)))) as opened:
        core = opened.read("docProps/core.xml").decode()
    assert core.count("2022-05-10T00:00:00Z") == 2
    assert "2033-01-02" not in core
