"""What a command line is short for that begins with no command: ``plan 科普部``, ``plan 14``."""

from collections.abc import Iterable, Sequence
from functools import partial

from plan_cli.cli.loading import Load, are_several
from plan_cli.errors import PlanError, UnknownName
from plan_cli.model.plan import Plan
from plan_cli.query.lookup import find_named
from plan_cli.query.naming import are_ids
from plan_cli.query.plans import ANY, Simply, unseen


def spelled_out(plan: Plan, words: list[str], commands: Iterable[str]) -> list[str]:
    """Return the command line that ``words`` are short for; ``commands`` could have been meant.

    Raises UnknownName for a word that the plan does not know.
    """
    if are_ids(plan, words[0]):
        return ["show", *words]
    meaning = find_named(plan, words[0], "plan {kind} {name}", commands)
    return [meaning.kind, meaning.name, *words[1:]]


def spelled_out_by(
    files: Sequence[str], load: Load, words: list[str], commands: Sequence[str]
) -> list[str]:
    """Return the same as the first of the plans understands it that knows the word."""
    if not are_several(files):
        return spelled_out(load(files[0] if files else None), words, commands)
    from plan_cli.cli.sources.choosing import plans_of

    ask = Simply(partial(spelled_out, words=words, commands=commands))
    silent: list[PlanError] = []
    for answer in plans_of(files).answers(ANY, ask, unseen):
        if not isinstance(answer.told, PlanError):
            return answer.told
        silent.append(answer.told)
    raise next((error for error in silent if isinstance(error, UnknownName)), silent[0])
