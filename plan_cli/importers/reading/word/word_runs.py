"""The text of a Word paragraph, run by run: what is printed, what is left out, what to tell."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple
from xml.etree import ElementTree

from plan_cli.importers.doubts import Cause, Told
from plan_cli.importers.reading.lines import tidy
from plan_cli.importers.reading.raised import raised
from plan_cli.importers.reading.word.word_parts import MC, M, Package, W
from plan_cli.importers.reading.word.word_signs import (
    encircled,
    filled_in,
    is_plain,
    linear,
    symbol,
)
from plan_cli.importers.reading.word.word_styles import Styles

DELETED = frozenset((W + "del", W + "moveFrom"))
CHANGED = DELETED | {W + "ins", W + "moveTo"}
"""What tracks a change of what stands in it, or in whose properties it stands."""
_FIXED = {W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-", W + "cr": "\n"}
_DRAWN = frozenset((W + "drawing", W + "pict", W + "object"))
_PICTURES = frozenset(("blip", "imagedata", "chart", "relIds", "OLEObject", "textpath"))
_LEFT_OUT = {"strike": Cause.STRUCK, "dstrike": Cause.STRUCK, "vanish": Cause.HIDDEN}
"""What text is left out for, by the property that says so."""
_NOTES = {"footnote": Cause.NOTES, "endnote": Cause.NOTES, "comment": Cause.COMMENTS}
_REFERENCES = {f"{W}{kind}Reference": cause for kind, cause in _NOTES.items()}


class Piece(NamedTuple):
    """A stretch of text that looks the same throughout."""

    text: str
    left_out: Cause | None = None
    """Why it is no text of the document, if it is none."""
    stands: str = "baseline"
    """Where on the line, as Word calls it: superscript, subscript."""
    bold: bool = False


_COMPUTED = ("AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "SYMBOL")
"""Fields that print something though no result of them is stored."""


class Runs:
    """Reads paragraphs; boxes that hang on them are put by for later."""

    def __init__(self, styles: Styles, told: Told, notes: Mapping[tuple[str, str], str]) -> None:
        self.boxes: list[ElementTree.Element] = []
        self._styles = styles
        self._told = told
        self._notes = notes
        self._code = ""
        self._fields: list[bool] = []
        """The fields that are open in a paragraph: whether their code is over."""
        self._counted = 0
        self._looks: dict[tuple[str | None, tuple[tuple[str, str | None], ...]], Piece] = {}

    def pieces(self, holder: ElementTree.Element, style: str | None) -> Iterator[Piece]:
        """Yield the text in ``holder``, a paragraph of ``style`` or what stands in one."""
        if holder.tag == W + "p":
            self._fields = []
        for element in holder:
            tag = element.tag
            if tag in CHANGED:
                self._told.add(Cause.TRACKED)
            if tag in DELETED or tag == W + "pPr":
                continue
            if tag == W + "r":
                yield from self._run(element, style)
            elif tag == W + "fldSimple" and not any(each.text for each in element.iter(W + "t")):
                yield Piece(self._computed(element.get(W + "instr") or ""))
                yield from self.pieces(element, style)
            elif tag in (M + "oMath", M + "oMathPara"):
                words = linear(element)
                self._told.add(Cause.EQUATION, words)
                yield Piece(words)
            elif tag == MC + "AlternateContent":
                yield from self.pieces(chosen(element), style)
            else:
                yield from self.pieces(element, style)

    def _run(self, run: ElementTree.Element, style: str | None) -> Iterator[Piece]:
        own = run.find(W + "rPr")
        said = () if own is None else tuple((each.tag, each.get(W + "val")) for each in own)
        if (style, said) not in self._looks:
            self._looks[style, said] = self._look(own, style)
        look = self._looks[style, said]
        for found in self._contents(run, _font(own), style):
            yield found if isinstance(found, Piece) else look._replace(text=found)

    def _look(self, own: ElementTree.Element | None, style: str | None) -> Piece:
        """Return how text with the properties ``own`` in a paragraph of ``style`` looks."""
        shows = self._styles.shows
        why = (cause for name, cause in _LEFT_OUT.items() if shows(name, own, style))
        stands = self._styles.raised(own, style)
        return Piece("", next(why, None), stands, shows("b", own, style))

    def _contents(
        self, run: ElementTree.Element, font: str, style: str | None
    ) -> Iterator[str | Piece]:
        """Yield what a run holds: text that looks as the run does, or pieces with a look."""
        for element in run:
            tag = element.tag
            if tag == W + "t":
                text = "" if False in self._fields[:-1] else element.text or ""
                plain = is_plain(font, text)
                yield text if plain else "".join(self._sign(font, char) for char in text)
            elif tag in _FIXED:
                yield _FIXED[tag]
            elif tag == W + "br":
                yield "\n" if element.get(W + "type") in (None, "textWrapping") else " "
            elif tag == W + "sym":
                yield self._sign(element.get(W + "font") or "", _char(element))
            elif tag == W + "ruby":
                for base in element.findall(W + "rubyBase"):
                    yield from self.pieces(base, style)
            elif tag == MC + "AlternateContent":
                yield from self._contents(chosen(element), font, style)
            elif tag in _DRAWN:
                self._drawn(element)
            else:
                yield self._refer(element)

    def _sign(self, font: str, char: str) -> str:
        """Return what ``char`` prints as in ``font``; nothing, and told, where it is not known."""
        sign = symbol(font, char)
        if sign is None:
            self._told.add(Cause.SYMBOL)
        return sign or ""

    def _drawn(self, drawing: ElementTree.Element) -> None:
        """Put by the boxes of a drawing, and tell of pictures."""
        if drawing.tag.rpartition("}")[2] in _PICTURES:
            self._told.add(Cause.DRAWINGS)
        alternative = drawing.tag == MC + "AlternateContent"
        for element in chosen(drawing) if alternative else drawing:
            if element.tag == W + "txbxContent":
                self.boxes.append(element)
            else:
                self._drawn(element)

    def _refer(self, element: ElementTree.Element) -> str:
        """Take what stands for something else: a note's mark, the code of a field."""
        tag = element.tag
        if tag in _REFERENCES:
            words = self._notes.get((tag, element.get(W + "id") or ""), "")
            self._told.add(_REFERENCES[tag], words)
        elif tag == W + "instrText":
            self._code += element.text or ""
        elif tag == W + "fldChar":
            return self._field(element)
        return ""

    def _field(self, element: ElementTree.Element) -> str:
        """Take where a field begins, ends, or its code ends; return what it prints by itself."""
        code, self._code = self._code.strip(), ""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(False)
            return filled_in(element)
        if self._fields:
            self._fields.pop()
            self._fields += [True] if kind == "separate" else []
        if code[:3].upper() != "EQ ":
            return self._computed(code) if kind == "end" else ""
        sign = encircled(code)
        if sign is None:
            self._told.add(Cause.EQUATION, code)
        return sign or ""

    def _computed(self, code: str) -> str:
        """Return what a field prints of which no result is stored; tell that it was reckoned."""
        name = code.upper().split()[0] if code else ""
        if name == "AUTONUM":
            self._counted += 1
            self._told.add(Cause.COUNTED, name)
            return f"{self._counted}. "
        if name in _COMPUTED:
            self._told.add(Cause.FIELD_LOST, name)
        return ""


def is_gone(paragraph: ElementTree.Element) -> bool:
    """Say whether the end of a paragraph was deleted: the next one goes on with its text."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(tag) is not None for tag in DELETED)


def empty_prompts(body: ElementTree.Element) -> None:
    """Take out the prompts of controls that nobody filled in."""
    for control in body.iter(W + "sdt"):
        if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            for run in list(control.iter(W + "r")):
                run.clear()


def read_notes(package: Package) -> dict[tuple[str, str], str]:
    """Return the words of footnotes, endnotes and comments, by what refers to them."""
    found = {}
    for kind in _NOTES:
        root = package.tree(f"{kind}s")
        for note in () if root is None else root:
            words = tidy("".join(text.text or "" for text in note.iter(W + "t")))
            found[f"{W}{kind}Reference", note.get(W + "id") or ""] = words
    return found


def chosen(alternatives: ElementTree.Element) -> ElementTree.Element:
    """Return the one of alternatives to read: the first that has text, else the first."""
    texts = (W + "t", M + "t")
    with_text = (b for b in alternatives if any(e.text for t in texts for e in b.iter(t)))
    return next(with_text, alternatives[0] if len(alternatives) else alternatives)


def text_runs(pieces: Iterable[Piece], told: Told) -> Iterator[tuple[str, bool]]:
    """Yield what is printed of a paragraph, with whether it is bold; tell what is left out."""
    before = ""
    for (left_out, stands, bold), same in groupby(pieces, lambda piece: piece[1:]):
        text = "".join(piece.text for piece in same)
        if left_out:
            if text.strip():
                told.add(left_out, text.strip())
            continue
        shown: str | None = text
        if stands != "baseline" and text.strip():
            shown = raised(text.strip(), before, stands)
        if shown is None:
            told.add(Cause.NOTE_MARKS, text.strip())
        else:
            before += shown
            yield shown, bold


def _font(own: ElementTree.Element | None) -> str:
    fonts = None if own is None else own.find(W + "rFonts")
    return "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""


def _char(sign: ElementTree.Element) -> str:
    code = sign.get(W + "char") or ""
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else "\ufffd"
