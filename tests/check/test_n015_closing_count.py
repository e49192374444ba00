"""N015: a sentence looks back on more points than there were."""

from __future__ import annotations

from speechparse.check.rules.n015_closing_count import RULE
from tests.check.support import Found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_looks_back_on_too_many() -> None:
    """The finding is at the words, and names the lengths of the lists before them."""
    text = "一、种\n春耕不等人。\n二、管\n田要管好。\n同志们，以上三点意见，请大家研究。\n"

    assert found(RULE, text) == [Found(5, "以上三点")]
    assert messages(RULE, text) == ["looks back on 三点; the lists before it have 2"]
    assert messages(RULE, text, "zh") == ["收束说“三点”，前文各序列的项数是 2"]


def test_any_list_before_it_will_do() -> None:
    """It need not be the last one."""
    text = "一、种\n有三关：一是芽，二是苗，三是根。\n二、管\n以上两点意见，请研究。以上三点要求，请照办。\n"

    assert found(RULE, text) == []


def test_things_are_no_points() -> None:
    """两级以上, 以上两个村, 三年以上 and what is quoted look back on nothing."""
    assert found(RULE, "一、种\n二、管\n三、收\n以上两个村，三年以上的，他说“以上两点意见”都办了。\n") == []
