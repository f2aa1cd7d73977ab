"""A workbook that came back, before it is loaded: what it really is, and how large and deep.

A small file can unpack to gigabytes, or hold so many elements that loading it takes hours. Each
part is run through once, counting; what formulas and merged cells there are is noted on the way.
"""

import zipfile
from io import BytesIO
from typing import NamedTuple
from xml.parsers import expat

from plan_cli.archives import FAILURES, MAX_NAMES, in_pieces
from plan_cli.errors import InputError

MAX_BYTES = 64 * 1024 * 1024
"""Of the file; units put photographs into workbooks."""
MAX_XML = 24 * 1024 * 1024
MAX_ELEMENTS = 600_000
MAX_ROWS = 5_000
"""Rows of one sheet that hold something."""
MAX_DEPTH = 60
MAX_COLUMNS, LAST_COLUMN = 64, "BL"
"""Columns that are read; a table that went out has 15."""
SAVE_AS = "请用 Excel 或 WPS 表格打开，选“文件—另存为”，类型选“Excel 工作簿（*.xlsx）”，再合并。"
BROKEN = InputError(
    "工作簿损坏，打不开", "请用 Excel 或 WPS 表格打开后另存一份；打不开时请对方重发。"
)
ALIEN = InputError("不是 Excel 工作簿", f"请核对是否选错了文件。{SAVE_AS}")
TOO_LARGE = InputError("工作簿太大或太复杂，不像发出的台账", "请把填的内容抄到新发的台账里。")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORDS_IN = {"comment": "t", "threadedComment": "text"}
"""Where the words of comments stand."""
_VALUES = ("v", "is", "f")


class Survey(NamedTuple):
    """What the XML of a sheet says besides its values."""

    formulas: dict[str, str]
    """By the cell."""
    merged: tuple[str, ...]
    """Ranges: ``G5:G7``."""
    comments: dict[str, str]
    """What is written in comments, by the cell."""
    targets: tuple[str, ...]
    """The parts that belong to another one, as a part of relations says."""
    beyond: str
    """The first cell right of the columns that are read that holds something, if any does."""


def surveyed(content: bytes) -> dict[str, Survey]:
    """Return what each part of a workbook says, by its name.

    Raises InputError for what is no workbook that can be read, or is beyond the bounds.
    """
    if len(content) > MAX_BYTES:
        raise TOO_LARGE
    if content.startswith(_OLE):
        raise _old(content)
    if not content.startswith(b"PK"):
        raise ALIEN
    budget = _Budget()
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_NAMES:
                raise TOO_LARGE
            if any(info.flag_bits & 1 for info in infos):
                raise BROKEN
            names = [info.filename for info in infos]
            if "xl/workbook.xml" not in names:
                raise ALIEN
            xml = [info for info in infos if info.filename.endswith((".xml", ".rels"))]
            if sum(info.file_size for info in xml) > MAX_XML:
                raise TOO_LARGE
            return {i.filename: _Surveyor(budget).survey(archive.read(i)) for i in xml}
    except (*FAILURES, expat.ExpatError):
        raise BROKEN from None


def _old(content: bytes) -> InputError:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return InputError(
            "工作簿设有打开密码", "请用 Excel 或 WPS 表格打开，去掉密码后保存，再合并。"
        )
    return InputError("是旧格式的工作簿（xls、et），不能直接读", SAVE_AS)


class _Budget:
    """How many elements may still come, in all parts together."""

    def __init__(self) -> None:
        self.left = MAX_ELEMENTS

    def spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise TOO_LARGE


class _Surveyor:
    """Runs through one part."""

    def __init__(self, budget: _Budget) -> None:
        self._budget = budget
        self._depth = self._rows = 0
        self._is_filled = False
        """Whether the present row is known to hold something."""
        self._cell = ""
        self._formula: list[str] | None = None
        self._formulas: dict[str, str] = {}
        self._merged: list[str] = []
        self._comment = self._words_in = ""
        self._is_said = False
        self._comments: dict[str, str] = {}
        self._targets: list[str] = []
        self._beyond = ""

    def survey(self, xml: bytes) -> Survey:
        """Return what the part says. Raises InputError and ExpatError."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse
        parser.CharacterDataHandler = self._take
        for piece in in_pieces(xml):
            parser.Parse(piece)
        parser.Parse(b"", True)
        targets = tuple(self._targets)
        merged = tuple(self._merged)
        return Survey(self._formulas, merged, self._comments, targets, self._beyond)

    def _start(self, name: str, given: dict[str, str]) -> None:
        self._budget.spend()
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TOO_LARGE
        tag = name.rpartition(":")[2]
        if tag == "row":
            self._is_filled = False
        elif tag == "c":
            self._cell = given.get("r", "").upper()
        elif tag == "f":
            self._formula = []
        elif tag == "mergeCell":
            self._merged.append(given.get("ref", ""))
        elif tag in _WORDS_IN:
            self._comment, self._words_in = given.get("ref", "").upper(), _WORDS_IN[tag]
        elif tag == "Relationship":
            self._targets.append(given.get("Target", ""))
        self._is_said = bool(self._comment) and tag == self._words_in
        if tag in _VALUES:
            self._fill()

    def _fill(self) -> None:
        """Count the row of a cell that holds something, and note one that will not be read."""
        if not self._is_filled:
            self._is_filled = True
            self._rows += 1
            if self._rows > MAX_ROWS:
                raise TOO_LARGE
        column = self._cell.rstrip("0123456789")
        if (len(column), column) > (len(LAST_COLUMN), LAST_COLUMN):
            self._beyond = self._beyond or self._cell

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._is_said = False
        if name.rpartition(":")[2] in _WORDS_IN:
            self._comment = ""
        if self._formula is not None and name.rpartition(":")[2] == "f":
            self._formulas[self._cell] = "=" + "".join(self._formula)
            self._formula = None

    def _take(self, text: str) -> None:
        if self._formula is not None:
            self._formula.append(text)
        if self._is_said:
            self._comments[self._comment] = self._comments.get(self._comment, "") + text

    def _refuse(self, *_: object) -> None:
        """No program declares types of documents in workbooks: entities could be in them."""
        raise BROKEN
