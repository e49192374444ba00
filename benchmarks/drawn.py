"""The trees drawn by hand in fixtures/, as the offsets that a parser must find."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.spec_cases import SPEECH, read_cases
from tests.speech_files import read_page, tree_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.rival import Row


@dataclass(frozen=True, slots=True)
class Drawing:
    """A text and its tree: the rows are in the order of the text."""

    name: str
    text: str
    rows: list[Row]
    speeches: int
    """At least 1: a text without a title is one speech."""


class MisdrawnError(ValueError):
    """A drawn item is not in its text."""


def place(marker: str, title: str, text: str, before: int) -> int:
    """Return where a drawn item starts: the last place before an offset where its marker and its title stand.

    The last, since a table of contents and a preview of the sections stand above what they name.
    """
    spaced = r"\s*".join(re.escape(char) for char in title if not char.isspace()) or r"(?!\w)"
    shape = re.compile(rf"{re.escape(marker)}[\s*]*{spaced}")
    places = [match.start() for match in shape.finditer(text) if match.start() < before]
    if not places:
        raise MisdrawnError(f"no {marker} {title} before offset {before}")
    return places[-1]


def located(lines: Iterable[str], text: str) -> list[Row]:
    """Return the rows of drawn items: a line each, two spaces of indent a level, marker, title."""
    found: list[tuple[int, int, str]] = []
    before = len(text)
    for line in reversed(list(lines)):
        body = line.lstrip()
        marker, _, title = body.partition(" ")
        before = place(marker, title, text, before)
        found.append((before, (len(line) - len(body)) // 2, title))
    rows: list[Row] = []
    above: list[int] = []
    for start, depth, title in reversed(found):
        del above[depth:]
        rows.append((start, above[-1] if above else None, title))
        above.append(start)
    return rows


def drawing(name: str, text: str, lines: list[str]) -> Drawing:
    """Return a text with what is drawn of it (`#` lines open speeches), or say which fixture is wrong."""
    titles = [line for line in lines if line.startswith(SPEECH)]
    items = [line for line in lines if line and not line.startswith(SPEECH)]
    try:
        return Drawing(name, text, located(items, text), max(1, len(titles)))
    except MisdrawnError as error:
        raise MisdrawnError(f"{name}: {error}") from None


def spec_cases() -> Iterator[Drawing]:
    """Yield the cases of fixtures/spec, in the order of their files."""
    for case in read_cases():
        yield drawing(case.name, case.text, case.outline.split("\n"))


def whole_speeches() -> Iterator[Drawing]:
    """Yield the speeches of fixtures/speeches and fixtures/short."""
    for tree in tree_files():
        page = read_page(tree)
        lines = [line for speech in page.speeches for line in (SPEECH, *(item.drawn for item in speech.items))]
        yield drawing(tree.stem, page.text, lines)
