"""The outline as Markdown: headings down to level 6, below them nested lists, as mind-map programs import it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from speechparse.render.labels import heading, speech_name
from speechparse.render.paragraphs import Paragraphs
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Outline, Speech

_DEEPEST_HEADING: Final = 6
_ACTIVE: Final = re.compile(r"[\\`*_\[\]<~|$#^]|%(?=%)|(?<=%)%|=(?==)|(?<==)=|&(?=#?\w)")
"""What means something in CommonMark, or in the dialects of GitHub and Obsidian, wherever it stands."""
_OPENING: Final = re.compile(r"([-+>=]|\d{1,9}(?=[.)]))")
"""What means something at the start of a line."""
_ENTRY: Final = "- "
_CLOSING: Final = "---"
"""Stands before a closing: it belongs to the speech, not to its last item."""


def render(outline: Outline, text: str) -> bytes:
    """Return the document: a heading of level 1 for each speech, level 2 for its first items, and so on."""
    paragraphs = Paragraphs(text)
    pieces: list[str] = []
    entry = False
    for block in (block for speech in outline.speeches for block in _speech(speech, outline, text, paragraphs)):
        # A blank line between its entries would make a list of titles one of paragraphs.
        above, entry = entry, block.lstrip(" ").startswith(_ENTRY)
        pieces += ["" if above and entry else "\n", block, "\n"]
    return "".join(pieces[1:]).encode()


def escape(text: str) -> str:
    """Return one line of plain text as Markdown that shows exactly this text."""
    line = _ACTIVE.sub(r"\\\g<0>", visible(text))
    opening = _OPENING.match(line)
    if not opening:
        return line
    at = opening.end() if opening[0][0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def _speech(speech: Speech, outline: Outline, text: str, paragraphs: Paragraphs) -> Iterator[str]:
    yield f"# {escape(speech_name(speech, outline))}"
    yield from map(escape, paragraphs.before(speech))
    for item in speech.walk():
        yield from _item(item, text, paragraphs)
    if closing := paragraphs.after(speech):
        yield _CLOSING
        yield from map(escape, closing)


def _item(item: Item, text: str, paragraphs: Paragraphs) -> Iterator[str]:
    title = escape(heading(item, text))
    nested = item.level + 1 - _DEEPEST_HEADING
    if nested <= 0:
        yield f"{'#' * (item.level + 1)} {title}"
        yield from map(escape, paragraphs.of_item(item))
        return
    indent = "  " * nested
    yield f"{indent[2:]}{_ENTRY}{title}"
    yield from (indent + escape(paragraph) for paragraph in paragraphs.of_item(item))
