"""Documents broken in every way a disk, a form or a hand can break them, and what import does.

Shared by `test_broken` and by the longer run in ``fuzz/``.
"""

import io
import re
import zipfile
from pathlib import Path

from hypothesis import strategies as st

from plan_cli.importers.registry import read_document
from tests.importers.built import BUILT
from tests.importers.test_golden import TYPED
from tests.mutations import Outcome, edited, raw_controls, run

BASES = {path.name: path.read_bytes() for path in TYPED} | {n: make() for n, make in BUILT.items()}

PIECES = (
    "（责任单位：", "责任部门：甲部", "牵头单位：", "（甲局牵头，乙局配合）", "配合", "负责", "等",
    "下同", "，", "、", "。", "；", "：", "（", "）", "“", "《", "一、", "（一）", "1.", "1.1",
    "（1）", "①", "第一条", "附件", "附件1", "目录", "2024年", "6月底前", "13月32日前", "100%",
    "9" * 30, "|", "|---|", "# ", "**", "- ", "<td>", "<tr>", "</table>", "<table>", "<br>",
    "&#0;", "&lt;", "<p", "\t", "\u3000", "\u2028", "\ufeff", "\x00", "\x1b[2J", "\u202e",
    "字" * 300, "甲部、" * 100,
)  # fmt: skip


INNER = (
    "word/document.xml", "word/document.xml", "word/numbering.xml", "word/styles.xml",
    "Doc_0/0.xml", "Doc_0/1.xml", "Doc_0/Document.xml", "OFD.xml",
)  # fmt: skip
"""The parts of archives that are broken, the most important ones more often."""


@st.composite
def broken_documents(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a document's name and its content with one to four things done to it."""
    name = draw(st.sampled_from(sorted(BASES)))
    content = BASES[name]
    if name.endswith((".docx", ".ofd")) and draw(st.integers(0, 9)):
        return name, _with_broken_part(draw, content)
    return name, edited(draw, content, PIECES)


def _with_broken_part(draw: st.DrawFn, content: bytes) -> bytes:
    """Break the text of one part of a Word or OFD file, which stays an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    broken = draw(st.sampled_from([name for name in INNER if name in parts]))
    apart = re.sub(rb"<(?=w:|ofd:)", b"\n<", parts[broken])
    parts[broken] = re.sub(rb"\n<(?=w:|ofd:)", b"<", edited(draw, apart, PIECES))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


LOST = ("与原文不一致", "没有原样收入", "去掉了", "没有找到明显的标题", "没有找到标题")
"""What import says where the plan does not give the document back."""
SLOWEST = 5.0
"""Processor seconds; a guard against hanging."""


def import_all(document: Path) -> list[Outcome]:
    """Import ``document``, check and list what was written, hold it against the lines read.

    A table cannot be held against its document: a plan prints its rows as paragraphs.
    """
    imported = run(("import", str(document)))
    outcomes = [imported, run(("import", str(document)), terminal=True)]
    if imported.code == 0:
        plan = document.with_suffix(".yaml")
        plan.write_text(imported.out, encoding="utf-8")
        outcomes += [run(("check", str(plan))), run(("list", "-p", str(plan)))]
        lines = read_document(document.read_bytes(), document.name).lines
        if not any(line.cells for line in lines):
            held = document.with_suffix(".txt")
            held.write_text("\n".join(line.text for line in lines), encoding="utf-8")
            outcomes.append(run(("check", str(plan), "--against", str(held))))
    return outcomes


def judge_import(outcomes: list[Outcome]) -> None:
    """Raise AssertionError for what import must never do."""
    for outcome in outcomes:
        assert outcome.seconds < SLOWEST, outcome
        assert not raw_controls(outcome.err), outcome
    imported, _, *others = outcomes
    assert (imported.code, imported.out == "") in ((0, False), (3, True)), imported
    if imported.code == 0:
        checked, listed, *compared = others
        assert (checked.code, listed.code) == (0, 0), (checked, listed)
        if compared and not any(words in imported.err for words in LOST):
            assert compared[0].code == 0, (imported.err, compared)
