"""``plan import`` as it is called: the file it writes, what it says, the code it leaves with."""

import io
import shutil
import sys
from pathlib import Path

import pytest

from plan_cli.cli.loading import load_plan
from tests.conftest import ROOT, Run, run_terminal
from tests.truth import NOTES

DOCUMENT = """\
某市人民政府办公室文件
某政办〔2023〕1号
某市人民政府办公室关于印发2023年重点工作方案的通知
各区人民政府：
现将方案印发给你们。
一、做强产业
1.建设园区。年内建成2个以上园区。（牵头单位：市发改委；配合单位：市财政局、有关部门）
2.培育企业。培育一批企业。（责任单位：市发展改革委，各区人民政府）
"""


@pytest.fixture
def original() -> str:
    shutil.copy(ROOT / "tests" / "data" / "plan2022.md", "原文.md")
    return "原文.md"


def test_the_2022_document_comes_out_as_it_was_read_by_hand(cli: Run, original: str) -> None:
    assert cli("import", original, "-o", "x.yaml").code == 0
    plan = load_plan("x.yaml")
    read = {
        entry.id: (
            list(entry.task.responsible.named),
            list(entry.task.responsible.collectives),
        )
        for entry in plan.entries
    }
    assert read == NOTES
    assert not any(entry.task.responsible.lead for entry in plan.entries)


def test_what_is_written_passes_check_and_gives_the_text_back(cli: Run, original: str) -> None:
    cli("import", original, "-o", "x.yaml")
    result = cli("check", "x.yaml", "--against", original)
    assert result.code == 0
    assert "逐字一致" in result.out + result.err


@pytest.mark.parametrize("form", ["txt", "md", "html", "docx"])
def test_a_document_survives_the_way_out_and_in(cli: Run, form: str) -> None:
    assert cli("text", "-o", f"x.{form}").code == 0
    assert cli("import", f"x.{form}", "-o", "x.yml").code == 0
    plan = load_plan("x.yml")
    assert [entry.id for entry in plan.entries] == list(NOTES)
    assert [list(e.task.responsible.named) for e in plan.entries] == [n for n, _ in NOTES.values()]
    compared = cli("check", "x.yml", "--against", f"x.{form}")
    assert compared.code == 0
    assert "逐字一致" in compared.out + compared.err


def test_doubts_are_told_and_stand_beside_their_places(cli: Run) -> None:
    Path("x.txt").write_text(DOCUMENT, encoding="utf-8")
    result = cli("import", "x.txt", "-o", "x.yaml")
    assert result.code == 0
    assert result.out == ""
    assert "读出 2 项任务，3 个单位，2 种统称" in result.err
    assert "“市发改委”和“市发展改革委”可能是同一个单位" in result.err
    lines = Path("x.yaml").read_text(encoding="utf-8").splitlines()
    place = next(i for i, line in enumerate(lines) if "可能是同一个单位" in line)
    assert lines[place].strip().startswith("# 待核")
    assert "市发展改革委" in lines[place + 1]
    stripped = [line.strip() for line in lines]
    assert stripped[stripped.index("targets:") - 1] == "# 待核：程序从正文提议"


def test_lead_support_and_collectives(cli: Run) -> None:
    Path("x.txt").write_text(DOCUMENT, encoding="utf-8")
    cli("import", "x.txt", "-o", "x.yaml")
    plan = load_plan("x.yaml")
    first, second = (entry.task.responsible for entry in plan.entries)
    assert first.lead == ("市发改委",)
    assert first.support == ("市财政局", "有关部门")
    assert first.collectives == ("有关部门",)
    assert second.lead == ()
    assert second.named == ("市发展改革委",)
    assert second.collectives == ("各区人民政府",)


def test_without_a_file_the_plan_goes_to_standard_output(cli: Run) -> None:
    Path("x.txt").write_text(DOCUMENT, encoding="utf-8")
    result = cli("import", "x.txt")
    assert result.out.startswith("# 由 plan import 从 x.txt 读出")
    Path("y.yaml").write_text(result.out, encoding="utf-8")
    assert cli("check", "y.yaml").code == 0


def test_a_plan_does_not_tell_where_its_document_lay(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "深处").mkdir()
    names = ["原文.txt", str(tmp_path / "深处" / "原文.txt")]
    if sys.platform != "win32":  # there the folder would have to exist
        names.append("C:\\用户\\张三\\原文.txt")
    written = set()
    for name in names:
        Path(name).write_text(DOCUMENT, encoding="utf-8")
        written.add(cli("import", name).out)
    [plan] = written
    assert plan.splitlines()[0] == "# 由 plan import 从 原文.txt 读出。请对照原文核对："


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_standard_input_in_any_encoding(
    cli: Run, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    content = io.BytesIO(DOCUMENT.encode(encoding))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(content))
    done = cli("import", "-")
    assert done.code == 0
    assert "name: 市财政局" in done.out
    assert "标准输入" in done.out


def test_a_file_is_replaced_only_when_asked(cli: Run) -> None:
    Path("x.txt").write_text(DOCUMENT, encoding="utf-8")
    Path("x.yaml").write_text("旧", encoding="utf-8")
    refused = cli("import", "x.txt", "-o", "x.yaml")
    assert refused.code == 4
    assert "--force" in refused.err
    assert Path("x.yaml").read_text(encoding="utf-8") == "旧"
    assert cli("import", "x.txt", "-o", "x.yaml", "--force").code == 0


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("没有.txt", None, "找不到文件"),
        ("x.txt", b"", "空的"),
        ("x.txt", "通知\n没有谁的事。".encode(), "没有找到责任单位"),
        ("x.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "另存为"),
        ("x.docx", b"PK\x03\x04 not a zip", "损坏"),
        ("x.pdf", b"%PDF-1.7 not a pdf", "PDF"),
        ("x.bin", bytes(range(256)) * 20, "看不出"),
    ],
)
def test_what_cannot_be_imported_is_refused(
    cli: Run, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes | None, words: str
) -> None:
    monkeypatch.setenv("PATH", "")  # LibreOffice refuses it too, in a second
    if content is not None:
        Path(name).write_bytes(content)
    result = cli("import", name, "-o", "x.yaml")
    assert result.code == 3
    assert words in result.err
    assert name in result.err
    assert result.out == ""
    assert not Path("x.yaml").exists()


def test_a_missing_extra_says_how_to_install_it(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    Path("x.pdf").write_bytes(b"%PDF-1.7\n")
    result = cli("import", "x.pdf", "-o", "x.yaml")
    assert result.code == 4
    assert f'"{sys.executable}" -m pip install pypdfium2' in result.err


def test_at_a_terminal_nothing_is_cut_and_no_line_is_left_by_the_bar() -> None:
    Path("x.txt").write_text(DOCUMENT, encoding="utf-8")
    seen = run_terminal("import", "x.txt", "-o", "x.yaml")
    assert seen.code == 0
    assert seen.out.startswith("已写入 x.yaml\n读出 2 项任务")


WORDED = {
    "市发改委抓总，市财政局、市科技局协作": ["市发改委", "市财政局", "市科技局"],
    "市经信局主抓，各区人民政府协同": ["市经信局"],
    "市市场监管局、市公安局联合督导": ["市市场监管局", "市公安局"],
    "由市政府办公室统筹，市民政局具体负责": ["市政府办公室", "市民政局"],
    "市财政局负总责，市审计局监督": ["市财政局", "市审计局"],
    "市交通局承担，市住建局等部门参加": ["市交通局", "市住建局"],
    "责任单位：市水利局牵头，市生态环境局督办": ["市水利局", "市生态环境局"],
    "市文旅局会同市公安局推动": ["市文旅局", "市公安局"],
    "市人社局协调，各有关部门按照职责分工抓好落实": ["市人社局"],
}
"""Notes of an invented document, each with a verb of its own, and the units they name."""


def test_check_knows_every_word_that_import_knows(cli: Run) -> None:
    items = [f"{n}.做好第{n}件事。年内完成。（{note}）" for n, note in enumerate(WORDED, 1)]
    Path("x.txt").write_text(DOCUMENT.partition("1.")[0] + "\n".join(items), encoding="utf-8")
    assert cli("import", "x.txt", "-o", "x.yaml").code == 0
    read = [list(entry.task.responsible.named) for entry in load_plan("x.yaml").entries]
    assert read == list(WORDED.values())
    checked = cli("check", "x.yaml", "--strict")
    assert (checked.code, checked.out) == (0, "")


def test_persons_in_a_table_are_no_units_that_were_forgotten(cli: Run) -> None:
    rows = [("任务", "责任单位", "责任领导"), ("建设园区。", "市发改委", "张三、李明华")]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    Path("x.html").write_text(f"<p>2023年任务清单</p><table>{cells}</table>", encoding="utf-8")
    assert cli("import", "x.html", "-o", "x.yaml").code == 0
    assert cli("check", "x.yaml", "--strict").code == 0
    text = Path("x.yaml").read_text(encoding="utf-8").replace("text: 市发改委", "text: 市财政局")
    Path("x.yaml").write_text(text, encoding="utf-8")
    assert "“市财政局”没有读进" in cli("check", "x.yaml").out
