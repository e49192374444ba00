"""N010: 1.1 and 一、 in one text."""

from __future__ import annotations

from speechparse.check.rules.n010_mixed_systems import RULE
from tests.check.support import Found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_science_below_official_headings() -> None:
    """One finding a speech, at its first 1.1."""
    text = "一、种\n1.1 选\n种子要好。\n1.2 下\n二、管\n2.1 浇\n2.2 施\n"

    assert found(RULE, text) == [Found(2, "1.1")]
    assert messages(RULE, text) == ["mixed systems: 1.1 stands beside 一、"]
    assert messages(RULE, text, "zh") == ["体系混用：1.1与一、并用"]


def test_one_system_alone() -> None:
    """1 and 1.1 belong together."""
    assert found(RULE, "1 种\n1.1 选\n1.2 下\n2 管\n2.1 浇\n2.2 施\n") == []
