"""Runs → tree: which run hangs under which item, and where each item ends?

The taken runs are laminar, so that only one question is open: does a run that begins after the last member of another
belong to that last member, or has its scope ended? The text itself answers first (the two families stood in one order
elsewhere in it), then the paragraph, then what writers usually do.
"""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.extents import set_ends
from speechparse.landmarks import Landmarks
from speechparse.model import MAX_DEPTH
from speechparse.scope import Scope

if TYPE_CHECKING:
    from speechparse.candidates import Candidate
    from speechparse.run import Run
    from speechparse.turns import Turns


class Node:
    """An item in the making. Offsets are those of the folded text."""

    __slots__ = ("children", "depth", "end", "mark", "ordinal", "run")

    def __init__(self, mark: Candidate, run: Run, ordinal: int, depth: int) -> None:
        """Take the marker, the run it is a member of, its ordinal there and its level."""
        self.mark = mark
        self.run = run
        self.ordinal = ordinal
        self.depth = depth
        self.end = 0
        self.children: list[Node] = []


class Forest(NamedTuple):
    """The items at the top, and all of them in the order of the text."""

    roots: list[Node]
    nodes: list[Node]


def nest(text: str, runs: list[Run], turns: Turns, end: int) -> Forest:
    """Return the items of a speech that ends at an offset of the folded text, each with its own end.

    Takes the text, the runs of the speech that are taken, and the turns of its speakers.
    """
    members = [(member.start, place, run) for run in runs for place, member in enumerate(run.members)]
    members.sort(key=_START)
    starts = frozenset([start for start, _, _ in members])
    scope = Scope(text, end, _shown_order(runs), turns, Landmarks(text, starts))
    roots: list[Node] = []
    nodes: list[Node] = []
    stack: list[Node] = []
    opened: dict[Run, int] = {}  # run → where its item stands in the stack, while it is there
    for _, place, run in members:
        mark = run.members[place]
        at = opened.get(run, 0)
        if at < len(stack) and stack[at].run is run:
            del stack[at:]
        else:
            while stack and stack[-1].mark is stack[-1].run.last and scope.has_ended(stack, run, mark):
                stack.pop()
            if len(stack) >= MAX_DEPTH:
                del stack[MAX_DEPTH - 1 :]
            opened[run] = at = len(stack)
        node = Node(mark, run, run.ordinals[place], at + 1)
        (stack[-1].children if at else roots).append(node)
        nodes.append(node)
        stack.append(node)
    set_ends(text, roots, end)
    return Forest(roots, nodes)


_START: Final = itemgetter(0)


def _shown_order(runs: list[Run]) -> dict[str, set[str]]:
    """Return, for each key, the keys of runs that lie between two of its members: those stand lower.

    Takes the runs in the order of their first members.
    """
    below: dict[str, set[str]] = defaultdict(set)
    stack: list[Run] = []
    for run in runs:
        start = run.members[0].start
        while stack and stack[-1].last.start < start:
            stack.pop()
        for other in stack:
            below[other.key].add(run.key)
        stack.append(run)
    return below
