"""Runs → tree: which run hangs under which item, and where each item ends?

The taken runs are laminar, so that only one question is open: does a run that begins after the last member of another
belong to that last member, or has its scope ended? The text itself answers first (the two families stood in one order
elsewhere in it), then the paragraph, then what writers usually do.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.candidates import LINE
from speechparse.cues import announced, has_address, has_tail_heading, is_fresh, is_vocative, list_close
from speechparse.families import SPACE
from speechparse.model import MAX_DEPTH
from speechparse.turns import Turns

if TYPE_CHECKING:
    from speechparse.candidates import Candidate
    from speechparse.runs import Run


class Node:
    """An item in the making. Offsets are those of the folded text."""

    __slots__ = (
        "addressed",
        "children",
        "depth",
        "end",
        "heard",
        "in_prose",
        "is_last",
        "looked",
        "mark",
        "ordinal",
        "run",
    )

    def __init__(self, mark: Candidate, run: Run, ordinal: int, depth: int, *, is_last: bool) -> None:
        """Take the marker, the run it is a member of, its ordinal there, its level and whether it is the last."""
        self.mark = mark
        self.run = run
        self.ordinal = ordinal
        self.depth = depth
        self.is_last = is_last
        self.end = 0
        self.children: list[Node] = []
        self.looked = self.heard = 0
        self.in_prose = self.addressed = False


class Forest(NamedTuple):
    """The items at the top, and all of them in the order of the text."""

    roots: list[Node]
    nodes: list[Node]


def nest(text: str, runs: list[Run], begin: int, end: int) -> Forest:
    """Return the items of a speech that lies between two offsets of the folded text, each with its own end."""
    members = [(member.start, place, run) for run in runs for place, member in enumerate(run.members)]
    members.sort(key=_START)
    speech = _Speech(text, end, _shown_order(runs), Turns(text, max(begin - 1, 0), end))
    roots: list[Node] = []
    nodes: list[Node] = []
    stack: list[Node] = []
    for _, place, run in members:
        mark = run.members[place]
        at = len(stack) - 1
        while at >= 0 and stack[at].run is not run:
            at -= 1
        if at >= 0:
            del stack[at:]
        else:
            while stack and stack[-1].is_last and _has_ended(speech, stack, run, mark):
                stack.pop()
        if len(stack) >= MAX_DEPTH:
            del stack[MAX_DEPTH - 1 :]
        siblings = stack[-1].children if stack else roots
        node = Node(mark, run, run.ordinals[place], len(stack) + 1, is_last=place == len(run.members) - 1)
        siblings.append(node)
        nodes.append(node)
        stack.append(node)
    _set_ends(text, roots, end)
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


class _Speech(NamedTuple):
    """What the questions about scope are asked of."""

    text: str
    end: int
    order: dict[str, set[str]]
    turns: Turns


def _has_ended(speech: _Speech, stack: list[Node], run: Run, mark: Candidate) -> bool:
    """Whether the scope of the innermost open item, the last of its run, has ended before a new run begins."""
    node = stack[-1]
    other = node.run
    later = mark.line > node.mark.line
    if later and not _opens_own_line(node):
        return True
    if other.key == run.key and (other.block == run.block or not other.block):
        return True
    if later and _is_other_turn(speech, node, mark):
        return True
    above, below = other.key in speech.order[run.key], run.key in speech.order[other.key]
    if above != below:
        return above or ((later or node.mark.family.heading) and _is_past_scope(speech.text, stack, mark))
    if len(stack) == 1 and _takes_leave(speech, node.mark.end, mark.start):
        return True
    return (_has_ended_later if later else _has_ended_in_line)(speech.text, stack, run, mark)


def _is_other_turn(speech: _Speech, node: Node, mark: Candidate) -> bool:
    """Whether the item was begun by one speaker and the new run by another, or a law's last chapter lies between."""
    opener = speech.turns.speaker(node.mark.start)
    if opener and opener != speech.turns.speaker(mark.start):
        return True
    return mark.family.name == "article" and has_tail_heading(speech.text, node.mark.end, mark.start)


def _has_ended_in_line(text: str, stack: list[Node], run: Run, mark: Candidate) -> bool:  # noqa: ARG001 as its twin
    node = stack[-1]
    if mark.family.rank < node.mark.family.rank or _sentence_closed(text, node, mark.start):
        return True
    return len(stack) > 1 and node.mark.family.heading and has_address(text, node.mark.end, mark.start)


def _has_ended_later(text: str, stack: list[Node], run: Run, mark: Candidate) -> bool:
    node = stack[-1]
    outranked = run.block and mark.family.rank < node.mark.family.rank and not _introduces(text, node, mark)
    return outranked or _is_past_scope(text, stack, mark)


def _opens_own_line(node: Node) -> bool:
    return node.mark.position == LINE


def _introduces(text: str, node: Node, mark: Candidate) -> bool:
    """Whether the new run follows the item's own text at once, or after a colon."""
    at = mark.start
    while text[at - 1] in SPACE or text[at - 1] == "\n":
        at -= 1
    return text[at - 1] in "：:" or text.find("\n", node.mark.end, at) < 0


def _is_past_scope(text: str, stack: list[Node], mark: Candidate) -> bool:
    """Whether a new list no longer belongs to the last item of a list of paragraphs."""
    node = stack[-1]
    if len(stack) > 1 and _addresses(text, node, mark.start):
        return True
    usual = _usual_size(text, node.run)
    if usual > 1 and announced(text, _announcing(text, mark), mark.start):
        usual = 1  # a paragraph that announces a list of its own opens a matter of its own
    return bool(usual) and _paragraphs(text, node.mark.start, mark.start) > usual


def _addresses(text: str, node: Node, end: int) -> bool:
    """Whether a paragraph after an item's first opens by addressing the audience, before an offset.

    What was looked through for one run is not looked through again for the next.
    """
    at = node.looked or text.find("\n", node.mark.end, end)
    if not node.looked and at >= 0:
        node.in_prose = text[node.mark.end : at].rstrip(SPACE).endswith(("。", "！", "；"))
    while 0 <= at < end and not node.addressed:
        node.looked = at
        node.addressed = node.in_prose and is_vocative(text, at + 1, end)
        following = text.find("\n", at + 1, end)
        node.in_prose = node.in_prose or bool(text[at + 1 : following if following >= 0 else end].strip())
        at = following
    if not node.addressed:
        node.addressed = has_address(text, max(node.heard, node.mark.end), end)
        node.heard = end
    return node.addressed


_FAREWELL: Final = 300
"""The longest last appeal that may carry a list of its own, in characters."""


def _takes_leave(speech: _Speech, begin: int, stop: int) -> bool:
    """Whether a paragraph that rounds the speech off lies between two offsets, near its end."""
    text, end = speech.text, speech.end
    if end - stop >= _FAREWELL:
        return False
    at = text.find("\n", begin, stop)
    while at >= 0:
        if end - at < _FAREWELL and (is_fresh(text, at + 1, stop) or is_vocative(text, at + 1, stop)):
            return True
        at = text.find("\n", at + 1, stop)
    return False


def _announcing(text: str, mark: Candidate) -> int:
    """Return where the paragraph begins that could announce a list: the marker's own, or the one above its line."""
    begin = text.rfind("\n", max(0, mark.start - _REACH), mark.start)
    if mark.position == LINE and begin > 0:
        while begin > 0 and text[begin - 1] in SPACE + "\n":
            begin -= 1
        begin = text.rfind("\n", max(0, begin - _REACH), begin)
    return max(begin, 0)


_REACH: Final = 200
_SMALL: Final = 2


def _usual_size(text: str, run: Run) -> int:
    """Return how many lines each earlier item of a run takes, where it is the same small number; else 0."""
    if run.usual < 0:
        run.usual = _counted_size(text, run.members) if len(run.members) > 1 and not _is_bare(text, run) else 0
    return run.usual


def _counted_size(text: str, members: list[Candidate]) -> int:
    size = max(_paragraphs(text, one.start, other.start) for one, other in pairwise(members[-4:]))
    return size if size <= _SMALL else 0


def _is_bare(text: str, run: Run) -> bool:
    """Whether the items are headings with nothing behind them in the line."""
    first = run.members[0]
    stop = text.find("\n", first.end)
    return first.family.heading and "。" not in text[first.end : stop]


def _paragraphs(text: str, begin: int, end: int, enough: int = 4) -> int:
    """Return how many lines with text lie between two offsets, counted up to what is enough to know."""
    count, at = 0, begin
    while at < end and count < enough:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        count += not text[at:stop].isspace() and stop > at
        at = stop + 1
    return count


def _short_items(text: str, run: Run) -> bool:
    """Whether each item of an inline list but the last ends in ； or ，: then each is part of a sentence."""
    return all(text[member.start - 1] in "；;，,、" for member in run.members[1:])


def _sentence_closed(text: str, node: Node, offset: int) -> bool:
    """Whether the sentence that holds an inline list is over before an offset."""
    return not _opens_own_line(node) and _short_items(text, node.run) and text.find("。", node.mark.end, offset) >= 0


# --- ends ------------------------------------------------------------------------------------------------------------


def _set_ends(text: str, roots: list[Node], end: int) -> None:
    stack = [(roots, end)]
    while stack:
        siblings, limit = stack.pop()
        for index, node in enumerate(siblings):
            following = siblings[index + 1] if index + 1 < len(siblings) else None
            stop = following.mark.start if following else limit
            if node.depth > 1 and (following is None or following.run is not node.run):
                stop = _scope_end(text, node, stop)
            node.end = max(stop, node.mark.end)
            if node.children:
                stack.append((node.children, node.end))


def _scope_end(text: str, node: Node, limit: int) -> int:
    """Return where the last item of a run ends."""
    last = node
    while last.children:
        last = last.children[-1]
    begin = last.mark.end
    if not _opens_own_line(node):
        stop = text.find("\n", begin, limit)
        stop = limit if stop < 0 else stop
        if _short_items(text, node.run) and (full := text.find("。", begin, stop)) >= 0:
            stop = full + 1
        return list_close(text, begin, stop)
    usual = _usual_size(text, node.run)
    if usual:
        return _after_lines(
            text, node.mark.start, max(usual, _paragraphs(text, node.mark.start, begin, len(text))), limit
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
