"""A run: one list, its members in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.candidates import CLAUSE, LINE, SENTENCE
from speechparse.cues import announced

if TYPE_CHECKING:
    from speechparse.candidates import Candidate


class Run:
    """A list: its members in order.

    `reason` says why it is not taken, or is empty; `evidence` names what carries it; `twin` is the run of the same
    first ordinal just before it in the paragraph (一是…一是…); `resumed` tells that it counts on where `before`
    stopped, the run of its key that a higher heading cut off (条 through 章); `block`, that its members open lines;
    `usual` is how many lines an item of it takes, once that was counted.
    """

    __slots__ = (
        "_announced",
        "before",
        "block",
        "key",
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
        self.ordinals = [first.ordinal]
        self.key = first.key
        self.block = first.position == LINE
        self.twin: Run | None = None
        self.before: Run | None = None
        self.resumed = False
        self.reason = ""
        self.usual = -1
        self._announced = -1

    @property
    def last(self) -> Candidate:
        """The member that was read last."""
        return self.members[-1]

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

    def cut(self, index: int) -> Run:
        """Give up the members from a place on; return them as a run of their own."""
        rest = Run(self.members[index])
        rest.members, rest.ordinals = self.members[index:], self.ordinals[index:]
        del self.members[index:], self.ordinals[index:]
        return rest

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
