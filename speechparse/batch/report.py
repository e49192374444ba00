"""What a run did: counts, the exit code, and the summary that people read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from speechparse.batch.state import Totals
from speechparse.readers.sniff import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Watcher(Protocol):
    """Is told how a run goes."""

    def begin(self, total: Callable[[], int]) -> None:
        """Hear that there is work; `total` counts the documents, which takes a while where there are very many."""

    def advance(self, report: Report) -> None:
        """Hear how far the run is; called often."""

    def failed(self, name: str, reason: str) -> None:
        """Hear that a document has no outline."""

    def noted(self, name: str, note: str) -> None:
        """Hear what is amiss with a document that has an outline all the same."""

    def assembling(self) -> None:
        """Hear that all is done and the destination file is being put together."""

    def end(self) -> None:
        """Hear that there is nothing more to hear."""


@dataclass(slots=True)
class Report:
    """Counts of documents."""

    converted: int = 0
    unchanged: int = 0
    failed: int = 0
    pruned: int = 0
    """Outputs that were removed because their inputs are gone."""
    left_out: int = 0
    """Symbolic links that lead elsewhere."""
    totals: Totals = field(default_factory=lambda: Totals(0, 0, 0))
    """What the destination holds now."""
    failures: list[tuple[str, str]] = field(default_factory=list)
    """Name and reason of every document that failed."""
    stopped: bool = False
    """Whether the run ended at the first failure, with more to do."""

    @property
    def met(self) -> int:
        """How many documents the run is done with."""
        return self.converted + self.unchanged + self.failed

    @property
    def exit_code(self) -> int:
        """0, or 1 where a document failed."""
        return 1 if self.failed else 0

    def lines(self) -> Iterator[str]:
        """Yield the lines of the summary."""
        counts = f"{self.converted:,} converted, {self.unchanged:,} unchanged, {self.failed:,} failed"
        if not self.met:
            yield f"no file was found that ends in {' '.join(sorted(ENDINGS))}; --include takes others"
        yield counts + (f", {self.pruned:,} removed" if self.pruned else "")
        totals = self.totals
        items, speeches = _counted(totals.items, "item"), _counted(totals.speeches, "speech")
        yield f"{items} in {speeches}, {_counted(totals.duplicates, 'duplicate')}"
        if self.left_out:
            links = _counted(self.left_out, "symbolic link")
            yield f"{links} left out: leading out of the input, or from a linked folder to another"
        if self.stopped:
            yield "stopped at the first failure; what is done is kept: run the same command again to go on"


def _counted(number: int, noun: str) -> str:
    """Return a number and a noun, in the plural where there is not one."""
    plural = "es" if noun.endswith("ch") else "s"
    return f"{number:,} {noun}{'' if number == 1 else plural}"
