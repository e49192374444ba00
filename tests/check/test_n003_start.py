"""N003: a list does not begin with one."""

from __future__ import annotations

from speechparse.check.rules.n003_start import RULE
from tests.check.support import Found, all_found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_list_begins_with_two() -> None:
    """The finding is at the first marker and names what should stand there."""
    text = "乡亲们：\n二、管\n田要管好。\n三、收\n颗粒归仓。\n"

    assert found(RULE, text) == [Found(2, "二、")]
    assert messages(RULE, text) == ["start: the list begins with 二、 (一、 is missing)"]
    assert messages(RULE, text, "zh") == ["起号：序列从二、起（缺一、）"]


def test_list_below_a_heading() -> None:
    """A list may begin wrongly on any level."""
    assert found(RULE, "一、种\n（二）下种\n（三）浇水\n二、收\n（一）割\n（二）晒\n") == [Found(2, "（二）")]


def test_list_that_goes_on_from_another() -> None:
    """Numbers that are not reset under the next heading begin where the last stopped."""
    assert found(RULE, "壹、种\n一、选\n二、下\n貳、收\n三、割\n四、晒\n") == []


def test_first_number_that_is_glued_to_a_word() -> None:
    """Where the first marker stands in mid-line, it does stand."""
    assert found(RULE, "今年的安排一、种\n二、管\n田要管好。\n三、收\n") == []


def test_excerpts_begin_anywhere() -> None:
    """Beyond four, and with articles under no chapter, a piece of another text is meant."""
    assert found(RULE, "九、管\n田要管好。\n十、收\n颗粒归仓。\n") == []
    assert found(RULE, "第十二条　持证上船。\n第十三条　船上禁酒。\n") == []
    assert found(RULE, "第二条　持证上船。\n第三条　船上禁酒。\n第四条　夜间点灯。\n") == []


def test_first_number_that_only_looks_like_one() -> None:
    """(-) stands for （一）."""
    assert all_found("（ー）种\n（二）管\n田要管好。\n（三）收\n") == [("P110", 1)]
