"""P103: the mark after 1."""

from __future__ import annotations

from speechparse.check.rules.p103_arabic_mark import RULE
from tests.check.support import Found, assert_examples_hold, found, mended, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_enumeration_comma() -> None:
    """1、 is written 1."""
    text = "1、种\n春耕不等人。\n2、收\n"

    assert found(RULE, text) == [Found(1, "1、"), Found(3, "2、")]
    assert messages(RULE, text)[0] == "1、 is written 1. (GB/T 15834 B.3.3)"
    assert messages(RULE, text, "zh")[0] == "1、应作1.（GB/T 15834 B.3.3）"


def test_no_number_may_grow() -> None:
    """1、2020年 must not become 1.2020年: it is found and not fixed."""
    text = "1、2020年修路。\n2、去年通水。\n"

    assert found(RULE, text) == [Found(1, "1、"), Found(2, "2、")]
    assert mended(RULE, text) == "1、2020年修路。\n2．去年通水。\n"


def test_dot_as_wide_as_the_others() -> None:
    """A text that writes 1． gets full-width dots."""
    assert (
        mended(RULE, "1．种\n春耕不等人。\n2．收\n收要快。\n3、藏\n") == "1．种\n春耕不等人。\n2．收\n收要快。\n3．藏\n"
    )


def test_letters_and_roman_numbers() -> None:
    """A、 and Ⅰ、 are of the same clause."""
    assert mended(RULE, "A、种\nB、收\n") == "A.种\nB.收\n"
    assert mended(RULE, "Ⅰ、种\nⅡ、收\n") == "Ⅰ.种\nⅡ.收\n"
