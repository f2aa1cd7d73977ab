import pytest

from plan_cli.errors import InputError, OutputError
from plan_cli.importers import registry
from plan_cli.importers.registry import READERS, find_document, read_document
from tests.importers.making import packed
from tests.importers.test_sniffing import old_office

TASK = "一、提升科普能力。（责任单位：科普部）"
PAGE = f"<html><body><p>{TASK}</p></body></html>"


@pytest.mark.parametrize(
    ("content", "name", "form"),
    [
        (b"%PDF-1.7", "x.txt", "pdf"),
        (packed({"word/document.xml": "x"}), "x.wps", "docx"),
        (b"<html><body>", "x.doc", "html"),
        (TASK.encode(), "x.pdf", "text"),
        (b"\x89PNG\r\n\x1a\n", "-", "scan"),
        (b"\xff\xd8\xff\xe0", "x.png", "scan"),
        (b"II*\0", "x.tif", "scan"),
    ],
)
def test_the_content_says_what_reads_it(content: bytes, name: str, form: str) -> None:
    assert find_document(content, name).reader.name == form


@pytest.mark.parametrize(
    ("content", "name", "words", "advice"),
    [
        (b" \n", "x.txt", "空的", "选错"),
        (old_office("Workbook"), "x.et", r"内容是旧的 Excel 工作簿（xls、et），不能直接读", "xlsx"),
        (old_office("EncryptedPackage"), "x.docx", "内容是设有密码的 Office 文件", "去掉密码"),
        (old_office("__properties_version1.0"), "x.msg", "Outlook 邮件", "附件另存"),
        (packed({"ppt/presentation.xml": "x"}), "x.docx", "演示文稿（pptx）", "复制"),
        (b"Rar!\x1a\x07\x01", "x.rar", "压缩包（RAR）", "解压"),
    ],
)
def test_what_is_known_but_not_read_is_refused_with_advice(
    content: bytes, name: str, words: str, advice: str
) -> None:
    with pytest.raises(InputError, match=words) as raised:
        find_document(content, name)
    assert advice in raised.value.hint


@pytest.mark.parametrize("name", ["x.doc", "x.xls"])
def test_a_web_page_called_otherwise_is_read_as_one(name: str) -> None:
    [line] = read_document(PAGE.encode("gb18030"), name).lines
    assert line.text == TASK


def test_the_one_document_in_an_archive_is_read_and_told() -> None:
    content = packed({"通知/要点.txt": TASK, "封面.png": b"\x89PNG\r\n\x1a\n", "表.csv": "a,b"})
    printed = read_document(content, "x.zip")
    assert [line.text for line in printed.lines] == [TASK]
    assert [doubt.message for doubt in printed.doubts] == [
        "文件是压缩包，读的是里面的“通知/要点.txt”"
    ]


def test_an_archive_in_an_archive_is_not_opened() -> None:
    inner = packed({"要点.txt": TASK})
    with pytest.raises(InputError, match=r"没有能读的文件；里面有：内.zip"):
        read_document(packed({"内.zip": inner}), "x.zip")


def test_readers_are_there() -> None:
    for reader in READERS:
        assert registry.import_module(f"plan_cli.importers.reading.from_{reader.name}").read


def test_radicals_are_made_characters_in_every_form() -> None:
    for page, name in (("办好⼤会", "x.txt"), ("<html><p>办好⼤会", "x.html")):
        printed = read_document(page.encode(), name)
        assert [line.text for line in printed.lines] == ["办好大会"]
        assert len(printed.doubts) == 1


def test_pictures_without_what_recognises_them_are_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(registry, "import_module", missing)
    with pytest.raises(OutputError, match="没有装读图片的组件") as raised:
        read_document(b"\x89PNG\r\n\x1a\n", "x.png")
    assert "pip install rapidocr onnxruntime" in raised.value.hint
