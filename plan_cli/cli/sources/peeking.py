"""The document that a plan file is about, from its first lines alone."""

import re

from plan_cli.errors import InputError
from plan_cli.model.plan import Document
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source

_REST = re.compile(r"^(?!format:|document:)[a-z]+:", re.MULTILINE)
"""What a plan file goes on with behind its document."""


def peek(source: Source) -> Document | None:
    """Return the document of a plan file, or ``None`` where the whole file has to be read for it.

    What it returns is what reading the whole file would give, if that can be read.
    """
    rest = _REST.search(source.text)
    if rest is None:
        return None
    try:
        data = Source(source.name, source.text[: rest.start()]).data()
    except InputError:
        return None
    if not isinstance(data, dict) or "document" not in data:
        return None
    plan, findings = read_plan(data)
    sound = not any(finding.path[:1] in (("document",), ("format",)) for finding in findings)
    return plan.document if sound else None
