"""Word documents: paragraphs, their automatic numbers, tables. Read without a library."""

import posixpath
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import pairwise
from xml.etree import ElementTree

from plan_cli.errors import InputError
from plan_cli.importers.doubts import Cause, Doubt, Told
from plan_cli.importers.reading.lines import Line, Printed, Progress, joined_runs, no_progress
from plan_cli.importers.reading.word.numbering import read_numbering
from plan_cli.importers.reading.word.word_blocks import blocks_in, inside
from plan_cli.importers.reading.word.word_margins import margin_words
from plan_cli.importers.reading.word.word_parts import BROKEN, NO_WORD, Package, R, W, parsed, texts
from plan_cli.importers.reading.word.word_runs import (
    CHANGED,
    DELETED,
    Runs,
    empty_prompts,
    is_gone,
    read_notes,
    text_runs,
)
from plan_cli.importers.reading.word.word_styles import Styles, contents_of, is_on, width_of

MAX_CELLS = 200_000
Element = ElementTree.Element


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return the paragraphs and rows of a document. Raises InputError if it cannot be read."""
    return _read(Package(content), outermost=True)


def _read(package: Package, outermost: bool) -> Printed:
    content = package.part(package.main)
    if content is None:
        raise NO_WORD
    root = parsed(content)
    body = root.find(f"{W}body")
    if body is None:
        raise BROKEN if root.tag == W + "document" else NO_WORD
    empty_prompts(body)
    reader = _Reader(package, body, outermost)
    lines = list(reader.blocks(body))
    reader.look_around(body, lines)
    return Printed(_with_heading(lines), (*reader.told.doubts(), *reader.inner))


def plain(content: bytes) -> str:
    """Return every text in the file, also what `read` leaves out. Raises InputError."""
    return texts(content)


class _Reader:
    """Walks through a document and numbers its paragraphs."""

    def __init__(self, package: Package, body: Element, outermost: bool) -> None:
        self.told = Told()
        self.inner: list[Doubt] = []
        self.count = 0
        self.cells = 0
        self._package = package
        self._outermost = outermost
        self._goes_on: bool | None = None
        """In a cell of a table: whether it is merged with the one above it."""
        self._styles = Styles(package.tree("styles"))
        self._numbering = read_numbering(package.tree("numbering"))
        self._runs = Runs(self._styles, self.told, read_notes(package))
        self._contents = contents_of(body)

    def blocks(self, holder: Element) -> Iterator[Line]:
        """Yield the paragraphs and rows in ``holder``, in order, boxes behind what they hang on."""
        kinds = {W + "p": self._paragraph, W + "tbl": self._table, W + "altChunk": self._embedded}
        for group, aside in self._groups(holder):
            for line in kinds[group[-1].tag](group):
                yield line._replace(aside=line.aside or aside or group[-1] in self._contents)
            boxes, self._runs.boxes = self._runs.boxes, []
            for box in boxes:
                yield from self.blocks(box)

    def look_around(self, body: Element, lines: Sequence[Line]) -> None:
        """Tell what stands in the margins and in none of ``lines``."""
        self.told.place = ""
        text = "".join(line.text for line in lines)
        for words in margin_words(self._package, body, self._styles, text):
            self.told.add(Cause.MARGINS, words)

    def _groups(self, holder: Element) -> Iterator[tuple[list[Element], bool]]:
        """Yield tables by themselves, and paragraphs with those that their ends run into."""
        joined: list[Element] = []
        within = False
        for element, aside in blocks_in(holder):
            if joined and element.tag != W + "p":
                yield joined, within
                joined = []
            joined.append(element)
            within = aside
            if element.tag != W + "p" or not (is_gone(element) or self._is_hidden(element)):
                yield joined, aside
                joined = []
        if joined:
            yield joined, within

    def _is_hidden(self, paragraph: Element) -> bool:
        """Say whether the end of a paragraph is not seen, so that the next goes on with it."""
        properties = paragraph.find(W + "pPr")
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        return self._styles.shows("vanish", mark, self._styles.name(properties))

    def _paragraph(self, parts: Sequence[Element]) -> Iterator[Line]:
        """Yield a paragraph, joined of ``parts``; a line break inside it parts it."""
        runs: list[tuple[str, bool]] = []
        owner, place = None, ""
        for part in parts:
            here = self._next_place(part.find(f"{W}pPr/{W}rPr"))
            style = self._styles.name(part.find(W + "pPr"))
            own = list(text_runs(self._runs.pieces(part, style), self.told))
            if any(text.strip() for text, _ in own):
                place = place or here
                owner = part if owner is None and not is_gone(part) else owner
            runs += own
        last = parts[-1]
        if place or not (is_gone(last) or self._is_hidden(last)):
            yield from self._lines(runs, last if owner is None else owner, place)

    def _next_place(self, changes: Element | None, where: str = "") -> str:
        """Count a paragraph or row on and return its place; ``changes`` may say it was changed."""
        self.count += 1
        self.told.place = f"第 {self.count} 段{where}"
        if changes is not None and any(changes.find(tag) is not None for tag in CHANGED):
            self.told.add(Cause.TRACKED)
        return self.told.place

    def _lines(
        self, runs: Sequence[tuple[str, bool]], owner: Element, place: str
    ) -> Iterator[Line]:
        properties = owner.find(W + "pPr")
        style = self._styles.name(properties)
        unseen = self._goes_on and not any(text.strip() for text, _ in runs)
        label = "" if unseen else self._numbering.label_of(properties, style, self._styles)
        series = "" if unseen else self._numbering.series
        while self._numbering.unknown:
            self.told.add(Cause.NUMBER_FORM, self._numbering.unknown.pop())
        level = self._styles.level(properties, style)
        lines: list[list[tuple[str, bool]]] = [[]]
        for text, bold in runs:
            for index, piece in enumerate(text.split("\n")):
                if index:
                    lines.append([])
                lines[-1].append((piece, bold))
        for line in lines:
            text, spans = joined_runs(line)
            if text:
                spans = tuple((start + len(label), end + len(label)) for start, end in spans)
                aside = self._styles.is_contents(style)
                found = Line(label + text, place, spans, level, label=label, series=series)
                yield found._replace(aside=aside)
                label = series = ""
        if label and self._goes_on is False:
            yield Line(label.strip(), place)

    def _table(self, tables: Sequence[Element]) -> Iterator[Line]:
        """Yield the rows; cells merged downwards are repeated, and marked so."""
        above: dict[int, str] = {}
        for row in inside(tables[0], W + "tr"):
            properties = row.find(W + "trPr")
            if self._is_left_out(row, properties):
                continue
            cells = [""] * width_of(properties, "gridBefore", 0)
            merged: set[int] = set()
            for cell in inside(row, W + "tc"):
                if cell.find(f"{W}tcPr/{W}cellDel") is not None:
                    self.told.add(Cause.TRACKED)
                    continue
                column = len(cells)
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merge is not None and merge.get(W + "val") != "restart"
                text = self._cell(cell, goes_on)
                if goes_on:
                    text = text or above.get(column, "")
                    merged.add(column)
                width = width_of(cell.find(W + "tcPr"), "gridSpan", 1)
                cells += [text] * width
                above.update(dict.fromkeys(range(column, column + width), cells[-1]))
            cells += [""] * width_of(properties, "gridAfter", 0)
            self.cells += len(cells)
            if self.cells > MAX_CELLS:
                raise InputError("文档里的表格过大", "请只保留任务表再试。")
            if any(cells):
                place = f"第 {self.count} 段（表格）"
                yield Line("\t".join(cells), place, cells=tuple(cells), merged=frozenset(merged))

    def _cell(self, cell: Element, goes_on: bool) -> str:
        """Return the words of a cell; a number alone is seen too, where they print 序号 so."""
        outer, self._goes_on = self._goes_on, goes_on
        text = "\n".join(line.text for line in self.blocks(cell))
        self._goes_on = outer
        return text

    def _is_left_out(self, row: Element, properties: Element | None) -> bool:
        """Say whether a row was deleted or is hidden; what goes so is told."""
        if properties is None:
            return False
        self.told.place = f"第 {self.count + 1} 段（表格）"
        changes = [tag for tag in CHANGED if properties.find(tag) is not None]
        if changes:
            self.told.add(Cause.TRACKED)
        hidden = is_on(properties.find(W + "hidden"))
        if hidden:
            self.told.add(Cause.HIDDEN, "".join(text.text or "" for text in row.iter(W + "t")))
        return hidden or bool(DELETED.intersection(changes))

    def _embedded(self, chunks: Sequence[Element]) -> Iterator[Line]:
        """Yield the lines of a file that is put in here, if it is of a kind that is read."""
        place = self._next_place(None) + "（嵌入的文件）"
        wanted = chunks[0].get(R + "id")
        name = next((link.part for link in self._package.links if link.name == wanted), "")
        content = self._package.part(name) or b""
        try:
            printed = self._read_inner(content, posixpath.splitext(name)[1].lower())
        except InputError:
            printed = None
        if printed is None:
            self.told.add(Cause.EMBEDDED)
            return
        self.inner += [doubt._replace(place=place) for doubt in printed.doubts]
        yield from (line._replace(place=place) for line in printed.lines)

    def _read_inner(self, content: bytes, suffix: str) -> Printed | None:
        if content.startswith(b"PK") and self._outermost:
            inner = Package(content, self._package.room)
            try:
                return _read(inner, outermost=False)
            finally:
                self._package.room = inner.room
        module = {".txt": "text", ".htm": "html", ".html": "html", ".xhtml": "html"}.get(suffix)
        if not content or not module:
            return None
        return Printed(*import_module(f"plan_cli.importers.reading.from_{module}").read(content))


def _with_heading(lines: list[Line]) -> list[Line]:
    """Return ``lines``, the heading of a table of contents counted to it."""
    for index, (line, after) in enumerate(pairwise(lines)):
        if after.aside and "".join(line.text.split()) in ("目录", "目次"):
            lines[index] = line._replace(aside=True)
    return lines
