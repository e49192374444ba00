"""Candidates → runs: which of them are really members of one list?

A run is a chain of candidates with ordinals 1, 2, 3… of one key, or of keys that speakers mix (首先…第二…最后). The
runs form a laminar family: each lies wholly inside one item of another, or outside it. `linking` chains the candidates
whose place supports a run, `filling` lets the others fill holes, `judging` says which runs are taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.cues import has_tail_heading
from speechparse.filling import fill, link_weak
from speechparse.judging import drop_previews, judge
from speechparse.linking import link, promote_firsts
from speechparse.turns import cut_at_turns

if TYPE_CHECKING:
    from speechparse.candidates import Candidate
    from speechparse.run import Run
    from speechparse.turns import Turns


def find_runs(text: str, candidates: list[Candidate], turns: Turns) -> list[Run]:
    """Return every run, taken or not (`reason` tells), in the order of their first members.

    Takes the folded text, its candidates in order and the turns of its speakers.
    """
    promote_firsts(candidates)
    firm = [candidate for candidate in candidates if candidate.firm]
    runs = link(text, firm)
    if len(firm) < len(candidates):
        fill(runs, candidates)
        runs += link_weak(text, runs, candidates)
    for run in runs:
        run.resumed = run.before is not None and _counts_on(text, run.before, run)
    _pair_twins(runs)
    runs += _after_tail_heading(text, runs)
    runs += cut_at_turns(runs, turns)
    for run in runs:
        judge(run)
    drop_previews(text, runs)
    return sorted(runs, key=lambda run: run.members[0].start)


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


def _after_tail_heading(text: str, runs: list[Run]) -> list[Run]:
    """Cut the articles that follow the unnumbered heading 附则 off the chapter before it; return them as runs."""
    cut: list[Run] = []
    for run in runs:
        if run.key != "article" or "附" not in text[run.members[0].start : run.last.start]:
            continue
        for index in range(1, len(run.members)):
            if has_tail_heading(text, run.members[index - 1].end, run.members[index].start):
                rest = run.cut(index)
                rest.resumed = True
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
