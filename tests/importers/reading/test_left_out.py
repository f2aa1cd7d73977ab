from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.reading.left_out import LeftOut, left_out_doubts


def test_each_cause_is_told_once_with_its_first_words() -> None:
    found = [
        LeftOut(Cause.STRUCK, "甲", "第 1 行"),
        LeftOut(Cause.HIDDEN, "丁" * 30, "第 2 行"),
        *(LeftOut(Cause.STRUCK, words, "第 3 行") for words in "甲乙丙丁"),
    ]
    assert left_out_doubts(found) == [
        Doubt(Cause.STRUCK, (), "第 1 行、第 3 行", ("“甲”、“乙”、“丙”等 5 处",)),
        Doubt(Cause.HIDDEN, (), "第 2 行", (f"“{'丁' * 20}……（共 30 字）”",)),
    ]
