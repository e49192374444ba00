"""What a check finds: a place in the text, what is wrong there, and the edits that would mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechparse.check.rule import Rule


class Severity(StrEnum):
    """How sure a rule is that something is wrong, the gravest first."""

    ERROR = "error"
    """Certainly wrong."""
    WARNING = "warning"
    """Probably wrong."""
    STYLE = "style"
    """A standard's advice from which good practice often departs."""

    def reaches(self, level: Severity) -> bool:
        """Whether it is as grave as a level or graver."""
        order = tuple(Severity)
        return order.index(self) <= order.index(level)


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement; offsets are code points of the text that was checked."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Renumbered:
    """The numbers of a list that a fix changes."""

    family: str
    ordinals: frozenset[int]
    """What they were."""
    begin: int
    end: int
    """The span of the speech that the list is of."""


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together: all of them or none."""

    edits: tuple[Edit, ...]
    safe: bool
    """Whether the meaning cannot change; other fixes are only made when asked for."""
    renumbered: Renumbered | None = None
    """The numbers that it changes, for whoever asks which references it may leave wrong."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: a span of the text, the words of the message, and the fix where there is one."""

    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit of a rule, placed in the text."""

    rule: Rule
    start: int
    """The first character concerned, in code points of the text as it stands."""
    end: int
    """After the last one."""
    line: int
    """The line of `start`, from 1."""
    column: int
    """The place of `start` in its line, in code points from 1."""
    end_line: int
    """The line of `end`."""
    end_column: int
    """The place of `end` in its line: the column after the last character."""
    values: Mapping[str, str]
    """What the rule's message is filled with."""
    fix: Fix | None

    def message(self, language: str = "en") -> str:
        """Return what is wrong, in `en` or `zh`."""
        return self.rule.message.said(language).format_map(self.values)
