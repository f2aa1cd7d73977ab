"""The page as a file: what it may do, what stands in it, and that no text becomes markup."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from plan_cli.model.plan import Plan
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source
from plan_cli.site.elements import Html, element, joined
from plan_cli.site.webpage import web_page
from tests.conftest import Run, small_plan, small_task, small_text
from tests.ledger.making import report, state
from tests.site.hostile import EVIL, hostile_plan


class Page(HTMLParser):
    """The tags, attributes and texts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if not self.tags or self.tags[-1] not in ("script", "style"):
            self.words.append(data)

    def values(self, name: str) -> list[str | None]:
        return [value for key, value in self.attributes if key == name]


@pytest.fixture(scope="module")
def text(plan: Plan) -> str:
    return web_page(plan, "plan 测试")


def fingerprint(content: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def test_its_policy_allows_its_own_style_and_script_and_nothing_else(text: str) -> None:
    page = Page(text)
    [policy] = [value for value in page.values("content") if value and "default-src" in value]
    [style] = re.findall(r"<style>(.*?)</style>", text, re.S)
    [script] = re.findall(r"<script>(.*?)</script>", text, re.S)
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src {fingerprint(style)}",
        f"script-src {fingerprint(script)}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert not {"style", "onclick", "onload", "src"} & {name for name, _ in page.attributes}


def test_nothing_is_fetched_from_anywhere(text: str) -> None:
    page = Page(text)
    assert not {"link", "img", "iframe", "object", "embed", "base"} & set(page.tags)
    assert all(href and href.startswith("#") for href in page.values("href"))
    assert not re.findall(r"https?:|url\(|@import|fetch\(|XMLHttp|WebSocket|eval\(", text)


def test_it_is_small(text: str) -> None:
    assert len(text.encode()) < 300_000


def test_every_task_is_an_element_and_reads_without_the_script(plan: Plan, text: str) -> None:
    page = Page(text)
    assert page.values("data-id") == [entry.id for entry in plan.entries]
    bare = "".join(page.words)
    for entry in plan.entries:
        assert entry.note in bare
        assert all(step.text in bare for step in entry.steps)
    assert text.count("<details><summary><b>") == len(plan.units) + len(plan.kinds)
    assert "点名 5 · 统称 9 · 待确认 7 · 党组织承担 1 · 未涉及 11" in bare


def test_no_id_stands_twice_and_every_link_leads_somewhere(text: str) -> None:
    page = Page(text)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {str(href)[1:] for href in page.values("href")} <= set(ids)


def test_the_same_plan_gives_the_same_page(plan: Plan, text: str) -> None:
    assert web_page(plan, "plan 测试") == text


def test_text_never_becomes_markup_whatever_field_it_stands_in() -> None:
    hostile = Page(web_page(hostile_plan(), EVIL))
    assert hostile.tags == Page(web_page(hostile_plan("好"), "plan")).tags
    assert hostile.words.count("科普部" + EVIL) > 2


def test_ids_may_hold_anything() -> None:
    text = small_text(small_task(1), small_task(2)).replace(
        "    tasks:", "    prefix: '<b \"#'\n    tasks:"
    )
    plan, findings = read_plan(Source("ids.yaml", text).data())
    assert findings == []
    page = Page(web_page(plan, "plan"))
    assert page.values("data-id") == ['<b "#1', '<b "#2']
    assert "t-_3cb_20_22_231" in page.values("id")
    assert "#t-_3cb_20_22_231" in page.values("href")


def test_reports_of_a_ledger_never_become_markup() -> None:
    def made(words: str) -> Page:
        known = state(
            report("K1.1", "甲部", status="推进中", progress=words, problem=words, next=words)
        )
        return Page(web_page(known.plan, "plan", known, known.today, known.today))

    assert made(EVIL).tags == made("好").tags


def test_a_ledger_tells_who_said_what_who_did_not_and_how_much() -> None:
    known = state(report("1.1", "甲部", status="推进中", progress="已办 13 场", done=13.0))
    text = web_page(known.plan, "plan", known, known.today, known.today)
    assert '<progress value="0.65" max="1" aria-label="完成 13/20">13/20</progress>' in text
    assert '<span class="words">已办 13 场（2023年第二季度）</span>' in text
    assert '<span class="light grey">未报</span><small>1.3</small>' in text
    assert '<select name="light">' in text
    assert "进展取自台账，截至2023年5月10日。" in text
    assert '<select name="light">' not in web_page(known.plan, "plan")


def test_data_hold_no_tag_and_no_character_that_is_not_seen() -> None:
    plan = small_plan(small_task(title="好\\u200b<!--<script>", measure="好。"))
    [data] = re.findall(r'id="data">(.*?)</script>', web_page(plan, "plan"), re.S)
    assert "<" not in data
    assert json.loads(data)["tasks"][0]["title"].endswith("<!--<script>")


def test_elements() -> None:
    assert element("p", "a<b", None, Html("<i>c</i>"), class_="x&y", hidden=True, id=None) == (
        '<p class="x&amp;y" hidden>a&lt;b<i>c</i></p>'
    )
    assert joined(["一\x1b", None, "二"], "&") == "一\\x1b&amp;二"


def test_the_command_writes_it_once(cli: Run) -> None:
    assert cli("site", "-o", "页.html", "--today", "2022-05-10").code == 0
    again = cli("site", "-o", "页.html")
    assert again.code == 4
    assert "--force" in again.err
    assert cli("site", "-o", "页.html", "--force").code == 0
    assert cli("site").out.startswith("<!DOCTYPE html>")
    assert cli("site", "-o", "页.docx").code == 2


def test_the_shipped_plan_is_what_the_command_shows(cli: Run, plan: Plan) -> None:
    from plan_cli import __version__

    assert cli("site").out == web_page(plan, f"plan {__version__}")
