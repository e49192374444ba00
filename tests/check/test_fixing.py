"""Findings to a mended text."""

from __future__ import annotations

import pytest

from speechparse import parse
from speechparse.check import RULES, Edit, Fix, Rule, Severity
from speechparse.check.finding import Hit
from speechparse.check.fixing import apply, fix_text
from speechparse.check.rule import Words
from tests.speech_files import SPEECHES

SAME = Words("same", "同")


def _rule(name: str, old: str, new: str, *, safe: bool = True) -> Rule:
    """Return a rule that replaces the first of some words."""

    def check(document):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 a rule's check
        at = document.text.find(old)
        if at >= 0:
            yield Hit(at, at + len(old), {}, Fix((Edit(at, at + len(old), new),), safe=safe))

    return Rule(name, name, SAME, Severity.STYLE, SAME, SAME, SAME, ("",), ("",), check)


def test_marks_and_brackets() -> None:
    """All that is safe, and not a byte more."""
    fixed = fix_text("（一）、种\r\n春耕不等人。\r\n(二)管\r\n第一、浇。\r\n第二、施。\r\n（三）收\r\n", RULES)

    assert fixed.text == "（一）种\r\n春耕不等人。\r\n（二）管\r\n第一，浇。\r\n第二，施。\r\n（三）收\r\n"
    assert [finding.rule.id for finding in fixed.made] == ["P101", "P101", "P104", "P109", "P111"]
    assert fixed.remaining == []


def test_two_rules_that_want_the_same() -> None:
    """P102 and P111 both mend the third mark: it is mended once."""
    fixed = fix_text("一、种\n春耕不等人。\n二、管\n三．收\n", RULES)

    assert fixed.text == "一、种\n春耕不等人。\n二、管\n三、收\n"
    assert {finding.rule.id for finding in fixed.made} == {"P102", "P111"}


@pytest.mark.parametrize("path", sorted(SPEECHES.glob("*.txt")), ids=lambda path: path.stem)
def test_second_run_changes_nothing(path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 a path
    """On whole speeches, whose items all stay."""
    text = path.read_bytes().decode("utf-8")
    once = fix_text(text, RULES)

    assert fix_text(once.text, RULES).text == once.text
    assert [item.ordinal for item in parse(once.text).walk()] == [item.ordinal for item in parse(text).walk()]


def test_numbers_are_left_alone() -> None:
    """A gap may be a lost section."""
    text = "一、种\n二、管\n四、收\n"

    assert fix_text(text, RULES).text == text


def test_numbers_through_from_the_first() -> None:
    """With a gap and a repeat in one list, and the references that may be stale."""
    text = "一、种\n二、管\n四、收\n四、藏\n按照第四点办，第九点不办，第四条另议。\n六、卖\n"
    fixed = fix_text(text, RULES, unsafe=True)

    assert fixed.text == "一、种\n二、管\n三、收\n四、藏\n按照第四点办，第九点不办，第四条另议。\n五、卖\n"
    assert fixed.stale == [(5, "第四点")]


def test_articles_and_what_refers_to_them() -> None:
    """第三条 is renumbered, and 按照第三条 may be stale; the marker 第三条 itself is not."""
    text = "第一条　校归村办。\n第三条　人人可来。\n第四条　按照第三条办理。\n第五条　另行规定。\n"
    fixed = fix_text(text, RULES, unsafe=True)

    assert fixed.text.startswith("第一条　校归村办。\n第二条　人人可来。\n第三条　按照第三条办理。\n第四条")
    assert fixed.stale == [(3, "第三条")]


def test_repeat_that_the_parser_left_out() -> None:
    """The members behind it count on as well."""
    text = "今年办四件事：一是修路，二是通水，二是建校，三是架桥。\n"

    assert fix_text(text, RULES, unsafe=True).text == "今年办四件事：一是修路，二是通水，三是建校，四是架桥。\n"


def test_safe_before_unsafe() -> None:
    """Where both want one place, the safe one is made, whatever the order of the rules."""
    rules = [_rule("A", "甲", "乙", safe=False), _rule("B", "甲", "丙")]

    assert fix_text("甲", rules, unsafe=True).text == "丙"
    assert fix_text("甲", rules[:1]).text == "甲"


def test_fixes_that_undo_each_other() -> None:
    """Neither is made."""
    fixed = fix_text("甲", [_rule("A", "甲", "乙"), _rule("B", "乙", "甲")])

    assert (fixed.text, fixed.made) == ("甲", [])
    assert [finding.rule.id for finding in fixed.remaining] == ["A"]


def test_fix_that_would_lose_an_item() -> None:
    """It is left out, and the others are made."""
    rules = [_rule("A", "二、", "二"), _rule("B", "春耕", "秋收")]
    fixed = fix_text("一、种\n春耕不等人。\n二、管\n三、收\n", rules)

    assert fixed.text == "一、种\n秋收不等人。\n二、管\n三、收\n"


def test_edits_in_order() -> None:
    """Replacing, putting in and taking out."""
    assert apply("abcd", [Edit(0, 1, "xy"), Edit(2, 2, "-"), Edit(3, 4, "")]) == "xyb-c"
