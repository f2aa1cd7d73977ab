from plan_cli.importers.reading.lines import joined_lines


def test_only_words_in_letters_are_kept_apart() -> None:
    assert joined_lines(("推进科", "普工作")) == "推进科普工作"
    assert joined_lines(("open", "source")) == "open source"
    assert joined_lines(("建设5", "G基站，T", "3航站楼")) == "建设5G基站，T3航站楼"
    assert joined_lines(("GDP", "")) == "GDP"
