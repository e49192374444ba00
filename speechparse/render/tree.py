"""The outline as a tree for people: markers, titles and line numbers, as wide as the console.

The only module that imports rich, and all it shows are segments: what a speech says is never taken for markup.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from rich.cells import cell_len, get_character_cell_size
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from speechparse.render.palette import colour
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Outline, Speech

NO_ITEMS: Final = "no numbered points found"

_LABEL_WIDTH: Final = 16
"""Columns that a label should have at the least: guides become narrower before labels do."""

_EXCERPT: Final = 24
"""Characters of an item's text that stand in for a title that it has not."""

_UNLIMITED: Final = 100_000
"""Columns of an output that nobody looks at directly: one line an item."""

_NOT_FIRST: Final = frozenset("，。；：！？、…）》」』】”’,.;:!?)")
"""Characters that no line should begin with."""


class _Guides(NamedTuple):
    """The lines between the levels, each as wide as the others."""

    blank: str
    through: str
    fork: str
    last: str


_GUIDES: Final = (_Guides("    ", "│   ", "├── ", "└── "), _Guides("  ", "│ ", "├╴", "└╴"), _Guides(" ", "│", "├", "└"))
_ASCII_GUIDES: Final = (
    _Guides("    ", "|   ", "|-- ", "`-- "),
    _Guides("  ", "| ", "|-", "`-"),
    _Guides(" ", "|", "|", "`"),
)


def console_for(stream: TextIO, color: str) -> Console:
    """Return a console that writes for the stream, with its width and encoding.

    `color` is auto (rich decides by the stream, NO_COLOR, FORCE_COLOR and TERM), always or never. What is no terminal
    has no width of its own: its lines are not folded unless COLUMNS says how wide they may be.
    """
    width = None if stream.isatty() or os.environ.get("COLUMNS", "").isdigit() else _UNLIMITED
    if color == "always":
        return Console(file=stream, width=width, force_terminal=True, color_system="standard", no_color=False)
    plain = color == "never" or bool(os.environ.get("NO_COLOR"))
    return Console(file=stream, width=width, color_system=None if plain else "auto")


def draw(outline: Outline, console: Console) -> str:
    """Return the outline as the console would show it, escape sequences included; nothing is written."""
    with console.capture() as capture:
        console.print(Segments(_segments(outline, console)), crop=False)
    return capture.get()


def _segments(outline: Outline, console: Console) -> Iterator[Segment]:
    guides = _fitting(max((item.level for item in outline.walk()), default=0), console)
    for index, speech in enumerate(outline.speeches):
        if index:
            yield Segment.line()
        yield from _summary(speech, console.width)
        yield from _items(speech, guides, console.width)
    if not any(speech.children for speech in outline.speeches):
        yield from (Segment(NO_ITEMS, _style("dim")), Segment.line())


def _fitting(depth: int, console: Console) -> _Guides:
    """Return the widest guides that leave room for the labels of the last level."""
    room = (console.width - _LABEL_WIDTH) // max(depth, 1)
    kinds = _ASCII_GUIDES if console.options.ascii_only else _GUIDES
    return next((guides for guides in kinds if len(guides.blank) <= room), kinds[-1])


def _summary(speech: Speech, width: int) -> Iterator[Segment]:
    """Yield the line above a speech's items: its title, how many there are and how deep they go."""
    levels = [item.level for item in speech.walk()]
    figures = f"  {_count(len(levels), 'item')}, {_count(max(levels, default=0), 'level')}"
    if speech.duplicate_of is not None:
        figures += f", same as speech {speech.duplicate_of + 1}"
    title, style = ("(no title)", "italic") if speech.title is None else (visible(speech.title), "bold")
    yield Segment("\n".join(_fold(title, figures, width, 0)), _style(style))
    yield from (Segment(figures, _style("dim")), Segment.line())


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _items(speech: Speech, guides: _Guides, width: int) -> Iterator[Segment]:
    """Yield the lines of all items; the stack holds, for each, the guides of the levels above it."""
    stack = _siblings(speech.children, "")
    while stack:
        item, above, is_last = stack.pop()
        below = above + (guides.blank if is_last else guides.through)
        guide = above + (guides.last if is_last else guides.fork)
        for line in _label(item, max(width - len(guide), _LABEL_WIDTH // 2)):
            yield Segment(guide, _style("dim"))
            yield from line
            yield Segment.line()
            guide = below
        stack += _siblings(item.children, below)


def _siblings(items: list[Item], above: str) -> list[tuple[Item, str, bool]]:
    """Return the items, the last one first and marked."""
    return [(item, above, place == 0) for place, item in enumerate(reversed(items))]


def _label(item: Item, width: int) -> list[list[Segment]]:
    """Return an item's lines: its marker and title, folded under the title, then its line number."""
    marker = visible(item.marker)
    hue = colour(item.family)
    words, style = (visible(item.title), hue) if item.title else (_excerpt(item.text), "dim")
    number = f"  :{item.line}"
    hang = cell_len(marker) + 1
    first, *others = _fold(f"{marker} {words}".rstrip(), number, width, hang if hang * 2 <= width else 0)
    lines = [
        [Segment(first[: len(marker)], _style(f"bold {hue}")), Segment(first[len(marker) :], _style(style))],
        *([Segment(line, _style(style))] for line in others),
    ]
    lines[-1].append(Segment(number, _style("dim")))
    return lines


def _excerpt(text: str) -> str:
    first = text.split("\n", 1)[0]
    return visible(first if len(first) <= _EXCERPT else f"{first[:_EXCERPT]}…")


def _fold(label: str, tail: str, width: int, hang: int) -> list[str]:
    """Cut a label into lines that are `width` columns wide and leave room for the tail on the last one.

    Chinese has no spaces to wait for, so a line is cut where it is full, but not before a mark that would begin the
    next one. Lines after the first are indented by `hang` columns.
    """
    if cell_len(label) + cell_len(tail) <= width:
        return [label]
    lines: list[str] = []
    start = used = 0
    for index, character in enumerate(label):
        size = get_character_cell_size(character)
        if used + size > width:
            cut = index - 1 if character in _NOT_FIRST and index - 1 > start else index
            lines.append(label[start:cut])
            used = hang + cell_len(label[cut:index])
            start = cut
        used += size
    lines.append(label[start:])
    if used + cell_len(tail) > width:
        lines.append("")
    return [lines[0], *(" " * hang + line for line in lines[1:])]


@cache
def _style(definition: str) -> Style:
    return Style.parse(definition)
