"""The encoding of a page: declared, wrongly declared, not declared, damaged."""

from __future__ import annotations

from typing import Final

import pytest

from speechparse.errors import ReadError
from speechparse.readers.charset import Decoded, decode_page
from speechparse.readers.html import read_html

SIMPLE: Final = "<p>同志们：今天开这个会，主要讲三点意见。一、要抓学习；二、要抓落实。三、要抓作风，年底要看成效。</p>"
TRADITIONAL: Final = (
    "<p>各位同學：今天開這個會，主要講三點意見。一、要抓學習；二、要抓落實。三、要抓作風，年底要看成效。</p>"
)
DECLARED: Final = {
    "meta": '<meta charset="{}">',
    "old meta": '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={}">',
    "unquoted": "<meta http-equiv=Content-Type content=text/html;charset={}>",
    "xml": '<?xml version="1.0" encoding="{}"?>',
}


@pytest.mark.parametrize("declaration", DECLARED.values(), ids=list(DECLARED))
@pytest.mark.parametrize(
    ("codec", "name", "used", "text"),
    [
        ("gb18030", "gb2312", "gb18030", SIMPLE),
        ("gbk", "GBK", "gb18030", SIMPLE),
        ("big5", "big5", "big5hkscs", TRADITIONAL),
        ("utf-8", "utf-8", "utf-8", SIMPLE),
        ("gb18030", "utf-8", "gb18030", SIMPLE),
        ("utf-8", "gb2312", "utf-8", SIMPLE),
        ("big5", "gb2312", "big5hkscs", TRADITIONAL),
        ("gb18030", "big5", "gb18030", SIMPLE),
        ("gb18030", "iso-8859-1", "gb18030", SIMPLE),
        ("big5", "windows-1252", "big5hkscs", TRADITIONAL),
        ("gb18030", "no-such-thing", "gb18030", SIMPLE),
        ("gb18030", "utf-16", "gb18030", SIMPLE),
    ],
)
def test_declared_rightly_and_wrongly(declaration: str, codec: str, name: str, used: str, text: str) -> None:
    """The page is read as what it is, whatever it says."""
    page = declaration.format(name) + text

    assert decode_page(page.encode(codec)) == Decoded(page, used, 0)


@pytest.mark.parametrize(("codec", "used"), [("gb18030", "gb18030"), ("utf-8", "utf-8")])
def test_not_declared(codec: str, used: str) -> None:
    """A page that says nothing is guessed as plain text is."""
    assert decode_page(SIMPLE.encode(codec)) == Decoded(SIMPLE, used, 0)


@pytest.mark.parametrize(("name", "text"), [("gb2312", "一、抓"), ("big5", "一、學"), ("shift_jis", "第一、ラジオ")])
def test_little_text_is_believed(name: str, text: str) -> None:
    """A few characters say less than the declaration does."""
    page = f'<meta charset="{name}">{text}'

    assert decode_page(page.encode(name)).text == page


def test_saved_header() -> None:
    """What a server said is kept by some programs that save pages, and goes before what the page says."""
    head = b"HTTP/1.1 200 OK\r\nServer: x\r\nContent-Type: text/html; charset=big5\r\n\r\n"
    body = '<meta charset="gb2312">一、學'

    assert decode_page(head + body.encode("big5")) == Decoded(body, "big5hkscs", 0)
    assert decode_page(b"HTTP/1.0 200 OK\n\n" + SIMPLE.encode("gbk")) == Decoded(SIMPLE, "gb18030", 0)
    assert decode_page(b"HTTP/1.0 204 No Content\r\n").text == ""


@pytest.mark.parametrize(("codec", "name"), [("utf-8-sig", "utf-8"), ("utf-16", "utf-16")])
def test_byte_order_mark(codec: str, name: str) -> None:
    """A mark leaves nothing to declare."""
    page = f'<meta charset="gb2312">{SIMPLE}'

    assert decode_page(page.encode(codec)) == Decoded(page, name, 0)


@pytest.mark.parametrize(("codec", "bad"), [("gb18030", b"\xff"), ("utf-8", b"\xe4\xb8"), ("big5", b"\xff\xff")])
def test_damaged_pages_are_read(codec: str, bad: bytes) -> None:
    """A few bytes that fit nothing become signs, and are said."""
    text = TRADITIONAL if codec == "big5" else SIMPLE
    data = text.encode(codec) + bad + text.encode(codec)

    page, _, notes = read_html(data, None)

    assert page.count("一、") == 2
    assert "\ufffd" in page
    assert len(notes) == 1
    assert notes[0].endswith("shown as \ufffd")


def test_page_cut_inside_a_character() -> None:
    """A page that ends too early has lost its end and no more."""
    assert decode_page(SIMPLE.encode("gb18030")[:-5]).text.startswith("<p>同志们：")


@pytest.mark.parametrize("data", [bytes(range(128, 256)) * 8, b"\x80" * 999, SIMPLE.encode("gb18030") + b"\xff" * 99])
def test_what_is_no_text(data: bytes) -> None:
    """Where too much would be lost nothing is read."""
    with pytest.raises(ReadError, match="name its encoding with --encoding"):
        decode_page(data)


def test_by_hand() -> None:
    """The caller is believed."""
    assert decode_page(SIMPLE.encode("gb18030"), "latin-1").encoding == "iso8859-1"
