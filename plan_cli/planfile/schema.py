"""The format of a plan file: one table of fields from which reading and dumping follow."""

from collections.abc import Mapping
from typing import Any

from plan_cli.model.plan import (
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
from plan_cli.planfile import two_ways
from plan_cli.planfile.findings import Finding, Findings, TooMany
from plan_cli.planfile.objects import Field, Object
from plan_cli.planfile.scalars import (
    BRACKETS,
    DATE,
    FORMAT,
    INTEGER,
    LABEL,
    NUMBER,
    TEXT,
    TEXTS,
    VERSION,
)
from plan_cli.planfile.values import ListOf, OneOf


def _task_parts(task: Task) -> Mapping[str, Any]:
    parts = {key: getattr(task, key) for key in TASK.fields if key not in ("note", "responsible")}
    if not EDITORIAL.dump(task.editor):
        parts["editor"] = None
    return parts | two_ways.parts(task)


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
        OneOf(NumberPlace),
        "文号印在标题上面（above，默认）还是下面（below）",
        omit="above",
    ),
    Field("issuer", TEXT, "发文机关（整理者填写）"),
    Field("title", TEXT, "文件标题（原文）", required=True),
    Field("year", INTEGER, "文件所属年份（整理者填写），四位数字", required=True),
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
    Field("remark", TEXT, "整理者的说明，如归类的假定"),
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
    Field("lead", TEXTS, "文件写明牵头的单位或统称；没有写明就不填"),
    Field("support", TEXTS, "文件写明配合的单位或统称"),
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
    Field("op", OneOf(Op), ">= 以上、不少于；~ 左右；= 没有这类字样", required=True),
    Field("value", NUMBER, "数值", required=True),
    Field("unit", TEXT, "量词，如 期、项、个", required=True),
    Field("modality", TEXT, "要求程度，原文的话，如 力争、确保"),
    Field("quote", TEXT, "出处：任务正文里的原话", required=True),
)
DEADLINE = Object(
    Deadline,
    Field("what", TEXT, "什么事", required=True),
    Field("due", DATE, "所述时段的最后一天，如 2022-12-31", required=True),
    Field("precision", OneOf(Precision), "原文写到 day 日、month 月、year 年", required=True),
    Field("modality", TEXT, "要求程度，原文的话，如 力争、确保"),
    Field("quote", TEXT, "出处：任务正文里的原话", required=True),
)
LINK = Object(
    Link,
    Field("to", TEXT, "落实它的任务编号", required=True),
    Field("strength", OneOf(Strength), "strong 直接落实；partial 部分落实", required=True),
)
EDITORIAL = Object(
    Editorial,
    Field("title", TEXT, "原文没有标题时，整理者拟的短标题"),
    Field("targets", ListOf(TARGET), "量化指标"),
    Field("deadlines", ListOf(DEADLINE), "时限"),
    Field("links", ListOf(LINK), "落实这项任务的其他任务"),
)
TASK = Object(
    two_ways.make_task,
    Field("number", TEXT, "序号，如 14", required=True),
    Field("id", TEXT, "编号；只在“前缀加序号”会重复时才写"),
    Field("label", LABEL, "原文的序号写法，与“14.”不同时才写，如 （一）；没有印就写 ''", omit=None),
    Field("title", TEXT, "标题（原文，连句号）；原文没有就不写"),
    Field("project", TEXT, "它实施的工程，须在 projects 里"),
    Field("measures", ListOf(MEASURE), "举措，一句一条", required=True),
    Field("note", TEXT, "责任部门（原文，不含括号）"),
    Field("responsible", RESPONSIBILITY, "对 note 的读法"),
    Field("notes", ListOf(NOTE), "一项任务有几处责任部门时，代替 note 和 responsible"),
    Field("editor", EDITORIAL, "整理者添加的内容"),
    parts=_task_parts,
    verify=two_ways.verify,
    constraints=two_ways.CONSTRAINTS,
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
    Field("remarks", TEXTS, "整理者对整份文件的说明"),
    parts=lambda remarks: {"remarks": remarks},
)
PLAN = Object(
    _make_plan,
    Field("format", VERSION, "格式版本", required=True),
    Field("document", DOCUMENT, "文件本身", required=True),
    Field("editor", REMARKS, "整理者添加的内容"),
    Field("kinds", ListOf(KIND), "单位的类别"),
    Field("units", ListOf(UNIT), "被点名的单位"),
    Field("collectives", ListOf(COLLECTIVE), "统称各约束哪些类别"),
    Field("actions", ListOf(ACTION), "行动"),
    Field("projects", ListOf(PROJECT), "工程"),
    Field("lists", ListOf(LIST), "各清单", required=True),
    parts=_plan_parts,
)
KEYS = frozenset(
    key for thing in tuple(globals().values()) if isinstance(thing, Object) for key in thing.fields
)
"""Every key of the format."""


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
