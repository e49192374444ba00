"""The scope of an item: has it ended before a new list begins?

Asked of the last item of a list, when a list begins after it. The text itself answers first (the two families stood in
one order elsewhere in it), then what stands between (a new speaker, a salutation, an unnumbered heading), then the
paragraph, then what writers usually do.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from speechparse.candidates import LINE
from speechparse.cues import (
    announced,
    announces_afresh,
    goes_further,
    has_tail_heading,
    is_fresh,
    is_vocative,
)
from speechparse.extents import count_lines, opens_own_line, short_items, usual_size
from speechparse.families import SPACE

if TYPE_CHECKING:
    from speechparse.candidates import Candidate
    from speechparse.landmarks import Landmarks
    from speechparse.nest import Node
    from speechparse.run import Run
    from speechparse.turns import Turns


class Scope:
    """Answers for the items of one speech. Offsets are those of the folded text."""

    def __init__(self, text: str, end: int, order: dict[str, set[str]], turns: Turns, landmarks: Landmarks) -> None:
        """Take the text, the speech's end, which keys stand below which, the turns, and what stands between markers."""
        self.text = text
        self.end = end
        self.order = order
        self.turns = turns
        self.landmarks = landmarks
        self.headed: dict[Run, bool] = {}
        """Of the lists that were looked at, whether earlier items have unnumbered headings in them."""

    def has_ended(self, stack: list[Node], run: Run, mark: Candidate) -> bool:
        """Whether the scope of the innermost open item, the last of its run, has ended before a new run begins."""
        node = stack[-1]
        other = node.run
        later = mark.line > node.mark.line
        if later and not opens_own_line(node):
            return True
        if other.key == run.key and (other.block == run.block or not other.block):
            return True
        if later and (_is_other_turn(self, node, mark) or _is_headed_off(self, node, mark)):
            return True
        above, below = other.key in self.order[run.key], run.key in self.order[other.key]
        if above != below:
            return above or ((later or node.mark.family.heading) and _is_past_scope(self, stack, mark))
        if len(stack) == 1 and _takes_leave(self, node.mark.end, mark.start):
            return True
        return (_has_ended_later if later else _has_ended_in_line)(self, stack, run, mark)


def _is_headed_off(scope: Scope, node: Node, mark: Candidate) -> bool:
    """Whether an unnumbered heading stands between, as none does in the earlier items of the list."""
    if not opens_own_line(node):
        return False
    return scope.landmarks.is_headed(node.mark.end, mark.start) and not _has_subheadings(scope, node.run)


def _has_subheadings(scope: Scope, run: Run) -> bool:
    """Whether an item of a run but the last has an unnumbered heading in it; looked for once."""
    if run not in scope.headed:
        scope.headed[run] = any(scope.landmarks.is_headed(one.end, other.start) for one, other in pairwise(run.members))
    return scope.headed[run]


def _is_other_turn(scope: Scope, node: Node, mark: Candidate) -> bool:
    """Whether the item was begun by one speaker and the new run by another, or a law's last chapter lies between."""
    if scope.turns.is_over(node.mark.start, mark.start) and not scope.turns.number_parts(node.run):
        return True
    return mark.family.name == "article" and has_tail_heading(scope.text, node.mark.end, mark.start)


def _has_ended_in_line(scope: Scope, stack: list[Node], run: Run, mark: Candidate) -> bool:  # noqa: ARG001 as its twin
    node, text = stack[-1], scope.text
    if mark.family.rank < node.mark.family.rank or _sentence_closed(text, node, mark.start):
        return True
    if len(stack) > 1 and node.mark.family.heading and scope.landmarks.is_addressed_inline(node.mark.end, mark.start):
        return True
    return announces_afresh(text, max(node.mark.end, mark.start - _SENTENCE), mark.start)


def _has_ended_later(scope: Scope, stack: list[Node], run: Run, mark: Candidate) -> bool:
    node = stack[-1]
    outranked = run.block and mark.family.rank < node.mark.family.rank and not _introduces(scope.text, node, run)
    return outranked or _is_past_scope(scope, stack, mark)


def _introduces(text: str, node: Node, run: Run) -> bool:
    """Whether the new run follows the item's own text at once or after a colon, or its first paragraph announces it."""
    mark = run.members[0]
    if run.announced_by(text) == len(run.members) and not _has_body(text, node, _announcing(text, mark)):
        return True
    at = mark.start
    while text[at - 1] in SPACE or text[at - 1] == "\n":
        at -= 1
    return text[at - 1] in "：:" or text.find("\n", node.mark.end, at) < 0


def _is_past_scope(scope: Scope, stack: list[Node], mark: Candidate) -> bool:
    """Whether a new list no longer belongs to the last item of a list of paragraphs."""
    node = stack[-1]
    inline = len(stack) > 1 and scope.landmarks.is_addressed_inline(node.mark.end, mark.start)
    return inline or _is_longer(scope.text, node, mark) or _is_rounded_off(scope, stack, mark)


def _is_longer(text: str, node: Node, mark: Candidate) -> bool:
    """Whether the item would be longer than the earlier ones, or a paragraph opens a matter of its own."""
    announcing = _announcing(text, mark)
    has_body = _has_body(text, node, announcing)
    if has_body and _opens_another_matter(text, node, mark, announcing):
        return True
    usual = usual_size(text, node.run)
    if usual > 1 and has_body and announced(text, announcing, mark.start):
        usual = 1  # a paragraph that announces a list of its own opens a matter of its own
    return bool(usual) and count_lines(text, node.mark.start, mark.start) > usual


def _is_rounded_off(scope: Scope, stack: list[Node], mark: Candidate) -> bool:
    """Whether what stands between looks back on the list, or addresses the audience where the list is in another."""
    begin, landmarks = stack[-1].mark.end, scope.landmarks
    if len(stack) > 1 and landmarks.is_addressed(begin, mark.start):
        return True
    return landmarks.is_concluded(begin, mark.start)


def _has_body(text: str, node: Node, end: int) -> bool:
    """Whether anything but the item's heading stands before an offset."""
    heading = "。" not in text[node.mark.end : text.find("\n", node.mark.end)]
    return end > node.mark.end and count_lines(text, node.mark.start, end) > heading


def _opens_another_matter(text: str, node: Node, mark: Candidate, begin: int) -> bool:
    """Whether the speaker has gone on to something else in a paragraph: 我再讲三句话, or 还有… after a 最后."""
    if text[node.mark.start] in "最末" and goes_further(text, begin + 1, mark.start):
        return True
    if is_fresh(text, begin + 1, mark.start):
        return True
    return mark.position == LINE and announces_afresh(text, begin, mark.start)


_FAREWELL: Final = 300
"""The longest last appeal that may carry a list of its own, in characters."""


def _takes_leave(scope: Scope, begin: int, stop: int) -> bool:
    """Whether a paragraph that rounds the speech off lies between two offsets, near its end."""
    text, end = scope.text, scope.end
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
_SENTENCE: Final = 40
"""How far before a list of the same line a sentence may announce it, in characters."""


def _sentence_closed(text: str, node: Node, offset: int) -> bool:
    """Whether the sentence that holds an inline list is over before an offset."""
    return not opens_own_line(node) and short_items(text, node.run) and text.find("。", node.mark.end, offset) >= 0
