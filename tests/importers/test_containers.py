import io
import zipfile
from email.message import EmailMessage

import pytest

from plan_cli import archives
from plan_cli.errors import InputError
from plan_cli.importers import containers
from plan_cli.importers.containers import Inner, in_archive, in_mail
from tests.importers.making import packed


def readable(content: bytes, name: str) -> bool:
    return content.startswith(b"text") and not name.endswith(".csv")


def mail(*attached: tuple[str, bytes], text: str = "见附件", html: str = "") -> bytes:
    message = EmailMessage()
    message["To"] = "office@example.org"
    message["Subject"] = "要点"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in attached:
        message.add_attachment(content, "application", "octet-stream", filename=name)
    return message.as_bytes()


def told(found: Inner) -> list[str]:
    return [doubt.message for doubt in found.doubts]


def test_the_one_readable_attachment_is_the_document() -> None:
    found = in_mail(mail(("要点.docx", b"text 1"), ("标志.png", b"\x89PNG")), readable)
    assert found[:2] == (b"text 1", "要点.docx")
    assert told(found) == ["文件是邮件，读的是里面的“要点.docx”"]


@pytest.mark.parametrize(
    "written",
    [
        'filename="=?GBK?B?0qq14y50eHQ=?="',
        "filename*=utf-8''%E8%A6%81%E7%82%B9.txt",
        "filename==?utf-8?Q?=E8=A6=81=E7=82=B9.txt?=",
    ],
)
def test_names_of_attachments_are_decoded(written: str) -> None:
    content = (
        "To: a@example.org\nMIME-Version: 1.0\nContent-Type: application/octet-stream\n"
        f"Content-Disposition: attachment; {written}\n\ntext"
    )
    assert in_mail(content.encode(), readable).name == "要点.txt"


def test_several_attachments_are_listed_and_one_is_asked_for() -> None:
    content = mail(("甲.docx", b"text 1"), ("乙.pdf", b"text 2"), ("丙.rar", b"Rar!"))
    with pytest.raises(InputError, match=r"邮件里有 2 个能读的文件：甲.docx、乙.pdf") as raised:
        in_mail(content, readable)
    assert "另存成文件" in raised.value.hint


def test_two_attachments_of_one_name_are_two() -> None:
    with pytest.raises(InputError, match="2 个能读的文件"):
        in_mail(mail(("甲.docx", b"text 1"), ("甲.docx", b"text 2")), readable)


def test_attachments_that_cannot_be_read_are_named() -> None:
    with pytest.raises(InputError, match=r"邮件里没有能读的文件；里面有：甲.rar"):
        in_mail(mail(("甲.rar", b"Rar!")), readable)


def test_without_attachments_the_text_of_a_mail_is_read_and_told() -> None:
    found = in_mail(mail(text="一、总则", html="<p>一、总则</p>"), readable)
    assert found[:2] == (b"<p>\xe4\xb8\x80\xe3\x80\x81\xe6\x80\xbb\xe5\x88\x99</p>\n", "x.html")
    assert told(found) == ["文件是邮件，读的是里面的“邮件正文”"]


def test_a_web_page_saved_with_its_pictures_is_the_page() -> None:
    content = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
        "Content-Location: file:///C:/x.htm\nContent-Type: text/html\n"
        "Content-Transfer-Encoding: quoted-printable\n\n<html>=D2=BB</html>\n--b\n"
        'Content-Location: file:///C:/x.png\nContent-Type: image/png; name="x.png"\n\nPNG\n--b--\n'
    )
    found = in_mail(content.encode(), readable)
    assert (found.content, found.doubts) == ("<html>一</html>".encode("gbk"), ())


def test_an_empty_mail_and_an_endless_one_are_refused() -> None:
    with pytest.raises(InputError, match="没有附件，也没有文字"):
        in_mail(b"To: a\nMIME-Version: 1.0\n\n", readable)
    inner = 'Content-Type: multipart/mixed; boundary="b{0}"\n\n--b{0}\n'
    for nested in (inner, "Content-Type: message/rfc822\n\n"):
        content = "MIME-Version: 1.0\n" + "".join(nested.format(i) for i in range(3000))
        with pytest.raises(InputError, match="层次过多"):
            in_mail(content.encode(), readable)


def test_what_systems_leave_in_archives_is_passed_over() -> None:
    content = packed(
        {"__MACOSX/._要点.docx": "text", "a/~$要点.docx": "text", "a/要点.docx": "text"}
    )
    assert in_archive(content, readable).name == "a/要点.docx"


@pytest.mark.parametrize(
    ("name", "encoding"), [("要.txt", "gbk"), ("工作要点.txt", "gbk"), ("工作要点.txt", "utf-8")]
)
def test_names_in_archives_are_read_as_chinese_programs_write_them(
    name: str, encoding: str
) -> None:
    raw = name.encode(encoding)
    standing_in = "x" * (len(raw) - 4) + ".txt"
    content = packed({standing_in: "text"}).replace(standing_in.encode(), raw)
    assert in_archive(content, readable).name == name


def test_several_documents_in_an_archive_are_listed() -> None:
    content = packed({f"{i}.docx": "text" for i in range(30)})
    with pytest.raises(InputError, match=r"压缩包里有 30 个能读的文件：0.docx、.* 等 30 个$"):
        in_archive(content, readable)


def test_archives_that_cannot_be_opened_are_refused() -> None:
    with pytest.raises(InputError, match="压缩包损坏"):
        in_archive(b"PK\x03\x04", readable)
    with pytest.raises(InputError, match="里面有：（空的）"):
        in_archive(packed({}), readable)
    locked = bytearray(packed({"a.docx": "text"}))
    directory = locked.index(b"PK\x01\x02")
    locked[6] = locked[directory + 8] = 1
    with pytest.raises(InputError, match="压缩包设有密码"):
        in_archive(bytes(locked), readable)


def test_archives_that_unpack_without_end_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for i in range(5):
            archive.writestr(f"{i}.txt", bytes(60 * 1024 * 1024))
    with pytest.raises(InputError, match="超过 256 MB"):
        in_archive(buffer.getvalue(), readable)


def test_a_picture_that_the_text_shows_is_not_attached_and_all_else_is() -> None:
    head = 'To: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'
    text = "Content-Type: text/plain\n\ntext\n--b\n"
    for more, kind, name in (
        ("Content-ID: <1>\n", "image/png", "x.plain"),
        ("", "image/png", "x"),
        ("Content-ID: <1>\n", "application/x", "x"),
    ):
        part = f"Content-Type: {kind}\nContent-Disposition: inline; filename=x\n{more}\ntext\n"
        assert in_mail(f"{head}{text}{part}--b--\n".encode(), readable).name == name


def test_a_mail_may_hold_so_many_parts_that_hold_parts_and_no_more() -> None:
    mail = b"To: a\nMIME-Version: 1.0\n\n" + b"message/\n" * 40
    assert in_mail(mail, readable).name == "x.plain"
    with pytest.raises(InputError, match="层次过多"):
        in_mail(mail + b"message/", readable)


def test_all_names_are_told_if_there_are_no_more_than_twenty() -> None:
    content = packed({f"{i}.docx": "text" for i in range(20)})
    with pytest.raises(InputError, match=r"、19\.docx$"):
        in_archive(content, readable)


def test_an_archive_as_large_as_it_may_be_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MAX_PARTS", 4)
    assert in_archive(packed({"a.docx": "text"}), readable).content == b"text"
    with pytest.raises(InputError, match="超过 256 MB"):
        in_archive(packed({"a.docx": "texts"}), readable)


def test_an_archive_with_too_many_or_too_large_parts_is_broken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = packed({"a.docx": "text", "b.csv": "texts"})
    monkeypatch.setattr(archives, "MAX_NAMES", 2)
    monkeypatch.setattr(archives, "MAX_PART", 5)
    assert in_archive(content, readable).name == "a.docx"
    for limit in ("MAX_NAMES", "MAX_PART"):
        with monkeypatch.context() as less:
            less.setattr(archives, limit, 1 if limit == "MAX_NAMES" else 4)
            with pytest.raises(InputError, match="压缩包损坏"):
                in_archive(content, readable)
