"""Less of an outline: only its upper levels, or only its titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechparse.model import Outline


def cut_below(outline: Outline, depth: int) -> None:
    """Take out the items below a level, in place; the spans and texts of the others stay as they are."""
    for item in outline.walk():
        if item.level >= depth:
            item.children = []


def leave_out_text(outline: Outline) -> None:
    """Empty every running text, in place; titles and spans stay, and null still says that there was no text."""
    for speech in outline.speeches:
        speech.preamble = speech.preamble and ""
        speech.closing = speech.closing and ""
        for item in speech.walk():
            item.text = ""
