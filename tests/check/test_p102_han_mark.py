"""P102: the mark after 一."""

from __future__ import annotations

from speechparse.check.rules.p102_han_mark import RULE
from tests.check.support import Found, assert_examples_hold, found, mended, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_every_wrong_mark() -> None:
    """A dot, a comma or a colon of either width."""
    for mark in "．.：:":
        assert mended(RULE, f"一{mark}种\n春耕不等人。\n二{mark}管\n") == "一、种\n春耕不等人。\n二、管\n", mark


def test_comma_that_the_parser_does_not_read() -> None:
    """二， among 一、 三、 is found as well."""
    text = "一、种\n春耕不等人。\n二，管\n田要管好。\n三、收\n"

    assert found(RULE, text) == [Found(3, "二，")]
    assert messages(RULE, text) == ["二， is written 二、 (GB/T 15834 B.3.2)"]
    assert messages(RULE, text, "zh") == ["二，应作二、（GB/T 15834 B.3.2）"]


def test_formal_numbers_and_stems() -> None:
    """壹： and 甲． are of the same clause."""
    assert mended(RULE, "壹：種\n貳：收\n") == "壹、種\n貳、收\n"
    assert mended(RULE, "甲．种\n乙．收\n") == "甲、种\n乙、收\n"
