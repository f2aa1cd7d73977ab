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
