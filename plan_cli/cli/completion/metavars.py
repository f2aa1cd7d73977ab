"""What a parameter takes: the word that help and complaints call it by, and what can stand there.

A parameter of the program is declared with such a word as its metavar; completion follows.
"""

from enum import Enum
from typing import Final

from plan_cli.query.choices import Choices, id_choices, name_choices, party_choices


class Elsewhere(Enum):
    """Values that come neither from the plan nor from a list."""

    FILES = "files"
    """Files and folders: the shell knows them."""
    PLANS = "plans"
    """Files of which one is the plan that the other values are read from."""
    FORMS = "forms"
    """The forms that the command offers."""


class Values(str):
    """A metavar that knows what it stands for."""

    known: Choices | Elsewhere

    def __new__(cls, word: str, known: Choices | Elsewhere) -> "Values":
        """Make the metavar ``word``."""
        made = super().__new__(cls, word)
        made.known = known
        return made


FILE: Final = Values("文件名", Elsewhere.FILES)
PLAN_FILE: Final = Values("文件名", Elsewhere.PLANS)
FOLDER_NAME: Final = Values("文件夹", Elsewhere.FILES)
DOCUMENT: Final = Values("文件", Elsewhere.FILES)
OLD_PLAN: Final = Values("旧文件", Elsewhere.PLANS)
NEW_PLAN: Final = Values("新文件", Elsewhere.PLANS)
FORM: Final = Values("格式", Elsewhere.FORMS)
ID: Final = Values("编号", id_choices)
NAME: Final = Values("名称", name_choices)
PARTY: Final = Values("部门", party_choices)
PARTY_NAME: Final = Values("部门名称", party_choices)
