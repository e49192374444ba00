"""P106: a gap after 第一章."""

from __future__ import annotations

from speechparse.check.rules.p106_chapter_gap import RULE
from tests.check.support import Found, assert_examples_hold, found, mended, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_gap_is_missing() -> None:
    """Chapters and articles alike; there is no fix."""
    text = "第一章总则\n第一条　学校归村里办。\n第二条人人可来听课。\n第二章　教师\n"

    assert found(RULE, text) == [Found(1, "第一章"), Found(3, "第二条")]
    assert messages(RULE, text)[0] == "a gap follows 第一章 (GB/T 15834 B.3.6)"
    assert messages(RULE, text, "zh")[0] == "第一章之后宜空格（GB/T 15834 B.3.6）"
    assert mended(RULE, text) == text


def test_any_gap_will_do() -> None:
    """A space of any width, a colon or the end of the line."""
    assert found(RULE, "第一章 总则\n第二章　教师\n第三章\n学生\n第四章：附则\n") == []
