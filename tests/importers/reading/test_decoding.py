import pytest

from plan_cli.errors import InputError
from plan_cli.importers.reading.decoding import decode

TEXT = "一、做好科普工作。（责任单位：科普部）\n二、办好学术年会。（责任单位：学会部）\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
def test_encodings_are_found_by_themselves(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_few_spoilt_bytes_do_not_lose_the_rest() -> None:
    content = bytearray((TEXT * 50).encode())
    content[10] = 0xFF
    assert "办好学术年会" in decode(bytes(content))


def test_characters_beyond_the_first_plane() -> None:
    assert decode("𠮷林路".encode("gb18030")) == "𠮷林路"


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"\x7fELF" + bytes(2000)])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="看不出这是什么文件"):
        decode(content)


def test_two_letters_are_enough_to_tell_utf_16() -> None:
    assert decode("ab".encode("utf-16-le")) == "ab"


def test_so_many_letters_of_other_scripts_are_no_utf_16() -> None:
    assert decode(("é" * 14 + "a" * 86).encode("utf-16-le"))[:2] == "éé"
    with pytest.raises(InputError):
        decode(("é" * 15 + "a" * 85).encode("utf-16-le"))


@pytest.mark.parametrize(
    ("good", "spoilt", "read"),
    [(0, 3, True), (0, 4, False), (496, 3, True), (494, 4, False), (496, 4, True), (496, 5, False)],
)
def test_of_a_text_no_more_than_so_many_bytes_may_be_spoilt(
    good: int, spoilt: int, read: bool
) -> None:
    content = ("好" * good).encode() + b"\xff" * spoilt
    if read:
        assert decode(content).count("\ufffd") == spoilt
    else:
        with pytest.raises(InputError):
            decode(content)


@pytest.mark.parametrize(("size", "few"), [(10, 2), (200, 3), (20_000, 102), (40_000, 102)])
def test_so_many_controls_may_stand_in_a_text(size: int, few: int) -> None:
    for count in (few, few + 1):
        text = "\x01" * count + "好" * (size - count)
        if count == few:
            assert decode(text.encode()) == text
        else:
            with pytest.raises(InputError):
                decode(text.encode())
