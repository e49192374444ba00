"""A text to its findings."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from speechparse.check.document import Document
from speechparse.check.finding import Finding
from speechparse.check.places import Lines
from speechparse.check.rules import RULES
from speechparse.outline import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechparse.check.finding import Hit
    from speechparse.check.rule import Rule
    from speechparse.model import Outline

_BY_PLACE: Final = attrgetter("start", "rule.id", "end")


def check_text(text: str, rules: Sequence[Rule] = RULES) -> list[Finding]:
    """Return what some rules find in a text, in the order of the text. Never raises, whatever the text."""
    return check_outline(text, parse(text), rules)


def check_outline(text: str, outline: Outline, rules: Sequence[Rule] = RULES) -> list[Finding]:
    """Return what some rules find in a text whose outline is known."""
    document = Document(text, outline)
    hits = [(rule, hit) for rule in rules for hit in rule.check(document)]
    if not hits:
        return []
    lines = Lines(text)
    return sorted((_placed(rule, hit, lines) for rule, hit in hits), key=_BY_PLACE)


def _placed(rule: Rule, hit: Hit, lines: Lines) -> Finding:
    line, column = lines.position(hit.start)
    end_line, end_column = lines.position(hit.end)
    return Finding(rule, hit.start, hit.end, line, column, end_line, end_column, hit.values, hit.fix)
