"""Archives without the clock: the same report gives the same bytes."""

import io
import re
import zipfile
from datetime import date

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can hold; every member gets it."""

CORE = "docProps/core.xml"
_STAMP = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_STAMPED = (
    '<dcterms:{0} xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:type="dcterms:W3CDTF">{1}T00:00:00Z</dcterms:{0}>'
)


def repack(archive: bytes, made: date | None) -> bytes:
    """Return a docx or xlsx file with fixed dates instead of the time of writing.

    Its properties tell the day it was ``made``, or none.
    """
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == CORE:
                content = _stamp(content, made)
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            target.writestr(member, content)
    return buffer.getvalue()


def _stamp(core: bytes, made: date | None) -> bytes:
    def stamped(found: re.Match[bytes]) -> bytes:
        if made is None:
            return b""
        return _STAMPED.format(found[1].decode(), made.isoformat()).encode()

    return _STAMP.sub(stamped, core)
