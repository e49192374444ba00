"""The numbers of a list set right: every member counts on from the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.check.anatomy import take_apart, with_number
from speechparse.check.finding import Edit, Fix
from speechparse.check.gaps import Kind
from speechparse.numerals import DIGITS
from speechparse.numerals import HAN, parse_number

if TYPE_CHECKING:
    from speechparse.check.document import Document
    from speechparse.check.series import Member, Series

def renumbering(document: Document, series: Series) -> Fix | None:
    """Return the fix that numbers a list through from its first member, or None where that is not sure.

    It is never safe: a hole may be a lost section, and references to the old numbers stay as they are.
    """
    if any(hole.series is series and hole.kind is not Kind.MISSING for hole in document.survey.holes):
        return None
    members = series.members
    first = members[0].ordinal
    edits: list[Edit] = []
    changed: set[int] = set()
    for wanted, member in enumerate(members, first):
        if wanted == member.ordinal:
            continue
        edit = _edit(member, wanted)
        if edit is None:
            return None
        edits.append(edit)
        changed.add(member.ordinal)
    return Fix(tuple(edits), safe=False, stale=_stale(document, series, changed)) if edits else None


def _edit(member: Member, ordinal: int) -> Edit | None:
    """Return the edit that changes the number in a marker and nothing else."""
    marker = with_number(member.marker, ordinal)
    if not marker or "之" in member.marker:
        return None
    old, new = take_apart(member.marker), take_apart(marker)
    start = member.start + len(old.lead)
    return Edit(start, start + len(old.number), new.number)


def _stale(document: Document, series: Series, changed: set[int]) -> tuple[tuple[int, str], ...]:
    """Return the references in the list's speech to numbers that change."""
    starts = {member.start for member in series.members}
    return tuple(
        (reference.start, reference.words)
        for reference in document.references[id(series.speech)]
        if reference.ordinal in changed and reference.may_mean(series.family) and reference.start not in starts
    )
