from plan_cli.importers.original import _unread, original_text


def test_a_plain_text_stands_as_it_is_its_radicals_made_characters() -> None:
    text, unread = original_text("办好 ⼤会。\n— 1 —\n".encode(), "x.txt")
    assert (text, unread) == ("办好 大会。\n— 1 —\n", ())


def test_what_a_plain_reading_has_more_is_told_and_nothing_else() -> None:
    page = (
        "<p>办好<b>年</b>会<s>二十</s>5场，覆盖10<sup>4</sup>人。</p>"
        "<p hidden>隐藏的一项。</p><p>5场。</p>"
    )
    text, unread = original_text(page.encode(), "x.html")
    assert text == "办好年会5场，覆盖10⁴人。\n5场。"
    assert unread == ("二十", "隐藏的一项")


def test_words_put_together_otherwise_are_not_missing() -> None:
    assert list(_unread("办好年会活动", ["年会活动", "办好"])) == []
    assert list(_unread("办好年会活动", ["年会活动"])) == ["办好"]
    assert list(_unread("一是办好\n一是办好", ["一是办好"])) == []
