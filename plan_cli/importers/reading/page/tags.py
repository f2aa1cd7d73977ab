"""What the elements of a page are to a reader."""


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


PARTS = _tags("div section article main header footer aside center form td th")
"""Elements that a page is divided into."""
BLOCKS = PARTS | _tags(
    "p ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table tbody thead tr hr blockquote pre fieldset"
    " body html"
)
BREAKING = BLOCKS | _tags("br")
"""Elements before and behind which a line ends."""
BOLD = _tags("b strong")
VOID = _tags("br hr img input meta link col area base wbr source embed param track")
SILENT = _tags("script style head title template noscript button nav rt rp")
"""Elements that hold no text of a document, or only help to read it."""
FORM_FIELDS = _tags("input select textarea")
"""Elements that show words which somebody filled in or chose."""
STRUCK = _tags("del s strike")
DRAWN = _tags("img svg canvas object embed iframe")
"""Elements that may show words which cannot be read."""
ENDED_BY = {
    "p": BLOCKS,
    "li": _tags("li"),
    "tr": _tags("tr tbody"),
    **dict.fromkeys(("td", "th"), _tags("td th tr tbody")),
    **dict.fromkeys(("dt", "dd"), _tags("dt dd")),
    **dict.fromkeys(("rt", "rp"), _tags("rt rp rb")),
    "head": _tags("body"),
}
"""Elements that need no end tag, with the tags that begin behind their end."""
MAX_DEPTH = 2000
