"""The text of a document as a whole, for a plan to be held against."""

from plan_cli.importers.reading.decoding import decode
from plan_cli.importers.registry import find_document
from plan_cli.importers.shaping.layout import laid_out


def original_text(content: bytes, name: str) -> str:
    """Return the text of a document, its page furniture aside; a plain text as it stands.

    Raises what `read_document` raises.
    """
    document = find_document(content, name)
    if document.reader.name == "text":
        return decode(document.content)
    text = laid_out(document.read().lines)
    return "\n".join(paragraph.text for paragraph in text.paragraphs)
