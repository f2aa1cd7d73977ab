"""The JSON Schema says what the reader of plan files does: neither drifts from the other."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from plan_cli.planfile import schema
from plan_cli.planfile.json_schema import json_schema
from plan_cli.planfile.objects import Object
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source, shipped_plan
from tests.conftest import RICH

RICH_TEXT = RICH.read_text(encoding="utf-8")


class CoreLoader(yaml.BaseLoader):
    """Reads scalars as YAML 1.2 does, and so the YAML extension of VS Code."""


def construct_scalar(loader: CoreLoader, node: yaml.ScalarNode) -> Any:
    if node.style is None:
        for pattern, convert in CORE:
            if re.fullmatch(pattern, node.value):
                return convert(node.value)
    return node.value


CORE: tuple[tuple[str, Callable[[str], Any]], ...] = (
    (r"true|false", lambda text: text == "true"),
    (r"~|null|", lambda text: None),
    (r"-?[0-9]+", int),
    (r"-?[0-9]+\.[0-9]+", float),
)
CoreLoader.add_constructor("tag:yaml.org,2002:str", construct_scalar)


def editor_accepts(text: str) -> bool:
    data = yaml.load(text, Loader=CoreLoader)
    return Draft202012Validator(json_schema()).is_valid(data)


def reader_accepts(text: str) -> bool:
    return not read_plan(Source("x", text).data())[1]


def test_it_is_a_schema_of_draft_2020_12() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_sound_plans_pass() -> None:
    for text in (RICH_TEXT, shipped_plan().read_text(encoding="utf-8")):
        assert editor_accepts(text)
        assert reader_accepts(text)


def test_every_key_of_the_format_is_there_with_a_chinese_description() -> None:
    definitions = json_schema()["$defs"]
    tables = {thing for thing in vars(schema).values() if isinstance(thing, Object)}
    assert len(definitions) == len(tables)
    for name, thing in vars(schema).items():
        if isinstance(thing, Object):
            definition = definitions[name.lower()]
            properties = definition.get("properties") or definition["anyOf"][1]["properties"]
            assert set(properties) == set(thing.fields)
            for described in properties.values():
                assert any("\u4e00" <= char <= "\u9fff" for char in described["description"])


@pytest.mark.parametrize(
    ("old", "new", "sound"),
    [
        ("title: 做好科普。", "titel: 做好科普。", False),
        ("title: 做好科普。", "title: [做好]", False),
        ("title: 做好科普。", "title: 2023", True),
        ("title: 做好科普。", "title: 1.5", True),
        ("title: 做好科普。", "title: true", True),
        ("title: 做好科普。", "title: no", True),
        ("title: 做好科普。", 'title: ""', False),
        ("op: '>='", "op: ~", True),
        ("op: '>='", "op: '~'", True),
        ("op: '>='", "op: '='", True),
        ("op: '>='", "op: '<='", False),
        ("value: 50", "value: 50.5", True),
        ("value: 50", "value: '50'", True),
        ("value: 50", "value: -1", False),
        ("value: 50", "value: 五十", False),
        ("year: 2023\n", "year: '2023'\n", True),
        ("year: 2023\n", "year: 2023.5\n", False),
        ("due: 2023-06-01", "due: 2023-6-1", False),
        ("due: 2023-06-01", "due: 六月", False),
        ("format: 1", "format: '1'", True),
        ("format: 1", "format: 2", False),
        ("brackets: 【】", "brackets: ''", True),
        ("brackets: 【】", "brackets: 【", False),
        ("strength: strong", "strength: 强", False),
        ("strength: strong", "", False),
        ("after: 1", "after: 一", False),
        ("            notes:", "            note: 科普部\n            notes:", False),
        ("            notes:", "            responsible: {}\n            notes:", False),
        ("note: 科普部, responsible: {named: [科普部]}", "note: 科普部", False),
        ("measures: [再抓重点。]", "measures: ", True),
        ("measures: [再抓重点。]", "measures: 再抓重点。", False),
        ("  - 全省学会\n", "  - 12\n", True),
        ("  - 全省学会\n", "  - []\n", False),
        ("remarks: [小样。]", "remarks: []", True),
        ("remarks: [小样。]", "notes: []", False),
    ],
)  # fmt: skip
def test_editor_and_reader_agree(old: str, new: str, sound: bool) -> None:
    assert RICH_TEXT.count(old) == 1
    text = RICH_TEXT.replace(old, new)
    assert reader_accepts(text) is sound
    assert editor_accepts(text) is sound
