import pytest

from plan_cli.importers.reading.lines import Span, joined_lines, joined_runs, shifted


def test_only_words_in_letters_are_kept_apart() -> None:
    assert joined_lines(("推进科", "普工作")) == "推进科普工作"
    assert joined_lines(("open", "source")) == "open source"
    assert joined_lines(("建设5", "G基站，T", "3航站楼")) == "建设5G基站，T3航站楼"
    assert joined_lines(("GDP", "")) == "GDP"


@pytest.mark.parametrize(
    ("spans", "offset", "end", "moved"),
    [
        ([(2, 4)], 3, 9, [(5, 7)]),
        ([(2, 4)], -3, 9, [(0, 1)]),
        ([(2, 4)], -4, 9, []),
        ([(2, 4)], 6, 9, [(8, 9)]),
        ([(2, 4)], 7, 9, []),
        ([(0, 1), (2, 4)], -1, 9, [(1, 3)]),
    ],
)
def test_stretches_are_moved_and_cut(
    spans: list[Span], offset: int, end: int, moved: list[Span]
) -> None:
    assert list(shifted(spans, offset, end)) == moved


@pytest.mark.parametrize(
    ("runs", "text", "bold"),
    [
        ([("做好", True), ("科普", True)], "做好科普", ((0, 4),)),
        ([("做好", True), (" ，", False), ("科普", True)], "做好 ，科普", ((0, 2), (4, 6))),
        ([("做好", True), ("\n科普", True)], "做好 科普", ((0, 5),)),
        ([("做好", True), ("的", False), ("科普", True)], "做好的科普", ((0, 2), (3, 5))),
        ([("做好 ", False), (" 科普", True)], "做好 科普", ((3, 5),)),
        ([("做好", False), (" ", True)], "做好", ()),
    ],
)
def test_runs_as_one_text_with_its_bold_stretches(
    runs: list[tuple[str, bool]], text: str, bold: tuple[Span, ...]
) -> None:
    assert joined_runs(runs) == (text, bold)
