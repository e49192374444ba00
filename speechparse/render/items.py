"""The items as JSON Lines: one item a line, each with all that it takes to use it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechparse.render.labels import heading
from speechparse.render.records import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Outline


def render(outline: Outline, text: str) -> bytes:
    """Return a line for each item of each speech, in the order of the text."""
    return lines(_records(outline, text))


def _records(outline: Outline, text: str) -> Iterator[dict[str, Any]]:
    for number, speech in enumerate(outline.speeches):
        for item, above in with_headings(speech.children, text):
            yield {
                "source": outline.source,
                "speech": number,
                "speech_title": speech.title,
                "path": item.path,
                "heading_path": above,
                "marker": item.marker,
                "family": item.family,
                "ordinal": item.ordinal,
                "level": item.level,
                "title": item.title,
                "text": item.text,
                "announced": item.announced,
                "children": len(item.children),
                "line": item.line,
                "start": item.start,
                "title_end": item.title_end,
                "end": item.end,
            }


def with_headings(items: list[Item], text: str) -> Iterator[tuple[Item, list[str]]]:
    """Yield the items and all below them, each with the headings from the first level down to its own."""
    stack: list[tuple[Item, list[str]]] = [(item, []) for item in reversed(items)]
    while stack:
        item, above = stack.pop()
        path = [*above, heading(item, text)]
        yield item, path
        stack += [(child, path) for child in reversed(item.children)]
