"""The page in a real browser, as people use it."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plan_cli.cli.loading import load_plan
from plan_cli.model.plan import Plan
from plan_cli.query.axes import AXES, OUTSIDE
from plan_cli.query.reach import ROLES
from plan_cli.site.webpage import web_page
from plan_cli.text import fold
from tests.conftest import RICH, Run
from tests.ledger.making import report, state
from tests.rooms import PACKAGE
from tests.site.browsing import Tab, opened
from tests.site.hostile import EVIL, hostile_plan

TODAY = date(2022, 5, 10)
SIZE = {"width": 1280, "height": 900}
"""Of the window, in pixels."""


@pytest.fixture(scope="module")
def shipped(browser: Any, plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Tab:
    folder = tmp_path_factory.mktemp("page")
    return opened(browser, web_page(plan, "plan", today=TODAY), folder, viewport=SIZE)


@pytest.fixture
def tab(shipped: Tab) -> Iterator[Tab]:
    """The shipped plan's page as it opens; whatever a test does, nothing goes wrong in it."""
    yield shipped.go()
    assert shipped.troubles == []


def listed(cli: Run, *arguments: str) -> list[str]:
    return [record["id"] for record in json.loads(cli("list", *arguments, "--json").out)]


def party_state(plan: Plan, name: str) -> str:
    return f"dept={name}" if any(unit.name == name for unit in plan.units) else f"kind={name}"


def test_everybodys_list_is_that_of_plan_list(tab: Tab, plan: Plan, cli: Run) -> None:
    every = [option for role in ROLES for option in ("--role", role.value)]
    roles = "".join(f"&role={role.value}" for role in ROLES)
    parties = [party.name for party in (*plan.units, *plan.kinds)]
    own = [party_state(plan, name) for name in parties]
    assert dict(zip(parties, tab.lists(own), strict=True)) == {
        name: listed(cli, "--dept", name) for name in parties
    }
    assert dict(zip(parties, tab.lists([state + roles for state in own]), strict=True)) == {
        name: listed(cli, "--dept", name, *every) for name in parties
    }


def test_everybodys_counts_are_those_of_plan_dept(tab: Tab, plan: Plan, cli: Run) -> None:
    for record in json.loads(cli("dept", "--json").out):
        tab.go(party_state(plan, record["name"]))
        shown = [int(text) for text in tab.page.locator("#roles .figure").all_inner_texts()]
        assert shown == [record[role.value] for role in ROLES]
        assert tab.text("#roles .rest") == f"未涉及 {record['none']}，合计 {record['total']}"
    narrowed = json.loads(cli("dept", "--action", "科普中原", "--json").out)
    tab.go("dept=科普部&action=科普中原")
    shown = [int(text) for text in tab.page.locator("#roles .figure").all_inner_texts()]
    assert [shown] == [[r[role.value] for role in ROLES] for r in narrowed if r["name"] == "科普部"]


def test_choosing(tab: Tab, cli: Run) -> None:
    tab.choose("dept", "科普部")
    assert tab.ids() == listed(cli, "--dept", "科普部")
    assert tab.text("#subject") == "科普部"
    assert tab.state() == "dept=科普部"
    tab.page.get_by_label("待确认").check()
    tab.page.get_by_label("统称").uncheck()
    assert tab.state() == "dept=科普部&role=named&role=some"
    assert tab.ids() == listed(cli, "--dept", "科普部", "--role", "named", "--role", "some")
    tab.choose("kind", "全省学会")
    assert tab.page.locator("select[name=dept]").input_value() == ""
    tab.page.locator("#clear").click()
    assert len(tab.ids()) == 33
    assert tab.state() == ""


def test_each_way_to_group_filters(tab: Tab, plan: Plan) -> None:
    for name, axis in AXES.items():
        for group in [*axis.names(plan), OUTSIDE]:
            wanted = [e.id for e in plan.entries if (axis.of(e) or OUTSIDE) == group]
            if wanted:
                tab.choose(name, group)
                assert tab.ids() == wanted, (name, group)
                assert tab.text("#count") == f"共 {len(wanted)} 项任务"
        tab.choose(name, "")


def test_words_are_found_as_plan_list_finds_them(tab: Tab, cli: Run) -> None:
    field = tab.page.locator("[name=s]")
    for word in ("科普", "i科普", "i 科普", "乡村振兴", "２０２２", "建设。争取", "无此词"):
        field.fill("")
        field.press_sequentially(word)
        assert tab.ids() == listed(cli, "-s", word), word
        marks = tab.page.eval_on_selector_all(
            "article:not([hidden])",
            "all => all.map(a => [...a.querySelectorAll('mark')].map(m => m.textContent).join(''))",
        )
        assert all(fold(word) in fold(mark) for mark in marks), word


def test_hits_are_marked_as_one_types_and_go_as_one_deletes(tab: Tab) -> None:
    whole = tab.text("#tasks")
    tab.page.locator("[name=s]").press_sequentially("乡村")
    assert tab.page.locator("mark").first.inner_text() == "乡村"
    assert tab.text("#count").startswith("共 ")
    assert "“乡村”" in tab.text("#count")
    tab.becomes("#s=乡村")
    tab.page.locator("[name=s]").fill("")
    assert tab.page.locator("mark").count() == 0
    assert tab.text("#tasks") == whole


def test_text_is_compared_as_the_program_compares_it(tab: Tab, plan: Plan) -> None:
    script = (PACKAGE / "site" / "page.js").read_text(encoding="utf-8")
    folding = script[script.index("const SPACE") : script.index("/** The text of")]
    texts = [text for entry in plan.entries for text in (entry.text, entry.note)]
    texts += ["ＡｂⅣ①㈠ßﬁ", "⼈⻔⺁⻳", "\u3000\t\u00a0\u2028\x1c甲\n", "Éİ—“”Σς", "𠮷野家"]
    found = tab.page.evaluate(
        "texts => { const data = JSON.parse(document.getElementById('data').textContent);"
        f"{folding}; return texts.map(fold); }}",
        texts,
    )
    assert found == ["".join(map(fold, text)) for text in texts]


def test_a_bookmark_and_the_way_back(tab: Tab, cli: Run) -> None:
    tab.go("dept=科普部&role=named")
    assert tab.ids() == listed(cli, "--dept", "科普部", "--role", "named")
    assert tab.page.locator("select[name=dept]").input_value() == "科普部"
    tab.choose("action", "科普中原")
    tab.back()
    assert tab.ids() == listed(cli, "--dept", "科普部", "--role", "named")
    tab.back()
    assert len(tab.ids()) == 33
    with tab.moving():
        tab.page.go_forward()
    assert tab.state() == "dept=科普部&role=named"
    assert tab.go("dept=kpb").ids() == listed(cli, "--dept", "科普部")


def test_a_name_that_is_none_is_told_and_not_taken_for_an_empty_list(tab: Tab) -> None:
    tab.go("dept=科谱部&action=科普中原")
    assert "科谱部" in tab.text("#notice")
    assert tab.ids() == ["12", "13", "14", "15"]


def test_that_nothing_is_found_is_said(tab: Tab) -> None:
    assert tab.go("s=无此词").text("#count") == "没有符合条件的任务。"
    assert tab.page.locator("#tasks").inner_text() == ""


def test_links_lead_to_the_other_list_and_back(tab: Tab) -> None:
    tab.go("dept=省科技馆&role=named")
    with tab.moving():
        tab.page.locator("[data-id='14'] a").first.click()
    assert tab.state() == "t-K2"
    assert len(tab.ids()) == 33
    assert tab.page.evaluate("document.activeElement.dataset.id") == "K2"
    tab.back()
    assert "14" in tab.ids()
    assert len(tab.ids()) == 2


def test_dates_and_days_left(tab: Tab) -> None:
    assert tab.page.locator(".dates .left").all_inner_texts() == [
        "还有 22 天",
        "还有 235 天",
        "还有 235 天",
        "还有 1331 天",
    ]
    assert tab.page.locator("[data-month='2022-05']").get_attribute("aria-current") == "date"
    tab.go("dept=组织人事部&role=named")
    assert tab.text(".calendar .no-dates") == "所列任务没有写明时限。"
    assert not tab.page.locator(".strip").is_visible()


def test_days_are_counted_from_the_readers_day(browser: Any, plan: Plan, tmp_path: Path) -> None:
    tab = opened(browser, web_page(plan, "plan"), tmp_path)
    left = (date(2025, 12, 31) - date.today()).days
    words = tab.page.locator(".dates .left").last.text_content()
    assert words == (f"还有 {left} 天" if left > 0 else f"已逾期 {-left} 天")


def test_the_matrix_is_that_of_plan_matrix(tab: Tab, cli: Run) -> None:
    tab.page.locator("#matrix").evaluate("each => each.open = true")
    for axis in AXES:
        tab.page.locator("#axis").select_option(axis)
        rows = tab.page.locator("#matrix tbody tr").all_inner_texts()
        shown = {name: list(map(int, counts)) for name, *counts in (row.split() for row in rows)}
        for record in json.loads(cli("matrix", "--by", axis, "--json").out):
            assert shown[record["name"]] == [*record["counts"].values(), record["total"]], axis


def test_a_cell_of_the_matrix_filters(tab: Tab, cli: Run) -> None:
    tab.page.locator("#matrix summary").click()
    tab.page.get_by_role("button", name="科普部，科普中原，").click()
    assert tab.state() == "dept=科普部&action=科普中原"
    assert tab.ids() == listed(cli, "--dept", "科普部", "--action", "科普中原")
    assert tab.page.evaluate("document.activeElement.ariaPressed") == "true"


def test_the_table_for_spreadsheets_is_that_of_plan_list(
    tab: Tab, cli: Run, tmp_path: Path
) -> None:
    tab.go("dept=科普部")
    with tab.page.expect_download() as download:
        tab.page.locator("#csv").click()
    assert download.value.suggested_filename == "科普部.csv"
    download.value.save_as(tmp_path / "页.csv")
    assert cli("list", "--dept", "科普部", "-o", "表.csv").code == 0
    assert (tmp_path / "页.csv").read_bytes() == (tmp_path / "表.csv").read_bytes()


def test_what_is_shown_is_printed(tab: Tab, cli: Run) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    printed = tab.go("dept=科普部&role=named").page.pdf(prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(printed)
    text = fold("".join(page.get_textpage().get_text_range() for page in document))
    assert fold("科普部责任清单") in text
    assert fold("打印日期：2022-05-10") in text
    for heading in ("加强科普能力建设", "完善科普工作机制"):
        assert fold(heading) in text
    assert fold("实施现代科技馆体系推进工程") not in text
    assert "下载" not in text
    assert fold("部门负责人（签字）") in text


def test_by_keyboard_alone(tab: Tab) -> None:
    keyboard = tab.page.keyboard
    keyboard.press("Tab")
    assert tab.page.evaluate("document.activeElement.className") == "skip"
    keyboard.press("Enter")
    assert tab.page.evaluate("document.activeElement.id") == "tasks"
    tab.page.locator("[name=s]").focus()
    keyboard.type("科技小院")
    assert tab.ids() == ["15"]
    keyboard.press("Tab")
    assert tab.page.evaluate("document.activeElement.name") == "dept"
    keyboard.press("ArrowDown")
    tab.becomes("dept=")


def test_nothing_is_wider_than_the_window(tab: Tab) -> None:
    tab.go("dept=科普部")
    tab.page.locator("#matrix").evaluate("each => each.open = true")
    for width in (360, 768, 1024, 1920):
        tab.page.set_viewport_size({"width": width, "height": 800})
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
    tab.page.set_viewport_size(SIZE)


def test_without_the_script_all_can_be_read(browser: Any, plan: Plan, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = opened(context, web_page(plan, "plan"), tmp_path)
    assert tab.page.locator("article:visible").count() == len(plan.entries)
    assert not tab.page.locator("#filters").is_visible()
    tab.page.locator("summary", has_text="科普部").click()
    links = tab.page.locator(".departments details[open] > ul a:visible").all_inner_texts()
    assert len(links) == 22
    assert links[0].startswith("K6")
    context.close()


def test_hostile_text_in_every_field_is_text(browser: Any, tmp_path: Path) -> None:
    tab = opened(browser, web_page(hostile_plan(), EVIL, today=TODAY), tmp_path)
    assert tab.page.locator("img").count() == 0
    name = "科普部" + EVIL
    tab.choose("dept", name)
    assert tab.text("#subject") == name
    tab.page.locator("#matrix summary").click()
    assert tab.page.locator("#matrix th button").first.inner_text() == name
    tab.page.locator("[name=s]").fill(EVIL)
    assert tab.page.locator("mark").first.inner_text() == EVIL
    assert tab.troubles == []


def test_measures_under_other_notes_are_told(browser: Any, tmp_path: Path) -> None:
    tab = opened(browser, web_page(load_plan(str(RICH)), "plan", today=TODAY), tmp_path)
    tab.choose("dept", "科普部")
    asides = tab.page.locator("[data-id='1'] .aside").all_text_contents()
    assert asides == ["", "（不涉及科普部）", "（不涉及科普部）"]


def test_what_a_ledger_knows_is_shown_for_whom_it_concerns(browser: Any, tmp_path: Path) -> None:
    known = state(report("K1.1", "甲部", status="已完成"), report("K1.1", "丙馆", status="推进中"))
    tab = opened(browser, web_page(known.plan, "plan", known, known.today, known.today), tmp_path)
    assert tab.text("[data-id=K1] .state") == "推进中 黄灯"
    tab.choose("dept", "甲部")
    assert tab.text("[data-id=K1] .state") == "已完成 绿灯"
    rows = tab.page.locator("[data-id=K1] .report:visible .light").all_inner_texts()
    assert rows == ["已完成 绿灯"]
    assert tab.text("#count") == "共 5 项任务，红灯 1 项，未报 3 项，绿灯 1 项"
    tab.go("light=yellow")
    assert "K1" in tab.ids()
    tab.go("light=yellow&dept=甲部")
    assert "K1" not in tab.ids()
    tab.go("status=已完成&dept=甲部")
    assert tab.ids() == ["K1"]
    assert tab.troubles == []


def axe() -> str:
    """Return the source of axe-core; skip where there is none."""
    given = os.environ.get("PLAN_AXE")
    if not given:
        pytest.skip("PLAN_AXE does not name axe.min.js, or a node_modules with axe-core")
    path = Path(given)
    file = path / "axe-core" / "axe.min.js" if path.is_dir() else path
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(browser: Any, tmp_path: Path, scheme: str) -> None:
    source = axe()
    known = state(report("1.1", "甲部", status="推进中", progress="已办 13 场", done=13.0))
    text = web_page(known.plan, "plan", known, known.today, known.today)
    tab = opened(browser, text, tmp_path, color_scheme=scheme)
    tab.go("dept=甲部&s=讲座")
    for box in ("#matrix", ".calendar", "#more"):
        tab.page.locator(box).evaluate("each => each.open = true")
    tab.page.evaluate(source)
    found = tab.page.evaluate("axe.run({ resultTypes: ['violations'] })")
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
