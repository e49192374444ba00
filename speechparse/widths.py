"""The width at which a text was cut into lines, and which lines fill it.

A width is counted in characters, or in columns, of which a Han character takes two. Lines may be cut anywhere, or with
care: then no line opens with 。 or ends in “, and the line above is cut earlier or the mark hangs over the margin.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.families import BLANK, SENTENCE_END, SPACE
from speechparse.frame import is_footer, is_header
from speechparse.measures import MEASURES, Measure
from speechparse.openings import opens_with_marker

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEVER_FIRST: Final = "，。、；：！？”’）》」』】,.;:!?)]%％"
"""Marks that open no line where lines are cut with care."""
_TORN: Final = frozenset("，。、；：！？,;")
"""Marks that everybody who cuts with care keeps from the start of a line."""
_UNIT: Final = rf"{BLANK}*([“‘「『（(《【〔\[]*(?:[A-Za-z0-9.]+|[^\s])[{re.escape(_NEVER_FIRST)}]*)"
"""What stays in one line where lines are cut with care: a character or a word, with the marks around it."""
_LONGEST_UNIT: Final = 12
_BEHIND: Final = "①②③④⑤⑥⑦⑧⑨⑩]〕”’」』"
"""What may stand behind the mark that ends a sentence."""
_LEAST: Final = 16
"""A shorter line says nothing about the width, in Han characters."""
_NARROWEST: Final = 18
"""A text is not cut narrower than this: headings are as long."""
_MOST: Final = 120
_SHARE: Final = 0.3
"""Of the lines that are not short, so many fill the width."""
_STOPS: Final = 0.125
"""Of them, more stop in mid-sentence."""
_LONGER: Final = 0.1
"""Of them, so many may be longer than the width."""
_SURE: Final = 20
"""Two lines as long as this show a width, where nothing speaks against it."""
_INDENT: Final = 2
_CLOSE: Final = 4
_FEW: Final = 100
_FRAME: Final = 40
"""A page says no more than this many lines about itself."""
_GUESSES: Final = 4
_MARKS: Final = 4
"""No more of them hang over the margin together."""


class _Measured(NamedTuple):
    """The lines of a text, without the blanks at their ends, by one measure."""

    lines: list[str]
    opens: list[str]
    """What each opens with behind its indent: nothing where it is blank, or where the text has ended."""
    sizes: list[int]
    measure: Measure


def full_lines(lines: list[str]) -> list[bool] | None:
    """Return which lines fill the width that a text was cut at, or None where it was cut at none.

    Takes the lines without the blanks at their ends. A text was cut at a width when many of its lines have the same
    length, hardly any is longer, and most of those stop in mid-sentence.
    """
    lengths = list(map(len, lines))
    ordered = sorted(lengths)
    reach = len(lines) - bisect_left(ordered, _LEAST)
    middling = bisect_right(ordered, _MOST) - bisect_left(ordered, _LEAST)
    if middling < 3 or middling * 3 < len(lines) - lengths.count(0):
        return None
    stops = [at for at, (line, below) in enumerate(pairwise(lines)) if line and below and line[-1] not in SENTENCE_END]
    stops = [at for at in stops if lines[at][-1] not in _BEHIND or lines[at].rstrip(_BEHIND)[-1:] not in SENTENCE_END]
    if sum(lengths[at] >= _LEAST for at in stops) < max(2, reach * _STOPS):
        return None
    best: _Cut | None = None
    for text, width in _guessed(lines, stops, ordered):
        cut = _cut_at(text, width, stops) if _is_width(text, width, reach) else None
        if cut and (best is None or cut.told > best.told):
            best = cut
            if cut.tells_all:
                break
    return best.full if best else None


def _guessed(lines: list[str], stops: list[int], ordered: list[int]) -> Iterator[tuple[_Measured, int]]:
    """Yield the lines by each measure by which they may have a width, with each that they may have.

    Takes which lines stop in mid-sentence, and the numbers of characters of all, in order.
    """
    stopping = [lines[at] for at in stops]
    opens: list[str] = []
    before: list[int] = []
    for measure in MEASURES:
        sizes = measure.sizes(stopping)
        if sizes != before and (guesses := _guesses(sizes, ordered, measure.step)):
            opens = opens or [*[line.lstrip(SPACE)[:1] for line in lines], ""]
            text = _Measured(lines, opens, measure.sizes(lines), measure)
            yield from ((text, guess) for guess in guesses)
        before = sizes


def _guesses(sizes: list[int], ordered: list[int], step: int) -> list[int]:
    """Return the lengths that most of some lines have, most common first, which not too many of all lines exceed."""
    reach = len(ordered) - bisect_left(ordered, _LEAST)
    counts = Counter(size for size in sizes if _NARROWEST * step <= size <= _MOST * step)
    found = {
        size: (sum(counts[size - short] for short in range(step)), size)
        for size in counts
        if len(ordered) - bisect_right(ordered, size + _MARKS * step) <= max(reach * _LONGER, _FRAME)
        and (about := sum(counts[size + more] for more in range(-2 * step, 2 * step + 1))) > 1
        and (about > 2 or about >= reach * _SHARE)
    }
    return sorted(found, key=found.__getitem__, reverse=True)[:_GUESSES]


def _is_width(text: _Measured, width: int, reach: int) -> bool:
    """Whether hardly any line exceeds a width, without what a page says about itself, and enough have it."""
    most = max(reach * _LONGER, _FRAME)
    beyond = width + _MARKS * text.measure.step
    if len([size for size in text.sizes if size > beyond]) > most:
        return False
    found = [line for line, size in zip(text.lines, text.sizes, strict=True) if size > width]
    bare = text.measure.sizes([line.lstrip(SPACE).rstrip(_NEVER_FIRST) for line in found])
    found = [line for line, size in zip(found, bare, strict=True) if size > width]
    longer = _text_lines(found)
    alike = sum(width - 2 * text.measure.step <= size <= width for size in text.sizes)
    return not longer or (longer <= reach * _LONGER and alike >= reach * _SHARE)


def _text_lines(lines: list[str]) -> int:
    """Return how many of some lines are no frame of a page; many never are."""
    return len(lines) if len(lines) > _FRAME else sum(not _is_frame(line) for line in lines)


def _is_frame(line: str) -> bool:
    line = line.strip()
    return is_footer(line) or is_header(line)


class _Cut(NamedTuple):
    """The lines of a text as a width explains them."""

    full: list[bool]
    """Which lines fill it: what follows would not fit in."""
    told: int
    """How many lines that stop in mid-sentence it explains, less those that it speaks against."""
    tells_all: bool
    """Whether no line is longer, and hardly any that stops in mid-sentence a little shorter for no reason."""


def _cut_at(text: _Measured, width: int, stops: list[int]) -> _Cut | None:
    """Return the lines as a width explains them, or None where they do not stop in mid-sentence as cut lines do."""
    full = [size == width for size in text.sizes]
    near = [at for at, size in enumerate(text.sizes) if size > width - _LONGEST_UNIT and size != width]
    for at in near:
        full[at] = _hangs(text, at, width) if text.sizes[at] > width else _fills(text, at, width)
    against = _text_lines([text.lines[at] for at in near if text.sizes[at] > width and not full[at]])
    short = [at for at in near if text.sizes[at] < width and not full[at] and text.opens[at + 1]]
    torn = sum(full[at] and text.opens[at + 1] in _TORN for at in stops)
    kept = set(_kept(text, width, short))
    if len(kept.intersection(stops)) > torn:
        for at in kept:
            full[at] = True
    if not (told := _told(text, width, full, stops, torn)):
        return None
    untold = sum(text.sizes[at] > width - _CLOSE for at in set(short).difference(kept).intersection(stops))
    return _Cut(full, told - against, not against and untold * _FEW <= told)


def _told(text: _Measured, width: int, full: list[bool], stops: list[int], torn: int) -> int:
    """Return how many of the full lines stop in mid-sentence, or 0 where they may have one length by chance."""
    filled = [at for at, is_full in enumerate(full) if is_full and text.opens[at + 1]]
    if len(filled) <= _FRAME:
        filled = [at for at in filled if not _is_frame(text.lines[at])]
    open_ended = set(stops).intersection(filled)
    told = len(open_ended)
    if told * 2 <= len(filled) or told < 2 or (len(filled) < 3 and width < _SURE * text.measure.step):
        return 0
    return 0 if not torn and all(opens_with_marker(text.lines[at]) for at in open_ended) else told


def _fills(text: _Measured, at: int, width: int) -> bool:
    """Whether not one character more would fit into a line."""
    measure, size = text.measure, text.sizes[at]
    return width - measure.step < size and size + measure.size(text.opens[at + 1]) > width


def _kept(text: _Measured, width: int, short: list[int]) -> Iterator[int]:
    """Yield the lines that are short of a width to keep marks from the start of a line, or a word in one piece."""
    for at in short:
        unit = re.compile(_UNIT).match(text.lines[at + 1])
        if unit and text.sizes[at] + text.measure.size(unit[1]) > width:
            yield at


def _hangs(text: _Measured, at: int, width: int) -> bool:
    """Whether only marks of a line, or its indent, stand beyond the width."""
    line = text.lines[at]
    if line[0] in SPACE and text.sizes[at] <= width + _INDENT * text.measure.step:
        return True
    return text.measure.size(line.rstrip(_NEVER_FIRST)) <= width
