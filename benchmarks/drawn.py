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


def place(marker: str, title: str, text: str, after: int) -> int:
    """Return where a drawn item starts, the first place after an offset where its marker and its title stand."""
    spaced = r"\s*".join(re.escape(char) for char in title if not char.isspace())
    found = re.compile(rf"{re.escape(marker)}[\s*]*{spaced}").search(text, after)
    if found is None:
        raise MisdrawnError(f"no {marker} {title} after offset {after}")
    return found.start()


def located(lines: Iterable[str], text: str) -> list[Row]:
    """Return the rows of drawn items: a line each, two spaces of indent a level, marker, title."""
    rows: list[Row] = []
    above: list[int] = []
    after = 0
    for line in lines:
        body = line.lstrip()
        marker, _, title = body.partition(" ")
        start = place(marker, title, text, after)
        del above[(len(line) - len(body)) // 2 :]
        rows.append((start, above[-1] if above else None, title))
        above.append(start)
        after = start + 1
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
    """Yield the speeches of fixtures/speeches."""
    for tree in tree_files():
        page = read_page(tree)
        lines = [line for speech in page.speeches for line in (SPEECH, *(item.drawn for item in speech.items))]
        yield drawing(tree.stem, page.text, lines)
