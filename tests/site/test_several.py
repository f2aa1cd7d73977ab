"""Several plans in one page, as a file: what stands in it, and in which order."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from plan_cli.cli.loading import load_plan
from plan_cli.site.several import web_pages
from plan_cli.site.webpage import script, web_page
from tests.conftest import RICH
from tests.site.hostile import EVIL, hostile_years
from tests.site.test_page import Page, fingerprint
from tests.site.years import earlier, later, of_year, written

ALONE = "b057dea7f10d95db221453392fa8e02600087563de7d9e3df6dc188ff062d3e2"
"""Of the page of one plan, as it was before there were several."""


@pytest.fixture
def text(tmp_path: Path) -> str:
    return web_pages(written(tmp_path, a=earlier(), b=later()), "plan")


def labels(text: str) -> list[str]:
    return re.findall(r'<div data-plan="([^"]*)"', text)


def test_the_page_of_one_plan_is_the_same_to_the_byte() -> None:
    page = web_page(load_plan(str(RICH)), "plan")
    assert hashlib.sha256(page.encode()).hexdigest() == ALONE


def test_the_newest_year_comes_first_and_is_chosen(tmp_path: Path, text: str) -> None:
    assert labels(text) == ["2023", "2022"]
    choices = re.findall(r'<select name="plan">(.*?)</select>', text)
    assert choices == [
        '<option value="2023" selected>2023</option><option value="2022">2022</option>',
        '<option value="2023">2023</option><option value="2022" selected>2022</option>',
    ]
    assert "<title>某市2023年工作要点等 2 份文件</title>" in text


def test_plans_of_one_year_are_called_by_what_tells_them_apart(tmp_path: Path) -> None:
    other = of_year(later(), 2023).replace("某市 2023 年", "邻市 2023 年")
    assert labels(web_pages(written(tmp_path, a=later(), b=other), "plan")) == [
        "某市2023年工作要点",
        "邻市2023年工作要点",
    ]


def test_its_policy_allows_its_own_style_and_script_and_nothing_else(text: str) -> None:
    [policy] = [v for v in Page(text).values("content") if v and "default-src" in v]
    [style] = re.findall(r"<style>(.*?)</style>", text, re.S)
    [own] = re.findall(r"<script>(.*?)</script>", text, re.S)
    assert f"style-src {fingerprint(style)}; script-src {fingerprint(own)};" in policy
    assert not re.findall(r"https?:|url\(|@import|fetch\(|XMLHttp|WebSocket|eval\(", text)


def test_no_id_stands_twice_and_every_link_leads_somewhere(text: str) -> None:
    seen = Page(re.sub(r"<template>.*?</template>", "", text, flags=re.S))
    ids = seen.values("id")
    assert len(ids) == len(set(ids)) > 12
    assert {str(href)[1:] for href in seen.values("href")} <= set(ids)
    assert "t-2022_3a2" in ids


def test_ids_of_tasks_and_data_are_those_of_each_plan_alone(tmp_path: Path) -> None:
    plans = written(tmp_path, a=later(), b=earlier())
    text = web_pages(plans, "plan")
    assert Page(text).values("data-id") == ["1", "2", "3", "1", "2", "3"]
    found = re.findall(r'id="data">(.*?)</script>', text, re.S)
    own = [re.findall(r'id="data">(.*?)</script>', web_page(p, "plan"), re.S) for _, p in plans]
    assert [[each] for each in found] == own
    assert json.loads(found[0])["title"] == "某市2023年工作要点"


def box(text: str) -> str:
    [found] = re.findall(r'<details class="box changes">.*?</details>', text, re.S)
    return str(found)


def test_what_has_changed_is_marked_and_linked(text: str) -> None:
    changes = box(text)
    assert re.findall(r"<h3>(.*?)<span", changes) == ["新增", "取消", "有变化", "改责任方式"]
    assert "<del>常设</del><ins>临时</ins>" in changes
    assert '<a href="#t-2022_3a2">2</a><b>培训乡村教师</b>' in changes
    assert '<a href="#t-2023_3a2">2</a><b>评选科普作品</b>' in changes
    assert "旧：某市2022年工作要点" in changes
    assert "共 4 项：新增 1 项，取消 1 项，改写 1 项，改责任 1 项，未变 1 项" in changes


def test_each_change_says_whom_it_concerns_and_how(text: str) -> None:
    rows = re.findall(r'data-for="(.*?)" data-before="(.*?)" data-now="(.*?)"', box(text))
    # 甲部, 乙部, 丙馆, then the kinds 机关部室 and 下属单位; 0 named, 1 all, 4 none
    assert rows == [
        ("1", "44444", "40444"),
        ("0", "04444", "44444"),
        ("0 1", "40444", "00444"),
        ("2", "10414", "10114"),
    ]


@pytest.mark.parametrize(
    ("texts", "boxes"),
    [
        ({"a": earlier(), "b": later()}, 1),
        ({"a": of_year(later(), 2023), "b": later()}, 0),
        ({"a": earlier(), "c": earlier(), "b": later()}, 0),
        ({"a": earlier(), "b": later(), "c": later()}, 0),
        ({"a": earlier().replace("某市办公室", "邻市办公室"), "b": later()}, 0),
        ({"a": earlier().replace("2022", "2021"), "b": later()}, 0),
        ({"a": earlier().replace(", issuer: 某市办公室", ""), "b": later()}, 0),
    ],
    ids=["clear", "one year", "two before", "two now", "other issuer", "gap", "no issuer"],
)
def test_compared_is_only_what_is_clearly_of_the_year_before(
    tmp_path: Path, texts: dict[str, str], boxes: int
) -> None:
    text = web_pages(written(tmp_path, **texts), "plan")
    assert text.count('<details class="box changes">') == boxes


def test_plans_without_issuers_are_not_compared(tmp_path: Path) -> None:
    texts = [each.replace(", issuer: 某市办公室", "") for each in (earlier(), later())]
    text = web_pages(written(tmp_path, a=texts[0], b=texts[1]), "plan")
    assert "与上年相比" not in text


def test_text_never_becomes_markup_whatever_field_it_stands_in() -> None:
    hostile, harmless = (Page(web_pages(hostile_years(words), words)) for words in (EVIL, "好"))
    # What is marked depends on where the words have stops; all else is the same.
    marks = ("ins", "del")
    tags = [[tag for tag in page.tags if tag not in marks] for page in (hostile, harmless)]
    assert tags[0] == tags[1]
    assert set(marks) < set(hostile.tags)
    assert hostile.values("data-plan")[0] == f"某科协〔2023〕1号{EVIL}"


def test_a_script_stands_where_it_is_named() -> None:
    assert "page.js */" not in script("several.js") + script("alone.js")
    assert script("several.js").count("const showTask =") == 1
    assert "showChanges" not in script("alone.js")
