"""N009: words of three sets in one list."""

from __future__ import annotations

from speechparse.check.rules.n009_mixed_sets import RULE
from tests.check.support import Found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_third_among_words_of_order() -> None:
    """首先…其次…第三…."""
    text = "首先，水要够。其次，路要通。第三，账要清。\n"

    assert found(RULE, text) == [Found(1, "第三，")]
    assert messages(RULE, text) == ["mixed sets: 第三， stands in a list of 首先， 其次，"]
    assert messages(RULE, text, "zh") == ["序次语混用：第三，与同列的首先， 其次，不是一套"]


def test_word_of_order_among_numbers() -> None:
    """第一…其次…第三…, at line starts."""
    assert found(RULE, "第一，水要够。\n其次，路要通。\n第三，账要清。\n") == [Found(2, "其次，")]


def test_first_of_another_set() -> None:
    """首先…第二…第三…: the odd one is the first."""
    assert found(RULE, "我讲三条。首先，水要够。第二，路要通。第三，账要清。\n") == [Found(1, "首先，")]


def test_last_may_be_any_word() -> None:
    """第一…第二…最后…."""
    assert found(RULE, "第一，水要够。第二，路要通。最后，账要清。\n") == []


def test_of_two_nobody_can_say() -> None:
    """首先…第二… has no majority."""
    assert found(RULE, "首先，水要够。第二，路要通。\n") == []


def test_last_is_no_witness() -> None:
    """Of 第一是 其次是 最后是 the second is the odd one: 最后 goes with any."""
    assert found(RULE, "有三条。第一是水够。其次是路通。最后是账清。\n") == [Found(1, "其次是")]


def test_provisions_are_no_words_of_order() -> None:
    """首先 before 第二项规定： belongs to no list of it."""
    assert found(RULE, "首先，第二条第一项规定：校归村办。第二项规定：人人可来。第三项规定：不收学费。\n") == []
