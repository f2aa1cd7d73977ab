"""How far something is, as a filter: statuses and lights by the words that people type."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from plan_cli.errors import UsageError
from plan_cli.model.known import Standing
from plan_cli.model.statuses import LIGHT_NAMES, LIGHTS, STATUSES, Light, Status
from plan_cli.query.naming import split_list
from plan_cli.text import fold, listed, visible

T = TypeVar("T")

UNTOLD = LIGHT_NAMES["grey"]
"""What is said of the status where nobody has said anything."""
UNSAID = "未报状态"
"""The same where something was said, but no status."""
_STATUSES: dict[Status | None, tuple[str, ...]] = {
    **{status: (status, status.removeprefix("已")) for status in STATUSES},
    None: (UNTOLD, "none"),
}
_LIGHTS: dict[Light, tuple[str, ...]] = {light: (LIGHT_NAMES[light], light) for light in LIGHTS}


def status_name(standing: Standing) -> str:
    """Return the status in words, also where nobody has said one."""
    return standing.status or (UNSAID if standing.at else UNTOLD)


class Sieve(NamedTuple):
    """What is asked of how far something is: of the status, or of the light, or of both."""

    statuses: tuple[Status | None, ...] = ()
    lights: tuple[Light, ...] = ()

    @property
    def status_names(self) -> tuple[str, ...]:
        """The statuses, as people call them."""
        return tuple(status or UNTOLD for status in self.statuses)

    @property
    def light_names(self) -> tuple[str, ...]:
        """The lights, as people call them."""
        return tuple(LIGHT_NAMES[light] for light in self.lights)

    def passes(self, standing: Standing | None) -> bool:
        """Say whether something is as far as is asked; what nobody answers for never is."""
        if standing is None:
            return False
        return (not self.statuses or standing.status in self.statuses) and (
            not self.lights or standing.light in self.lights
        )


def find_sieve(statuses: Sequence[str], lights: Sequence[str]) -> Sieve:
    """Return what is asked by words, which may be cut short, or hold several.

    Raises UsageError for others.
    """
    return Sieve(
        tuple(_chosen(word, _STATUSES, "状态") for word in split_list(statuses)),
        tuple(_chosen(word, _LIGHTS, "灯") for word in split_list(lights)),
    )


def _chosen(word: str, choices: Mapping[T, Sequence[str]], what: str) -> T:
    plain = fold(word)
    exact = [each for each, names in choices.items() if plain in names]
    begun = [each for each, names in choices.items() if any(n.startswith(plain) for n in names)]
    found = exact or begun
    if len(found) == 1 and plain:
        return found[0]
    names = [_name(names) for each, names in choices.items() if not plain or each in found]
    shown, every = visible(word, keep=""), listed([_name(names) for names in choices.values()])
    if found:
        raise UsageError(f"“{shown}”对应多种{what}：{listed(names)}", f"可用的：{every}")
    raise UsageError(f"没有“{shown}”这种{what}", f"可用的：{every}")


def _name(names: Sequence[str]) -> str:
    name, code = names
    return f"{name}（{code}）" if code.isascii() else name
