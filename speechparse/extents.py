"""Where each item of a tree ends: with its run, its paragraph, its sentence, or with the scope of the item it is in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from speechparse.candidates import LINE
from speechparse.cues import list_close
from speechparse.families import SPACE

if TYPE_CHECKING:
    from speechparse.candidates import Candidate
    from speechparse.nest import Node
    from speechparse.run import Run


def set_ends(text: str, roots: list[Node], end: int) -> None:
    """Set the end of every item of a forest that ends at an offset of the folded text at the latest."""
    stack = [(roots, end)]
    while stack:
        siblings, limit = stack.pop()
        stop, run = limit, None
        for node in reversed(siblings):
            if node.run is not run:
                run = node.run
                if node.depth > 1:
                    stop = _scope_end(text, node, stop)
            mark = node.mark
            node.end = max(stop, mark.end)
            if node.children:
                stack.append((node.children, node.end))
            stop = mark.start


def _scope_end(text: str, node: Node, limit: int) -> int:
    """Return where the last item of a run ends."""
    last = node
    while last.children:
        last = last.children[-1]
    begin = last.mark.end
    if not opens_own_line(node):
        stop = text.find("\n", begin, limit)
        stop = limit if stop < 0 else stop
        if short_items(text, node.run) and (full := text.find("。", begin, stop)) >= 0:
            stop = full + 1
        return list_close(text, begin, stop)
    usual = usual_size(text, node.run)
    if usual:
        return _after_lines(
            text, node.mark.start, max(usual, count_lines(text, node.mark.start, begin, len(text))), limit
        )
    return limit


def _after_lines(text: str, begin: int, count: int, limit: int) -> int:
    at = begin
    while count:
        stop = text.find("\n", at, limit)
        if stop < 0:
            return limit
        count -= bool(text[at:stop].strip(SPACE))
        at = stop + 1
    return at - 1


# --- how much an item takes ------------------------------------------------------------------------------------------


def opens_own_line(node: Node) -> bool:
    """Whether an item's marker opens a line."""
    return node.mark.position == LINE


_SMALL: Final = 2


def usual_size(text: str, run: Run) -> int:
    """Return how many lines each earlier item of a run takes, where it is the same small number; else 0."""
    if run.usual < 0:
        run.usual = _counted_size(text, run.members) if len(run.members) > 1 and not _is_bare(text, run) else 0
    return run.usual


def _counted_size(text: str, members: list[Candidate]) -> int:
    size = 0
    for one, other in pairwise(members[-4:]):
        size = max(size, count_lines(text, one.start, other.start, _SMALL + 1))
        if size > _SMALL:
            return 0
    return size


def _is_bare(text: str, run: Run) -> bool:
    """Whether the items are headings with nothing behind them in the line."""
    first = run.members[0]
    line = text[first.end : text.find("\n", first.end)]
    return first.family.heading and "。" not in line and not line.rstrip().endswith(("；", ";"))


def count_lines(text: str, begin: int, end: int, enough: int = 4) -> int:
    """Return how many lines with text lie between two offsets, counted up to what is enough to know."""
    count, at = 0, begin
    while at < end and count < enough:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        count += stop > at and not (text[at].isspace() and text[at:stop].isspace())
        at = stop + 1
    return count


def short_items(text: str, run: Run) -> bool:
    """Whether each item of an inline list but the last ends in ； or ，: then each is part of a sentence."""
    for member in run.members[1:]:  # noqa: SIM110 -- a generator costs more than all the rest
        if text[member.start - 1] not in "；;，,、":
            return False
    return True
