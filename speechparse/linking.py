"""Candidates → chains: which of them continue one list?

The candidates are read once, in order, beside the stack of the runs that are open: each continues the open run that
expects it, opens a run of its own, or fits nowhere. Continuing a run closes those opened after it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from speechparse.candidates import LINE
from speechparse.opened import OpenRuns
from speechparse.run import Run

if TYPE_CHECKING:
    from speechparse.candidates import Candidate


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
    opened = OpenRuns()
    cut: dict[str, Run] = {}  # key → the run that a higher heading cut off
    for candidate in candidates:
        continued = _continued(text, opened, candidate)
        if continued is not None:
            for run in opened.close_above(continued):
                if run.last.family.heading:
                    cut[run.key] = run
            continued.add(candidate, candidate.ordinal or continued.ordinals[-1] + 1)
            continue
        if not candidate.ordinal:
            continue
        above = opened.runs[-1] if opened.runs else None
        if candidate.key == "parallel" and above and _goes_on_parallel(above, candidate):
            above.add(candidate, 1)
            continue
        run = Run(candidate)
        if candidate.ordinal > 1:
            run.before = cut.get(candidate.key)
        if above and _is_twin(above, candidate):
            run.twin = above
        runs.append(run)
        opened.push(run)
    return runs


def _continued(text: str, opened: OpenRuns, candidate: Candidate) -> Run | None:
    """Return the open run that a candidate continues, if any."""
    kin = opened.kin(candidate)
    if not kin:
        return None
    best: Run | None = None
    best_score = 0.0
    barrier = opened.barrier(candidate) if candidate.position != LINE else -1
    for run in reversed(kin):
        if best is None and run.members[0].start <= barrier:
            break
        score = _score(text, run, candidate)
        if score > best_score:
            best, best_score = run, score
            if score == _BEST:
                break
    return best


def _score(text: str, run: Run, candidate: Candidate) -> float:
    """Return how well a candidate continues a run: not at all where it is not above 0."""
    score = _step(run, candidate, candidate.ordinal - run.ordinals[-1] if candidate.ordinal else 1)
    if score == _NEVER:
        return _NEVER
    if run.key == candidate.key:
        score += _SAME_KEY
    elif _mix(text, run, candidate):
        score += _SAME_STYLE if _answers_first(run, candidate) else _MIXED_KEY
    else:
        return _NEVER
    if _is_over(text, run, candidate):
        return _NEVER
    return score + _place(run, candidate) - (run.last.quoted != candidate.quoted)


_BEST: Final = float(_SAME_KEY + _SAME_STYLE)
"""No run further out can fit better."""


_NEVER: Final = -100.0


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
