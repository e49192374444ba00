"""What a rule is: one object a module, with its documentation, its examples and its check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from speechparse.check.document import Document
    from speechparse.check.finding import Hit, Severity


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in two languages."""

    en: str
    zh: str

    def said(self, language: str) -> str:
        """Return the words in `zh`, or in English for every other name."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the check."""

    id: str
    """Stable: N… for the numbering, P… for the punctuation and characters of markers."""
    slug: str
    """A short name in English: `gap`."""
    name: Words
    severity: Severity
    summary: Words
    """What it finds and what it leaves alone, in a few sentences."""
    basis: Words
    """The clause of a standard, or the practice, that it rests on."""
    message: Words
    """A template for `str.format`, filled with the values of a hit."""
    passing: tuple[str, ...]
    """Texts in which it finds nothing."""
    failing: tuple[str, ...]
    """Texts in each of which it finds something; the first is shown in the documentation."""
    check: Callable[[Document], Iterable[Hit]]
    fixed: str | None = None
    """What its safe fix makes of the first failing text, or None where it has none."""
