"""The whole document as it is, laid out as the official letter that it is."""

from plan_cli.model.plan import Plan
from plan_cli.query.fulltext import paragraphs
from plan_cli.report import Group, Layout, LetterPart, Paper, Report, Row
from plan_cli.reports.page import LABELLED

HEADINGS = frozenset(
    (LetterPart.LETTERHEAD, LetterPart.TITLE, LetterPart.SECTION, LetterPart.SUBSECTION)
)


def fulltext(plan: Plan) -> Report:
    """Return the whole document as a page, with no word that is not its own."""
    return Report(
        title="",
        columns=LABELLED,
        groups=tuple(
            Group((), each.text, part=each.part)
            if each.part in HEADINGS
            else Group((Row(("", each.text)),), part=each.part)
            for each in paragraphs(plan)
        ),
        layout=Layout.PAGE,
        paper=Paper.LETTER,
    )
