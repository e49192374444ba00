"""What the tests of the rules share: texts to findings, and whether a rule's own examples hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from speechparse.check import RULES, Severity, check_text
from speechparse.check.fixing import fix_text

if TYPE_CHECKING:
    from speechparse.check import Finding, Rule


class Found(NamedTuple):
    """A finding as a test writes it down."""

    line: int
    words: str
    """The text that it is about."""


def found(rule: Rule, text: str) -> list[Found]:
    """Return what one rule finds in a text."""
    return [Found(finding.line, text[finding.start : finding.end]) for finding in check_text(text, [rule])]


def messages(rule: Rule, text: str, language: str = "en") -> list[str]:
    """Return what one rule says of a text."""
    return [finding.message(language) for finding in check_text(text, [rule])]


def all_found(text: str, level: Severity = Severity.STYLE) -> list[tuple[str, int]]:
    """Return the id and the line of what every rule that reaches a level finds in a text."""
    rules = [rule for rule in RULES if rule.severity.reaches(level)]
    return [(finding.rule.id, finding.line) for finding in check_text(text, rules)]


def only(rule: Rule, text: str) -> Finding:
    """Return the one finding of a rule in a text."""
    [finding] = check_text(text, [rule])
    return finding


def mended(rule: Rule, text: str) -> str:
    """Return a text with the safe fixes of one rule made."""
    return fix_text(text, [rule]).text


def assert_examples_hold(rule: Rule) -> None:
    """Check a rule against its own documentation: what passes, what fails, and what the fix makes of it."""
    assert rule.passing
    assert rule.failing
    for text in rule.passing:
        assert found(rule, text) == []
        assert all_found(text, Severity.WARNING) == []
    for text in rule.failing:
        assert found(rule, text) != []
        for message in messages(rule, text) + messages(rule, text, "zh"):
            assert "{" not in message
    if rule.fixed is not None:
        assert mended(rule, rule.failing[0]) == rule.fixed
        assert found(rule, rule.fixed) == []
