"""What must hold of the outline of any text whatever."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from speechparse.families import BY_NAME
from speechparse.model import MAX_DEPTH
from tests.ink import ink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechparse import Item, Outline, Speech

MARKS: Final = "。；：！？，、．!?;:,.…#"
"""Marks that may stand between a marker, a title and a body, and belong to none of them."""
BOLD: Final = "*"
PAGE_NUMBER: Final = re.compile(r"[—–-]\d{1,4}[—–-]")
"""What is joined around bold marks and numbers of pages drops them."""


def check(text: str, outline: Outline) -> None:
    """Check everything below."""
    assert outline.length == len(text)
    check_tiles(text, outline)
    check_speeches(text, outline)
    for speech in outline.speeches:
        check_places(speech)
    check_lines(text, outline)
    for item in outline.walk():
        check_item(text, item)


def spans(outline: Outline) -> Iterator[tuple[int, int]]:
    """Yield the span of every place that a character can lie in: outside, head, an item's own part, closing."""
    yield from outline.outside
    for speech in outline.speeches:
        yield speech.start, speech.children[0].start if speech.children else speech.end
        if speech.children:
            yield speech.children[-1].end, speech.end
    for item in outline.walk():
        yield from own_spans(item)


def own_spans(item: Item) -> Iterator[tuple[int, int]]:
    """Yield what of an item's span is in none of its children, in order."""
    at = item.start
    for child in item.children:
        yield at, child.start
        at = child.end
    yield at, item.end


def check_tiles(text: str, outline: Outline) -> None:
    """Every character lies in exactly one place."""
    at = 0
    for start, end in sorted(spans(outline)):
        assert start <= end
        assert start == at, f"{start - at} characters lie in no place, or in two: {text[at:start] or text[start:at]!r}"
        at = end
    assert at == len(text), f"in no place: {text[at:]!r}"


def check_speeches(text: str, outline: Outline) -> None:
    """Speeches stand in order and apart, each title is where it is said to be, a duplicate follows its original."""
    assert all(one.end <= other.start for one, other in pairwise(outline.speeches))
    for index, speech in enumerate(outline.speeches):
        assert speech.start <= speech.title_end <= speech.end
        assert (speech.title is None) == (speech.title_end == speech.start), "a title has a span, and only a title"
        if speech.title is not None:
            assert plain(speech.title) == plain(text[speech.start : speech.title_end])
        assert speech.duplicate_of is None or speech.duplicate_of < index
        for piece in (speech.title, speech.salutation, speech.preamble, speech.closing):
            assert piece is None or ink(piece), "what is empty is None"
        assert speech.announced is None or speech.announced > 1


def check_places(speech: Speech) -> None:
    """Siblings stand in order and apart, children inside their parents, levels and paths count."""
    stack: list[tuple[Sequence[Item], int, int, int, str]] = [(speech.children, speech.start, speech.end, 1, "")]
    while stack:
        siblings, begin, end, level, prefix = stack.pop()
        assert level <= MAX_DEPTH + 1 if not siblings else level <= MAX_DEPTH
        for place, item in enumerate(siblings, 1):
            assert begin <= item.start < item.end <= end
            assert (item.level, item.path) == (level, f"{prefix}{place}")
            begin = item.end
            stack.append((item.children, item.start + 1, item.end, level + 1, f"{item.path}."))


def check_lines(text: str, outline: Outline) -> None:
    """Every item knows the line of its first character, whatever ends the lines."""
    for item in outline.walk():
        assert item.line == 1 + len(re.findall(r"\r\n|\r|\n", text[: item.start] + ("\0" if item.start else "")))


def check_item(text: str, item: Item) -> None:
    """Check that the marker is the exact slice, and that title and text are, marks aside, the rest of the own part."""
    assert item.family in BY_NAME
    assert item.ordinal > 0
    assert item.announced is None or item.announced > 1
    assert item.marker == text[item.start : item.start + len(item.marker)]
    assert item.start + len(item.marker) <= item.title_end <= item.end
    assert not item.children or item.title_end <= item.children[0].start
    assert "\n" not in item.title
    assert item.title == item.title.strip()
    assert plain(item.title) == plain(text[item.start + len(item.marker) : item.title_end])
    own = "".join(text[max(start, item.title_end) : end] for start, end in own_spans(item))
    assert plain(item.text) == plain(own)


def plain(text: str) -> str:
    """Return the ink of a text without bold marks and page numbers, and without the marks at its ends."""
    return PAGE_NUMBER.sub("", ink(text).replace(BOLD, "")).strip(MARKS)
