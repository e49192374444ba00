"""How the length of a speech is shared among its points: a bar, and the widths of the small ones in the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.render.html.markup import escape, hue, percent

if TYPE_CHECKING:
    from speechparse.model import Item, Speech

_ROOM: Final = 1.5
"""Percent of the bar that a character of a label takes at the least."""

_THIN: Final = 0.8
"""Percent of the bar below which a piece has no border: the border would hide it."""

_PUNCTUATION: Final = "、，,.．：:（）()是要 　"

_LEVELS: Final = 2
"""Levels that the bar shows, one line each."""


class _Line(NamedTuple):
    """A line of the bar, in percent of its height."""

    top: int
    height: int


_ONE_LINE: Final = (_Line(0, 100),)
_TWO_LINES: Final = (_Line(0, 58), _Line(62, 38))


def widths() -> str:
    """Return a rule for every share in whole percent: a page without inline styles has its widths as classes."""
    return "".join(f".w{share}{{--w:{share};counter-reset:w {share}}}" for share in range(101))


def bar(speech: Speech, first: int) -> str:
    """Return a drawing with a piece for each item of the first two levels; items are numbered from `first` on."""
    length = speech.end - speech.start
    if not speech.children or not length:
        return ""
    spoken = "，".join(
        f"{escape(item.marker.strip())} {percent(item.end - item.start, length)}%" for item in speech.children
    )
    shown = [(number, item) for number, item in enumerate(speech.walk(), first) if item.level <= _LEVELS]
    lines = _TWO_LINES if any(item.level > 1 for _, item in shown) else _ONE_LINE
    pieces = "".join(_piece(item, number, lines[item.level - 1], speech) for number, item in shown)
    return (
        f'<svg class="share n{len(lines)}" role="img" aria-label="{spoken}">'
        f'<rect class="head" width="100%" height="{lines[0].height}%"/>{pieces}</svg>'
    )


def _piece(item: Item, number: int, line: _Line, speech: Speech) -> str:
    length = speech.end - speech.start
    left, width = (item.start - speech.start) * 100 / length, (item.end - item.start) * 100 / length
    thin = " thin" if width < _THIN else ""
    rect = (
        f'<rect class="{hue(item)}{thin}" data-o="o{number}" x="{left:.2f}%" y="{line.top}%" width="{width:.2f}%" '
        f'height="{line.height}%"/>'
    )
    label = item.marker.strip(_PUNCTUATION)
    if not label or width < _ROOM * (len(label) + 1):
        return rect
    return f'{rect}<text x="{left + width / 2:.2f}%" y="{line.top + line.height / 2}%">{escape(label)}</text>'
