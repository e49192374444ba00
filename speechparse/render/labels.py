"""What an item, a speech and a document are called where their structure is shown."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from speechparse.model import Item, Outline, Speech

NO_TITLE: Final = "（无标题）"

_EXCERPT: Final = 24
"""Characters of an item's text that stand in for a title that it has not."""


def heading(item: Item, text: str) -> str:
    """Return marker and title as one line; a space between them is kept as one: 第一章 总则, but 一、抓学习.

    An item without a title is called by its marker.
    """
    marker = item.marker.strip()
    after = item.start + len(item.marker)
    space = " " if item.marker[-1:].isspace() or text[after : after + 1].isspace() else ""
    return f"{marker}{space}{item.title}" if item.title else marker


def label(item: Item, text: str) -> str:
    """Return the heading, or, where there is no title, the marker and how the item's text begins."""
    return heading(item, text) if item.title else f"{item.marker.strip()}{excerpt(item.text)}"


def excerpt(text: str) -> str:
    """Return the first characters of a text's first line."""
    first = text.split("\n", 1)[0]
    return first if len(first) <= _EXCERPT else f"{first[:_EXCERPT]}…"


def speech_name(speech: Speech, outline: Outline) -> str:
    """Return the speech's title, or the name of its file where it is the only one, or that it has none."""
    if speech.title:
        return speech.title
    return (len(outline.speeches) == 1 and _stem(outline)) or NO_TITLE


def document_name(outline: Outline) -> str:
    """Return the name of the file, or the title of the first speech, or that there is none."""
    titles = (speech.title for speech in outline.speeches if speech.title)
    return _stem(outline) or next(titles, NO_TITLE)


def _stem(outline: Outline) -> str:
    return os.path.splitext(os.path.basename(outline.source or ""))[0]  # noqa: PTH119, PTH122 -- no file is touched
