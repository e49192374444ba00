"""Text to outline: the whole pipeline in one place."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from speechparse.build import build_speech, number_lines
from speechparse.closing import closing_start
from speechparse.fold import Folded, fold
from speechparse.model import Outline, Speech
from speechparse.nest import nest
from speechparse.runs import find_runs
from speechparse.scan import LINE, Candidate, scan
from speechparse.speeches import Part, side_lists, split

if TYPE_CHECKING:
    from speechparse.runs import Run


def parse(text: str) -> Outline:
    """Return the outline of a text. Never raises, whatever the text."""
    folded = fold(text)
    candidates = scan(folded.text)
    starts = [candidate.start for candidate in candidates]
    outline = Outline(length=len(text))
    marked = [candidate.start for candidate in candidates if candidate.position == LINE and not candidate.reason]
    for part in split(folded.text, marked):
        inside = candidates[bisect_left(starts, part.title[1] if part.title else part.begin) : bisect_left(starts, part.end)]
        outline.speeches.append(_speech(text, folded, part, inside))
    outline.outside = _tile(text, outline.speeches)
    mark_duplicates(outline.speeches)
    number_lines(text, outline)
    return outline


def _speech(text: str, folded: Folded, part: Part, candidates: list[Candidate]) -> Speech:
    look = folded.text
    starts = [candidate.start for candidate in candidates]
    marked = [candidate.start for candidate in candidates if candidate.position == LINE]
    for begin, end, reason in side_lists(look, part, marked):
        for candidate in candidates[bisect_left(starts, begin) : bisect_left(starts, end)]:
            candidate.reason = reason
    runs = find_runs(look, candidates)
    taken = [run for run in runs if not run.reason]
    last = max((run.last.start for run in taken), default=part.begin)
    close = closing_start(look, last, part.end, part.end - part.begin) if taken else part.end
    roots = nest(look, taken, part.begin, close)
    return build_speech(text, folded, part, roots, close)


def _tile(text: str, speeches: list[Speech]) -> list[tuple[int, int]]:
    """Return the spans between the speeches, after giving those with nothing but white space to a neighbour."""
    outside: list[tuple[int, int]] = []
    at = 0
    previous: Speech | None = None
    for speech in speeches:
        if not text[at : speech.start].strip():
            if previous:
                previous.end = speech.start
            else:
                speech.start = 0
        else:
            outside.append((at, speech.start))
        at, previous = speech.end, speech
    if previous and not text[at:].strip():
        previous.end = len(text)
    elif at < len(text):
        outside.append((at, len(text)))
    return outside


def mark_duplicates(speeches: list[Speech]) -> None:
    """Set `duplicate_of` where a speech repeats an earlier one word for word, titles aside."""
    seen: dict[int, int] = {}
    for index, speech in enumerate(speeches):
        if not speech.children:
            continue
        body = hash((speech.preamble, speech.closing, *((item.marker, item.title, item.text) for item in speech.walk())))
        first = seen.setdefault(body, index)
        speech.duplicate_of = first if first != index else None
