"""The runs that are open while candidates are linked, and which of them a candidate may continue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from speechparse.candidates import Candidate
    from speechparse.run import Run

_OPEN_RUNS: Final = 40
"""How many open runs are remembered: bounds the look through the stack, so that the pass stays linear."""


class OpenRuns:
    """The runs that are open, the innermost last, and where to look for those that a candidate may continue."""

    __slots__ = ("_blocks", "_firm", "_kin", "runs")

    def __init__(self) -> None:
        """Begin with none."""
        self.runs: list[Run] = []
        self._kin: dict[str, list[Run]] = {}
        self._blocks: list[Run] = []
        self._firm = 0  # so many, from the outermost on, are known to be more than a lone point in mid-line

    def kin(self, candidate: Candidate) -> list[Run]:
        """Return the open runs that a candidate may continue: those of its key, for a spoken point all spoken ones."""
        return self._kin.get(_kind(candidate), _NO_RUNS)

    def push(self, run: Run) -> None:
        """Open a run; where there are too many, the one that matters least is forgotten."""
        self.runs.append(run)
        if run.block:
            self._blocks.append(run)
        self._kin.setdefault(_kind(run.members[0]), []).append(run)
        if len(self.runs) > _OPEN_RUNS:
            self._forget(self._weakest())

    def close_above(self, run: Run) -> list[Run]:
        """Close the runs that were opened after one; return them in their order."""
        runs = self.runs
        index = len(runs)
        if runs[-1] is run:
            return _NO_RUNS
        while runs[index - 1] is not run:
            index -= 1
        closed = runs[index:]
        del runs[index:]
        for other in reversed(closed):
            self._kin[_kind(other.members[0])].pop()
            if other.block:
                self._blocks.pop()
        self._firm = min(self._firm, index)
        return closed

    def _weakest(self) -> int:
        """Return the place of the outermost lone point in mid-line, or of the outermost run."""
        runs = self.runs
        for index in range(self._firm, len(runs)):
            if len(runs[index].members) == 1 and not runs[index].block:
                self._firm = index
                return index
        self._firm = len(runs)
        return 0

    def _forget(self, index: int) -> None:
        run = self.runs.pop(index)
        if index < self._firm:
            self._firm -= 1
        self._kin[_kind(run.members[0])].remove(run)
        if run.block:
            self._blocks.remove(run)

    def barrier(self, candidate: Candidate) -> int:
        """Return where the innermost list of headings begins that a candidate of mid-line does not close, or -1."""
        for run in reversed(self._blocks):
            if run.key != candidate.key and _stands(run, candidate) and not _outranks(candidate, run):
                return run.members[0].start
        return -1


_NO_RUNS: Final[list[Run]] = []
_SPOKEN: Final = "spoken"


def _kind(candidate: Candidate) -> str:
    """Return what the runs share that a candidate may continue: the group of spoken points, or its key."""
    return _SPOKEN if candidate.family.group == _SPOKEN else candidate.key


def _outranks(candidate: Candidate, run: Run) -> bool:
    return candidate.family.heading and candidate.family.rank < run.last.family.rank


def _stands(run: Run, candidate: Candidate) -> bool:
    """Whether a list of headings is too firm for an inline marker of a later line to close it."""
    return run.last.line < candidate.line and (run.last.family.heading or len(run.members) > 1)
