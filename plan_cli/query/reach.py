"""Who is responsible, and how: the four roles in which a task or measure reaches a unit or kind."""

from collections.abc import Iterable

from plan_cli.model.plan import Entry, Kind, Plan, Role, Step, Unit, Way

Party = Unit | Kind
"""Who can be asked for: a unit by its name, or the member bodies of a kind."""

Duty = Entry | Step
"""What somebody can be responsible for: a task, or one measure of it."""

ROLES = (Role.NAMED, Role.ALL, Role.SOME, Role.PARTY)
"""The roles that concern a party, strongest first."""

BINDING = (Role.NAMED, Role.ALL)
"""The roles in which the document itself makes the party responsible."""


def parties(plan: Plan) -> tuple[Party, ...]:
    """Return all units, then all kinds, as declared."""
    return plan.units + plan.kinds


def role_of(party: Party, duty: Duty) -> Role:
    """Return the first role that applies. A kind is reached by collectives only.

    The role of a task is the strongest of its measures'.
    """
    responsible = duty.responsible
    if isinstance(party, Unit) and party.name in responsible.named:
        return Role.NAMED
    return _together(duty.plan, responsible.collectives).get(_kind(party), Role.NONE)


def phrases_for(party: Party, duty: Duty, role: Role) -> tuple[str, ...]:
    """Return the words of the notes by which ``duty`` reaches ``party`` in ``role``."""
    if role is Role.NAMED:
        return (party.name,)
    kind = _kind(party)
    phrases = duty.responsible.collectives
    return tuple(phrase for phrase in phrases if _reach(duty.plan, phrase, kind) is role)


def ways_of(party: Party, duty: Duty) -> set[Way]:
    """Return whether the document says of ``party`` that it leads or supports, by itself or in a
    collective that reaches it.
    """
    names = {party.name} if isinstance(party, Unit) else set()
    kind = _kind(party)
    responsible = duty.responsible
    names.update(each for each in responsible.collectives if _reach(duty.plan, each, kind))
    ways: dict[Way, tuple[str, ...]] = {"lead": responsible.lead, "support": responsible.support}
    return {way for way, told in ways.items() if not names.isdisjoint(told)}


def count_roles(party: Party, entries: Iterable[Entry]) -> dict[Role, int]:
    """Return how many of ``entries`` reach ``party`` in each role, `Role.NONE` included."""
    counts = dict.fromkeys(Role, 0)
    for entry in entries:
        counts[role_of(party, entry)] += 1
    return counts


def _kind(party: Party) -> str:
    return party.kind if isinstance(party, Unit) else party.name


def _together(plan: Plan, phrases: tuple[str, ...]) -> dict[str, Role]:
    """Return how the collectives of a note together reach each of their kinds: many notes have the
    same."""
    if phrases not in plan.reached:
        each = [plan.bindings[phrase].roles for phrase in phrases if phrase in plan.bindings]
        reached = [pair for roles in each for pair in roles.items()]
        plan.reached[phrases] = {
            kind: role for role in reversed(ROLES) for kind, found in reached if found is role
        }
    return plan.reached[phrases]


def _reach(plan: Plan, phrase: str, kind: str) -> Role | None:
    collective = plan.bindings.get(phrase)
    return collective.roles.get(kind) if collective else None
