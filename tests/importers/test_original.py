from plan_cli.importers.original import original_text


def test_a_plain_text_stands_as_it_is_its_radicals_made_characters() -> None:
    assert original_text("办好 ⼤会。\n— 1 —\n".encode(), "x.txt") == "办好 大会。\n— 1 —\n"
