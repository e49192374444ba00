"""Where something stands in a text."""

from __future__ import annotations

import pytest

from speechparse.check.places import (
    CLAUSE,
    ELSEWHERE,
    LINE,
    SENTENCE,
    Lines,
    is_inside_quotes,
    is_quoted,
    line_end,
    place_of,
    same_line,
)


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("", LINE),
        ("话。\n", LINE),
        ("话\r", LINE),
        ("\n　　", LINE),
        ("\n**“", LINE),
        ("话。", SENTENCE),
        ("话：“", SENTENCE),
        ("话；", SENTENCE),
        ("话，", CLAUSE),
        ("话", ELSEWHERE),
        ("话” ", ELSEWHERE),
    ],
)
def test_places(before: str, place: int) -> None:
    """White space, quotation marks and bold marks are looked through."""
    assert place_of(f"{before}一是", len(before)) == place


def test_lines_and_columns() -> None:
    """Both from 1, columns in code points; only a line feed ends a line."""
    lines = Lines("一\r\n二三\n")

    assert [lines.position(offset) for offset in (0, 2, 3, 5, 6)] == [(1, 1), (1, 3), (2, 1), (2, 3), (3, 1)]


def test_ends_of_lines() -> None:
    """The last line ends with the text."""
    assert (line_end("一\n二", 0), line_end("一\n二", 2)) == (1, 3)
    assert same_line("一二\n三", 0, 2)
    assert not same_line("一二\n三", 0, 3)


def test_quotations() -> None:
    """Between marks of one paragraph, of any kind, closed or not."""
    text = "他说：“一是早，二是快。”三是好。"

    assert is_quoted(text, text.index("二"))
    assert not is_quoted(text, text.index("三"))
    assert not is_quoted("他说：“一是早。", 4)
    assert is_inside_quotes("他说：『一是早。", 4)
    assert not is_inside_quotes("“早”\n一是早。", 4)
