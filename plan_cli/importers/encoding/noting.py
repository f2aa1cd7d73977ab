"""The notes of a document, read one after another: one may say what holds for those behind it."""

from collections.abc import Iterator

from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.encoding.body import Body, NotePiece
from plan_cli.importers.shaping.frame import Listed
from plan_cli.model.plan import Note
from plan_cli.model.walk import Path
from plan_cli.notes.asides import lead_mark, states_first
from plan_cli.notes.said import Reading

MAX_CONVENTION = 80
"""How long a sentence can be that says who leads."""


class NoteReader:
    """Reads notes, keeping what they hand on and what is doubted about them."""

    def __init__(self, doubts: list[Doubt]) -> None:
        self.doubts = doubts
        self.first_leads = False
        self.lead_mark = ""
        """What stands at the names of those who lead: ★."""
        self.open_lists: list[str] = []
        self.standing: list[str] = []
        self.joint: list[str] = []
        self.full_names: dict[str, str] = {}
        """Units whose last word stands behind the last of several, with that word."""
        self.shared_tails: list[str] = []
        self.places: dict[Path, str] = {}
        """Where in the source each section and each task stands."""

    def take_convention(self, listed: Listed, path: Path) -> None:
        """Take a convention that a list states outside of notes (列第一位的为牵头单位)."""
        for block in listed.blocks:
            for words in () if block.noted else block.text.split("。"):
                place = block.paragraph.place
                if len(words) < MAX_CONVENTION and states_first(words):
                    self.first_leads = True
                    self.doubts.append(Doubt(Cause.CONVENTION, path, place, (words,)))
                elif len(words) < MAX_CONVENTION and (mark := lead_mark(words)):
                    self.lead_mark = mark
                    self.doubts.append(Doubt(Cause.LEAD_MARK, path, place, (words,)))

    def read(self, body: Body, path: Path) -> tuple[Note, ...]:
        """Return the notes of the task at ``path``."""
        alone = len(body.notes) == 1 and body.notes[0].after == len(body.measures)
        plain = alone and body.notes[0].spot.brackets == "（）" and not body.notes[0].spot.tail
        notes = []
        for index, piece in enumerate(body.notes):
            where = (*path, "note") if plain else (*path, "notes", index, "text")
            after = None if piece.after == len(body.measures) else piece.after
            is_led = any(
                each.spot.reading.responsible.lead and each.after == piece.after
                for each in body.notes
            )
            notes.append(self._note(piece, after, where, is_led))
        return tuple(notes)

    def _note(self, piece: NotePiece, after: int | None, path: Path, is_led: bool) -> Note:
        spot, reading = piece.spot, piece.spot.reading
        if self.first_leads and not is_led:
            reading = reading.with_leading(reading.first)
        if self.lead_mark and not is_led:
            reading = reading.with_leading(*_marked(reading, spot.text, self.lead_mark))
        self.doubts += _doubts(reading, piece, path)
        self.first_leads |= reading.first_leads
        self.standing += [reading.standing] if reading.standing else []
        self.open_lists += [piece.place] if reading.open_list else []
        self.joint += [piece.place] if reading.jointly else []
        self.full_names.update(reading.full_names)
        self.shared_tails += [piece.place] if reading.full_names else []
        return Note(spot.text, reading.responsible, after, spot.brackets, spot.tail)


def _marked(reading: Reading, text: str, mark: str) -> list[str]:
    """Return whose name has ``mark`` right behind it; where none has, whose has it in front."""
    names = (*reading.responsible.named, *reading.responsible.collectives)
    behind = [name for name in names if f"{name}{mark}" in text]
    return behind or [name for name in names if f"{mark}{name}" in text]


def _doubts(reading: Reading, piece: NotePiece, path: Path) -> Iterator[Doubt]:
    """Yield what to doubt about one note."""
    if piece.spot.broken:
        yield Doubt(Cause.UNCLOSED, path, piece.place)
    for kind, words in (
        (Cause.PERSONS, reading.persons),
        (Cause.TIMES, reading.times),
    ):
        if words:
            yield Doubt(kind, path, piece.place, ("、".join(words),))
    for name in reading.doubtful:
        yield Doubt(Cause.ODD_NAME, path, piece.place, (name,))
    if reading.first_leads:
        yield Doubt(Cause.FIRST_LEADS, path, piece.place)
    if reading.standing:
        yield Doubt(Cause.STANDING, path, piece.place, (reading.standing,))
    if reading.empty and not reading.persons and any(map(str.isalpha, piece.spot.text)):
        yield Doubt(Cause.NOBODY, path, piece.place)
