"""What an outline rests on, and what was not taken for a marker."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from speechparse.outline import parse

if TYPE_CHECKING:
    from speechparse.model import Outline

REASONS: Final[dict[str, str]] = {}
"""Why a candidate was not taken: a stable id and the sentence for it."""

EVIDENCE: Final[dict[str, str]] = {}
"""What speaks for a run: a stable id and the sentence for it."""


@dataclass(slots=True)
class RunNote:
    """A run that was taken."""

    family: str
    """A name from the table of families."""
    markers: list[str]
    """Its members, as they stand."""
    lines: list[int]
    """Where each stands, from 1."""
    evidence: list[str]
    """Ids of `EVIDENCE`."""


@dataclass(slots=True)
class Rejection:
    """A candidate that was not taken."""

    start: int
    """Its first character."""
    line: int
    """The line of `start`, from 1."""
    marker: str
    """The exact slice."""
    family: str
    """The family that it would have belonged to."""
    reason: str
    """An id of `REASONS`."""


@dataclass(slots=True)
class Explanation:
    """An outline with its grounds."""

    outline: Outline
    """The same as `parse` gives."""
    runs: list[RunNote] = field(default_factory=list)
    """In the order of the text."""
    rejected: list[Rejection] = field(default_factory=list)
    """In the order of the text."""


def explain(text: str) -> Explanation:
    """Return the outline of a text with what each run rests on and why each other candidate was not taken."""
    return Explanation(outline=parse(text))
