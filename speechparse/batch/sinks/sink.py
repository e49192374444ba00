"""What a run asks of a destination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from speechparse.batch.documents import Done, Result, Task
    from speechparse.batch.state import Row

NOWHERE: Final = 0
"""The store of a row without output: it says that a table was read to its end."""

DESTINATION: Final = 1
"""The store of a row whose output is in the destination file."""

SPOOL: Final = 2
"""The store of a row whose output waits beside the destination file."""


OWN: Final = 3
"""The store of a row whose output is a file of its own."""


class Spot(NamedTuple):
    """Where the output of a document is."""

    store: int = NOWHERE
    offset: int = 0
    """In bytes; of the batch that it is in, for Parquet that waits."""
    length: int = 0
    first: int = 0
    """The first of its rows, in the destination or its batch, for Parquet."""
    rows: int = 0


class Sink(Protocol):
    """A destination."""

    def has(self, row: Row) -> bool:
        """Say whether the output of a row is where the row says."""

    def accept(self, tasks: list[Task], done: Done) -> tuple[list[Result], list[Spot]]:
        """Take in what was made of some documents; return what became of each and where it is.

        A document that cannot be written has an error in its result. Raises DestinationError where none can be.
        """

    def drop(self, row: Row) -> None:
        """Remove the output of a document."""

    def finish(self) -> None:
        """Bring the destination to what the flushed rows say; raises SpeechparseError where it cannot be written."""

    def close(self) -> None:
        """Give up what is open."""
