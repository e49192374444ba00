"""The stretches of a text that belong to one item, or to the speech itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Speech


class Part(NamedTuple):
    """A stretch of a speech without the items in it."""

    owner: Item | None
    """Whose it is; None for the head and the closing of the speech."""
    start: int
    end: int


def parts(speech: Speech) -> Iterator[Part]:
    """Yield the parts of a speech in the order of the text; they tile its span, and none is empty."""
    at = speech.start
    opened: list[tuple[Item | None, int, Iterator[Item]]] = [(None, speech.end, iter(speech.children))]
    while opened:
        owner, end, children = opened[-1]
        child = next(children, None)
        stop = end if child is None else child.start
        if at < stop:
            yield Part(owner, at, stop)
            at = stop
        if child is None:
            opened.pop()
        else:
            opened.append((child, child.end, iter(child.children)))
