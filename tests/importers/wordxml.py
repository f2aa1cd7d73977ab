"""Word documents written by hand, element by element, for what python-docx does not make."""

import io
import zipfile

NAMES = (
    " ".join(
        f'xmlns:{prefix}="http://schemas.{rest}"'
        for prefix, rest in (
            ("w", "openxmlformats.org/wordprocessingml/2006/main"),
            ("m", "openxmlformats.org/officeDocument/2006/math"),
            ("a", "openxmlformats.org/drawingml/2006/main"),
            ("r", "openxmlformats.org/officeDocument/2006/relationships"),
            ("mc", "openxmlformats.org/markup-compatibility/2006"),
            ("wps", "microsoft.com/office/word/2010/wordprocessingShape"),
        )
    )
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def word(body: str, **parts: str) -> bytes:
    """Return a document with this body, and parts such as ``styles`` beside it."""
    files = {
        f"word/{name}.xml": f"<w:{name} {NAMES}>{inner}</w:{name}>" for name, inner in parts.items()
    }
    return packed({"word/document.xml": document(body), **files})


def document(body: str) -> str:
    return f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"


def packed(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def links(*those: tuple[str, str, str]) -> str:
    """Return a part of relationships: kind, id, target."""
    inner = "".join(
        f'<Relationship Type="{KIND}{kind}" Id="{name}" Target="{target}"/>'
        for kind, name, target in those
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def p(*runs: str, props: str = "") -> str:
    """Return a paragraph; what is no element is text."""
    inner = "".join(each if each.startswith("<") else r(each) for each in runs)
    return f"<w:p><w:pPr>{props}</w:pPr>{inner}</w:p>"


def r(text: str, props: str = "") -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, number: int, level: int = 0, more: str = "") -> str:
    """Return a paragraph of list ``number``."""
    return p(
        text, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>{more}'
    )


def lvl(at: int, form: str, text: str, more: str = "") -> str:
    """Return a level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, inner: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{inner}</w:abstractNum>'


def num(name: int, of: int, inner: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{inner}</w:num>'


def tc(text: str, props: str = "") -> str:
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{p(text)}</w:tc>"


def tr(*cells: str, props: str = "") -> str:
    inner = "".join(each if each.startswith("<") else tc(each) for each in cells)
    return f"<w:tr><w:trPr>{props}</w:trPr>{inner}</w:tr>"


def style(name: str, inner: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}">{inner}</w:style>'


def run(inner: str) -> str:
    """Return a run that holds something else than text."""
    return f"<w:r>{inner}</w:r>"


def vml(inner: str) -> str:
    """Return a text box of the old form."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"


def drawn(inner: str) -> str:
    """Return a text box of the new form."""
    return f"<w:drawing><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></w:drawing>"


def alternative(choice: str, fallback: str) -> str:
    """Return two forms of one thing, for new and for old programs."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )
