"""Findings to a mended text: the edits of their fixes, made until none is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from speechparse.check.checker import check_outline
from speechparse.check.places import Lines
from speechparse.check.references import stale_references
from speechparse.outline import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from speechparse.check.finding import Edit, Finding
    from speechparse.check.rule import Rule
    from speechparse.model import Outline

_PASSES: Final = 10
"""A mark put right can show a fault that it hid; no text needs more rounds than a few."""
_ONE_BY_ONE: Final = 200
"""How many fixes are tried alone where all of them together would lose an item."""


@dataclass(slots=True)
class Fixed:
    """A text after its fixes."""

    text: str
    made: list[Finding] = field(default_factory=list)
    """The findings whose fixes were made, in the order in which they were."""
    remaining: list[Finding] = field(default_factory=list)
    """What the same rules still find."""
    stale: list[tuple[int, str]] = field(default_factory=list)
    """References that the fixes may have left wrong: the line of each and its words."""


def is_fixable(finding: Finding, *, unsafe: bool) -> bool:
    """Whether a finding has a fix that may be made."""
    return finding.fix is not None and (finding.fix.safe or unsafe)


def fix_text(
    text: str, rules: Sequence[Rule], *, unsafe: bool = False, reader: Callable[[str], Outline] = parse
) -> Fixed:
    """Return a text with the fixes of some rules made; `unsafe` takes those too that may change what it says.

    `reader` makes the outline. That of the result has at least as many items as that of the text: a fix that would
    lose one is left out. A second run changes nothing.
    """
    fixed = Fixed(text)
    outline = reader(text)
    for _ in range(_PASSES):
        fixed.remaining = check_outline(fixed.text, outline, rules)
        chosen = _compatible(one for one in fixed.remaining if is_fixable(one, unsafe=unsafe))
        kept = _keeping_items(fixed.text, outline, chosen, reader)
        if not kept:
            return fixed
        fixed.made += kept
        fixed.stale += _stale(fixed.text, outline, kept)
        fixed.text = apply(fixed.text, _edits(kept))
        outline = reader(fixed.text)
    # Two fixes undo each other: better none than whichever came last.
    return Fixed(text, [], check_outline(text, reader(text), rules))


def _stale(text: str, outline: Outline, made: list[Finding]) -> list[tuple[int, str]]:
    changes = {finding.fix.renumbered for finding in made if finding.fix and finding.fix.renumbered}
    if not changes:
        return []
    found = stale_references(text, changes, {item.start for item in outline.walk()})
    lines = Lines(text)
    return [(lines.position(reference.start)[0], reference.words) for reference in found]


def _compatible(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings whose edits do not touch each other's: safe ones first, then the first rule's.

    Edits that are equal are one edit, so that two findings may share them.
    """
    taken: dict[int, Edit] = {}
    chosen: list[Finding] = []
    for finding in sorted(findings, key=lambda one: (not one.fix or not one.fix.safe, one.rule.id, one.start)):
        edits = finding.fix.edits if finding.fix else ()
        if all(taken.get(offset, edit) == edit for edit in edits for offset in _covered(edit)):
            taken |= {offset: edit for edit in edits for offset in _covered(edit)}
            chosen.append(finding)
    return chosen


def _covered(edit: Edit) -> range:
    """Return the offsets that an edit changes; what is only put in stands between two, here at its negative."""
    return range(edit.start, edit.end) if edit.end > edit.start else range(-edit.start - 1, -edit.start)


def _keeping_items(
    text: str, outline: Outline, chosen: list[Finding], reader: Callable[[str], Outline]
) -> list[Finding]:
    """Return the fixes after which the text still has all its items."""
    count = _size(outline)
    if not chosen or _size(reader(apply(text, _edits(chosen)))) >= count:
        return chosen
    kept: list[Finding] = []
    for finding in chosen[:_ONE_BY_ONE]:
        if _size(reader(apply(text, _edits([*kept, finding])))) >= count:
            kept.append(finding)
    return kept


def _size(outline: Outline) -> int:
    return sum(1 for _ in outline.walk())


def _edits(findings: Iterable[Finding]) -> list[Edit]:
    return sorted(
        {edit for finding in findings if finding.fix for edit in finding.fix.edits},
        key=lambda edit: (edit.start, edit.end),
    )


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made; takes them in order, none touching another."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])
