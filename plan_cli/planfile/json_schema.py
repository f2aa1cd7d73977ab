"""The format of plan files as JSON Schema (draft 2020-12), made from the tables of `schema`.

Editors read YAML by its core rules, where ``14`` is a number, ``~`` nothing and a key without
value null, while this program reads every scalar as text: the schema allows what both mean.
"""

from typing import Any

from plan_cli.planfile import schema
from plan_cli.planfile.objects import Object
from plan_cli.planfile.values import Converted, ListOf, OneOf, Type

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Json = dict[str, Any]

_SCALARS = ["string", "number", "boolean"]


def json_schema() -> Json:
    """Return the schema of a whole plan file."""
    names = {
        thing: name.lower() for name, thing in vars(schema).items() if isinstance(thing, Object)
    }
    return {
        "$schema": DRAFT,
        "title": "计划文件",
        "description": "plan 程序读写的计划文件：原文逐字照录，整理者添加的内容另放",
        "$ref": f"#/$defs/{names[schema.PLAN]}",
        "$defs": {name: _object(thing, names) for thing, name in names.items()},
    }


def _object(thing: Object, names: dict[Object, str]) -> Json:
    """Return the schema of a mapping; of its one text as well where that stands for it."""
    mapping: Json = {
        "type": "object",
        "properties": {
            key: {**_of(field.type, names), "description": field.doc}
            for key, field in thing.fields.items()
        },
        "required": list(thing.required),
        "additionalProperties": False,
        **thing.constraints,
    }
    if thing.shorthand:
        text = {"type": _SCALARS, "description": thing.fields[thing.shorthand].doc}
        return {"anyOf": [text, mapping]}
    return mapping


def _of(kind: Type, names: dict[Object, str]) -> Json:
    if isinstance(kind, Object):
        return {"$ref": f"#/$defs/{names[kind]}"}
    if isinstance(kind, ListOf):
        return {"type": ["array", "null"], "items": _of(kind.item, names)}
    if isinstance(kind, OneOf):
        words = kind.choices
        return {"enum": [*words, None] if "~" in words else [*words]}
    if isinstance(kind, Converted):
        return dict(kind.constraints)
    return {"type": _SCALARS, "pattern": r"\S"}
