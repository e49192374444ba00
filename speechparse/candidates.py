"""Candidates: the places that could be markers, as the scan finds them and the runs take or leave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechparse.families import Family
    from speechparse.markers import Reading

LINE, SENTENCE, CLAUSE, GLUED = range(4)
"""Positions of a candidate: what stands before it."""


class Candidate:
    """One place that could be a marker.

    Offsets are those of the folded text. `quoted` tells that it stands between an opening and a closing quotation mark
    of one paragraph; `reason` says why it may not support a run, or is empty; `firm`, whether it may.
    """

    __slots__ = ("end", "family", "firm", "key", "line", "ordinal", "position", "quoted", "reason", "start")

    def __init__(  # noqa: PLR0913, PLR0917 -- made for every marker: keywords would cost
        self,
        start: int,
        end: int,
        family: Family,
        reading: Reading,
        position: int,
        line: int,
        firm: bool,  # noqa: FBT001
    ) -> None:
        """Take the place, what is written there and whether it proves anything; unquoted until told otherwise."""
        self.start = start
        self.end = end
        self.family = family
        self.key, self.ordinal = reading
        self.position = position
        self.line = line
        self.quoted = False
        self.firm = firm
        self.reason = ""

    def dismiss(self, reason: str) -> None:
        """Say why it may not support a run."""
        self.reason = reason
        self.firm = False
