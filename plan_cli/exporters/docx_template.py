"""The empty Word document that reports are written into.

python-docx brings its own, of 880 KB of styles that no Chinese office uses: reading and
writing them takes longer than all the rest. Ours is in ``word/``, one XML file per part.
"""

import io
import zipfile
from pathlib import Path

PARTS = Path(__file__).parent / "word"

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

MEMBERS = {
    "document": (f"{_MAIN}.document.main+xml", "word/document.xml"),
    "styles": (f"{_MAIN}.styles+xml", "word/styles.xml"),
    "settings": (f"{_MAIN}.settings+xml", "word/settings.xml"),
    "fontTable": (f"{_MAIN}.fontTable+xml", "word/fontTable.xml"),
    "theme": ("application/vnd.openxmlformats-officedocument.theme+xml", "word/theme/theme1.xml"),
    "footer": (f"{_MAIN}.footer+xml", "word/footer1.xml"),
}
"""For each part, its content type and its place in the archive; the first is the main one."""


def template() -> io.BytesIO:
    """Return the empty document as a docx file; the styles are those of ``word/styles.xml``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", _content_types())
        archive.writestr("_rels/.rels", _relations(["document"], ""))
        others = [name for name in MEMBERS if name != "document"]
        archive.writestr("word/_rels/document.xml.rels", _relations(others, "word/"))
        for name, (_, place) in MEMBERS.items():
            archive.writestr(place, (PARTS / f"{name}.xml").read_bytes())
    return buffer


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/{place}" ContentType="{kind}"/>' for kind, place in MEMBERS.values()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(names: list[str], base: str) -> str:
    """Return the relations from the holder of ``base`` to the parts ``names``: rId1, rId2…"""
    kinds = {"document": "officeDocument"}
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kinds.get(name, name)}" '
        f'Target="{MEMBERS[name][1].removeprefix(base)}"/>'
        for number, name in enumerate(names, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
