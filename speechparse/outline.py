"""Text to outline: the whole pipeline in one place."""

from __future__ import annotations

import gc
from bisect import bisect_left
from typing import Final, NamedTuple

from speechparse.asides import side_lists
from speechparse.build import Section, build_speech, number_lines
from speechparse.candidates import LINE, Candidate
from speechparse.closing import closing_start, drop_phrases, last_run
from speechparse.families import FAMILIES, Family
from speechparse.fold import Folded, fold
from speechparse.model import Outline, Speech
from speechparse.nest import nest
from speechparse.runs import find_runs
from speechparse.scan import scan
from speechparse.speeches import Part, split
from speechparse.turns import Turns


class Analysis(NamedTuple):
    """What the parse of one text rests on. Offsets are those of the folded text."""

    folded: Folded
    candidates: list[Candidate]
    sections: list[Section]


def parse(text: str, *, families: tuple[Family, ...] = FAMILIES) -> Outline:
    """Return the outline of a text. Never raises, whatever the text.

    `families` are those whose markers are looked for: all of the table, or what `families_with` gives.
    The garbage collector rests meanwhile: nearly all that is made is kept, so that every collection would look through
    it for nothing (a tenth of the time, `python -m benchmarks speed`).
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _parse(text, families)
    finally:
        if collecting:
            gc.enable()


def _parse(text: str, families: tuple[Family, ...]) -> Outline:
    analysis = analyse(text, families)
    outline = Outline(len(text), [build_speech(text, analysis.folded, section) for section in analysis.sections])
    outline.outside = _tile(text, outline.speeches)
    _mark_duplicates(analysis, outline.speeches)
    if analysis.folded.text[1:-1] != text:
        number_lines(text, outline)
    return outline


def analyse(text: str, families: tuple[Family, ...] = FAMILIES) -> Analysis:
    """Return all that the parse of a text rests on: its folded form, candidates, runs and trees."""
    folded = fold(text)
    look = folded.text
    candidates = scan(look, families)
    starts = [candidate.start for candidate in candidates]
    marked = [
        candidate.start for candidate in candidates if candidate.position == LINE and candidate.reason != "contents"
    ]
    for begin, end, reason in side_lists(look, marked):
        for candidate in candidates[bisect_left(starts, begin) : bisect_left(starts, end)]:
            candidate.dismiss(reason)
    sections: list[Section] = []
    for part in split(look, marked):
        first = bisect_left(starts, part.title[1] if part.title else part.begin)
        sections.append(_section(look, part, candidates[first : bisect_left(starts, part.end)]))
    return Analysis(folded, candidates, sections)


def _section(look: str, part: Part, candidates: list[Candidate]) -> Section:
    turns = Turns(look, max(part.begin - 1, 0), part.end)
    runs = find_runs(look, candidates, turns)
    drop_phrases(look, runs, part.begin, part.end)
    taken = [run for run in runs if not run.reason]
    last = last_run(taken)
    close = closing_start(look, last.last.start, part.end, part.end - part.begin) if last else part.end
    return Section(part, runs, nest(look, taken, turns, close), close)


_HIDDEN: Final = "*\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Bold marks and what cannot be seen: where they open a speech they are of it."""


def _tile(text: str, speeches: list[Speech]) -> list[tuple[int, int]]:
    """Return the spans between the speeches, after giving those with nothing but white space to a neighbour."""
    outside: list[tuple[int, int]] = []
    at = 0
    previous: Speech | None = None
    for speech in speeches:
        begin = at + len(text[at : speech.start].rstrip(_HIDDEN))
        speech.title_end += begin - speech.start if speech.title is None else 0
        speech.start = begin
        if not text[at:begin].strip():
            if previous:
                previous.end = speech.start
            else:
                speech.start = 0
                speech.title_end = speech.title_end if speech.title else 0
        else:
            outside.append((at, speech.start))
        at, previous = speech.end, speech
    if previous and not text[at:].strip():
        previous.end = len(text)
    elif at < len(text):
        outside.append((at, len(text)))
    return outside


def _mark_duplicates(analysis: Analysis, speeches: list[Speech]) -> None:
    """Set `duplicate_of` where a speech repeats an earlier one word for word, titles aside."""
    seen: dict[str, int] = {}
    for index, (speech, section) in enumerate(zip(speeches, analysis.sections, strict=True)):
        part = section.part
        body = analysis.folded.text[part.title[1] if part.title else part.begin : part.end].strip()
        first = seen.setdefault(body, index)
        if first != index and speech.children:
            speech.duplicate_of = first
