"""Which line breaks come from the width of a page."""

from __future__ import annotations

import pytest

from speechparse.openings import opens_with_marker
from speechparse.wraps import line_joins

LINE = "全乡的水库今年都要修好修牢修到位不让一处漏水也不让一处拖到明年再修完"
WIDTH = 20


def wrapped(paragraph: str) -> str:
    """Return a paragraph with its lines broken at a width."""
    return "\n".join(paragraph[at : at + WIDTH] for at in range(0, len(paragraph), WIDTH))


def joined(text: str) -> str:
    """Return a text without the line breaks that are none."""
    at, pieces = 0, []
    for begin, end in line_joins(text):
        pieces.append(text[at:begin])
        at = end
    return "".join([*pieces, text[at:]])


def test_a_wrapped_paragraph_is_joined() -> None:
    """Lines of one width that stop in mid-sentence are one paragraph."""
    paragraph = f"{LINE * 3}。"

    assert joined(wrapped(paragraph)) == paragraph


def test_paragraphs_stay_apart() -> None:
    """A line that does not fill the width ends its paragraph."""
    one, other = f"{LINE * 2}。", f"{LINE[::-1] * 2}。"

    assert joined(f"{wrapped(one)}\n{wrapped(other)}") == f"{one}\n{other}"


def test_blanks_at_the_break_go_with_it() -> None:
    """Blanks at the end of a line are part of the break."""
    paragraph = f"{LINE * 3}。"

    assert joined(wrapped(paragraph).replace("\n", " \n")) == paragraph


def test_an_indent_opens_a_paragraph() -> None:
    """Where paragraphs open with an indent, a full line before one ends its paragraph."""
    one = f"　　{LINE}{LINE}"[:40]
    text = f"{wrapped(one)}\n{wrapped(f'　　{LINE}{LINE}。')}\n{wrapped(f'　　{LINE}。')}"

    assert f"{one}\n　　" in joined(text)


def test_a_page_number_stands_in_no_paragraph() -> None:
    """A paragraph goes on after the number of the page."""
    lines = wrapped(f"{LINE * 4}。").split("\n")
    text = "\n".join([*lines[:3], "— 2 —", *lines[3:]])

    assert joined(text) == f"{LINE * 4}。"


def test_a_mark_never_opens_a_line() -> None:
    """A comma at the start of a line belongs to the line above, whatever the width."""
    assert joined("今年的水\n，够用。\n") == "今年的水，够用。\n"


def test_a_mark_below_a_blank_line_goes_on_from_nothing() -> None:
    """Nothing stands above it that it could belong to."""
    assert line_joins("今年的水\n\n，够用。\n") == []


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "抓学习\n抓作风\n抓纪律\n", "水够用了。\n路修好了。\n桥也通了。\n", f"{LINE * 3}。\n{LINE}。\n"],
    ids=["empty", "blank", "headings", "sentences", "paragraphs"],
)
def test_nothing_to_join(text: str) -> None:
    """A text that nobody cut stays as it is."""
    assert line_joins(text) == []


@pytest.mark.parametrize(
    "line", ["一、学习", "（二）作风", "3.纪律", "３．纪律", "第一条 水", "第二，路", "①水", "## 一、水", "　　1、水"]
)
def test_opens_with_a_marker(line: str) -> None:
    """A marker that hardly ever stands at a chance line break."""
    assert opens_with_marker(line)


@pytest.mark.parametrize("line", ["", "3.5倍", "第一时间", "今天，一、学习", "一是水", "一个村"])
def test_opens_with_no_marker(line: str) -> None:
    """A figure, a word, or a marker that is common in mid-line."""
    assert not opens_with_marker(line)
