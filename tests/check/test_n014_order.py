"""N014: a smaller number stands behind a greater one."""

from __future__ import annotations

from speechparse.check.rules.n014_order import RULE
from tests.check.support import Found, all_found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_two_headings_have_changed_places() -> None:
    """The finding is at the greater number, and nothing else is found."""
    text = "一、种\n春耕不等人。\n三、管\n田要管好。\n二、收\n颗粒归仓。\n四、藏\n"

    assert found(RULE, text) == [Found(3, "三、")]
    assert all_found(text) == [("N014", 3)]
    assert messages(RULE, text) == ["order: 三、 stands before 二、"]
    assert messages(RULE, text, "zh") == ["次序：三、在二、之前"]


def test_last_two() -> None:
    """The smaller number may be the last of all."""
    assert found(RULE, "一、种\n春耕不等人。\n二、管\n田要管好。\n四、收\n颗粒归仓。\n三、藏\n") == [Found(5, "四、")]


def test_first_two() -> None:
    """The list may begin with the greater one."""
    assert found(RULE, "二、管\n田要管好。\n一、种\n春耕不等人。\n三、收\n四、藏\n") == [Found(1, "二、")]


def test_inside_a_sentence() -> None:
    """三是 before 二是."""
    assert found(RULE, "今年有四件事：一是修路，三是通水，二是建校，四是架桥。\n") == [Found(1, "三是")]
