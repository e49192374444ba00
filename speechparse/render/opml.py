"""The outline as OPML 2.0: titles in `text`, bodies in `_note`, which outliners read though no standard has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.render.labels import document_name, label, speech_name
from speechparse.render.paragraphs import Paragraphs
from speechparse.render.xml import HEADER, escaped, escaped_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Outline, Speech


def render(outline: Outline, text: str) -> bytes:
    """Return the document: an `outline` element for each speech, its items inside."""
    paragraphs = Paragraphs(text)
    title = escaped(document_name(outline))
    pieces = [HEADER, f'<opml version="2.0">\n<head><title>{title}</title></head>\n<body>\n']
    for speech in outline.speeches:
        pieces += _speech(speech, outline, text, paragraphs)
    pieces.append("</body>\n</opml>\n")
    return "".join(pieces).encode()


def _speech(speech: Speech, outline: Outline, text: str, paragraphs: Paragraphs) -> Iterator[str]:
    note = paragraphs.before(speech) + paragraphs.after(speech)
    yield _opening(speech_name(speech, outline), note) + ">\n"
    yield from _items(speech.children, text, paragraphs)
    yield "</outline>\n"


def _items(items: list[Item], text: str, paragraphs: Paragraphs) -> Iterator[str]:
    arrays = [iter(items)]
    while arrays:
        item = next(arrays[-1], None)
        if item is None:
            arrays.pop()
            if arrays:
                yield "</outline>\n"
            continue
        yield _opening(label(item, text), paragraphs.of_item(item)) + (">\n" if item.children else "/>\n")
        if item.children:
            arrays.append(iter(item.children))


def _opening(title: str, note: list[str]) -> str:
    return f'<outline text="{escaped(title)}"' + (f' _note="{escaped_lines(note)}"' if note else "")
