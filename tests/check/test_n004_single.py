"""N004: a list has one member."""

from __future__ import annotations

from speechparse.check.rules.n004_single import RULE
from tests.check.support import Found, all_found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_lone_heading() -> None:
    """A heading 一、 without 二、."""
    text = "乡亲们，开春了。\n一、种\n春耕不等人，误了农时误一年。\n"

    assert found(RULE, text) == [Found(2, "一、")]
    assert messages(RULE, text) == ["single: 一、 has no second"]
    assert messages(RULE, text, "zh") == ["单项：一、之后没有第二项"]


def test_lone_heading_of_another_list_s_number() -> None:
    """A number that stands late in another list is no list of its own."""
    assert all_found("二、管\n田要管好。\n一、种\n春耕不等人。\n三、收\n四、藏\n") == [("N014", 1)]


def test_words_need_no_second() -> None:
    """首先 alone is how people begin."""
    assert found(RULE, "首先，感谢大家。今年收成好。\n") == []
