"""The text in pieces for retrieval: cut where items begin, each with the headings above it.

A chunk is a stretch of the text, exactly as it stands there: `text[start:end]`. Chunks never overlap, so no text of a
heading above is repeated; all of a speech is in them but the white space between two.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from speechparse.render.labels import heading
from speechparse.render.records import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Outline, Speech

MAX_CHARS: Final = 800

_BETWEEN: Final = " > "
_CUTS: Final = tuple(map(re.compile, (r"\n", r"[。！？!?…；;][”’」』）)]*", r"[，,、：:]")))
"""Where a long text is best cut: after a line, else after a sentence, else after a comma."""
_LEAST: Final = 3
"""A cut is taken where it leaves a piece of at least this part of the limit: one third."""


def render(outline: Outline, text: str, max_chars: int = MAX_CHARS) -> bytes:
    """Return one JSON object a line for each chunk, in the order of the text; a chunk has at most `max_chars`."""
    return lines(_records(outline, text, max_chars))


def _records(outline: Outline, text: str, limit: int) -> Iterator[dict[str, Any]]:
    breaks = [match.start() for match in re.finditer("\n", text)]
    number = 0
    for index, speech in enumerate(outline.speeches):
        starts = [item.start for item in speech.walk()]
        paths = [item.path for item in speech.walk()]
        for start, end in _spans(speech, text, limit):
            around = _around(speech, start, end)
            headings = [heading(item, text) for item in around]
            yield {
                "source": outline.source,
                "speech": index,
                "speech_title": speech.title,
                "chunk": number,
                "path": around[-1].path if around else None,
                "heading_path": headings,
                "breadcrumb": _BETWEEN.join(_above(speech, around, headings, start)),
                "items": paths[bisect_left(starts, start) : bisect_left(starts, end)],
                "text": text[start:end],
                "line": bisect_right(breaks, start - 1) + 1,
                "start": start,
                "end": end,
            }
            number += 1


def _around(speech: Speech, start: int, end: int) -> list[Item]:
    """Return the items that hold the whole of a span, the outermost first."""
    found: list[Item] = []
    siblings = speech.children
    while siblings:
        item = siblings[max(bisect_right(siblings, start, key=lambda one: one.start) - 1, 0)]
        if not item.start <= start < end <= item.end:
            break
        found.append(item)
        siblings = item.children
    return found


def _above(speech: Speech, around: list[Item], headings: list[str], start: int) -> Iterator[str]:
    """Yield the title and the headings that hold for a span and do not stand in it."""
    if speech.title and start >= speech.title_end:
        yield speech.title
    yield from (name for item, name in zip(around, headings, strict=True) if item.start < start)


# --- where to cut ----------------------------------------------------------------------------------------------------


class _Stretch(NamedTuple):
    """What is cut: the speech or an item, or a heading that was left waiting and the item after it."""

    start: int
    end: int
    heading_end: int
    """After the last heading before the first text of its own."""
    children: list[Item]


def _spans(speech: Speech, text: str, limit: int) -> list[tuple[int, int]]:
    whole = _Stretch(speech.start, speech.end, speech.title_end, speech.children)
    trimmed = (_trimmed(text, start, end) for start, end in _cut(whole, text, limit))
    return [(start, end) for start, end in trimmed if start < end]


def _cut(stretch: _Stretch, text: str, limit: int) -> list[tuple[int, int]]:
    """Return spans that tile the stretch, each within the limit when trimmed: as many units as fit in each."""
    done: list[tuple[int, int]] = []
    start = stop = stretch.start
    for end, item in _units(stretch):
        if not _fits(text, start, end, limit) and stop > start and not _is_heading(stretch, text, start, stop):
            done.append((start, stop))
            start = stop
        if not _fits(text, start, end, limit):
            *pieces, (start, _) = _cut_unit(text, start, end, item, limit)
            done += pieces
            if item:
                done.append((start, end))
                start = end
        stop = end
    return [*done, (start, stop)] if stop > start else done


def _units(stretch: _Stretch) -> Iterator[tuple[int, Item | None]]:
    """Yield where each part of a stretch ends: its children, and its own text before, between and after them."""
    at = stretch.start
    for child in stretch.children:
        if child.start > at:
            yield child.start, None
        yield child.end, child
        at = child.end
    if stretch.end > at:
        yield stretch.end, None


def _cut_unit(text: str, start: int, end: int, item: Item | None, limit: int) -> list[tuple[int, int]]:
    """Return spans that tile a unit that is too long, a heading that waits before it included."""
    if item and item.children:
        return _cut(_Stretch(start, end, item.title_end, item.children), text, limit)
    return _cut_text(text, start, end, limit)


def _is_heading(stretch: _Stretch, text: str, start: int, stop: int) -> bool:
    """Whether a span holds the heading of the stretch and no word more: it should not be torn from what follows."""
    return start == stretch.start and not any(map(str.isalnum, text[max(stretch.heading_end, start) : stop]))


def _cut_text(text: str, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    borders = [start]
    while not _fits(text, borders[-1], end, limit):
        first = _trimmed(text, borders[-1], end)[0]
        borders.append(_best_cut(text, first, first + limit))
    return list(pairwise([*borders, end]))


def _best_cut(text: str, start: int, stop: int) -> int:
    least = start + (stop - start) // _LEAST
    for pattern in _CUTS:
        ends = [match.end() for match in pattern.finditer(text, least, stop)]
        if ends:
            return ends[-1]
    return stop


def _fits(text: str, start: int, end: int, limit: int) -> bool:
    begin, stop = _trimmed(text, start, end)
    return stop - begin <= limit


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the white space at its borders."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
