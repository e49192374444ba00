"""P109: half-width brackets, and two widths in one list."""

from __future__ import annotations

from speechparse.check.rules.p109_width import RULE
from tests.check.support import Found, assert_examples_hold, found, mended, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_half_width_brackets() -> None:
    """Either bracket or both."""
    text = "(一)种\n春耕不等人。\n（二)收\n"

    assert found(RULE, text) == [Found(1, "(一)"), Found(3, "（二)")]
    assert messages(RULE, text)[0] == "width: (一) is written （一）"
    assert messages(RULE, text, "zh")[0] == "全角半角：(一)应作（一）"
    assert mended(RULE, text) == "（一）种\n春耕不等人。\n（二）收\n"


def test_marks_of_two_widths() -> None:
    """The fewer ones are made as wide as the others."""
    assert (
        mended(RULE, "第一，水要够。\n第二,路要通。\n第三，账要清。\n")
        == "第一，水要够。\n第二，路要通。\n第三，账要清。\n"
    )
    assert (
        mended(RULE, "第一,水要够。\n第二，路要通。\n第三,账要清。\n")
        == "第一,水要够。\n第二,路要通。\n第三,账要清。\n"
    )


def test_digits_are_left_to_a_person() -> None:
    """１. among 2. 3. is found and not fixed."""
    text = "1.种\n春耕不等人。\n２.管\n田要管好。\n3.收\n"

    assert messages(RULE, text) == ["width: ２. is written 2."]
    assert mended(RULE, text) == text


def test_one_width_throughout() -> None:
    """A digit may be narrow and its dot wide, if all are."""
    assert found(RULE, "1．种\n2．管\n3．收\n") == []
    assert found(RULE, "第一,水要够。\n第二,路要通。\n") == []
