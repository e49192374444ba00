"""P111: a mark that contradicts its siblings."""

from __future__ import annotations

from speechparse.check.rules.p111_sibling_mark import RULE
from tests.check.support import Found, assert_examples_hold, found, mended, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_one_among_many() -> None:
    """The finding is at the odd one and shows some of the others."""
    text = "一、种\n春耕不等人。\n二、管\n田要管好。\n三．收\n颗粒归仓。\n四、藏\n五、卖\n"

    assert found(RULE, text) == [Found(5, "三．")]
    assert messages(RULE, text) == ["三． is not written as 一、 二、 四、 are"]
    assert messages(RULE, text, "zh") == ["三．与同列的一、 二、 四、标点不一"]


def test_one_that_the_parser_left_out() -> None:
    """In the middle, and as the last."""
    assert found(RULE, "一、种\n春耕不等人。\n二，管\n田要管好。\n三、收\n") == [Found(3, "二，")]
    assert found(RULE, "一、种\n春耕不等人。\n二、管\n田要管好。\n三，收\n") == [Found(5, "三，")]


def test_mark_that_nothing_has() -> None:
    """（二）、 among （一） and （三）, 二是，among 一是 and 三是, 三 without a mark."""
    assert mended(RULE, "（一）种\n（二）、管\n（三）收\n") == "（一）种\n（二）管\n（三）收\n"
    assert mended(RULE, "办好三件事：一是种；二是，管；三是收。\n") == "办好三件事：一是种；二是管；三是收。\n"
    assert (
        mended(RULE, "一、种\n二、管\n田要管好。\n三 收\n四、藏\n") == "一、种\n二、管\n田要管好。\n三、 收\n四、藏\n"
    )


def test_where_the_odd_one_is_right() -> None:
    """Of 第一、 第二、 第三， the last is right: it is found, and the fix is that of the others."""
    text = "第一、水要够。\n第二、路要通。\n第三，账要清。\n"

    assert found(RULE, text) == [Found(3, "第三，")]
    assert mended(RULE, text) == text


def test_no_majority() -> None:
    """Two against two, or one against one: nobody can say which is wrong."""
    assert found(RULE, "一、种\n二、管\n三．收\n四．藏\n") == []
    assert found(RULE, "一、种\n二．管\n") == []


def test_widths_and_missing_marks_are_no_contradiction() -> None:
    """P109 tells widths apart, and 第三是 has no mark to compare."""
    assert found(RULE, "第一，水要够。第二,路要通。第三，账要清。\n") == []
    assert found(RULE, "第一，水要够。第二，路要通。第三是账要清。\n") == []
