"""Text made fit for a page: nothing in a speech can become markup, and labels stand there in both languages."""

from __future__ import annotations

from html import escape as _escape
from typing import TYPE_CHECKING

from speechparse.render.palette import colour
from speechparse.render.paragraphs import one_line
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from speechparse.model import Item


def escape(text: str) -> str:
    """Return text for an element or a quoted attribute; a hard line break in it is gone, as in the paragraph it cut."""
    return _escape(visible(one_line(text)))


def both(chinese: str, english: str) -> str:
    """Return a label in both languages: the page shows the one that the reader has chosen."""
    return f'<span class="zh">{escape(chinese)}</span><span class="en" lang="en">{escape(english)}</span>'


def hue(item: Item) -> str:
    """Return the class that has the colour of the item's family."""
    return f"c-{colour(item.family)}"


def percent(part: int, whole: int) -> int:
    """Return a part in whole percent, and at least 1 where there is any."""
    return max(round(part * 100 / whole), 1) if part and whole else 0
