"""Holes in runs: candidates whose place proves nothing, and which runs they may fill or form together.

三是 lives between 二是 and 四是, however it is glued.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from speechparse.candidates import CLAUSE, GLUED, LINE
from speechparse.linking import link

if TYPE_CHECKING:
    from speechparse.candidates import Candidate
    from speechparse.run import Run


_FILLING: Final = ("", "word", "farewell", "courtesy")
"""Doubts that a hole in a run outweighs."""


class _Weak:
    """The candidates that may fill a hole, by what they say; each fills one."""

    __slots__ = ("_clear", "_doubtful", "_keys", "_taken")

    def __init__(self, candidates: list[Candidate]) -> None:
        self._clear: dict[tuple[str, int], list[Candidate]] = {}
        self._doubtful: dict[tuple[str, int], list[Candidate]] = {}
        self._taken: set[int] = set()
        self._keys: set[str] = set()
        for candidate in candidates:
            if not candidate.firm and _may_fill(candidate):
                table = self._doubtful if candidate.reason else self._clear
                table.setdefault((candidate.key, candidate.ordinal), []).append(candidate)
                self._keys.add(candidate.key)

    def may_fill(self, run: Run) -> bool:
        """Whether any could be of a run."""
        return run.key in self._keys or "order" in self._keys

    def take(self, candidate: Candidate) -> Candidate:
        """Return the candidate, and never again."""
        self._taken.add(candidate.start)
        return candidate

    def before(self, key: str, ordinal: int, offset: int) -> Candidate | None:
        """Return the last one before an offset, one without a doubt if there is any."""
        return self._near(self._clear, key, ordinal, offset, -1) or self._near(self._doubtful, key, ordinal, offset, -1)

    def after(self, key: str, ordinal: int, offset: int) -> Candidate | None:
        """Return the first one from an offset on."""
        clear = self._near(self._clear, key, ordinal, offset, 0)
        doubtful = self._near(self._doubtful, key, ordinal, offset, 0)
        if clear and doubtful:
            return clear if clear.start < doubtful.start else doubtful
        return clear or doubtful

    def _near(
        self, table: dict[tuple[str, int], list[Candidate]], key: str, ordinal: int, offset: int, step: int
    ) -> Candidate | None:
        options = table.get((key, ordinal))
        if options is None:
            return None
        index = bisect_left(options, offset, key=_START) + step
        if not 0 <= index < len(options) or options[index].start in self._taken:
            return None
        return options[index]


_START: Final = attrgetter("start")


def _may_fill(candidate: Candidate) -> bool:
    return candidate.reason in _FILLING or (candidate.reason == "coordination" and candidate.position == LINE)


def fill(runs: list[Run], candidates: list[Candidate]) -> None:
    """Give runs with a hole the weak candidate that fits it."""
    weak = _Weak(candidates)
    for run in runs:
        if not weak.may_fill(run):
            continue
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


def link_weak(text: str, runs: list[Run], candidates: list[Candidate]) -> list[Run]:
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
    found = [run for run in link(text, brackets) if run.ordinals[0] == 1 and _is_close_list(run)]
    return found + [run for run in link(text, orders) if _is_one_sentence(text, run) and _is_echoed(text, run)]


def _is_close_list(run: Run) -> bool:
    return len(run.members) > 2 or (len(run.members) == 2 and run.last.position == CLAUSE)


def _is_one_sentence(text: str, run: Run) -> bool:
    return run.inline and text.find("。", run.members[0].end, run.last.start) < 0


def _is_echoed(text: str, run: Run) -> bool:
    """Whether a list of words has three points, or one word stands behind both: 首先要…其次要."""
    return len(run.members) > 2 or (len(run.members) == 2 and text[run.members[0].end] == text[run.last.end])
