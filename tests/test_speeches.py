"""Whole speeches give the outline that was drawn for them by hand."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

import pytest

from speechparse import parse
from tests.spec_cases import draw
from tests.speech_files import NOTHING, read_page, squeeze, tree_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from speechparse import Item, Speech
    from tests.speech_files import ExpectedItem, ExpectedSpeech, Quote

MISSING: Final = "(missing)"

each_tree = pytest.mark.parametrize("tree", tree_files(), ids=lambda tree: tree.stem)


def seen(quote: Quote | None, text: str | None) -> str:
    """Return `text` as the quote writes it where it fits, and else the text itself, to be read in the diff."""
    if not text:
        return NOTHING
    return str(quote) if quote is not None and quote.fits(text) else squeeze(text)


def ending(end: str, scope: str) -> str:
    """Return `end` where the scope ends with it, and else as much of the scope's own end."""
    scope = squeeze(scope)
    return end if scope.endswith(squeeze(end)) else scope[-len(end) - 10 :]


def drawn_head(speech: ExpectedSpeech) -> str:
    """Return what is drawn for a speech apart from its items."""
    return "\n".join(
        [
            f"# {speech.title}",
            f"salutation: {speech.salutation}",
            f"preamble: {speech.preamble or NOTHING}",
            f"announced: {speech.announced}",
            f"closing: {speech.closing or NOTHING}",
            f"duplicate_of: {speech.duplicate_of}",
        ]
    )


def parsed_head(speech: Speech | None, expected: ExpectedSpeech | None) -> str:
    """Return the same of a parsed speech, its texts written as the expected quotes where they fit."""
    if speech is None:
        return MISSING
    return "\n".join(
        [
            f"# {speech.title}",
            f"salutation: {speech.salutation}",
            f"preamble: {seen(expected.preamble if expected else None, speech.preamble)}",
            f"announced: {speech.announced}",
            f"closing: {seen(expected.closing if expected else None, speech.closing)}",
            f"duplicate_of: {speech.duplicate_of}",
        ]
    )


def drawn_item(item: ExpectedItem) -> str:
    """Return what is drawn for an item, on one line."""
    return f"{item.drawn} | text {item.text or NOTHING} | end {item.end} | announced {item.announced}"


def parsed_item(item: Item, expected: ExpectedItem, text: str) -> str:
    """Return the same of a parsed item."""
    end = ending(expected.end, text[item.start : item.end])
    return f"{expected.drawn} | text {seen(expected.text, item.text)} | end {end} | announced {item.announced}"


def partners(expected: Iterable[ExpectedItem], items: Iterator[Item]) -> Iterator[tuple[ExpectedItem, Item | None]]:
    """Pair each drawn item with the next parsed one of the same marker and title: one error must not hide the rest."""
    left = list(items)
    for wanted in expected:
        places = (at for at, item in enumerate(left) if (item.marker, item.title) == (wanted.marker, wanted.title))
        place = next(places, None)
        yield wanted, None if place is None else left[place]
        del left[: 0 if place is None else place + 1]


def test_there_are_speeches() -> None:
    """An empty folder would let every test below pass."""
    assert len(tree_files()) >= 8


@each_tree
def test_the_tree_is_the_drawn_one(tree: Path) -> None:
    """Speeches, markers, titles and levels are those of the drawing."""
    page = read_page(tree)
    expected = [line for speech in page.speeches for line in (f"# {speech.title}", *(i.drawn for i in speech.items))]
    assert draw(parse(page.text)) == "\n".join(expected)


@each_tree
def test_heads_and_closings_are_the_drawn_ones(tree: Path) -> None:
    """Title, salutation, preamble, announced count, closing and repetition of each speech are as drawn."""
    page = read_page(tree)
    pairs = list(zip_longest(page.speeches, parse(page.text).speeches))
    assert "\n\n".join(parsed_head(speech, expected) for expected, speech in pairs) == "\n\n".join(
        MISSING if expected is None else drawn_head(expected) for expected, _ in pairs
    )


@each_tree
def test_items_are_the_drawn_ones(tree: Path) -> None:
    """The text, the end and the announced count of each item are as drawn."""
    page = read_page(tree)
    wanted = [item for speech in page.speeches for item in speech.items]
    lines = [
        f"{expected.drawn} {MISSING}" if item is None else parsed_item(item, expected, page.text)
        for expected, item in partners(wanted, parse(page.text).walk())
    ]
    assert "\n".join(lines) == "\n".join(map(drawn_item, wanted))


@each_tree
def test_page_text_is_outside(tree: Path) -> None:
    """Menus, source lines and footers lie in no speech, and nothing else does."""
    page = read_page(tree)
    spans = [page.text[start:end] for start, end in parse(page.text).outside]
    pairs = zip_longest(page.outside, filter(squeeze, spans))
    assert "\n".join(seen(quote, span) for quote, span in pairs) == "\n".join(map(str, page.outside))
