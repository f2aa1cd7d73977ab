import pytest

from plan_cli.importers.shaping.spacing import stray_spaces, without_spaces


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("做 好科 普工作 ，提升 能力。", "做好科普工作，提升能力。"),
        ("责任单位：县农业农村局 县财政局 各乡镇", "责任单位：县农业农村局 县财政局 各乡镇"),
        ("责任单位：县农业 农村局、县财政 局", "责任单位：县农业农村局、县财政局"),
        ("责任单位：县信访局 石门镇 长坪乡", "责任单位：县信访局 石门镇 长坪乡"),
        ("责任单位：石门镇 卫生院", "责任单位：石门镇卫生院"),
        ("牵头单位：县水利局 责任单位：县财政局", "牵头单位：县水利局 责任单位：县财政局"),
        ("● 做好 服务", "● 做好服务"),
        ("由县水利局 县财政局办理", "由县水利局县财政局办理"),
    ],
)
def test_spaces_are_stray_unless_they_part_the_names_behind_a_label(text: str, clean: str) -> None:
    assert without_spaces(text, (), stray_spaces(text))[0] == clean


def test_bold_moves_with_its_words() -> None:
    text = "做 好 科普"
    assert without_spaces(text, ((2, 5),), stray_spaces(text)) == ("做好科普", ((1, 3),))
