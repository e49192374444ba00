"""N006: a higher level stands below a lower one."""

from __future__ import annotations

from speechparse.check.rules.n006_reversed_levels import RULE
from tests.check.support import Found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_higher_level_below() -> None:
    """一、 under （一）, each list once."""
    text = "（一）种\n一、选\n种子要好。\n二、下\n下种要匀。\n（二）管\n一、浇\n二、施\n"

    assert found(RULE, text) == [Found(2, "一、"), Found(7, "一、")]
    assert messages(RULE, text)[0] == "reversed levels: 一、 stands below （一）"
    assert messages(RULE, text, "zh")[0] == "层次倒置：一、用在（一）之下"


def test_downwards_from_any_level() -> None:
    """A text may begin with （一） and go down from there."""
    assert found(RULE, "（一）种\n1.选\n（1）芽\n（2）粒\n2.下\n（二）管\n") == []
