"""What a person types about a ledger: ids, units, periods, statuses, fields, amounts."""

import math
from collections.abc import Iterator

from plan_cli.errors import UsageError
from plan_cli.ledger.event import TOLD, Told
from plan_cli.ledger.items import Answerer, find_item_id
from plan_cli.ledger.periods import Period, parse_period, quarter_of
from plan_cli.ledger.sheets.headings import FIELDS
from plan_cli.ledger.showing import NAMES
from plan_cli.ledger.state import State
from plan_cli.model.statuses import STATUSES, Status
from plan_cli.query.by_id import find_id
from plan_cli.query.lookup import find_party
from plan_cli.text import fold, listed, visible

NEEDY: tuple[Status, ...] = ("延期", "中止")
"""What needs a reason."""
NAMES_OF: dict[str, Told] = {name: field for field in TOLD for name in (field, NAMES[field])}

REPORTABLE = tuple(status for status in STATUSES if status != "已销号")
"""What a unit may say."""


def find_item(state: State, word: str) -> str:
    """Return the id of the task, measure or target that ``word`` writes; raises UsageError."""
    if known := find_item_id(state.items, word):
        return known
    hit = find_id(state.plan, word)
    whole = len(hit.steps) == len(hit.entry.steps) and fold(word) != fold(f"{hit.entry.id}.1")
    return hit.entry.id if whole else hit.steps[0].id


def find_answerer(state: State, word: str) -> Answerer:
    """Return the unit, kind or member body called ``word``; raises UsageError."""
    named = {fold(each.name): each for each in state.items.answerers}
    if found := named.get(fold(word)):
        return found
    party = find_party(state.plan, word)
    if found := named.get(fold(party.name)):
        return found
    names = listed([each.name for each in state.items.answering([party.name])])
    raise UsageError(f"“{party.name}”由各单位分别填报", f"请写其中一个：{names}")


def find_period(state: State, word: str | None) -> Period:
    """Return the period that ``word`` writes, or else the one last collected, or this quarter.

    Raises UsageError for a word that writes none.
    """
    return parse_period(word) if word else state.settings.period or quarter_of(state.today)


def another_year(state: State, period: Period) -> Iterator[str]:
    """Yield, in words, that a period is of another year than the plan, if it is."""
    year = state.plan.document.year
    if period.last.year != year:
        yield f"提示：{period.title}不在文件的年度（{year}年）里，请核对报告期。"


def find_status(word: str) -> Status:
    """Return the status that ``word`` is; raises UsageError."""
    for status in STATUSES:
        if fold(word) == fold(status):
            return status
    shown = visible(word, keep="")
    raise UsageError(f"没有“{shown}”这种状态", f"可用的：{listed(REPORTABLE)}")


def find_field(word: str) -> Told:
    """Return the field called ``word``, by its code or its Chinese name; raises UsageError."""
    called = {fold(name): field for names in (FIELDS, NAMES_OF) for name, field in names.items()}
    if found := called.get(fold(word)):
        return found
    shown = visible(word, keep="")
    raise UsageError(f"没有“{shown}”这一栏", f"可以清空的：{listed(list(NAMES.values()))}")


def find_amount(word: str) -> float:
    """Return the number that ``word`` is; raises UsageError for none."""
    try:
        value = float(fold(word).replace(",", ""))
    except ValueError:
        value = math.nan
    if not 0 <= value < 1e15:
        raise UsageError(f"“{visible(word, keep='')}”不是一个数", "请写数字，如 12 或 3.5。")
    return value
