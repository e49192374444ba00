"""N005: a level of the usual order is left out."""

from __future__ import annotations

from speechparse.check.rules.n005_skipped_level import RULE
from tests.check.support import Found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_level_between_is_left_out() -> None:
    """1. right below 一、 where the text has （一） elsewhere and three levels in all."""
    text = "一、种\n（一）选\n1.芽\n2.粒\n（二）下\n二、管\n1.浇\n水要浇透。\n2.施\n三、收\n"

    assert found(RULE, text) == [Found(7, "1.")]
    assert messages(RULE, text) == ["skipped level: 二、 is followed by 1. (（一） stands between)"]
    assert messages(RULE, text, "zh") == ["跳级：二、之下直接用1.（中间应为（一））"]


def test_two_levels_are_left_out() -> None:
    """（1） below 一、 skips two."""
    text = "一、种\n（一）选\n1.芽\n2.粒\n（二）下\n二、管\n（1）浇\n水要浇透。\n（2）施\n三、收\n"

    assert messages(RULE, text) == ["skipped level: 二、 is followed by （1） (（一） 1. stands between)"]


def test_two_levels_may_be_any_two() -> None:
    """Units that number two levels choose either for the second."""
    assert found(RULE, "一、种\n1.选\n2.下\n二、管\n1.浇\n2.施\n") == []


def test_lists_inside_sentences_have_no_level() -> None:
    """一是…二是… below a heading skips nothing."""
    assert found(RULE, "一、种\n（一）选\n1.芽\n2.粒\n（二）下\n二、管\n要抓两件事。一是浇水。二是施肥。\n") == []
