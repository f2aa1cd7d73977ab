"""What a note says, once it is read."""

from dataclasses import replace
from typing import NamedTuple

from plan_cli.model.plan import Responsibility


class Reading(NamedTuple):
    """What a note says."""

    responsible: Responsibility
    first_leads: bool
    """It states that here and from here on the first unit leads."""
    standing: str
    """Who it says is responsible from here on without being listed, verbatim."""
    open_list: bool
    """A list of units ends in 等: there may be more."""
    times: tuple[str, ...]
    persons: tuple[str, ...]
    doubtful: tuple[str, ...]
    """Names that do not look like names of units."""
    jointly: bool
    """It says 会同: the document names no 牵头 in so many words."""
    first: str
    """The first that it does not call supporting."""
    full_names: tuple[tuple[str, str], ...]
    """Units of whose name the end stands behind the last of several: 杭州市、宁波市人民政府."""
    spans: tuple[tuple[int, int], ...]
    """Where its units and collectives stand, those that make up one collective each by itself."""

    @property
    def empty(self) -> bool:
        """Whether it names no one."""
        return not (self.responsible.named or self.responsible.collectives)

    def with_leading(self, *names: str) -> "Reading":
        """Return what it says where ``names`` lead unless another does (列第一位的牵头)."""
        lead = tuple(filter(None, names))
        if self.responsible.lead or not lead:
            return self
        return self._replace(responsible=replace(self.responsible, lead=lead), jointly=False)
