"""How the length of a speech is shared among its points: one bar, and the widths of the small ones in the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.render.html.markup import escape, hue, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Speech

_ROOM: Final = 1.5
"""Percent of the bar that a character of a label takes at the least."""

_PUNCTUATION: Final = "、，,.．：:（）()是要 　"


def widths() -> str:
    """Return a rule for every share in whole percent: a page without inline styles has its widths as classes."""
    return "".join(f".w{share}{{--w:{share};counter-reset:w {share}}}" for share in range(101))


def bar(speech: Speech, first: int) -> str:
    """Return a drawing with a piece for the head, for each item of the first level, and for the closing."""
    length = speech.end - speech.start
    if not speech.children or not length:
        return ""
    spoken = "，".join(
        f"{escape(item.marker.strip())} {percent(item.end - item.start, length)}%" for item in speech.children
    )
    pieces = "".join(_pieces(speech, first, length))
    return f'<svg class="share" role="img" aria-label="{spoken}">{pieces}</svg>'


def _pieces(speech: Speech, first: int, length: int) -> Iterator[str]:
    numbers = _numbers(speech.children, first)
    yield _piece("head", "", speech.start, speech.children[0].start, speech.start, length)
    for item, number in zip(speech.children, numbers, strict=True):
        attributes = f'{hue(item)}" data-o="o{number}'
        yield _piece(attributes, item.marker.strip(_PUNCTUATION), item.start, item.end, speech.start, length)
    yield _piece("head", "", speech.children[-1].end, speech.end, speech.start, length)


def _numbers(items: list[Item], first: int) -> Iterator[int]:
    """Yield the page's number of each item of the first level."""
    for item in items:
        yield first
        first += sum(1 for _ in item.walk())


def _piece(attributes: str, label: str, start: int, end: int, origin: int, length: int) -> str:  # noqa: PLR0913, PLR0917 -- a row
    if start >= end:
        return ""
    left, width = (start - origin) * 100 / length, (end - start) * 100 / length
    rect = f'<rect class="{attributes}" x="{left:.2f}%" width="{width:.2f}%" height="100%"/>'
    if not label or width < _ROOM * (len(label) + 1):
        return rect
    return f'{rect}<text x="{left + width / 2:.2f}%" y="50%">{escape(label)}</text>'
