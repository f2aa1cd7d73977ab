"""``plan action [NAME]``: the actions with their counts, or the page of one.

plan action
plan action 科普中原
"""

from plan_cli.cli.grouping import grouping
from plan_cli.query.lookup import find_action

run = grouping("action", find_action, "科普中原")
