"""Two years of one issuer's plan, written so that each kind of change is known by heart."""

from pathlib import Path

from plan_cli.cli.loading import load_plan
from plan_cli.model.plan import Plan
from plan_cli.query.plans import Facts, facts_of
from tests.conftest import small_task, small_text

HALL = ("建设展览馆", "完成主体工程，布置常设展览。")
TRAIN = ("培训乡村教师", "暑期办班两期，每期一百人。")
RULES = ("修订议事规则", "征求意见，提交会议审议。")
PRIZE = ("评选科普作品", "组织专家初评、终评，公布名单。")
EVERY = ("机关各部室",)


def of_year(text: str, year: int, issuer: str = "某市办公室") -> str:
    return text.replace(
        "{title: 某市 2023 年工作要点, year: 2023}",
        f"{{title: 某市 {year} 年工作要点, year: {year}, issuer: {issuer}}}",
    )


def earlier() -> str:
    tasks = (
        small_task(1, *HALL, named=["乙部"]),
        small_task(2, *TRAIN, named=["甲部"]),
        small_task(3, *RULES, named=["乙部"], collectives=EVERY),
    )
    return of_year(small_text(*tasks), 2022)


def later(words: str = "") -> str:
    """Return the plan of the next year; ``words`` stand in what is reworded.

    1 is reworded and given to 甲部 as well, 2 is gone and another is new, and 3 is the same, but
    丙馆 has become a 机关部室, and so is bound by it.
    """
    tasks = (
        small_task(1, HALL[0], f"完成主体工程，{words}布置临时展览。", named=["甲部", "乙部"]),
        small_task(2, *PRIZE, named=["乙部"]),
        small_task(3, *RULES, named=["乙部"], collectives=EVERY),
    )
    text = of_year(small_text(*tasks), 2023)
    return text.replace("{name: 丙馆, kind: 下属单位}", "{name: 丙馆, kind: 机关部室}")


def written(folder: Path, **texts: str) -> list[tuple[Facts, Plan]]:
    """Write plans into ``folder``, and read them."""
    found = []
    for name, text in texts.items():
        file = folder / f"{name}.yaml"
        file.write_text(text, encoding="utf-8")
        plan = load_plan(str(file))
        found.append((facts_of(plan.document, str(file)), plan))
    return found
