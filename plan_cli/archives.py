"""Zip archives as they come: opened within bounds, their names decoded as they were meant."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

MAX_PART = 64 * 1024 * 1024
MAX_PARTS = 256 * 1024 * 1024
"""Bytes, unpacked: of one part, of all together."""
MAX_NAMES = 20_000
_UTF8 = 0x800
_LOCKED = 0x1
FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    IndexError,
    OverflowError,
    UnicodeError,
)
"""What opening a broken archive may raise."""


class BrokenArchive(Exception):
    """An archive cannot be opened, or a part of it cannot be unpacked."""


class Archive:
    """The parts of an archive. Raises BrokenArchive when made, and when a part is read."""

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except FAILURES:
            raise BrokenArchive from None
        infos = [info for info in self._archive.infolist() if not info.is_dir()]
        if len(infos) > MAX_NAMES or any(info.header_offset < 0 for info in infos):
            raise BrokenArchive
        self._parts = {_name(info): info for info in infos}

    @property
    def names(self) -> list[str]:
        """The names of all parts, folders parted by ``/``."""
        return list(self._parts)

    @property
    def size(self) -> int:
        """How many bytes all parts have unpacked; no more are ever unpacked."""
        return sum(info.file_size for info in self._parts.values())

    @property
    def locked(self) -> bool:
        """Whether a password is needed for any part."""
        return any(info.flag_bits & _LOCKED for info in self._parts.values())

    def read(self, name: str) -> bytes:
        """Return the part called ``name``, which must be there."""
        info = self._parts[name]
        if info.file_size > MAX_PART:
            raise BrokenArchive
        try:
            return self._archive.read(info)
        except FAILURES:
            raise BrokenArchive from None


def _name(info: zipfile.ZipInfo) -> str:
    """Return a name as it was meant: without the mark for UTF-8, Chinese programs write GBK.

    Some write UTF-8 without its mark; but short names in GBK can look like Russian in UTF-8.
    """
    name = info.filename
    if not info.flag_bits & _UTF8:
        raw = name.encode("cp437", "replace")
        unicode = raw.decode("utf-8", "replace")
        chinese = "\ufffd" not in unicode and any(char >= "\u0800" for char in unicode)
        name = unicode if chinese else raw.decode("gb18030", "replace")
    return name.replace("\\", "/").lstrip("/")


_PIECE = 65536


def in_pieces(content: bytes) -> Iterator[bytes]:
    """Yield ``content`` piece by piece, for parsers of XML.

    One that refuses what it is given goes on to the end of that, and keeps how deep it is.
    """
    for start in range(0, len(content), _PIECE):
        yield content[start : start + _PIECE]
