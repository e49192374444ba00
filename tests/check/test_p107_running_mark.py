"""P107: no mark after 一是."""

from __future__ import annotations

from speechparse.check.rules.p107_running_mark import RULE
from tests.check.support import Found, assert_examples_hold, found, mended, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_marks_behind_words() -> None:
    """一是， and 一是： run on."""
    text = "今年一是，修路；二是：通水。\n"

    assert found(RULE, text) == [Found(1, "一是，"), Found(1, "二是：")]
    assert messages(RULE, text)[0] == "一是， is written 一是 (GB/T 15834 B.3.7)"
    assert messages(RULE, text, "zh")[0] == "一是，应作一是（GB/T 15834 B.3.7）"
    assert mended(RULE, text) == "今年一是修路；二是通水。\n"


def test_no_mark() -> None:
    """What the standard asks for."""
    assert found(RULE, "今年一是修路；二是通水。一要快；二要好。\n") == []
