"""P104: no mark after （一）."""

from __future__ import annotations

from speechparse.check.rules.p104_bracket_mark import RULE
from tests.check.support import assert_examples_hold, found, mended, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_marks_behind_brackets() -> None:
    """Whether or not the parser counts the mark with the marker."""
    for mark in "、．.，：":
        assert (
            mended(RULE, f"（一）{mark}种\n春耕不等人。\n（二）{mark}收\n") == "（一）种\n春耕不等人。\n（二）收\n"
        ), mark


def test_other_brackets_and_circles() -> None:
    """（1）、 1）、 and ①、."""
    text = "（1）、种\n（2）、收\n"

    assert messages(RULE, text)[0] == "（1）、 is written （1） (GB/T 15834 B.3.4)"
    assert messages(RULE, text, "zh")[0] == "（1）、应作（1）（GB/T 15834 B.3.4）"
    assert mended(RULE, "1）、种\n2）、收\n") == "1）种\n2）收\n"
    assert mended(RULE, "先抓两件事：①、选种；②、下种。\n") == "先抓两件事：①选种；②下种。\n"


def test_brackets_without_marks() -> None:
    """What the standard asks for."""
    assert found(RULE, "（一）种\n（二）收\n") == []
