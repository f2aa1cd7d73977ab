"""A document inside something else: attached to a mail, packed in an archive. One level deep."""

import re
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from pathlib import PurePath
from typing import NamedTuple

from plan_cli.archives import MAX_PARTS, Archive, BrokenArchive
from plan_cli.errors import InputError
from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.text import visible

MAX_NESTED = 40
"""Parts of a mail that hold parts; reading each line takes as long as it stands deep."""
SHOWN = 20
"""How many names are told."""
_UNSEEN = ("__MACOSX/", ".DS_Store", "Thumbs.db", "~$")
"""What systems and programs leave in archives."""

_HOLDS = re.compile(rb"\bboundary\b[*0-9]*\s*=|message/", re.I)
"""What is written where a part of a mail holds parts."""

Readable = Callable[[bytes, str], bool]
"""Says whether a content with this name is a document that can be read."""


class Inner(NamedTuple):
    """A document that was inside another file."""

    content: bytes
    name: str
    doubts: tuple[Doubt, ...]


def in_archive(content: bytes, readable: Readable) -> Inner:
    """Return the only document in a zip archive. Raises InputError if it holds none or several."""
    broken = InputError("压缩包损坏，打不开", "请重新下载，或用解压软件解压后，再用里面的文件。")
    try:
        archive = Archive(content)
        if archive.locked:
            raise InputError("压缩包设有密码", "请先用密码解压，再用里面的文件。")
        if archive.size > MAX_PARTS:
            raise InputError("压缩包解开后超过 256 MB", "请先解压，再用里面的文件。")
        names = [name for name in archive.names if not _is_left_over(name)]
        parts = ((name, archive.read(name)) for name in names)
        return _only("压缩包", names, (each for each in parts if readable(each[1], each[0])))
    except BrokenArchive:
        raise broken from None


def _is_left_over(name: str) -> bool:
    return name.startswith(_UNSEEN) or PurePath(name).name.startswith(_UNSEEN)


def in_mail(content: bytes, readable: Readable) -> Inner:
    """Return the only document attached to a mail; where nothing is attached, the mail's own text.

    A page with its pictures (mht) has the form of a mail without attachments. Raises InputError
    if no attachment can be read, or several can.
    """
    if len(_HOLDS.findall(content)) > MAX_NESTED:
        raise InputError("邮件的层次过多，不像正常的邮件", "请把附件另存成文件，再试。")
    mail = message_from_bytes(content)
    parts = [part for part in mail.walk() if not part.is_multipart()]
    attached = [part for part in parts if _is_attached(part)]
    if not attached:
        return _body(mail, parts)
    found = ((_file_name(part), _bytes(part)) for part in attached)
    names = [_file_name(part) for part in attached]
    return _only("邮件", names, (each for each in found if readable(each[1], each[0])))


def _is_attached(part: Message) -> bool:
    """Say whether a part is a file of its own, not a picture that the text shows."""
    shown = part["Content-ID"] or part["Content-Location"]
    if shown and part.get_content_maintype() == "image":
        return False
    return bool(part.get_filename()) or part.get_content_disposition() == "attachment"


def _file_name(part: Message) -> str:
    """Return the name of a part, which mail programs write in several ways."""
    name = part.get_filename() or "没有名称的附件"
    try:
        return str(make_header(decode_header(name)))
    except (HeaderParseError, LookupError, ValueError):
        return name


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _body(mail: Message, parts: list[Message]) -> Inner:
    by_type = {part.get_content_type(): part for part in reversed(parts)}
    part = by_type.get("text/html") or by_type.get("text/plain")
    content = _bytes(part) if part else b""
    if not part or not content.strip():
        raise InputError("邮件里没有附件，也没有文字", "请核对是否选错了文件。")
    told = (Doubt(Cause.CONTAINED, about=("邮件", "邮件正文")),) if mail["To"] else ()
    return Inner(content, f"x.{part.get_content_subtype()}", told)


def _only(holder: str, names: list[str], found: Iterator[tuple[str, bytes]]) -> Inner:
    """Return the one document found in ``holder``; where it is refused, what is in it is told."""
    first = next(found, None)
    if first is None:
        raise InputError(
            f"{holder}里没有能读的文件；里面有：{_listed(names)}",
            "请把里面的文件另存出来，再按提示转换。",
        )
    name, content = first
    others = [other for other, _ in found]
    if others:
        raise InputError(
            f"{holder}里有 {len(others) + 1} 个能读的文件：{_listed([name, *others])}",
            "请把要导入的那一个另存成文件（压缩包先解压），再用那个文件。",
        )
    return Inner(content, name, (Doubt(Cause.CONTAINED, about=(holder, visible(name))),))


def _listed(names: list[str]) -> str:
    more = f" 等 {len(names)} 个" if len(names) > SHOWN else ""
    return "、".join(visible(name) for name in names[:SHOWN]) + more if names else "（空的）"
