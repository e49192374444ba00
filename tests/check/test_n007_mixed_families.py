"""N007: one list is numbered in two ways."""

from __future__ import annotations

from speechparse.check.rules.n007_mixed_families import RULE
from tests.check.support import Found, all_found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_stranger_among_headings() -> None:
    """（二） among 一、 三、: the finding is at the stranger, and nothing else is found."""
    text = "一、种\n春耕不等人。\n（二）管\n田要管好。\n三、收\n颗粒归仓。\n"

    assert found(RULE, text) == [Found(3, "（二）")]
    assert all_found(text) == [("N007", 3)]
    assert messages(RULE, text) == ["mixed families: （二） stands in a list of 一、 三、"]
    assert messages(RULE, text, "zh") == ["序号混用：（二）与同列的一、 三、写法不同"]


def test_stranger_at_the_end() -> None:
    """The last heading may be the stranger."""
    assert found(RULE, "一、种\n春耕不等人。\n二、管\n田要管好。\n（三）收\n颗粒归仓。\n") == [Found(5, "（三）")]


def test_stranger_in_a_sentence() -> None:
    """二要 among 一是 三是."""
    assert found(RULE, "办三件事：一是修路，二要通水，三是建校。\n") == [Found(1, "二要")]


def test_first_of_other_words() -> None:
    """首先…二是…三是…."""
    assert found(RULE, "办三件事：首先是修路，二是通水，三是建校。\n") == [Found(1, "首先是")]


def test_last_may_be_any_word() -> None:
    """最后 ends lists of all kinds, and 另一 goes with 一是."""
    assert found(RULE, "办三件事：一是修路，二是通水，最后是建校。\n") == []
    assert found(RULE, "原因有二：一是缺水，另一是缺路。\n") == []


def test_levels_are_not_mixed() -> None:
    """（二） may stand among 一、 and 二、 where it has its own list."""
    assert found(RULE, "一、种\n（一）选\n（二）下\n二、管\n（一）浇\n（二）施\n三、收\n") == []
