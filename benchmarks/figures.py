"""What the parser gets right, as it is now: on the drawn cases of fixtures/ and on the labelled speeches."""

from __future__ import annotations

import importlib.util
import json
import sys
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from benchmarks import corpus, labelled
from benchmarks.accuracy import Tally, outline_rows
from benchmarks.drawn import Drawing, spec_cases, whole_speeches
from speechparse import parse
from tests.spec_cases import Case, draw_like, read_cases
from tests.speech_files import ExpectedPage, read_page, squeeze, tree_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from speechparse import Item, Outline, Speech
    from tests.speech_files import ExpectedItem, ExpectedSpeech, Quote

VARIANTS: Final = ("clean", "wrapped", "glued")
SHARES: Final = ("F1 drawn", "edge drawn", *(f"{name} {variant}" for variant in VARIANTS for name in ("F1", "edge")))
"""What the shares of the figures are, in order."""


class Figures(NamedTuple):
    """What one state of the parser gets right."""

    shares: tuple[float, ...]
    """As in SHARES; those of the labelled speeches only where they are there."""
    titles: int
    """How many of the labelled titles are right, over all variants."""
    borders: int
    """How many labelled pages, ends and closings are right, over all variants."""
    right: frozenset[str]
    """The spec cases that are drawn as they should be."""
    pieces: int
    """How many pieces of the whole speeches are as drawn: heads, texts, ends, counts, text outside."""


def figures() -> Figures:
    """Measure the parser as it is."""
    cases, pages, drawings = _drawn()
    outlines = [parse(case.text) for case in cases]
    parsed = [parse(page.text) for page in pages]
    tally = Tally()
    for drawing, outline in zip(drawings, [*outlines, *parsed], strict=True):
        tally.add(drawing, outline_rows(outline), len(outline.speeches))
    right = (
        case for case, outline in zip(cases, outlines, strict=True) if draw_like(case.outline, outline) == case.outline
    )
    rows = [_labelled(variant) for variant in VARIANTS] if labelled.present() else []
    return Figures(
        shares=(*tally.shares, *(row[name] for row in rows for name in ("F1", "edgeF1"))),
        titles=sum(round(row["titles"] * row["titled"]) for row in rows),
        borders=sum(row[name] for row in rows for name in ("split", "ends", "closings")),
        right=frozenset(case.name for case in right),
        pieces=sum(pieces(pages, parsed)),
    )


@cache
def _drawn() -> tuple[list[Case], list[ExpectedPage], list[Drawing]]:
    return read_cases(), [read_page(tree) for tree in tree_files()], [*spec_cases(), *whole_speeches()]


# --- the pieces of whole speeches ------------------------------------------------------------------------------------


def pieces(pages: list[ExpectedPage], outlines: list[Outline]) -> list[bool]:
    """Return for each drawn piece of some pages whether it is there."""
    return [found for page, outline in zip(pages, outlines, strict=True) for found in _pieces(page, outline)]


def _pieces(page: ExpectedPage, outline: Outline) -> Iterator[bool]:
    for expected, speech in zip_longest(page.speeches, outline.speeches):
        if expected and speech:
            yield from _head(expected, speech)
            items = {item.marker + item.title: item for item in speech.walk()}
            for wanted in expected.items:
                yield from _item(page.text, wanted, items.get(wanted.marker + wanted.title))
    spans = [page.text[start:end] for start, end in outline.outside]
    yield from (fits(quote, span) for quote, span in zip_longest(page.outside, filter(squeeze, spans)))


def fits(quote: Quote | None, text: str | None) -> bool:
    """Whether a text is what is drawn, which may be nothing."""
    return quote.fits(text) if quote and text else not quote and not text


def _head(expected: ExpectedSpeech, speech: Speech) -> Iterator[bool]:
    yield expected.title == speech.title
    yield expected.salutation == speech.salutation
    yield expected.announced == speech.announced
    yield expected.duplicate_of == speech.duplicate_of
    yield fits(expected.preamble, speech.preamble)
    yield fits(expected.closing, speech.closing)


def _item(text: str, expected: ExpectedItem, item: Item | None) -> Iterator[bool]:
    if item:
        yield expected.announced == item.announced
        yield fits(expected.text, item.text)
        yield squeeze(text[item.start : item.end]).endswith(squeeze(expected.end))


# --- the labelled speeches -------------------------------------------------------------------------------------------


@cache
def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("labelled_scorer", corpus.SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(str(corpus.SCORER))
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _documents(variant: str) -> list[tuple[dict[str, Any], str, list[int]]]:
    index = json.loads((corpus.LABELLED / "index.json").read_text(encoding="utf-8"))["documents"]
    texts = [(corpus.LABELLED / document["file"]).read_bytes().decode("utf-8-sig") for document in index]
    moved = [_scorer().variant(variant, text)[1:] for text in texts]
    return [(document, *pair) for document, pair in zip(index, moved, strict=True)]


def _labelled(variant: str) -> dict[str, Any]:
    tally = _scorer().Tally()
    for document, text, where in _documents(variant):
        _scorer().score(document, text, where, _shape(parse(text)), tally, [])
    row: dict[str, Any] = tally.row()
    return row


def _shape(outline: Outline) -> dict[str, Any]:
    return {
        "speeches": [
            {"start": one.start, "end": one.end, "closing": one.closing, "children": list(map(_row, one.children))}
            for one in outline.speeches
        ]
    }


def _row(item: Item) -> dict[str, Any]:
    children = list(map(_row, item.children))
    return {"start": item.start, "marker": item.marker, "title": item.title, "children": children}
