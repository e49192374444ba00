"""P110: a character that only looks like a number."""

from __future__ import annotations

from speechparse.check.rules.p110_look_alike import RULE
from tests.check.support import Found, assert_examples_hold, found, mended, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_radicals() -> None:
    """The parser sees through them; the finding names the character."""
    text = "⼀、种\n春耕不等人。\n二、收\n"

    assert found(RULE, text) == [Found(1, "⼀、")]
    assert messages(RULE, text) == ["⼀、 holds U+2F00, which only looks like the number in 一、"]
    assert messages(RULE, text, "zh") == ["⼀、中的 U+2F00 只是形似，应作一、"]
    assert mended(RULE, text) == "一、种\n春耕不等人。\n二、收\n"


def test_what_the_parser_cannot_read() -> None:
    """Kana and dashes, only where the list lacks the very number."""
    for alike in "ー—-":
        text = f"（{alike}）种\n春耕不等人。\n（二）管\n田要管好。\n（三）收\n"
        assert mended(RULE, text).startswith("（一）种"), alike
    assert found(RULE, "一、种\n春耕不等人。\nニ、管\n田要管好。\n三、收\n") == [Found(3, "ニ、")]


def test_behind_the_last() -> None:
    """The last of a list may be the one."""
    assert found(RULE, "一、种\n春耕不等人。\n二、管\n田要管好。\nミ、收\n") == [Found(5, "ミ、")]


def test_letter_for_a_digit() -> None:
    """L. for 1.."""
    assert found(RULE, "l.种\n春耕不等人。\n2.管\n田要管好。\n3.收\n") == [Found(1, "l.")]


def test_dashes_elsewhere_are_dashes() -> None:
    """No list lacks anything here."""
    assert found(RULE, "（-）负号\n一、种\n—、收\n二、管\n") == []
