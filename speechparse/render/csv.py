"""The items as a table that opens right in Excel: UTF-8 with a byte order mark, and no cell that it would compute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.render.items import with_headings
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Outline, Speech

COLUMNS: Final = (
    "source", "speech", "speech_title", "path", "heading_path", "level", "family", "marker", "ordinal", "title", "text",
    "announced", "children", "line", "start", "title_end", "end",
)  # fmt: skip

BETWEEN: Final = " > "
"""Between the parts of a path: Excel takes 1.10 for the number 1.1 and 1-2 for a date."""

CELL: Final = 32_767
"""What a cell of Excel holds, in UTF-16 units; of a longer text the beginning is kept."""

_FORMULA: Final = frozenset("=+-@＝＋－＠\t\r\n|%")
"""What a spreadsheet may take for the start of a formula."""


def render(outline: Outline, text: str) -> bytes:
    """Return the whole table, header included."""
    return header() + rows(outline, text)


def header() -> bytes:
    """Return the byte order mark and the line of column names."""
    return b"\xef\xbb\xbf" + _line(COLUMNS)


def rows(outline: Outline, text: str) -> bytes:
    """Return the lines of the items, without the header."""
    return b"".join(
        _line(_cells(item, above, number, speech, outline))
        for number, speech in enumerate(outline.speeches, 1)
        for item, above in with_headings(speech.children, text)
    )


def _cells(item: Item, above: list[str], number: int, speech: Speech, outline: Outline) -> Iterator[str]:
    yield _text(outline.source or "")
    yield str(number)
    yield _text(speech.title or "")
    yield item.path.replace(".", BETWEEN)
    yield _text(BETWEEN.join(above))
    yield str(item.level)
    yield _text(item.family)
    yield _text(item.marker)
    yield str(item.ordinal)
    yield _text(item.title)
    yield _text(item.text)
    yield "" if item.announced is None else str(item.announced)
    yield from map(str, (len(item.children), item.line, item.start, item.title_end, item.end))


def _text(text: str) -> str:
    """Return a text that stays one: what looks like a formula gets an apostrophe before it, as Excel itself writes."""
    shown = "\n".join(map(visible, text.splitlines()))
    guarded = f"'{shown}" if shown.lstrip()[:1] in _FORMULA and shown.strip() else shown
    return _fitting(guarded)


def _fitting(text: str) -> str:
    if len(text) * 2 <= CELL or len(text.encode("utf-16-le")) // 2 <= CELL:
        return text
    return text.encode("utf-16-le")[: (CELL - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _line(cells: Iterator[str] | tuple[str, ...]) -> bytes:
    return (",".join(map(_quoted, cells)) + "\r\n").encode()


def _quoted(cell: str) -> str:
    if cell.isalnum():
        return cell
    return '"' + cell.replace('"', '""') + '"' if cell else ""
