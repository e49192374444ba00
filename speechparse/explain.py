"""What an outline rests on, and what was not taken for a marker."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from speechparse.cues import announced
from speechparse.families import FAMILIES, SPACE
from speechparse.numerals import DIGITS, HAN
from speechparse.outline import analyse, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.build import Section
    from speechparse.candidates import Candidate
    from speechparse.families import Family
    from speechparse.fold import Folded
    from speechparse.model import Outline
    from speechparse.run import Run

REASONS: Final[dict[str, str]] = {
    "word": "part of a word or a phrase, as in 第一责任人 or 统一是, and no list has a place for it",
    "number": "a date, a decimal, a score or an amount",
    "coordination": "two numbers side by side, as in 一、二等奖, and no list has a place for it",
    "reference": "a reference to a numbered place elsewhere, as in 按照第二条 or 见图①",
    "footnote": "a call or an entry of a note",
    "contents": "a line of a table of contents",
    "quoted": "inside quotation marks: somebody else's list",
    "lone": "nothing goes on counting from it: 首先 without 其次, 第一 without 第二",
    "no-first": "the list would begin in the middle, and no first point was found",
    "preview": "names the headings that come later, in their own words",
    "courtesy": "首先 that thanks or invites, and no second point follows",
    "farewell": "最后 that says thanks or good-bye, or a turn of phrase in the words of leave",
    "glued": "glued to the words before it, and no list has a hole there",
    "outside": "in a menu, a footer or another frame of the page, in no speech",
}
"""Why a candidate was not taken: a stable id and the sentence for it."""

EVIDENCE: Final[dict[str, str]] = {
    "sequence": "the numbers count on",
    "line-starts": "markers open lines",
    "sentence-starts": "markers follow the ends of sentences",
    "clause-starts": "markers follow commas",
    "announced": "the text before it announces as many points",
    "heading-line": "one heading on a line of its own",
    "resumed": "goes on with a numbering that a higher heading interrupted",
    "filled": "a marker that is glued to other words fits a hole in the numbering",
    "mixed": "families that speakers mix follow each other: 首先, 第二, 最后",
    "repeated": "the same first number opens each point: 一是…一是…",
}
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


def explain(text: str, *, families: tuple[Family, ...] = FAMILIES) -> Explanation:
    """Return the outline of a text with what each run rests on and why each other candidate was not taken.

    `families` as for `parse`; of those left out nothing is said.
    """
    analysis = analyse(text, families)
    folded, sections = analysis.folded, analysis.sections
    lines = _Lines(text)
    taken = [run for section in sections for run in section.runs if not run.reason]
    names = {family.name for family in families}
    words = (entry for entry in _rejected_words(folded.text, analysis.candidates) if entry[2] in names)
    rejected = [*_rejected_candidates(analysis.candidates, sections), *words]
    return Explanation(
        parse(text, families=families),
        [_note(text, folded, lines, run) for run in taken],
        [_rejection(text, folded, lines, entry) for entry in sorted(rejected, key=lambda entry: entry[0])],
    )


class _Lines:
    """The line of each offset, from 1."""

    def __init__(self, text: str) -> None:
        self._breaks = [match.end() for match in re.finditer(r"\r\n|\r|\n", text)]

    def __call__(self, offset: int) -> int:
        return bisect_right(self._breaks, offset) + 1


# --- runs ------------------------------------------------------------------------------------------------------------


def _note(text: str, folded: Folded, lines: _Lines, run: Run) -> RunNote:
    starts = [folded.origin(member.start) for member in run.members]
    markers = [
        text[start : folded.origin(member.end - 1) + 1] for start, member in zip(starts, run.members, strict=True)
    ]
    return RunNote(
        run.members[0].family.name,
        markers,
        [lines(start) for start in starts],
        [*run.evidence, *_further(folded.text, run)],
    )


def _further(look: str, run: Run) -> Iterator[str]:
    if announced(look, 0, run.members[0].start, len(run.members)) == len(run.members):
        yield "announced"
    if any(not member.firm for member in run.members):
        yield "filled"
    if len({member.family.name for member in run.members}) > 1:
        yield "mixed"
    if len(run.members) > 1 and set(run.ordinals) == {1}:
        yield "repeated"


# --- what was not taken ----------------------------------------------------------------------------------------------


def _rejected_candidates(candidates: list[Candidate], sections: list[Section]) -> Iterator[tuple[int, int, str, str]]:
    runs = [run for section in sections for run in section.runs]
    taken = {id(member) for run in runs if not run.reason or run.reason == "joined" for member in run.members}
    reasons = {id(member): run.reason for run in runs if run.reason for member in run.members}
    spans = [(section.part.begin, section.part.end) for section in sections]
    for candidate in candidates:
        if id(candidate) in taken:
            continue
        inside = any(begin <= candidate.start < end for begin, end in spans)
        reason = candidate.reason or reasons.get(id(candidate)) or ("lone" if candidate.firm else "glued")
        yield candidate.start, candidate.end, candidate.family.name, reason if inside or candidate.reason else "outside"


_NUMBER: Final = f"[{HAN}]{{1,4}}"
_WORDS: Final = re.compile(
    rf"(?P<di>第[{HAN}{DIGITS}]{{1,4}})|(?P<qi>其[一二三四五六七八九十](?![一二三四五六七八九十他它]))|(?P<order>首先|其次|最[后後])|(?P<aspect>另?一方面)"
    rf"|(?P<shi>{_NUMBER}是)|(?P<yao>{_NUMBER}要)|(?P<han>{_NUMBER}、)|(?P<arabic>[{DIGITS}]{{1,4}}[.．、](?=[{DIGITS}]|[^{DIGITS}{SPACE}\n]))"
    rf"|(?P<stem>[甲乙丙丁][、方股])|(?P<letter>[A-Z][股超])"
)
"""Whatever looks like a marker to a hasty eye, family by family."""


def _rejected_words(look: str, candidates: list[Candidate]) -> Iterator[tuple[int, int, str, str]]:
    """Yield what only looks like a marker and never was a candidate."""
    covered = {offset for candidate in candidates for offset in range(candidate.start, candidate.end)}
    for match in _WORDS.finditer(look):
        if match.start() in covered or match.end() - 1 in covered:
            continue
        family = match.lastgroup or ""
        yield match.start(), match.end(), family, _word_reason(look, match, family)


def _word_reason(look: str, match: re.Match[str], family: str) -> str:
    if family == "arabic":
        return "number"
    if family == "han" and look[match.end()] in HAN:
        return "coordination"
    if family == "di" and look[match.end()] in "条條款项項章节節":
        return "reference"
    return "word"


def _rejection(text: str, folded: Folded, lines: _Lines, entry: tuple[int, int, str, str]) -> Rejection:
    start, end, family, reason = entry
    begin = folded.origin(start)
    return Rejection(begin, lines(begin), text[begin : folded.origin(end - 1) + 1], family, reason)
