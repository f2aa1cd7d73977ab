import pytest

from plan_cli.errors import InputError, OutputError
from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading import from_pdf
from plan_cli.importers.reading.lines import Line
from plan_cli.importers.reading.pdf import pdf_pictures
from tests.importers.making import pdf_of, show

PICTURE = "100 100 300 300 re f"
WORDS = show(80, 700, "一、总则")


@pytest.fixture
def without_recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pictures, "find_spec", lambda name: None)


@pytest.mark.usefixtures("without_recogniser")
def test_pages_that_cannot_be_recognised_are_told_with_the_install_command() -> None:
    read = from_pdf.read(pdf_of(WORDS, PICTURE, WORDS, PICTURE))
    assert [line.page for line in read.lines] == [1, 3]
    [doubt] = read.doubts
    assert doubt.cause is Cause.NOT_RECOGNISED
    assert "第 2、4 页没有文字" in doubt.message
    assert "pip install rapidocr onnxruntime" in doubt.message


@pytest.mark.usefixtures("without_recogniser")
def test_without_any_words_what_is_missing_is_an_error_with_exit_code_4() -> None:
    with pytest.raises(OutputError, match="扫描件") as raised:
        from_pdf.read(pdf_of(PICTURE))
    assert "pip install rapidocr onnxruntime" in raised.value.hint
    assert raised.value.exit_code == 4


@pytest.mark.usefixtures("without_recogniser")
def test_a_blank_page_is_no_picture() -> None:
    assert from_pdf.read(pdf_of(WORDS, "")).doubts == []
    with pytest.raises(InputError):
        from_pdf.read(pdf_of(""))


def test_only_pages_without_words_are_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def page(self: object, picture: object, number: int) -> list[Line]:
        asked.append(number)
        return [Line("识别", "第 2 页第 1 行", page=number)]

    monkeypatch.setattr(pdf_pictures, "find_spec", lambda name: name)
    monkeypatch.setattr(pdf_pictures.PicturePages, "drawn", lambda self, page: None)
    monkeypatch.setattr(pdf_pictures.Recognition, "page", page)
    read = from_pdf.read(pdf_of(WORDS, PICTURE, WORDS))
    assert asked == [2]
    assert [line.text for line in read.lines] == ["一、总则", "识别", "一、总则"]
