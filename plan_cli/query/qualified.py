"""Ids that say which plan they belong to: ``2022:14``, ``豫科协办发〔2022〕5号:14``."""

from collections.abc import Sequence

from plan_cli.model.plan import Plan
from plan_cli.query.naming import parted, read_id, split_list
from plan_cli.query.plans import Facts, facts_of


def own_id(plan: Plan, word: str) -> str:
    """Return the id within ``plan``, if the word says that it belongs there; else the word."""
    called, id = parted(word)
    return id if called and facts_of(plan.document, "").is_called(called) else word


def own_ids(plan: Plan, facts: Facts, words: Sequence[str]) -> dict[str, str]:
    """Return those of the ids in ``words`` that ``plan`` has, each with the id within the plan."""
    found = {}
    for word in split_list(words):
        called, id = parted(word)
        if (not called or facts.is_called(called)) and read_id(plan, id):
            found[word] = id
    return found


def called(words: Sequence[str]) -> tuple[str, ...]:
    """Return what the ids in ``words`` say of their plans, if every one of them does."""
    said = [parted(word)[0] for word in split_list(words)]
    return tuple(said) if all(said) else ()
