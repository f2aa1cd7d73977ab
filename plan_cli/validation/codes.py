"""What each code means: how grave it is, and what to do. Severity is decided here alone.

错误 stops every command: answers would be wrong. 警告 lets the file work but is most likely a
slip. 提示 is a matter of habit. A code names a rule and stays, whatever its severity becomes.
"""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "错误"
    WARNING = "警告"
    HINT = "提示"


class Code(NamedTuple):
    """One rule, as people are told of it."""

    severity: Severity
    advice: str
    """One sentence that says how to mend it."""


_E, _W, _H = Severity

CODES = {
    "E001": Code(_E, "请核对文件名、权限和编码。"),
    "E002": Code(_E, "请核对是否选错了文件。"),
    "E003": Code(_E, "请检查这一行和上一行的缩进、冒号和引号。"),
    "E004": Code(_E, "请删去这个字符，它多半是从别处粘贴带来的。"),
    "E005": Code(_E, "请去掉这种写法，计划文件只用“键: 值”、列表和文字。"),
    "E101": Code(_E, "请改成正确的键名；自己的说明请写成注释（# 开头）。"),
    "E102": Code(_E, "请补上这一项。"),
    "E103": Code(_E, "请检查冒号、短横线和缩进，改成所要的写法。"),
    "E104": Code(_E, "请按所说的写法改正这个值。"),
    "E105": Code(_E, "请填上内容；原文没有这一项就删去整行。"),
    "E106": Code(_E, "只有一处责任部门就用 note 和 responsible，有几处才用 notes。"),
    "E107": Code(_E, "请删去重复的一个，或把两处内容合在一起。"),
    "E201": Code(_E, "请核对序号；两个清单序号相同时，给其中一个清单加 prefix。"),
    "E202": Code(_E, "请删去重复的一项，别名可以合在一起。"),
    "E203": Code(_E, "请改正写法，或在 kinds 里声明这个类别。"),
    "E204": Code(_E, "请改正写法，或在 actions（行动）、projects（工程）里声明它。"),
    "E205": Code(_E, "请改正写法，或在 units（单位）、collectives（统称）里声明它。"),
    "E206": Code(_E, "牵头、配合的单位要写进 named，统称要写进 collectives。"),
    "E207": Code(_E, "请照责任部门的原文改正名称和先后。"),
    "E208": Code(_E, "after 写它前面有几条举措，0 是在举措之前；在最后的不用写。"),
    "E209": Code(_E, "请写这份文件里另一项任务的编号，如 14、K3。"),
    "E210": Code(_E, "请从任务正文里原样摘录，一字不改。"),
    "E301": Code(_W, "请删去其中一个别名，否则按它查询会说不清是谁。"),
    "E302": Code(_W, "请核对责任部门是否漏读了它；确实没有点名就删去这个单位。"),
    "E303": Code(_W, "请核对责任部门是否漏读了它；确实没有用到就删去这个统称。"),
    "E304": Code(_W, "请在 all、some 或 party 里写明它约束哪些类别，否则没有单位因它负责。"),
    "E305": Code(_H, "没有统称涉及这个类别，按它查询总是空的；可以删去。"),
    "E306": Code(_W, "请在它的部分（action）或任务（project）上写明，或删去这项声明。"),
    "E307": Code(_W, "一个类别在一个统称里只能是“各”“有关”“党组织”中的一种。"),
    "E311": Code(_W, "请对照原文，看是否漏了任务或写错了序号。"),
    "E312": Code(_W, "请对照原文，看 actions、projects 是否写全。"),
    "E313": Code(_W, "请把它写进 named（单位）或 collectives（统称）。"),
    "E314": Code(_W, "请对照原文，中文里通常用全角标点“，、；：（）”。"),
    "E315": Code(_W, "请对照原文补上举措。"),
    "E316": Code(_H, "一条举措是一句话，到“。”为止，请从“。”后面分成两条。"),
    "E317": Code(
        _W,
        "请把序号写成 1、2、3 这样的数字，（1）这样的写在 label 里，一、（二）照原文写。",
    ),
    "E321": Code(_W, "请核对年份；出处里写明这一年的不会提示。"),
    "E322": Code(_W, "year 是四位数字的年份，如 2022。"),
    "E323": Code(_W, "请核对数值与出处是否一致。"),
    "E401": Code(_W, "请删去这个看不见的字符，它会使文字看起来与实际不同。"),
    "E402": Code(_H, "不影响使用；可另存为不带 BOM 的 UTF-8。"),
    "E403": Code(_H, "请删去行末的空格。"),
    "E404": Code(_W, "请删去多余的空格或换行，一段文字写成一行。"),
    "E405": Code(_W, "若是正文，请给整段加半角引号；若是注释，请在 # 后面空一格，或另起一行写。"),
    "E406": Code(
        _W,
        "请与同一级的键或列表项对齐，缩进和冒号用半角，冒号后面空一格，并核对上面的引号有没有收尾。",
    ),
    "E407": Code(_W, "没有内容就删去这一项；确实是这几个字符，请加半角引号。"),
    "E408": Code(_W, "请改成半角逗号加空格，多写的删去；名称本身带这个标点的不用改。"),
    "E501": Code(_E, "请以原文为准改正编码；若原文本身抄录有误，则改正原文。"),
}
"""By code: 0 reading the file, 1 its shape, 2 what makes answers wrong, 3 what is likely a
slip, 4 the characters, 5 the original."""
