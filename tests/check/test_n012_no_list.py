"""N012: points are announced and none follow."""

from __future__ import annotations

from speechparse.check.rules.n012_no_list import RULE
from tests.check.support import Found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_promise_that_is_not_kept() -> None:
    """Nothing but a farewell follows."""
    text = "同志们：\n春耕开始了。下面，我讲三点意见。\n散会以后请大家到田里看一看。\n"

    assert found(RULE, text) == [Found(2, "讲三点意见")]
    assert messages(RULE, text) == ["announced “讲三点意见”, and no list follows"]
    assert messages(RULE, text, "zh") == ["预告“讲三点意见”，其后没有分项"]


def test_promise_at_the_very_end() -> None:
    """Nothing at all follows."""
    assert found(RULE, "同志们：\n春耕开始了。下面，我提两点希望：\n") == [Found(2, "提两点希望")]


def test_points_without_numbers() -> None:
    """As many paragraphs or sentences as promised may be the points."""
    assert found(RULE, "下面，我讲三点意见。\n种子要选好。\n田要管好。\n粮要收好。\n") == []
    assert found(RULE, "下面，我讲三点意见。种子要选好。田要管好。粮要收好。\n") == []


def test_what_others_promised() -> None:
    """In quotation marks, or of one point, nothing is promised."""
    assert found(RULE, "他说：“我讲三点意见。”大家都笑了。\n") == []
    assert found(RULE, "我只讲一点意见。\n散会。\n") == []
