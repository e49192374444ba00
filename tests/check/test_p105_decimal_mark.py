"""P105: no mark after 1.1."""

from __future__ import annotations

from speechparse.check.rules.p105_decimal_mark import RULE
from tests.check.support import Found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_mark_behind_a_stacked_number() -> None:
    """1.1. and 1.1、."""
    text = "1.1. 种\n种子要好。\n1.2、收\n"

    assert found(RULE, text) == [Found(1, "1.1."), Found(3, "1.2、")]
    assert messages(RULE, text)[0] == "1.1. is written 1.1 (GB/T 15834 B.3.5)"
    assert messages(RULE, text, "zh")[0] == "1.1.应作1.1（GB/T 15834 B.3.5）"


def test_quantities() -> None:
    """7.9公斤 is no heading."""
    assert found(RULE, "1.1 种\n亩产多了\n7.9公斤。\n1.2 收\n") == []
