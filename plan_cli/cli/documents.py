"""Official documents as people hand them over: a file or standard input, named in messages."""

from collections.abc import Iterator
from contextlib import contextmanager

from plan_cli.errors import InputError
from plan_cli.planfile.bytes import MAX_BYTES, read_bytes, read_stdin
from plan_cli.planfile.source import STDIN, Source, shown_name
from plan_cli.reports.fidelity import Original


def open_document(file: str) -> bytes:
    """Return the content of ``file``, or of standard input; raises InputError."""
    content = read_stdin() if file == STDIN else read_bytes(file)
    if len(content) > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        message = f"{shown_name(file)}：超过 {limit} MB"
        raise InputError(message, "请只保留正文，或去掉图片。")
    return content


@contextmanager
def naming(file: str) -> Iterator[None]:
    """Put the name of ``file`` before what is wrong with its content."""
    try:
        yield
    except InputError as error:
        raise InputError(f"{shown_name(file)}：{error.message}", error.hint) from None


def read_original(file: str) -> Original:
    """Return an original, which may be in any form that ``plan import`` reads."""
    from plan_cli.importers.original import original_text

    content = open_document(file)
    with naming(file):
        text, unread = original_text(content, file)
    return Original(Source(shown_name(file), text), unread)
