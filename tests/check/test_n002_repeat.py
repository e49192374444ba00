"""N002: a number is used twice in a list."""

from __future__ import annotations

from speechparse.check.rules.n002_repeat import RULE
from tests.check.support import Found, all_found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_repeat_among_headings() -> None:
    """The finding is at the second of the two and names the line of the first."""
    text = "一、种\n春耕不等人。\n二、管\n田要管好。\n二、收\n颗粒归仓。\n三、藏\n"

    assert found(RULE, text) == [Found(5, "二、")]
    assert messages(RULE, text) == ["repeat: 二、 is already used on line 3"]
    assert messages(RULE, text, "zh") == ["重号：二、已在第 3 行用过"]


def test_repeat_that_skips_a_number_leaves_no_gap() -> None:
    """一 二 二 四: the second 二 should be 三, nothing is missing."""
    assert all_found("一、种\n二、管\n二、收\n四、藏\n") == [("N002", 3)]


def test_repeat_inside_a_sentence() -> None:
    """The list goes on behind it, so that the announced count still agrees."""
    assert all_found("今年办四件事：一是修路，二是通水，二是建校，三是架桥。\n") == [("N002", 1)]


def test_repeat_of_spoken_paragraphs() -> None:
    """第二 twice at line starts."""
    assert all_found("下面讲三点意见。\n第一，水要够。\n第二，路要通。\n第二，账要清。\n") == [("N002", 4)]


def test_first_number_twice() -> None:
    """一、 一、 二、: the first stands alone before the list."""
    assert found(RULE, "一、种\n春耕不等人，误了农时误一年。\n一、管\n田要管好。\n二、收\n") == [Found(3, "一、")]


def test_saying_one_twice_is_a_way_to_speak() -> None:
    """一是…，一是… are two points."""
    assert found(RULE, "缘由有两个：一是舍不得孩子，一是答应过老校长。\n") == []


def test_words_that_hold_the_number_again() -> None:
    """二是二 repeats no number of a list."""
    assert found(RULE, "当会计要记住两条：一是腿要勤，二是嘴要实，一是一，二是二。\n") == []


def test_articles_put_in_later() -> None:
    """第三条之一 stands beside 第三条, also where 之一 is an Arabic number."""
    assert found(RULE, "第三条　持证上船。\n第三条之一　学员由船长带。\n第四条　船上禁酒。\n") == []
    assert found(RULE, "第3条　持证上船。\n第3条之1　学员由船长带。\n第4条　船上禁酒。\n") == []


def test_two_lists_may_both_have_a_second() -> None:
    """Lists of different paragraphs do not repeat each other."""
    assert found(RULE, "上午两件事：一是修路，二是通水。\n下午两件事：一是建校，二是架桥。\n") == []
