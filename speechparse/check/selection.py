"""Which rules run: ids and prefixes to choose by, and how grave a rule must be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Severity
from speechparse.check.rules import RULES
from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechparse.check.rule import Rule

DEFAULT_LEVEL: Final = Severity.WARNING
"""What is less grave is only shown when asked for."""


class UnknownRuleError(SpeechparseError):
    """A name that no rule has and that no rule's id begins with."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What the command line and the configuration say about rules."""

    select: tuple[str, ...] = ()
    """Ids or prefixes; none of them means every rule."""
    ignore: tuple[str, ...] = ()
    """Ids or prefixes to leave out; of two that fit a rule the longer one decides, of equal ones this."""
    level: Severity | None = None
    """The least severity; None where nobody said, then it is that of `DEFAULT_LEVEL`."""

    @property
    def least(self) -> Severity:
        """Return the least severity that is shown."""
        return self.level or DEFAULT_LEVEL

    def rules(self, level: Severity | None = None) -> list[Rule]:
        """Return the chosen rules that reach a level, by default the selection's own.

        Raises UnknownRuleError for a name that fits no rule.
        """
        least = level or self.least
        select = [_known(name) for name in self.select]
        ignore = [_known(name) for name in self.ignore]
        return [rule for rule in RULES if rule.severity.reaches(least) and _is_chosen(rule.id, select, ignore)]

    def over(self, other: Selection) -> Selection:
        """Return this selection, with what it leaves open taken from another."""
        return Selection(self.select or other.select, self.ignore or other.ignore, self.level or other.level)


def _is_chosen(name: str, select: list[str], ignore: list[str]) -> bool:
    if select and not _fits(name, select):
        return False
    return _fits(name, ignore) == 0 or _fits(name, select) > _fits(name, ignore)


def _fits(name: str, prefixes: Iterable[str]) -> int:
    """Return the length of the longest prefix that a name has, or 0."""
    return max((len(prefix) for prefix in prefixes if name.startswith(prefix)), default=0)


def _known(name: str) -> str:
    wanted = name.strip().upper()
    if wanted and any(rule.id.startswith(wanted) for rule in RULES):
        return wanted
    raise UnknownRuleError(
        f"unknown rule {name!r}", f"did you mean {nearest_rule(name)}? (speechparse check --rules lists them)"
    )


def rule_named(name: str) -> Rule:
    """Return the rule of an id or a short name; raises UnknownRuleError."""
    for rule in RULES:
        if name.strip().upper() == rule.id or name.strip().lower() == rule.slug:
            return rule
    raise UnknownRuleError(
        f"unknown rule {name!r}", f"did you mean {nearest_rule(name)}? (speechparse check --rules lists them)"
    )


def nearest_rule(name: str) -> str:
    """Return the id of the rule whose id begins most like a name, or whose id or short name is most like it."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only a mistake needs it

    def likeness(rule: Rule) -> tuple[int, float]:
        shared = sum(rule.id.startswith(name[:length].upper()) for length in range(1, len(name) + 1))
        ratios = (SequenceMatcher(None, name.lower(), known.lower()).ratio() for known in (rule.id, rule.slug))
        return (shared if shared > 1 else 0), max(ratios)

    return max(RULES, key=likeness).id
