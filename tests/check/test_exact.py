"""Text back to the very bytes that it was read from."""

from __future__ import annotations

import pytest

from speechparse.check.exact import Exact, InexactError
from speechparse.decode import decode

TEXT = "一、抓学习\r\n二、抓落实\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_encoding_comes_back(encoding: str) -> None:
    """With its byte order mark where it had one, and its line ends."""
    data = TEXT.encode(encoding)
    text, name = decode(data)

    assert text == TEXT
    assert Exact(data, text, name).encode(text) == data
    assert Exact(data, text, name).encode(text[3:]) == data[: len(data) - len(TEXT.encode(encoding))] + (
        text[3:].encode(encoding)
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "big5", "gbk"])
def test_encodings_named_by_hand(encoding: str) -> None:
    """As well as those that were guessed."""
    text = "一、甲\n二、乙\n"
    data = text.encode(encoding)
    read, name = decode(data, encoding)

    assert Exact(data, read, name).encode(read) == data


def test_what_was_taken_out_of_another_format() -> None:
    """A text that the bytes do not hold cannot be put back."""
    with pytest.raises(InexactError, match="not read as plain text"):
        Exact(b"<p>\xe4\xb8\x80</p>", "一", "utf-8", "page.html")
    with pytest.raises(InexactError):
        Exact(b"PK", "一", None, "speech.docx")


def test_characters_that_the_encoding_has_not() -> None:
    """Nothing is replaced by a question mark."""
    with pytest.raises(InexactError, match="has not all the characters"):
        Exact("一".encode("big5"), "一", "big5").encode("镕")
