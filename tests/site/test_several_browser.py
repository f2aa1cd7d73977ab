"""Several plans in one page, in a real browser, as people use it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plan_cli.site.several import web_pages
from tests.conftest import Run
from tests.site.browsing import Tab, opened
from tests.site.hostile import EVIL, hostile_years
from tests.site.test_browser import axe
from tests.site.years import earlier, later, written

TODAY = date(2023, 5, 10)


@pytest.fixture(scope="module")
def pages(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Tab:
    folder = tmp_path_factory.mktemp("pages")
    plans = written(folder, old=earlier(), new=later())
    size = {"width": 1280, "height": 900}
    return opened(browser, web_pages(plans, "plan", TODAY), folder, viewport=size)


@pytest.fixture
def tab(pages: Tab) -> Iterator[Tab]:
    """The page as it opens; whatever a test does, nothing goes wrong in it."""
    pages.page.goto("about:blank")
    yield pages.go()
    assert pages.troubles == []


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    written(tmp_path, y2022=earlier(), y2023=later())
    return {year: str(tmp_path / f"y{year}.yaml") for year in ("2022", "2023")}


def changes(tab: Tab) -> list[list[str]]:
    """Return the ids that each change shown links to, and how it is called."""
    tab.page.locator(".changes").evaluate("each => each.open = true")
    rows = tab.page.locator(".changes li:visible").all()
    return [row.locator("a, b").all_inner_texts() for row in rows]


def chooser(tab: Tab) -> Any:
    return tab.page.get_by_role("combobox", name="文件")


def test_lists_are_those_of_each_plan(tab: Tab, cli: Run, files: dict[str, str]) -> None:
    for year, file in files.items():
        for name in ("甲部", "乙部", "丙馆"):
            out = cli("list", "--dept", name, "-p", file, "--json").out
            wanted = [record["id"] for record in json.loads(out)]
            assert tab.go(f"plan={year}&dept={name}").ids() == wanted, (year, name)
            assert tab.page.title().endswith(f"某市{year}年工作要点")


def test_choosing_a_plan_keeps_what_is_asked(tab: Tab) -> None:
    assert chooser(tab).input_value() == "2023"
    tab.choose("dept", "丙馆")
    assert tab.ids() == ["3"]
    tab.choose("plan", "2022")
    assert tab.state() == "plan=2022&dept=丙馆"
    assert tab.text("#count") == "没有符合条件的任务。"
    assert tab.text("h1") == "某市2022年工作要点"
    assert tab.page.evaluate("document.activeElement.name") == "plan"
    tab.page.locator("#clear").click()
    assert tab.state() == "plan=2022"
    assert tab.ids() == ["1", "2", "3"]
    assert not tab.page.locator("#clear").is_visible()
    tab.back()
    assert tab.state() == "plan=2022&dept=丙馆"
    tab.back()
    assert [tab.state(), tab.ids()] == ["plan=2023&dept=丙馆", ["3"]]
    assert chooser(tab).input_value() == "2023"


def test_typing_does_not_follow_to_another_plan(tab: Tab) -> None:
    tab.page.locator("[name=s]").fill("展览")
    tab.choose("plan", "2022")
    assert tab.state() == "plan=2022&s=展览"
    tab.page.wait_for_timeout(300)
    assert tab.state() == "plan=2022&s=展览"
    assert tab.ids() == ["1"]


def test_a_plan_that_is_not_there_is_told(tab: Tab) -> None:
    assert "没有“1999”这份文件。" in tab.go("plan=1999&dept=甲部").text("#notice")
    assert tab.ids() == ["1", "3"]


def test_changes_are_those_of_plan_diff(tab: Tab, cli: Run, files: dict[str, str]) -> None:
    assert [row[-1] for row in changes(tab)] == ["评选科普作品", "培训乡村教师", "建设展览馆"]
    for name in ("甲部", "乙部", "丙馆", "机关部室", "下属单位"):
        out = cli("diff", *files.values(), "--dept", name, "--json").out
        wanted = [record["title"] for record in json.loads(out)]
        key = "kind" if name in ("机关部室", "下属单位") else "dept"
        assert [row[-1] for row in changes(tab.go(f"{key}={name}"))] == wanted, name
    tab.go("dept=甲部")
    assert tab.text(".changes .own") == "涉及甲部的变化共 2 项。"
    assert tab.page.locator(".changes .why:visible").all_inner_texts() == [
        "甲部：点名 → 未涉及",
        "甲部：未涉及 → 点名",
    ]
    assert "常设" in tab.page.locator(".changes del:visible").all_inner_texts()


def test_a_change_leads_to_the_task_as_it_was_and_back(tab: Tab) -> None:
    changes(tab.go("dept=甲部"))
    with tab.moving():
        tab.page.locator(".changes a:visible").first.click()
    assert tab.text("h1") == "某市2022年工作要点"
    assert tab.page.evaluate("document.activeElement.id") == "t-2022_3a2"
    tab.choose("dept", "乙部")
    assert tab.state() == "plan=2022&dept=乙部"
    tab.back()
    tab.back()
    assert tab.text("h1") == "某市2023年工作要点"
    assert tab.text("#subject") == "甲部"


def test_by_keyboard_alone(tab: Tab) -> None:
    chooser(tab).focus()
    tab.page.keyboard.press("ArrowDown")
    tab.becomes("plan=2022")
    tab.page.keyboard.press("ArrowUp")
    tab.becomes("plan=2023")
    tab.page.keyboard.press("Tab")
    assert tab.page.evaluate("document.activeElement.name") == "s"


def test_without_the_script_every_plan_can_be_read(browser: Any, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    plans = written(tmp_path, old=earlier(), new=later())
    tab = opened(context, web_pages(plans, "plan"), tmp_path)
    assert tab.page.locator("h1:visible").all_inner_texts() == [
        "某市2023年工作要点",
        "某市2022年工作要点",
    ]
    assert tab.page.locator("article:visible").count() == 6
    assert not tab.page.locator("select:visible").count()
    tab.page.locator(".changes summary").click()
    assert tab.page.locator(".changes li:visible").count() == 3
    context.close()


def test_hostile_text_is_text(browser: Any, tmp_path: Path) -> None:
    tab = opened(browser, web_pages(hostile_years(), EVIL, TODAY), tmp_path)
    labels = tab.page.locator("[name=plan] option").all_inner_texts()
    assert labels == [f"某科协〔2023〕1号{EVIL}", EVIL, f"旧{EVIL}"]
    changes(tab.go("dept=科普部" + EVIL.replace("&", "%26").replace("=", "%3D")))
    assert EVIL in "".join(tab.page.locator(".changes ins").all_inner_texts())
    tab.choose("plan", f"旧{EVIL}")
    assert tab.page.evaluate("document.querySelector('[data-plan]').dataset.plan") == f"旧{EVIL}"
    assert tab.page.locator("img").count() == 0
    assert tab.troubles == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(browser: Any, tmp_path: Path, scheme: str) -> None:
    source = axe()
    plans = written(tmp_path, old=earlier(), new=later())
    page = web_pages(plans, "plan", TODAY)
    tab = opened(
        browser, page, tmp_path, color_scheme=scheme, viewport={"width": 360, "height": 800}
    )
    changes(tab.go("dept=甲部"))
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 360
    tab.page.evaluate(source)
    found = tab.page.evaluate("axe.run({ resultTypes: ['violations'] })")
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
