"""The text of a document as a whole, for a plan to be held against."""

from plan_cli.importers.reading.decoding import decode
from plan_cli.importers.registry import find_reader, read_document
from plan_cli.importers.shaping.layout import laid_out
from plan_cli.text import without_radicals


def original_text(content: bytes, name: str) -> str:
    """Return the text of a document, its page furniture aside; a plain text as it stands.

    Raises what `read_document` raises.
    """
    if find_reader(content, name).name == "text":
        return without_radicals(decode(content))
    text = laid_out(read_document(content, name).lines)
    return "\n".join(paragraph.text for paragraph in text.paragraphs)
