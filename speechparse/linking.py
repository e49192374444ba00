"""Candidates → chains: which of them continue one list?

The candidates are read once, in order, beside the stack of the runs that are open: each continues the open run that
expects it, opens a run of its own, or fits nowhere. Continuing a run closes those opened after it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from speechparse.candidates import LINE
from speechparse.run import Run

if TYPE_CHECKING:
    from speechparse.candidates import Candidate


_OPEN_RUNS: Final = 40
"""How many open runs are remembered: bounds the look through the stack, so that the pass stays linear."""


_REACH: Final = 4
"""How many lines an inline list may pause for."""


_SAME_KEY: Final = 4
_MIXED_KEY: Final = 0


_SAME_STYLE: Final = 2


def promote_firsts(candidates: list[Candidate]) -> None:
    """Let the first heading of a series take part though it is glued, where 2 and 3 stand firm and no other 1 does.

    Its series must be open before what lies below it, as in a page of rules without line breaks.
    """
    glued = [one for one in candidates if one.ordinal == 1 and not one.firm and not one.reason]
    if not glued:
        return
    firm: dict[str, dict[int, int]] = defaultdict(dict)
    for candidate in candidates:
        if candidate.firm and candidate.family.heading and candidate.ordinal < _THIRD + 1:
            firm[candidate.key].setdefault(candidate.ordinal, candidate.start)
    lacking = {key: places for key, places in firm.items() if 1 not in places and 2 in places and _THIRD in places}
    for first in {one.key: one for one in glued if one.key in lacking and one.start < lacking[one.key][2]}.values():
        first.firm = True


_THIRD: Final = 3


def link(text: str, candidates: list[Candidate]) -> list[Run]:
    """Return the chains of a folded text's candidates that support a run, in the order of their first members."""
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
