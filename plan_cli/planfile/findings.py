"""What is found wrong with a plan file, each with the place where it stands.

Reading never stops at the first problem: it collects a `Finding` for each and goes on with a
harmless value, so that all slips of a file are told in one run.
"""

from typing import NamedTuple

from plan_cli.model.walk import Path
from plan_cli.text import clip

SUGGESTING = 100
"""After so many findings no more nearest keys are looked for: each takes 0.2 ms."""


class Finding(NamedTuple):
    """Something about a plan file that a person should look at.

    ``code`` identifies the rule (``E101``); ``message`` is Chinese. The place is that of the
    value at ``path``: of the words ``part`` in it, or of its key with ``at_key``; unless
    ``place`` gives it, line and column counted from 0.
    """

    code: str
    path: Path
    message: str
    part: str = ""
    at_key: bool = False
    place: tuple[int, int] | None = None


MAX_FINDINGS = 1000
"""After so many findings reading stops: the file is no plan at all."""


class Findings(list[Finding]):
    """Findings as they are collected."""

    def append(self, finding: Finding) -> None:
        """Add ``finding``; raises TooMany when there are more than a person can use."""
        super().append(finding)
        if len(self) >= MAX_FINDINGS:
            raise TooMany


class TooMany(Exception):
    """There are `MAX_FINDINGS` findings."""


def path_text(path: Path) -> str:
    """Return ``path`` as it is written for people: ``lists[1].tasks[2].note``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


def quoted(text: str, limit: int = 60) -> str:
    """Return ``text`` for a message in quotation marks, others than it has itself."""
    shown = clip(text, limit)
    return f"「{shown}」" if "“" in shown or "”" in shown else f"“{shown}”"


def last_key(path: Path) -> str:
    """Return the key that leads to what stands at ``path``, indices aside."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")
