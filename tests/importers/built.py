"""Documents for the golden corpus in forms that cannot be typed: Word, PDF and OFD."""

from collections.abc import Callable

import docx

from tests.importers.making import (
    add_numbering,
    numbered,
    ofd_typeset,
    pdf_of,
    ruled,
    saved,
    show,
    tabled,
    typeset,
)


def automatic_numbers() -> bytes:
    """A notice whose numbers Word prints, with bold titles and notes in paragraphs of their own."""
    document = docx.Document()
    add_numbering(document, [("chineseCounting", "%1、"), ("decimal", "%2．")])
    for text in (
        "东湖区教育局文件",
        "东教发〔2024〕15号",
        "关于印发《东湖区2024年校园安全重点工作》的通知",
        "各学校、幼儿园，局机关各科室：",
        "现将《东湖区2024年校园安全重点工作》印发给你们，请认真落实。",
        "东湖区教育局",
        "2024年3月5日",
    ):
        document.add_paragraph(text)
    document.add_heading("东湖区2024年校园安全重点工作", 1)
    numbered(document, "完善制度", 0)
    numbered(document, "修订应急预案。4月底前各学校完成修订。（责任科室：安全科、办公室）", 1)
    numbered(document, "开展督导检查。全年检查不少于4次。", 1)
    document.add_paragraph("责任科室：督导室、安全科，各学校")
    numbered(document, "加强保障", 0)
    numbered(document, "", 1)
    document.paragraphs[-1].add_run("配齐安保人员。").bold = True
    document.paragraphs[-1].add_run("新增专职保安员120名。（责任科室：人事科、财务科）")
    numbered(document, "建设智慧安防系统。覆盖30所学校。（责任科室：信息中心，有关学校）", 1)
    return saved(document)


def merged_cells() -> bytes:
    """A table in Word: sections across it, a leader and units that hold for several rows."""
    document = docx.Document()
    document.add_paragraph("白沙镇2025年人居环境整治任务清单")
    table = tabled(
        document,
        ("序号", "工作任务", "具体措施", "牵头领导", "责任单位", "完成时限"),
        ("一、环境整治", "", "", "", "", ""),
        ("1", "整治河道", "清理河道8公里。", "陈某某", "镇水利站、各村", "2025年5月底前"),
        ("2", "管护河道", "建立巡查制度。", "", "", "2025年6月底前"),
        ("3", "清理垃圾", "取缔露天垃圾池26个。", "林某某", "镇环卫所", "2025年9月底前"),
        ("二、绿化美化", "", "", "", "", ""),
        ("4", "栽植树木", "绿化村道12公里。", "黄某某", "镇林业站、各村", "2025年3月12日前"),
    )
    for row in (1, 5):
        table.cell(row, 0).merge(table.cell(row, 5))
    for column in (3, 4):
        table.cell(2, column).merge(table.cell(3, column))
    return saved(document)


PRINTED = (
    "南岭省加快数据要素市场建设2025年工作要点",
    [
        "为加快数据要素市场化配置改革，根据全省工作部署，制定本工作要点。",
        "一、健全制度规则",
        "（一）完善数据产权制度。出台公共数据授权运营管理办法，6月底前完成征求意见。"
        "（省数据局牵头，省司法厅、省财政厅配合）",
        "（二）建立数据流通标准。制定地方标准不少于5项，推动重点行业企业参与标准研制，"
        "形成一批可复制、可推广的经验做法。（省市场监管局、省数据局牵头，"
        "省工业和信息化厅、省交通运输厅、省卫生健康委按职责分工负责）",
        "二、培育市场主体",
        "（三）发展数据商和第三方服务机构。培育数据企业300家以上，"
        "建设数据产业园区4个，引导各类市场主体依法依规参与数据交易。（省数据局、"
        "省工业和信息化厅，各市（州）人民政府负责）",
        "（四）建设数据交易场所。年内交易额突破10亿元，完善登记、评估、结算等服务功能，"
        "加强交易全过程监管，防范数据安全风险。（省地方金融管理局牵头）",
        "三、强化安全保障",
        "（五）落实数据分类分级保护制度。组织开展数据安全检查2次，督促有关单位整改问题，"
        "提升重要数据和个人信息保护水平。（省委网信办牵头，省公安厅、省通信管理局配合）",
    ],
)
"""A title and its paragraphs, long enough for two pages."""


def set_in_type() -> bytes:
    """Two printed pages: lines that end at the margin, a note and a task over the page break."""
    return typeset(*PRINTED)


def printed_by_the_state() -> bytes:
    """The same pages in the state's own form."""
    return ofd_typeset(*PRINTED)


def ruled_table() -> bytes:
    """A table whose lines are drawn on the page, cells broken into several lines."""
    rows = [
        ["序号", "重点任务", "目标要求", "牵头单位", "配合单位"],
        ["1", "推进污水处\n理提质增效", "新建污水管网60\n公里。", "市住房城乡建\n设局", "市财政局"],
        ["2", "实施水系\n连通", "连通河湖3处。", "市水利局", "市财政局、\n各区政府"],
        ["3", "开展节水\n行动", "创建节水单位20\n家以上。", "市水利局", "市机关事务\n局"],
    ]
    content = ruled(60, 700, [40, 90, 120, 100, 100], rows)
    return pdf_of("\n".join([show(140, 740, "汉阳市2024年水环境治理任务分解表", 18), content]))


BUILT: dict[str, Callable[[], bytes]] = {
    "自动编号.docx": automatic_numbers,
    "合并单元格.docx": merged_cells,
    "排印.pdf": set_in_type,
    "排印.ofd": printed_by_the_state,
    "表格.pdf": ruled_table,
}
