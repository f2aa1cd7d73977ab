"""What a person should look at after an import: every doubt with its words, and where it stands.

To add a doubt, add one line to `Cause` and yield it where it is found.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from plan_cli.model.walk import Path


class Cause(Enum):
    """What is doubted, in the words a person is told; ``{}`` is what it is about."""

    CONTAINED = "文件是{}，读的是里面的“{}”"
    CONVERTED = "由 LibreOffice 转换成 docx 后读出，编号和表格请对照原件核对"
    PICTURE = "只有图片，没有读出文字，请对照原件核对"
    PARTS_LOST = "文件有损坏，有的内容没有读出，请对照原件核对"

    TITLE_GUESSED = "没有找到明显的标题，取了开头的一行"
    NO_TITLE = "没有找到标题，请填写"
    NO_YEAR = "文件里没有找到年份，请填写"
    LETTERHEAD = "标题之上的文字都放在了红头里，请核对"
    FURNITURE = "去掉了不属于正文的文字（页码、页眉、网页栏目等）：{}"
    RADICALS = "{} 个字用的是部首的编码，不是字的编码，已换成字：{}"

    GARBLED = "有字体没有写明是什么字，读不出的字写作 □，请对照原文"
    TABLE_UNREAD = "有表格没有画全框线，分不清各行各栏，按一行行文字读入"
    SHEETS_LEFT_OUT = "工作表“{}”隐藏了，或没有任务表的表头，没有读"
    HIDDEN_CELLS = "隐藏的行、列没有读：{}"
    BEYOND = "工作表太大，从 {} 起没有读；请分成几个工作簿"
    NO_VALUE = "公式没有存下算出的值，读不出：{}；请用 Excel 或 WPS 打开后保存一次"

    OTHER_HOLDERS = "表格的“{}”一栏没有当作责任单位；如果由它负责，请补入"
    GROUP_NOTE = "“{}”写在合并的单元格里，已记入这一组的每一项"
    REPEATED = "正文里的 {} 项与表格里的任务相同，按正文段落收入；责任单位以表格为准"

    TRACKED = "文档里有修订痕迹，按全部接受后的样子读入；请核对这是不是定稿"
    STRUCK = "划掉的文字没有读入：{}"
    HIDDEN = "隐藏的文字没有读入：{}"
    NOTES = "脚注、尾注不在正文里，没有读入：{}"
    COMMENTS = "批注（{} 条）不是正文，没有读入：{}"
    MARGINS = "页眉、页脚、水印不是正文，没有读入：{}"
    NOTE_MARKS = "注释的标号没有读入：{}"
    EQUATION = "这里有公式，只读入了其中的文字，请对照原文：{}"
    EQUATION_LOST = "这里有公式，没有读入，请对照原文补上：{}"
    SYMBOL = "这里有读不出的符号，请对照原文补上"
    DRAWINGS = "这里有图片、图表或嵌入的对象，里面如果有文字，没有读入"
    EMBEDDED = "这里嵌入了另一个文件，没有读入"
    FORM_FIELDS = "这里有填写框，里面的文字没有读入：{}"
    COUNTED = "自动编号的域（{}）没有存下编号，按先后补了编号，请对照原文"
    FIELD_LOST = "这里有 Word 自动算出的内容（{}），没有存下，没有读入，请对照原文"
    NUMBER_FORM = "自动编号的格式（{}）没有照样印出，用了阿拉伯数字"

    RECOGNISED = "第 {} 页的文字是从图片识别的，可能有错字、漏字，请与原件逐字校对；印章没有读"
    NO_WORDS = "第 {} 页没有识别出文字；如果不是空白页，请对照原件补上"
    WEAK = "识别得没有把握的 {} 行，请对照原件：{}"
    UNREAD = "这里还有字没有识别出来，请对照原件补上：{}"
    LIKE_TABLE = "{}的文字像是表格，没有分出各栏，请对照原件"
    NOT_RECOGNISED = "PDF 的第 {} 页没有文字，没有读；要识别图片里的文字，{}"

    CONVENTION = "正文约定“{}”；每处第一个单位都记为 lead"
    LEAD_MARK = "正文约定“{}”；带这个标记的单位都记为 lead"
    SECTION_NOTE = "这个标题自己也带责任单位，格式里部分不能有责任单位，没有计入下面的任务"
    BARE_SECTION = "“{}”里没有责任单位，按正文段落收入，没有作为任务"
    ONLY_TITLE = "只有一句话，当作标题，没有举措；如果不是标题，请移到 measures"
    NO_NOTE = "没有找到责任单位；可能写在别处，也可能文件就没有写"

    UNCLOSED = "责任单位的括号没有收尾，按到段末为止读取，请核对"
    PERSONS = "责任人“{}”是个人，没有计入责任单位"
    TIMES = "责任单位里还写有时限“{}”，没有计入时限"
    ODD_NAME = "“{}”不像单位名称，暂按单位录入，请核对"
    FIRST_LEADS = "文件约定列第一位的为牵头单位；从这里起每处第一个单位都记为 lead"
    STANDING = "“{}”：后面各项没有列出的，没有逐项补入责任单位"
    NOBODY = "这处责任单位里没有读出单位，请核对"
    OPEN_LISTS = "名单以“等”结尾，可能不止列出的单位"
    SHARED_TAIL = "几个单位共用末一个的词尾，全称作为别名补上了，请核对：{}"
    JOINTLY = "写“会同”，没有写明牵头，lead 没有填"

    PROPOSED = "程序从正文提议"
    KINDS = "单位的类别是按名称提议的"
    COLLECTIVES = "统称约束的类别：“各”提议为 all，“有关、相关”提议为 some"
    LOOKALIKES = "“{}”和“{}”可能是同一个单位；没有合并"
    PREFIX = "编号前缀 {} 是程序起的，可以改"
    RENUMBERED = "序号有重复（如各部分从头编号），{} 项任务另起了编号（id）"

    SKIPPED = "{}，请对照原文，看是否漏了"
    CELL_LOST = "原文“{}”没有原样收入，请核对"
    DIFFERS = "“{}”之后与原文不一致：原文“{}”，读出“{}”"
    MORE_DIFFER = "另有 {} 处与原文不一致，请用 plan check 对照原文"


ASIDES = frozenset((Cause.TIMES, Cause.PROPOSED, Cause.KINDS, Cause.COLLECTIVES, Cause.GROUP_NOTE))
"""For these a comment in the file is enough; they need not be told by themselves."""


class Doubt(NamedTuple):
    """Something a person should look at: what, where in the plan, where in the source."""

    cause: Cause
    path: Path = ()
    place: str = ""
    about: tuple[str | int, ...] = ()

    @property
    def message(self) -> str:
        """What is doubted and why."""
        return self.cause.value.format(*self.about)

    @property
    def aside(self) -> bool:
        """Whether a comment in the file is enough, and it need not be told by itself."""
        return self.cause in ASIDES


MOST = 5
"""More places, or words, than these are counted only."""
MAX_WORDS = 120


class Told:
    """What is to be told of how a document was read, gathered by cause."""

    def __init__(self) -> None:
        self.place = ""
        """Where the reader is."""
        self._found: dict[Cause, tuple[Counter[str], dict[str, None]]] = {}

    def add(self, cause: Cause, words: str = "") -> None:
        """Note that something is to be told of this place."""
        where, said = self._found.setdefault(cause, (Counter(), {}))
        where[self.place] += 1
        if words:
            said[words] = None

    def doubts(self) -> Iterator[Doubt]:
        """Yield one doubt for each cause: its places, how often it was met, what was said."""
        for cause, (where, said) in self._found.items():
            quoted = [f"“{words[:MAX_WORDS]}{'…' * (len(words) > MAX_WORDS)}”" for words in said]
            about = (where.total(), some(quoted, ""))
            yield Doubt(cause, (), places(list(where)), about[2 - cause.value.count("{}") :])


def some(words: Sequence[str], between: str) -> str:
    """Return the first of many words, or places, and how many there are."""
    shown = between.join(words[:MOST])
    return shown if len(words) <= MOST else f"{shown}等 {len(words)} 处"


def places(found: Sequence[str]) -> str:
    """Return the places where something was found many times, for one doubt."""
    return some(list(dict.fromkeys(found)), "、")
