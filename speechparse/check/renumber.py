"""The numbers of a list set right: every member counts on from the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.check.anatomy import take_apart, with_number
from speechparse.check.finding import Edit, Fix, Renumbered
from speechparse.check.holes import Kind

if TYPE_CHECKING:
    from speechparse.check.document import Document
    from speechparse.check.series import Member, Series


def renumbering(document: Document, series: Series) -> Fix | None:
    """Return the fix that numbers a list through from its first member, or None where that is not sure.

    It is never safe: a hole may be a lost section, and references to the old numbers stay as they are.
    """
    known = document.renumberings
    if id(series) not in known:
        sure = all(hole.kind is Kind.MISSING for hole in document.survey.holes_of(series))
        known[id(series)] = _renumbering(series) if sure else None
    return known[id(series)]


def _renumbering(series: Series) -> Fix | None:
    members = series.members
    wrong = [(member, wanted) for wanted, member in enumerate(members, members[0].ordinal) if wanted != member.ordinal]
    edits = [edit for member, wanted in wrong if (edit := _edit(member, wanted))]
    if not wrong or len(edits) < len(wrong):
        return None
    speech, ordinals = series.speech, frozenset(member.ordinal for member, _ in wrong)
    return Fix(tuple(edits), safe=False, renumbered=Renumbered(series.family, ordinals, speech.start, speech.end))


def _edit(member: Member, ordinal: int) -> Edit | None:
    """Return the edit that changes the number in a marker and nothing else."""
    marker = with_number(member.marker, ordinal)
    if not marker or "之" in member.marker:
        return None
    old, new = take_apart(member.marker), take_apart(marker)
    start = member.start + len(old.lead)
    return Edit(start, start + len(old.number), new.number)
