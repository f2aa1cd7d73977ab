"""The format of a plan file: one table of fields from which reading and dumping follow.

Values come from YAML's Base loader, so every scalar is text and is converted here. Reading
never stops at the first problem: it collects a `Finding` for each and goes on with a
harmless value, so that all slips of a file are told in one run.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from plan_cli.model import (
    Collective,
    Deadline,
    Document,
    Editorial,
    Grouping,
    Kind,
    Link,
    Measure,
    Note,
    NumberPlace,
    Op,
    Plan,
    Precision,
    Responsibility,
    Section,
    Strength,
    Target,
    Task,
    TaskList,
    Unit,
)
from plan_cli.text import clip, nearest

FORMAT = "1"

SUGGESTING = 100
"""After so many findings no more nearest keys are looked for: each takes 0.2 ms."""

Path = tuple[str | int, ...]
"""Where a value stands: ``("lists", 1, "tasks", 2, "note")``."""


class Finding(NamedTuple):
    """Something about a plan file that a person should look at.

    ``code`` identifies the rule (``E101``); ``message`` is Chinese. The place is that of the
    value at ``path``: of the words ``part`` in it, or of its key with ``at_key``; unless
    ``place`` gives it, line and column counted from 0.
    """

    code: str
    path: Path
    message: str
    part: str = ""
    at_key: bool = False
    place: tuple[int, int] | None = None


MAX_FINDINGS = 1000
"""After so many findings reading stops: the file is no plan at all."""


class Findings(list[Finding]):
    """Findings as they are collected."""

    def append(self, finding: Finding) -> None:
        """Add ``finding``; raises TooMany when there are more than a person can use."""
        super().append(finding)
        if len(self) >= MAX_FINDINGS:
            raise TooMany


class TooMany(Exception):
    """There are `MAX_FINDINGS` findings."""


def path_text(path: Path) -> str:
    """Return ``path`` as it is written for people: ``lists[1].tasks[2].note``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


class Type:
    """How one kind of value is read from text, and dumped to plain data again."""

    name = ""
    default: Any = None

    def read(self, value: Any, path: Path, findings: Findings) -> Any:
        """Return the converted ``value``; problems are added to ``findings``."""
        raise NotImplementedError

    def dump(self, value: Any) -> Any:
        """Return ``value`` as text, list or mapping, as the file holds it."""
        raise NotImplementedError


class Text(Type):
    """A scalar that holds words."""

    name = "一段文字"
    default = ""

    def read(self, value: Any, path: Path, findings: Findings) -> str:
        if not isinstance(value, str):
            findings.append(Finding("E103", path, f"这里应是{self.name}，不是{_shape(value)}"))
            return ""
        if not value.strip():
            findings.append(Finding("E105", path, f"{_key(path)} 没有内容"))
        return value

    def dump(self, value: Any) -> Any:
        return str(value)


class Converted(Type):
    """A scalar that is converted by a function raising ValueError for what does not fit.

    ``constraints`` say the same in the words of JSON Schema.
    """

    def __init__(
        self, name: str, convert: Callable[[str], Any], default: Any, constraints: Mapping[str, Any]
    ) -> None:
        self.name = name
        self.convert = convert
        self.default = default
        self.constraints = constraints

    def read(self, value: Any, path: Path, findings: Findings) -> Any:
        if not isinstance(value, str):
            findings.append(Finding("E103", path, f"这里应是{self.name}，不是{_shape(value)}"))
            return self.default
        try:
            return self.convert(value)
        except ValueError:
            message = f"{_key(path)} 应是{self.name}，这里写的是“{clip(value)}”"
            findings.append(Finding("E104", path, message))
            return self.default

    def dump(self, value: Any) -> Any:
        return str(value)


class Choice(Type):
    """A scalar out of a fixed set."""

    def __init__(self, enum: type[StrEnum]) -> None:
        self.enum = enum
        self.default = next(iter(enum))
        self.name = "、".join(enum) + " 之一"

    def read(self, value: Any, path: Path, findings: Findings) -> Any:
        if isinstance(value, str) and value in self.enum.__members__.values():
            return self.enum(value)
        message = f"{_key(path)} 应是 {self.name}，这里写的是{_shape(value)}"
        findings.append(Finding("E104", path, message))
        return self.default

    def dump(self, value: Any) -> Any:
        return str(value)


class ListOf(Type):
    """A sequence, read into a tuple."""

    default: tuple[Any, ...] = ()

    def __init__(self, item: Type) -> None:
        self.item = item
        self.name = "列表"

    def read(self, value: Any, path: Path, findings: Findings) -> tuple[Any, ...]:
        if value == "":
            return ()
        if not isinstance(value, list):
            message = f"{_key(path)} 应是列表（每项一行，以“- ”开头），不是{_shape(value)}"
            findings.append(Finding("E103", path, message))
            return ()
        read = self.item.read
        return tuple(read(item, (*path, index), findings) for index, item in enumerate(value))

    def dump(self, value: Any) -> Any:
        return [self.item.dump(item) for item in value]


class Field(NamedTuple):
    """One key of a mapping. ``doc`` is the Chinese description that editors are shown."""

    key: str
    type: Type
    doc: str
    required: bool = False
    omit: str | None = ""
    """The value that is not written out, because leaving the key out says the same."""


class Object(Type):
    """A mapping with known keys, read into a dataclass.

    ``shorthand`` names the key that a plain text stands for. ``build`` makes the object from
    keyword arguments named like the keys, ``parts`` takes it apart again; the class itself
    and its attributes serve where they are left out. ``verify`` looks at all values together;
    ``constraints`` say the same in the words of JSON Schema.
    """

    def __init__(
        self,
        build: Callable[..., Any],
        *fields: Field,
        shorthand: str = "",
        parts: Callable[[Any], Mapping[str, Any]] | None = None,
        verify: Callable[[Mapping[str, Any], Path, Findings], None] | None = None,
        constraints: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        self.build = build
        self.fields = {field.key: field for field in fields}
        self.required = tuple(field.key for field in fields if field.required)
        self.shorthand = shorthand
        self.parts = parts or self._attributes
        self.verify = verify
        self.constraints = constraints
        self.name = "若干“键: 值”"

    @property
    def default(self) -> Any:
        """An object whose required fields are empty."""
        return self.build(**{key: self.fields[key].type.default for key in self.required})

    def read(self, value: Any, path: Path, findings: Findings) -> Any:
        if self.shorthand and isinstance(value, str):
            value = {self.shorthand: value}
        if not isinstance(value, dict):
            findings.append(Finding("E103", path, f"这里应是{self.name}，不是{_shape(value)}"))
            return self.default
        arguments = {}
        for key, item in value.items():
            field = self.fields.get(key)
            if field is None:
                findings.append(self._unknown(key, path, len(findings) < SUGGESTING))
            else:
                arguments[key] = field.type.read(item, (*path, key), findings)
        for key in self.required:
            if key not in arguments:
                message = f"{_place(path)}缺少必填的“{key}”"
                findings.append(Finding("E102", (*path, key), message))
                arguments[key] = self.fields[key].type.default
        if self.verify:
            self.verify(arguments, path, findings)
        return self.build(**arguments)

    def dump(self, value: Any) -> Any:
        parts = self.parts(value)
        shown = {
            key: field.type.dump(parts[key])
            for key, field in self.fields.items()
            if parts.get(key) not in (None, (), field.omit)
        }
        return shown[self.shorthand] if tuple(shown) == (self.shorthand,) else shown

    def _attributes(self, value: Any) -> Mapping[str, Any]:
        return {key: getattr(value, key) for key in self.fields}

    def _unknown(self, key: str, path: Path, suggest: bool) -> Finding:
        if key.strip() in self.fields:
            message = f"键“{key.strip()}”前后有全角或不间断空格，只能用半角空格"
            return Finding("E101", (*path, key), message, at_key=True)
        close = nearest(key, self.fields, limit=1) if suggest else []
        advice = f"是不是“{close[0]}”？" if close else "可用的键：" + "、".join(self.fields)
        message = f"不认识的键“{clip(key)}”，{advice}"
        return Finding("E101", (*path, key), message, at_key=True)


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "“键: 值”"
    return "列表" if isinstance(value, list) else f"“{clip(value)}”"


def _key(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "文件")


def _place(path: Path) -> str:
    return f"{path_text(path)} " if path else "文件"


def _integer(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise ValueError(text)
    return int(text)


def _number(text: str) -> int | float:
    if not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,6})?", text):
        raise ValueError(text)
    return float(text) if "." in text else int(text)


def _date(text: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _format(text: str) -> str:
    if text != FORMAT:
        raise ValueError(text)
    return text


def _brackets(text: str) -> str:
    if len(text) not in (0, 2):
        raise ValueError(text)
    return text


TEXT = Text()
TEXTS = ListOf(TEXT)
INTEGER = Converted(
    "整数",
    _integer,
    0,
    {"type": ["integer", "string"], "minimum": 0, "maximum": 999999999, "pattern": "^[0-9]{1,9}$"},
)
NUMBER = Converted(
    "数字",
    _number,
    0,
    {"type": ["number", "string"], "minimum": 0, "pattern": r"^[0-9]{1,15}(\.[0-9]{1,6})?$"},
)
DATE = Converted(
    "日期（如 2022-06-01，且确有这一天）",
    _date,
    date.min,
    {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
)
VERSION = Converted("1（本程序读写的格式）", _format, FORMAT, {"enum": [int(FORMAT), FORMAT]})
BRACKETS = Converted("一对括号或空", _brackets, "（）", {"type": "string", "pattern": "^(..)?$"})
LABEL = Converted("一段文字或空", str, None, {"type": "string"})


def _make_task(
    note: str | None = None,
    responsible: Responsibility | None = None,
    notes: Sequence[Note] = (),
    **fields: Any,
) -> Task:
    if note is not None:
        notes = (Note(note, responsible or Responsibility()),)
    return Task(notes=tuple(notes), **fields)


def _task_parts(task: Task) -> Mapping[str, Any]:
    parts = {key: getattr(task, key) for key in TASK.fields if key not in ("note", "responsible")}
    if len(task.notes) == 1 and task.notes[0] == Note(
        task.notes[0].text, task.notes[0].responsible
    ):
        [note] = task.notes
        parts |= {"notes": (), "note": note.text, "responsible": note.responsible}
    if not EDITORIAL.dump(task.editor):
        parts["editor"] = None
    return parts


ONE_WAY_OF_NOTING = {
    "dependentRequired": {"note": ["responsible"], "responsible": ["note"]},
    "not": {"required": ["notes", "note"]},
}


def _one_way_of_noting(values: Mapping[str, Any], path: Path, findings: Findings) -> None:
    if "notes" in values and ("note" in values or "responsible" in values):
        message = "note、responsible 与 notes 只能写一种"
        findings.append(Finding("E106", (*path, "notes"), message))
    elif "note" in values and "responsible" not in values:
        message = "有 note（责任部门原文），却没有 responsible（对它的读法）"
        findings.append(Finding("E102", (*path, "note"), message))
    elif "responsible" in values and "note" not in values:
        message = "有 responsible（读法），却没有 note（责任部门原文）"
        findings.append(Finding("E102", (*path, "responsible"), message))


def _make_plan(
    format: str, document: Document, lists: Any, editor: Any = None, **fields: Any
) -> Plan:
    return Plan(document=document, lists=lists, remarks=editor or (), **fields)


def _plan_parts(plan: Plan) -> Mapping[str, Any]:
    parts = {key: getattr(plan, key) for key in PLAN.fields if key not in ("format", "editor")}
    return parts | {"format": FORMAT, "editor": plan.remarks}


DOCUMENT = Object(
    Document,
    Field("letterhead", TEXT, "红头（原文）"),
    Field("number", TEXT, "发文字号（原文），如 豫科协办发〔2022〕5号"),
    Field(
        "number_place",
        Choice(NumberPlace),
        "文号印在标题上面（above，默认）还是下面（below）",
        omit=NumberPlace.ABOVE,
    ),
    Field("issuer", TEXT, "发文机关（编者填写）"),
    Field("title", TEXT, "文件标题（原文）", required=True),
    Field("year", INTEGER, "文件所属年份（编者填写），四位数字", required=True),
    Field("addressees", TEXT, "主送机关（原文）"),
    Field("body", TEXTS, "正文各段（原文）"),
    Field("ending", TEXTS, "清单之后的落款、日期等各段（原文）"),
)
KIND = Object(
    Kind,
    Field("name", TEXT, "类别名称，如 全省学会", required=True),
    Field("aliases", TEXTS, "别名：日常叫法、拼音；也用来按结尾认出成员单位"),
    shorthand="name",
)
UNIT = Object(
    Unit,
    Field("name", TEXT, "单位名称，与责任部门里的写法一致", required=True),
    Field("kind", TEXT, "所属类别，须在 kinds 里", required=True),
    Field("aliases", TEXTS, "别名：日常叫法、拼音首字母、全拼"),
    Field("remark", TEXT, "编者的说明，如归类的假定"),
)
COLLECTIVE = Object(
    Collective,
    Field("phrase", TEXT, "统称的原文，如 各省辖市和济源示范区科协", required=True),
    Field("all", TEXTS, "“各”：每个单位都负责的类别"),
    Field("some", TEXTS, "“有关”：有的单位负责的类别"),
    Field("party", TEXTS, "“各基层党组织”：由党组织负责的类别"),
)
ACTION = Object(Grouping, Field("name", TEXT, "行动名称", required=True), shorthand="name")
PROJECT = Object(Grouping, Field("name", TEXT, "工程名称", required=True), shorthand="name")
MEASURE = Object(
    Measure,
    Field("heading", TEXT, "紧接在这条举措前的小标题（原文，连标点）"),
    Field("text", TEXT, "一句话，到“。”为止（原文）", required=True),
    shorthand="text",
)
RESPONSIBILITY = Object(
    Responsibility,
    Field("lead", TEXTS, "文件写明牵头的单位；没有写明就不填"),
    Field("support", TEXTS, "文件写明配合的单位"),
    Field("named", TEXTS, "点名的全部单位，按原文先后，含牵头、配合的"),
    Field("collectives", TEXTS, "统称，按原文先后，须在 collectives 里"),
)
NOTE = Object(
    Note,
    Field("text", TEXT, "责任部门的原文，不含括号", required=True),
    Field("after", INTEGER, "写在第几条举措之后，0 是举措之前；不填表示在最后"),
    Field("brackets", BRACKETS, "括号，默认（）；独立成行的写 ''", omit="（）"),
    Field("tail", TEXT, "括号后面的标点（原文）"),
    Field("responsible", RESPONSIBILITY, "对这段责任部门的读法", required=True),
)
TARGET = Object(
    Target,
    Field("what", TEXT, "要达到什么", required=True),
    Field("op", Choice(Op), ">= 以上、不少于；~ 左右；= 没有这类字样", required=True),
    Field("value", NUMBER, "数值", required=True),
    Field("unit", TEXT, "量词，如 期、项、个", required=True),
    Field("modality", TEXT, "原文的语气，如 力争、确保"),
    Field("quote", TEXT, "出处：任务正文里的原话", required=True),
)
DEADLINE = Object(
    Deadline,
    Field("what", TEXT, "什么事", required=True),
    Field("due", DATE, "所述时段的最后一天，如 2022-12-31", required=True),
    Field("precision", Choice(Precision), "原文写到 day 日、month 月、year 年", required=True),
    Field("modality", TEXT, "原文的语气，如 力争、确保"),
    Field("quote", TEXT, "出处：任务正文里的原话", required=True),
)
LINK = Object(
    Link,
    Field("to", TEXT, "落实它的任务编号", required=True),
    Field("strength", Choice(Strength), "strong 直接落实；partial 部分落实", required=True),
)
EDITORIAL = Object(
    Editorial,
    Field("title", TEXT, "原文没有标题时，编者拟的短标题"),
    Field("targets", ListOf(TARGET), "量化指标"),
    Field("deadlines", ListOf(DEADLINE), "时限"),
    Field("links", ListOf(LINK), "落实这项任务的其他任务"),
)
TASK = Object(
    _make_task,
    Field("number", TEXT, "序号，如 14", required=True),
    Field("id", TEXT, "编号；只在“前缀加序号”会重复时才写"),
    Field("label", LABEL, "原文的序号写法，与“14.”不同时才写，如 （一）；没有印就写 ''", omit=None),
    Field("title", TEXT, "标题（原文，连句号）；原文没有就不写"),
    Field("project", TEXT, "它实施的工程，须在 projects 里"),
    Field("measures", ListOf(MEASURE), "举措，一句一条", required=True),
    Field("note", TEXT, "责任部门（原文，不含括号）"),
    Field("responsible", RESPONSIBILITY, "对 note 的读法"),
    Field("notes", ListOf(NOTE), "一项任务有几处责任部门时，代替 note 和 responsible"),
    Field("editor", EDITORIAL, "编者添加的内容"),
    parts=_task_parts,
    verify=_one_way_of_noting,
    constraints=ONE_WAY_OF_NOTING,
)
SECTION = Object(
    Section,
    Field("heading", TEXT, "标题（原文）", required=True),
    Field("action", TEXT, "它实施的行动，须在 actions 里"),
    Field("preamble", TEXTS, "任务之前的段落（原文）"),
    Field("tasks", ListOf(TASK), "任务"),
    Field("closing", TEXTS, "任务之后的段落（原文）"),
)
SECTION.fields["sections"] = Field("sections", ListOf(SECTION), "下一级部分")
LIST = Object(
    TaskList,
    Field("name", TEXT, "清单的简称，如 重点工作", required=True),
    Field("prefix", TEXT, "编号前缀，如 K；其中一个清单可以没有"),
    Field("title", TEXT, "清单的标题（原文）"),
    Field("preamble", TEXTS, "任务之前的段落（原文）"),
    Field("tasks", ListOf(TASK), "任务"),
    Field("sections", ListOf(SECTION), "各部分"),
    Field("closing", TEXTS, "任务之后的段落（原文）"),
)
REMARKS = Object(
    lambda remarks=(): remarks,
    Field("remarks", TEXTS, "编者对整份文件的说明"),
    parts=lambda remarks: {"remarks": remarks},
)
PLAN = Object(
    _make_plan,
    Field("format", VERSION, "格式版本", required=True),
    Field("document", DOCUMENT, "文件本身", required=True),
    Field("editor", REMARKS, "编者添加的内容"),
    Field("kinds", ListOf(KIND), "单位的类别"),
    Field("units", ListOf(UNIT), "被点名的单位"),
    Field("collectives", ListOf(COLLECTIVE), "统称各约束哪些类别"),
    Field("actions", ListOf(ACTION), "行动"),
    Field("projects", ListOf(PROJECT), "工程"),
    Field("lists", ListOf(LIST), "各清单", required=True),
    parts=_plan_parts,
)


def read_plan(data: Any) -> tuple[Plan, list[Finding]]:
    """Turn what YAML gave into a plan, with everything found wrong about its shape.

    The plan is complete only where there are no findings; otherwise empty values stand in
    for what could not be read.
    """
    findings = Findings()
    try:
        return PLAN.read(data, (), findings), findings
    except TooMany:
        return PLAN.default, findings


def dump_plan(plan: Plan) -> dict[str, Any]:
    """Return ``plan`` as mappings, lists and text, in the order of the format."""
    dumped: dict[str, Any] = PLAN.dump(plan)
    return dumped
