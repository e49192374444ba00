"""N008: more than four numbered levels."""

from __future__ import annotations

from speechparse.check.rules.n008_too_deep import RULE
from tests.check.support import Found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_fifth_level() -> None:
    """The first marker of each list on the fifth level."""
    text = "一、种\n（一）选\n1.芽\n（1）浸\n1）温\n水要温。\n2）时\n（2）催\n2.粒\n（二）下\n二、管\n"

    assert found(RULE, text) == [Found(5, "1）")]
    assert messages(RULE, text) == ["too deep: 1） is the fifth numbered level"]
    assert messages(RULE, text, "zh") == ["层次过多：1）已是第五级序号"]


def test_words_are_no_level() -> None:
    """A list inside a sentence on the fifth level is none of headings."""
    text = "一、种\n（一）选\n1.芽\n（1）浸\n水要把住两关。一是水温。二是时辰。\n（2）催\n2.粒\n（二）下\n二、管\n"

    assert found(RULE, text) == []
