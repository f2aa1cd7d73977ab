"""What reading a plan takes, pass by pass, at 33 tasks and at 3,300.

    python benchmarks/passes.py [RUNS [TIMES]]

The passes are those of every start: parse (YAML to plain data), model (plain data to a plan) and
checks (the rules without which answers lie). Each is held against the bare events of
``yaml.parse`` over the same text, and, task by task, at 3,300 tasks against itself at 33: what
grows with the square of the tasks shows there. All are measured in turn in one run; a line tells
the medians in milliseconds, the median ratio and its limit. Ends with 1 if a limit is broken.

The large plan is the shipped one with its sections TIMES over (100), made in memory. The collector
is off, as it is in the program; what is measured is processor time.
"""

import gc
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from time import process_time
from typing import Any

import yaml
from processes import judge, leave, warm

from plan_cli.cli.loading import load_plan
from plan_cli.model.plan import Plan, Task
from plan_cli.model.walk import Placed, placed_tasks, with_tasks
from plan_cli.planfile.events import Builder
from plan_cli.planfile.offsets import Lines
from plan_cli.planfile.parsing import LOADER, parse
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import shipped_plan
from plan_cli.planfile.writing import write_plan
from plan_cli.validation.fatal import fatal_findings

EVENTS = "events"
AGAINST_EVENTS = {"parse": 2.0, "model": 0.8, "checks": 0.6}
"""How long each pass may take, the events of the same text taking 1."""
GROWTH = 2.0
"""How much longer a pass may take for each task when there are many: memory is slower then."""

Times = dict[str, float]


def grown(plan: Plan, times: int) -> Plan:
    """Return ``plan`` with everything in its lists ``times`` over, ids kept apart."""
    seen: Counter[str] = Counter()

    def numbered(placed: Placed) -> Task:
        seen[placed.id] += 1
        again = seen[placed.id] > 1
        return replace(placed.task, id=f"{placed.id}-{seen[placed.id]}") if again else placed.task

    lists = []
    for tasks in plan.lists:
        many = replace(tasks, tasks=tasks.tasks * times, sections=tasks.sections * times)
        lists.append(with_tasks(many, map(numbered, placed_tasks([many]))))
    return replace(plan, lists=tuple(lists))


def passes(text: str) -> Times:
    """Return the seconds that each pass over ``text`` takes."""
    times: Times = {}

    def timed(name: str, run: Callable[..., Any], *arguments: Any) -> Any:
        start = process_time()
        result = run(*arguments)
        times[name] = process_time() - start
        return result

    timed(EVENTS, lambda: sum(1 for _ in yaml.parse(text, Loader=LOADER)))
    data = timed("parse", parse, Lines(text), Builder).root
    plan, findings = timed("model", read_plan, data)
    findings += timed("checks", fatal_findings, plan)
    if findings:
        raise SystemExit(f"the plan made for measuring is not sound: {findings[0]}")
    return times


def main() -> None:
    runs, times = (*map(int, sys.argv[1:]), *(15, 100)[len(sys.argv) - 1 :])
    plan = load_plan(str(shipped_plan()))
    tasks = len(plan.entries)
    small, large = (write_plan(grown(plan, each), {}) for each in (1, times))
    gc.disable()
    measured = warm([(passes(small), passes(large)) for _ in range(runs + 1)])
    kept = []
    for name, limit in AGAINST_EVENTS.items():
        for place, count in enumerate((tasks, tasks * times)):
            pairs = [(both[place][name], both[place][EVENTS]) for both in measured]
            kept.append(judge(f"{name} and events, {count} tasks", pairs, limit))
        pairs = [(many[name] / times, few[name]) for few, many in measured]
        kept.append(judge(f"{name}, {tasks} of {tasks * times} and of {tasks}", pairs, GROWTH))
    leave(kept)


if __name__ == "__main__":
    main()
