"""The rules in words: the list of `--rules`, the page of `--explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.check.report.wording import padded, width
from speechparse.check.rule import Words
from speechparse.check.rules import RULES

if TYPE_CHECKING:
    from speechparse.check.rule import Rule

_BASIS = Words("Rests on", "依据")
_SEVERITY = Words("Severity", "级别")
_FIX = Words("Fix", "修复")
_SAFE = Words("safe (--fix)", "安全（--fix）")
_UNSAFE = Words("only with --unsafe-fixes", "仅用 --unsafe-fixes")
_NONE = Words("none", "无")
_PASSING = Words("Finds nothing in", "不报")
_FAILING = Words("Finds", "报")
_RENUMBERING = frozenset(("N001", "N002"))
"""Rules whose fix numbers a list through."""


def listing(language: str) -> str:
    """Return a line for each rule: id, severity, name, whether it is fixable."""
    rows = [(rule.id, rule.severity.value, rule.name.said(language), fix_of(rule).said(language)) for rule in RULES]
    wide = max(width(row[2]) for row in rows)
    return "".join(
        f"{one}  {two:7}  {padded(three, wide)}  {_FIX.said(language)}: {four}\n" for one, two, three, four in rows
    )


def page(rule: Rule, language: str) -> str:
    """Return all that there is to say of a rule."""
    parts = [
        f"{rule.id} {rule.name.said(language)}",
        rule.summary.said(language),
        "\n".join(
            f"{head.said(language)}: {body}"
            for head, body in (
                (_SEVERITY, rule.severity.value),
                (_BASIS, rule.basis.said(language)),
                (_FIX, fix_of(rule).said(language)),
            )
        ),
        *(f"{_PASSING.said(language)}\n\n{_indented(text)}" for text in rule.passing),
        *(f"{_FAILING.said(language)} {_messages(rule, text, language)}\n\n{_indented(text)}" for text in rule.failing),
    ]
    return "\n\n".join(parts) + "\n"


def fix_of(rule: Rule) -> Words:
    """Return what kind of fix a rule has."""
    if rule.fixed is not None:
        return _SAFE
    return _UNSAFE if rule.id in _RENUMBERING else _NONE


def findings_in(rule: Rule, text: str, language: str) -> list[str]:
    """Return what a rule says of a text, a message each with its line."""
    from speechparse.check.checker import check_text  # noqa: PLC0415 - a list of rules parses nothing

    return [f"{finding.line}:{finding.column} {finding.message(language)}" for finding in check_text(text, [rule])]


def _messages(rule: Rule, text: str, language: str) -> str:
    return "; ".join(findings_in(rule, text, language))


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip("\n").split("\n"))
