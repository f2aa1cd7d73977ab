"""YAML to plain data. The one place where PyYAML reads."""

from typing import Any, TypeVar

import yaml

from plan_cli.planfile.events import Builder, Refused
from plan_cli.planfile.offsets import Lines

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Unparsed(Exception):
    """A text that is no YAML, or YAML that is not accepted."""

    def __init__(self, code: str, offset: int, problem: str, advice: str) -> None:
        super().__init__(problem)
        self.code = code
        self.offset = offset
        self.problem = problem
        self.advice = advice


B = TypeVar("B", bound=Builder)


def parse(lines: Lines, kind: type[B]) -> B:
    """Return a builder of this kind that has taken the whole text.

    Raises Unparsed where it is no YAML, or not accepted.
    """
    builder = kind(wary=LOADER is yaml.BaseLoader)
    try:
        builder.take(iter(LOADER(_Pieces(lines.text)).get_event, None))
    except (Refused, yaml.YAMLError, ValueError, OverflowError) as error:
        # Imported here and not before: sound files do without it.
        from plan_cli.planfile.failing import explained

        raise explained(error, lines, builder.last, builder.depth) from None
    return builder


class _Pieces:
    """A text as a stream: given whole, the C loader keeps a copy of it."""

    def __init__(self, text: str) -> None:
        self._text, self._done = text, 0

    def read(self, size: int) -> str:
        """Return the next so many characters."""
        start = self._done
        self._done += size
        return self._text[start : self._done]
