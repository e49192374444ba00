"""Candidates → runs: which of them are really members of one list?

A run is a chain of candidates with ordinals 1, 2, 3… of one key, or of keys that speakers mix (首先…第二…最后). The
candidates are read once, in order, beside the stack of the runs that are open: each continues the open run that
expects it, opens a run of its own, or fits nowhere. Continuing a run closes those opened after it, so that the runs
form a laminar family: each lies wholly inside one item of another, or outside it.

Candidates whose place proves nothing (glued to a word, 一、二等奖) do not take part; they may only fill a hole in a
run that others support: 三是 lives between 二是 and 四是, however it is glued.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from speechparse.candidates import CLAUSE, GLUED, LINE, SENTENCE, Candidate
from speechparse.cues import announced, has_tail_heading
from speechparse.turns import cut_at_turns

if TYPE_CHECKING:
    from speechparse.turns import Turns

_OPEN_RUNS: Final = 40
"""How many open runs are remembered: bounds the look through the stack, so that the pass stays linear."""
_REACH: Final = 4
"""How many lines an inline list may pause for."""
_SAME_KEY: Final = 4
_MIXED_KEY: Final = 0
_SAME_STYLE: Final = 2
_LONE_FAMILIES: Final = frozenset(("part", "chapter", "section", "article", "han", "han-paren", "formal"))
"""Families of which a single heading is a heading."""


class Run:
    """A list: its members in order.

    `reason` says why it is not taken, or is empty; `evidence` names what carries it; `twin` is the run of the same
    first ordinal just before it in the paragraph (一是…一是…); `resumed` tells that it counts on where `before`
    stopped, the run of its key that a higher heading cut off (条 through 章); `block`, that its members open lines;
    `usual` is how many lines an item of it takes, once that was counted; `depth`, how many items it was put below.
    """

    __slots__ = (
        "_announced",
        "before",
        "block",
        "depth",
        "key",
        "last",
        "members",
        "ordinals",
        "reason",
        "resumed",
        "twin",
        "usual",
    )

    def __init__(self, first: Candidate) -> None:
        """Begin with a first member."""
        self.members = [first]
        self.last = first
        self.ordinals = [first.ordinal]
        self.key = first.key
        self.block = first.position == LINE
        self.twin: Run | None = None
        self.before: Run | None = None
        self.resumed = False
        self.reason = ""
        self.usual = -1
        self.depth = 0
        self._announced = -1

    @property
    def inline(self) -> bool:
        """Whether all members stand in one line and the first not at its start."""
        return self.members[0].position != LINE and self.members[0].line == self.last.line

    def announced_by(self, text: str) -> int:
        """Return how many points the folded text before the run announces, 0 for none; looked up once."""
        if self._announced < 0:
            self._announced = announced(text, 0, self.members[0].start) or 0
        return self._announced

    def add(self, member: Candidate, ordinal: int) -> None:
        """Take a further member."""
        self.members.append(member)
        self.ordinals.append(ordinal)
        self.last = member

    @property
    def evidence(self) -> list[str]:
        """What carries the run, or nothing where it is not taken."""
        if self.reason:
            return []
        if len(self.members) == 1:
            return ["resumed" if self.resumed else "heading-line"]
        positions = [member.position for member in self.members]
        named = ((LINE, "line-starts"), (SENTENCE, "sentence-starts"), (CLAUSE, "clause-starts"))
        return [*(name for position, name in named if position in positions), "sequence"]


def find_runs(text: str, candidates: list[Candidate], turns: Turns) -> list[Run]:
    """Return every run, taken or not (`reason` tells), in the order of their first members.

    Takes the folded text, its candidates in order and the turns of its speakers.
    """
    _promote_firsts(candidates)
    firm = [candidate for candidate in candidates if candidate.firm]
    runs = _link(text, firm)
    if len(firm) < len(candidates):
        _fill(runs, candidates)
        runs += _link_weak(text, runs, candidates)
    for run in runs:
        run.resumed = run.before is not None and _counts_on(text, run.before, run)
    _pair_twins(runs)
    runs += _after_tail_heading(text, runs)
    runs += cut_at_turns(runs, turns)
    for run in runs:
        _judge(run)
    _drop_previews(text, runs)
    return sorted(runs, key=lambda run: run.members[0].start)


def _promote_firsts(candidates: list[Candidate]) -> None:
    """Let the first heading of a series take part though it is glued, where 2 and 3 stand firm and no other 1 does.

    Its series must be open before what lies below it, as in a page of rules without line breaks.
    """
    firm: dict[str, dict[int, int]] = defaultdict(dict)
    for candidate in candidates:
        if candidate.firm and candidate.family.heading and candidate.ordinal < _THIRD + 1:
            firm[candidate.key].setdefault(candidate.ordinal, candidate.start)
    lacking = {key: places for key, places in firm.items() if 1 not in places and 2 in places and _THIRD in places}
    if not lacking:
        return
    glued = [one for one in candidates if one.ordinal == 1 and not one.firm and not one.reason and one.key in lacking]
    for first in {one.key: one for one in glued if one.start < lacking[one.key][2]}.values():
        first.firm = True


_THIRD: Final = 3


# --- linking ---------------------------------------------------------------------------------------------------------


def _link(text: str, candidates: list[Candidate]) -> list[Run]:
    runs: list[Run] = []
    stack: list[Run] = []
    cut: dict[str, Run] = {}  # key → the run that a higher heading cut off
    for candidate in candidates:
        index, ordinal = _continued(text, stack, candidate)
        if index >= 0:
            for run in stack[index + 1 :]:
                if run.last.family.heading:
                    cut[run.key] = run
            del stack[index + 1 :]
            stack[index].add(candidate, ordinal)
            continue
        if not candidate.ordinal:
            continue
        if candidate.key == "parallel" and stack and _goes_on_parallel(stack[-1], candidate):
            stack[-1].add(candidate, 1)
            continue
        run = Run(candidate)
        if candidate.ordinal > 1:
            run.before = cut.get(candidate.key)
        if stack and _is_twin(stack[-1], candidate):
            run.twin = stack[-1]
        runs.append(run)
        stack.append(run)
        if len(stack) > _OPEN_RUNS:
            del stack[_weakest(stack)]
    return runs


def _weakest(stack: list[Run]) -> int:
    return next((index for index, run in enumerate(stack) if len(run.members) == 1 and not run.block), 0)


def _continued(text: str, stack: list[Run], candidate: Candidate) -> tuple[int, int]:
    """Return the place in the stack of the run that a candidate continues, and its ordinal there; -1 for none."""
    best, best_score, best_ordinal = -1, 0.0, 0
    inline = candidate.position != LINE
    for index in range(len(stack) - 1, -1, -1):
        run = stack[index]
        if (
            inline
            and best < 0
            and run.block
            and run.key != candidate.key
            and _stands(run, candidate)
            and not _outranks(candidate, run)
        ):
            break
        if run.key == candidate.key:
            score = float(_SAME_KEY)
        elif run.last.family.group == candidate.family.group == "spoken" and _mix(text, run, candidate):
            score = float(_MIXED_KEY if not _answers_first(run, candidate) else _SAME_STYLE)
        else:
            continue
        if _is_over(text, run, candidate):
            continue
        ordinal = candidate.ordinal or run.ordinals[-1] + 1
        step = ordinal - run.ordinals[-1]
        score += _step(run, candidate, step) + _place(run, candidate) - (run.last.quoted != candidate.quoted)
        if score > best_score:
            best, best_score, best_ordinal = index, score, ordinal
            if score == _BEST:
                break
    return best, best_ordinal


_BEST: Final = float(_SAME_KEY + _SAME_STYLE)
"""No run further down the stack can fit better."""
_NEVER: Final = -100.0


def _outranks(candidate: Candidate, run: Run) -> bool:
    return candidate.family.heading and candidate.family.rank < run.last.family.rank


def _stands(run: Run, candidate: Candidate) -> bool:
    """Whether a list of headings is too firm for an inline marker of a later line to close it."""
    return run.last.line < candidate.line and (run.last.family.heading or len(run.members) > 1)


def _mix(text: str, run: Run, candidate: Candidate) -> bool:
    """Whether speakers go on from one family to the other: 首先…第二, 第一是…其次, 第一…最后是, 一是…另一是."""
    if candidate.key == "parallel" or run.key == "parallel":
        return (
            run.key == "shi"
            and not candidate.ordinal
            and text[candidate.end - 2] == "一"
            and run.last.line == candidate.line
        )
    if candidate.key == _MORE and not _takes_more(text, run, candidate):
        return False
    if not candidate.ordinal and run.last.position == LINE:
        return run.announced_by(text) == len(run.members) + 1
    if not candidate.ordinal:
        return candidate.position != LINE and run.last.line == candidate.line and len(run.members) > 1
    return (run.last.position == LINE) == (candidate.position == LINE) or _answers_first(run, candidate)


_MORE: Final = "order more"


def _takes_more(text: str, run: Run, candidate: Candidate) -> bool:
    """Whether 此外, 另外 or 还有一点 may be a point of a list: 此外 only of one in words that has not ended."""
    if text[run.last.start] in _ENDING:
        return False
    counted = text[candidate.start] in "还還再" or text[candidate.start + 2] == "一"
    return counted or run.key == "order" or run.announced_by(text) == len(run.members) + 1


def _answers_first(run: Run, candidate: Candidate) -> bool:
    """Whether a second point follows a 首先 in its own paragraph: 首先，…第二，…"""
    return (
        run.last.key == "order" and len(run.members) == 1 and run.last.line == candidate.line and candidate.ordinal == 2
    )


_ENDING: Final = "最末"


def _is_over(text: str, run: Run, candidate: Candidate) -> bool:
    """Whether a 最后 comes after a list that is complete: it ended in 最后, or has all the points announced."""
    if candidate.ordinal or text[candidate.start] not in _ENDING:
        return False
    return text[run.last.start] in _ENDING or run.announced_by(text) == len(run.members)


def _step(run: Run, candidate: Candidate, step: int) -> float:
    if step == 1:
        return 0.0
    if run.key != candidate.key:
        return _NEVER
    both_lines = run.last.position == candidate.position == LINE
    if step == 0 and both_lines and candidate.family.group != "spoken" and candidate.ordinal > 1:
        return -2.0
    if step in (2, 3) and (both_lines or run.last.line == candidate.line):
        return -1.0 - step
    return _NEVER


def _place(run: Run, candidate: Candidate) -> float:
    tail = run.last
    if (tail.position == LINE) == (candidate.position == LINE):
        if candidate.position == LINE:
            return _SAME_STYLE
        distance = candidate.line - tail.line
        if not distance:
            return _SAME_STYLE
        return 0.0 if distance <= _REACH or candidate.family.heading else _NEVER
    if candidate.position == LINE:  # an inline list that goes on at line starts
        return 0.0 if candidate.line - tail.line <= _REACH * 3 else -3.0
    return -1.0 if candidate.line == tail.line else -3.5


def _goes_on_parallel(run: Run, candidate: Candidate) -> bool:
    """Whether 一个是…一个是… goes on: the same words again, in one line or on the next."""
    if run.key != candidate.key:
        return False
    both_lines = run.last.position == candidate.position == LINE
    return run.last.line == candidate.line or (both_lines and candidate.line - run.last.line < 3)


def _is_twin(run: Run, candidate: Candidate) -> bool:
    return (
        run.key == candidate.key
        and len(run.members) == 1
        and candidate.ordinal == run.ordinals[0] == 1
        and (
            run.last.line == candidate.line
            or (run.last.position == candidate.position == LINE and candidate.line - run.last.line < 3)
        )
    )


def _pair_twins(runs: list[Run]) -> None:
    """Join lone runs of one first ordinal: 一是…一是… counts as one list of two."""
    for run in runs:
        other = run.twin
        if other is None or len(run.members) > 1:
            continue
        if other.reason == "joined" and other.twin:
            other = run.twin = other.twin
        if other.ordinals[-1] == 1 and run.key in ("shi", "parallel"):
            other.add(run.members[0], 1)
            run.reason = "joined"


_FILLING: Final = ("", "word", "farewell", "courtesy")
"""Doubts that a hole in a run outweighs."""


# --- holes -----------------------------------------------------------------------------------------------------------


class _Weak:
    """The candidates that may fill a hole, by what they say; each fills one."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self._clear: dict[tuple[str, int], list[Candidate]] = defaultdict(list)
        self._doubtful: dict[tuple[str, int], list[Candidate]] = defaultdict(list)
        self._taken: set[int] = set()
        for candidate in candidates:
            if not candidate.firm and _may_fill(candidate):
                table = self._doubtful if candidate.reason else self._clear
                table[candidate.key, candidate.ordinal].append(candidate)

    def take(self, candidate: Candidate) -> Candidate:
        """Return the candidate, and never again."""
        self._taken.add(candidate.start)
        return candidate

    def before(self, key: str, ordinal: int, offset: int) -> Candidate | None:
        """Return the last one before an offset, one without a doubt if there is any."""
        return self._near(self._clear, key, ordinal, offset, -1) or self._near(self._doubtful, key, ordinal, offset, -1)

    def after(self, key: str, ordinal: int, offset: int) -> Candidate | None:
        """Return the first one from an offset on."""
        found = [self._near(table, key, ordinal, offset, 0) for table in (self._clear, self._doubtful)]
        return min((one for one in found if one), key=lambda one: one.start, default=None)

    def _near(
        self, table: dict[tuple[str, int], list[Candidate]], key: str, ordinal: int, offset: int, step: int
    ) -> Candidate | None:
        options = table.get((key, ordinal), ())
        index = bisect_left(options, offset, key=lambda option: option.start) + step
        if not 0 <= index < len(options) or options[index].start in self._taken:
            return None
        return options[index]


def _may_fill(candidate: Candidate) -> bool:
    return candidate.reason in _FILLING or (candidate.reason == "coordination" and candidate.position == LINE)


def _fill(runs: list[Run], candidates: list[Candidate]) -> None:
    """Give runs with a hole the weak candidate that fits it."""
    weak = _Weak(candidates)
    for run in runs:
        _fill_first(run, weak)
        _fill_between(run, weak)
        _fill_last(run, weak)


def _fill_between(run: Run, weak: _Weak) -> None:
    index = 1
    while index < len(run.members):
        missing = run.ordinals[index - 1] + 1
        if missing < run.ordinals[index]:
            found = weak.after(run.key, missing, run.members[index - 1].end)
            if found and found.start < run.members[index].start:
                run.members.insert(index, weak.take(found))
                run.ordinals.insert(index, missing)
        index += 1


def _fill_first(run: Run, weak: _Weak) -> None:
    while (ordinal := run.ordinals[0] - 1) > 0:
        first = run.members[0]
        found = weak.before(run.key, ordinal, first.start)
        if not found and ordinal == 1 and first.family.group == "spoken":
            found = weak.before("order", 1, first.start)
            found = found if found and found.line == first.line else None
        if not found or (first.start - found.end > _FAR and not first.family.heading):
            return
        run.members.insert(0, weak.take(found))
        run.ordinals.insert(0, ordinal)


_FAR: Final = 3000


def _fill_last(run: Run, weak: _Weak) -> None:
    while len(run.members) > 1 or (run.block and run.last.family.heading):
        tail = run.last
        found = weak.after(run.key, run.ordinals[-1] + 1, tail.end)
        heading = run.block and found and found.position == LINE and found.reason == "coordination"
        if not found or (not heading and (found.line != tail.line or found.reason or tail.position == GLUED)):
            return
        run.add(weak.take(found), run.ordinals[-1] + 1)


_BRACKETED: Final = frozenset(("han-paren", "arabic-paren", "letter-paren", "circled", "arabic-half"))


def _is_bracket(candidate: Candidate) -> bool:
    """Whether nothing but a list is written with such a number: （1）, 1是."""
    return not candidate.reason and (candidate.family.name in _BRACKETED or candidate.key == "arabic 是")


def _link_weak(text: str, runs: list[Run], candidates: list[Candidate]) -> list[Run]:
    """Return runs that no single member of them could carry, but all together do.

    Bracketed numbers that are all glued, and 首先…其次…最后 in one sentence: nothing else is written like that.
    """
    weak = [candidate for candidate in candidates if not candidate.firm]
    brackets = [candidate for candidate in weak if _is_bracket(candidate)]
    if brackets:  # the first may stand behind a colon, which would prove it, and the others behind commas
        brackets = [candidate for candidate in candidates if candidate.position != LINE and _is_bracket(candidate)]
    words = any(candidate.key == "order" and candidate.reason == "word" for candidate in weak)
    if not brackets and not words:
        return []
    used = {id(member) for run in runs if len(run.members) > 1 for member in run.members}
    brackets = [candidate for candidate in brackets if id(candidate) not in used]
    orders = [
        candidate
        for candidate in candidates
        if words and candidate.key == "order" and candidate.reason in ("", "word") and id(candidate) not in used
    ]
    found = [run for run in _link(text, brackets) if run.ordinals[0] == 1 and _is_close_list(run)]
    return found + [run for run in _link(text, orders) if _is_one_sentence(text, run) and _is_echoed(text, run)]


def _is_close_list(run: Run) -> bool:
    return len(run.members) > 2 or (len(run.members) == 2 and run.last.position == CLAUSE)


def _is_one_sentence(text: str, run: Run) -> bool:
    return run.inline and text.find("。", run.members[0].end, run.last.start) < 0


def _is_echoed(text: str, run: Run) -> bool:
    """Whether a list of words has three points, or one word stands behind both: 首先要…其次要."""
    return len(run.members) > 2 or (len(run.members) == 2 and text[run.members[0].end] == text[run.last.end])


def _after_tail_heading(text: str, runs: list[Run]) -> list[Run]:
    """Cut the articles that follow the unnumbered heading 附则 off the chapter before it; return them as runs."""
    cut: list[Run] = []
    for run in runs:
        if run.key != "article" or "附" not in text[run.members[0].start : run.last.start]:
            continue
        for index in range(1, len(run.members)):
            if has_tail_heading(text, run.members[index - 1].end, run.members[index].start):
                rest = Run(run.members[index])
                rest.members, rest.ordinals, rest.resumed = run.members[index:], run.ordinals[index:], True
                del run.members[index:], run.ordinals[index:]
                rest.last, run.last = run.last, run.members[-1]
                cut.append(rest)
                break
    return cut


def _counts_on(text: str, before: Run, run: Run) -> bool:
    """Whether a run goes on where another was cut off; a lone member in mid-line only below a list, at a full stop."""
    if before.ordinals[-1] + 1 != run.ordinals[0]:
        return False
    if run.block or len(run.members) > 1:
        return True
    return len(before.members) > 1 and text[run.members[0].start - 1] in "。！？；"


# --- judging ---------------------------------------------------------------------------------------------------------


def _judge(run: Run) -> None:
    """Say what carries a run, or why it is not taken."""
    if run.reason:
        return
    if run.members[0].quoted and all(member.quoted for member in run.members):
        run.reason = "quoted"
    elif len(run.members) == 1:
        _judge_lone(run)
    else:
        _judge_chain(run)


def _judge_lone(run: Run) -> None:
    only = run.members[0]
    heads = (
        only.position == LINE
        and only.family.name in _LONE_FAMILIES
        and (only.ordinal == 1 or only.family.rank < 4)
        and only.key == only.family.name
    )
    if not run.resumed and not heads:
        run.reason = "lone"


def _judge_chain(run: Run) -> None:
    if (
        len(run.members) == 2
        and run.key == "order"
        and run.members[1].ordinal != 2
        and run.members[0].line != run.last.line
    ):
        run.reason = "lone"
        return
    if run.ordinals[0] > 1 and not run.resumed and len(run.members) < 3 and not _neighbours(run):
        headings = run.members[0].family.heading and all(member.position == LINE for member in run.members)
        if not headings:
            run.reason = "no-first"


_SHORT_TITLE: Final = 10


def _drop_previews(text: str, runs: list[Run]) -> None:
    """Take out the list in a sentence that names the headings to come: 讲三个问题：（一）…；（二）…."""
    blocks: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        if run.block and not run.reason:
            blocks[run.key].append(run)
    for run in runs:
        if run.inline and not run.reason and any(_previews(text, run, block) for block in blocks.get(run.key, ())):
            run.reason = "preview"


def _previews(text: str, run: Run, block: Run) -> bool:
    if block.members[0].start < run.last.start or len(block.members) != len(run.members):
        return False
    return all(_same_words(text, one, other) for one, other in zip(run.members, block.members, strict=True))


def _same_words(text: str, one: Candidate, other: Candidate) -> bool:
    stop = next((index for index in range(_SHORT_TITLE) if text[one.end + index] in "；。，;,.\n"), _SHORT_TITLE)
    return stop > 0 and text[one.end : one.end + stop] == text[other.end : other.end + stop]


def _neighbours(run: Run) -> bool:
    return run.members[0].line == run.last.line and all(member.position == SENTENCE for member in run.members)
