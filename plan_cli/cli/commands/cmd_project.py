"""``plan project [NAME]``: the projects with their counts, or the page of one.

plan project
plan project 科普筑基
"""

from plan_cli.cli.grouping import grouping
from plan_cli.query.lookup import find_project

run = grouping("project", find_project, "科普筑基")
