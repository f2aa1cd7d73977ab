"""What the parameters of the commands of the ledger take, beside what all commands do."""

from plan_cli.cli.completion.metavars import Values
from plan_cli.ledger.items import item_choices

ITEM = Values("编号", item_choices)
"""The id of a task, a measure or a target."""
