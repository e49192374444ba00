"""What the numbering says of itself: announced counts that hold or do not, numbers that are missing or come twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.families import FAMILIES
from speechparse.render.html.markup import both

if TYPE_CHECKING:
    from speechparse.model import Item, Speech

_GROUPS: Final = {family.name: family.group for family in FAMILIES}


class Note(NamedTuple):
    """A remark on the numbering."""

    kind: str
    """A class of the page: `good` or `bad`."""
    label: str
    """Markup, in both languages."""

    def markup(self) -> str:
        """Return the remark as it stands in a line."""
        return f'<span class="note {self.kind}">{self.label}</span>'


def count_note(whole: Item | Speech) -> Note | None:
    """Return what to say of the number of points that an item or a speech announces, or None."""
    if whole.announced is None:
        return None
    said, found = whole.announced, _first_list(whole.children)
    if found == said:
        return Note("good", both(f"✓ {found} 点", f"✓ {found} points"))
    return Note("bad", both(f"说有 {said} 点，实有 {found} 点", f"{said} points announced, {found} found"))


def _first_list(siblings: list[Item]) -> int:
    """Return how many points the first of the lists among siblings has: that is the one announced."""
    size, group = 0, None
    for item in siblings:
        if group not in {None, _group(item)} or (size and item.ordinal == 1):
            break
        group = _group(item)
        size += 1
    return size


def _group(item: Item) -> str:
    return _GROUPS.get(item.family, item.family)


def gap_notes(siblings: list[Item]) -> dict[int, Note]:
    """Return what is odd about the numbers of siblings, by the `start` of the item before which it shows.

    Families that speakers mix in one list count as one; a list that begins again at 1 is another list.
    """
    notes: dict[int, Note] = {}
    latest: dict[str, int] = {}
    for item in siblings:
        group = _group(item)
        note = _gap_note(latest.get(group), item.ordinal)
        if note:
            notes[item.start] = note
        latest[group] = item.ordinal
    return notes


def _gap_note(before: int | None, number: int) -> Note | None:
    if before is None or number == before + 1 or number == 1 != before:
        return None
    if number > before:
        first, last = before + 1, number - 1
        missing = f"{first}" if first == last else f"{first}–{last}"
        return Note("bad", both(f"缺第 {missing} 点", f"{missing} missing"))
    if number == before:
        return Note("bad", both(f"第 {number} 点重号", f"{number} twice"))
    return Note("bad", both(f"第 {before} 点之后是第 {number} 点", f"{number} after {before}"))
