from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.unfolding import unfolded

ONE_LINE = (
    "某区关于推进数字经济发展的实施方案为贯彻上级部署，制定本方案。一、夯实基础（一）建设算力中心。"
    "加快建设智算中心，推动算力普惠。（责任单位：区发改局）（二）完善网络。推进5G建设，新建基站200个，"
    "实现重点场所全覆盖。（责任单位：区工信局）二、壮大产业（三）培育企业。培育规上企业20家以上。"
    "（牵头单位：区工信局；配合单位：区税务局）某区人民政府2024年3月1日"
)


def texts(text: str) -> list[str]:
    return [part.text for part, _ in unfolded(Paragraph(text, "第 1 行"))]


def test_a_document_on_one_line() -> None:
    assert [text[:8] for text in texts(ONE_LINE)] == [
        "某区关于推进数字", "为贯彻上级部署，", "一、夯实基础", "（一）建设算力中",
        "（二）完善网络。", "二、壮大产业", "（三）培育企业。", "某区人民政府",
        "2024年3月1",
    ]  # fmt: skip
    assert "".join(texts(ONE_LINE)) == ONE_LINE


def test_short_paragraphs_and_those_with_one_note_are_left_alone() -> None:
    for text in ("一、科普（一）活动。（责任单位：科普部）", "做好工作，一是甲；二是乙。" * 20):
        assert texts(text) == [text]
