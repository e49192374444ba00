"""P101: the mark after 第一."""

from __future__ import annotations

from speechparse.check.rules.p101_word_mark import RULE
from tests.check.support import Found, assert_examples_hold, found, mended, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_other_marks() -> None:
    """、 and ： after 第一, 其一 and 首先."""
    assert messages(RULE, "第一：水要够。\n第二：路要通。\n")[0] == "第一： is written 第一， (GB/T 15834 B.3.1)"
    assert messages(RULE, "其一、水要够。\n其二、路要通。\n", "zh")[0] == "其一、应作其一，（GB/T 15834 B.3.1）"


def test_markers_without_a_mark() -> None:
    """第一是 takes none, and a quotation may follow at once."""
    assert found(RULE, "第一是水要够。第二是路要通。\n") == []


def test_half_width_text_gets_a_half_width_comma() -> None:
    """The comma is the text's own."""
    assert mended(RULE, "第一、水要够,要快.\n第二、路要通,要平.\n") == "第一,水要够,要快.\n第二,路要通,要平.\n"


def test_half_width_comma_is_a_comma() -> None:
    """How wide it is, P109 asks."""
    assert found(RULE, "第一,水要够。\n第二,路要通。\n") == []


def test_counted_headings_keep_their_colon() -> None:
    """第一个问题： is a heading, but 第一个问题、 is not written so."""
    assert found(RULE, "第一个问题：水从哪里来\n第二个问题：路往哪里修\n") == []
    assert found(RULE, "第一个问题、水从哪里来\n第二个问题、路往哪里修\n") == [
        Found(1, "第一个问题、"),
        Found(2, "第二个问题、"),
    ]
