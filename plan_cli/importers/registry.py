"""Which documents can be imported. Modules are named here and imported only when used.

To add a form, write ``from_x.py`` with ``read(content, progress)`` and add one line to `READERS`.
"""

from importlib import import_module
from pathlib import PurePath
from typing import Any, NamedTuple

from plan_cli.errors import InputError, OutputError, install_hint
from plan_cli.importers.containers import in_archive, in_mail
from plan_cli.importers.doubts import Doubt
from plan_cli.importers.reading.lines import RECOGNISERS, Printed, Progress, no_progress
from plan_cli.importers.reading.radicals import in_characters
from plan_cli.importers.sniffing import kind_of


class Reader(NamedTuple):
    """What reads one form of document."""

    name: str
    suffixes: tuple[str, ...]
    libraries: tuple[str, ...] = ()
    """The distributions that read it, if they may be missing."""
    called: str = ""
    """What people call such files, if not by the name."""


READERS = (
    Reader("docx", (".docx", ".docm", ".dotx"), libraries=("python-docx",)),
    Reader("office", (".doc", ".wps", ".rtf", ".odt")),
    Reader("pdf", (".pdf",), libraries=("pypdfium2",)),
    Reader("xlsx", (".xlsx", ".xlsm"), libraries=("openpyxl",)),
    Reader("ofd", (".ofd",), libraries=("ofdkit",)),
    Reader("html", (".html", ".htm", ".xhtml")),
    Reader("text", (".txt", ".md", ".markdown", ".text")),
    Reader(
        "scan",
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"),
        libraries=RECOGNISERS,
        called="图片",
    ),
)
READABLE = "、".join(suffix[1:] for reader in READERS for suffix in reader.suffixes[:2])
"""The forms that can be read, as people are told."""
_BY_NAME = {reader.name: reader for reader in READERS}
_CONTAINERS = {"zip": in_archive, "mail": in_mail}
"""What holds documents, and what finds the one in it."""


class Document(NamedTuple):
    """A document and what reads it."""

    reader: Reader
    content: bytes
    doubts: tuple[Doubt, ...] = ()
    """What a person should know of where it was found."""

    def read(self, progress: Progress = no_progress) -> Printed:
        """Return what is printed in it. Raises what `read_document` raises."""
        try:
            printed: Printed = self._module.read(self.content, progress)
        except ModuleNotFoundError as error:
            if not self.reader.libraries:
                raise
            called = self.reader.called or f" {self.reader.name.upper()} "
            message = f"没有装读{called}的组件（缺少 {error.name}）"
            raise OutputError(message, install_hint(*self.reader.libraries)) from error
        return in_characters(printed._replace(doubts=(*self.doubts, *printed.doubts)))

    def plain(self) -> str:
        """Return every text in the file with no reader's judgment; nothing if no reader can."""
        plain = getattr(self._module, "plain", None)
        return str(plain(self.content)) if plain else ""

    @property
    def _module(self) -> Any:
        return import_module(f"plan_cli.importers.reading.from_{self.reader.name}")


def read_document(content: bytes, name: str, progress: Progress = no_progress) -> Printed:
    """Return what is printed in a document; its content says what it is, its name where that fails.

    Raises InputError for what cannot be read, OutputError with the install command where
    the library that reads it is missing.
    """
    return find_document(content, name).read(progress)


def find_document(content: bytes, name: str) -> Document:
    """Return what ``content`` is, or the one document that a mail or an archive holds.

    Raises InputError for forms that are known but not read, and for several documents in one.
    """
    if not content.strip():
        raise InputError("文件是空的", "请核对是否选错了文件。")
    kind = kind_of(content, name)
    doubts: tuple[Doubt, ...] = ()
    if kind.name in _CONTAINERS:
        content, name, doubts = _CONTAINERS[kind.name](content, _is_readable)
        kind = kind_of(content, name)
    if kind.name not in _BY_NAME:
        raise InputError(f"内容是{kind.called}，不能直接读", kind.advice)
    return Document(_BY_NAME[kind.name], content, doubts)


def _is_readable(content: bytes, name: str) -> bool:
    """Say whether a file inside another is a document; of plain texts, those called so.

    Pictures beside a document are its covers and seals.
    """
    found = _BY_NAME.get(kind_of(content, name).name)
    suffix = PurePath(name).suffix.lower()
    if found is None or found.name == "scan":
        return False
    return found.name != "text" or suffix in found.suffixes
