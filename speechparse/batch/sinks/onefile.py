"""One file for all documents: outputs wait in a spool, and at the end of the run are put together in the inputs' order.

What a run before has put together is copied from the destination itself, so only what is new is made. The destination
is replaced as a whole, and only where something has changed.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

from speechparse.atomic import replacing
from speechparse.batch.sinks.sink import DESTINATION, NOWHERE, SPOOL, Spot
from speechparse.batch.sinks.spool import Spool
from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechparse.batch.documents import Done, Result, Task
    from speechparse.batch.state import Row, State


class Layout(Protocol):
    """How outputs lie in the spool and in the destination."""

    def spots(self, offset: int, done: Done) -> list[Spot]:
        """Return where each output of a payload is, given where the payload begins in the spool."""

    def assemble(self, rows: Iterable[Row], old: str, spool: Spool, write: Callable[[bytes], object]) -> None:
        """Write the outputs of rows, in their order; `old` is the path of the destination as it is."""

    def settled(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows with the spots that `assemble` has given their outputs."""


class OneFile:
    """A destination file, with its spool and its rows."""

    __slots__ = ("_changed", "_layout", "_path", "_spool", "_state", "_whole")

    def __init__(self, path: str, spool: str, state: State, layout: Layout) -> None:
        """Open the spool, and see whether the destination is as the rows say."""
        self._path = path
        self._state = state
        self._layout = layout
        self._spool = Spool(spool)
        self._whole = os.path.exists(path) and _identity(path) == state.identity  # noqa: PTH110 -- the path as given
        self._changed = not self._whole

    def has(self, row: Row) -> bool:
        """Say whether the output is in the destination, or waits for it."""
        if row.store == SPOOL:
            self._changed = True
            return row.offset + row.length <= self._spool.size
        return self._whole and row.store == DESTINATION

    def accept(self, tasks: list[Task], done: Done) -> tuple[list[Result], list[Spot]]:  # noqa: ARG002 -- the protocol
        """Let outputs wait."""
        self._changed |= not all(result.same for result in done.results)
        return done.results, self._layout.spots(self._spool.append(done.payload), done)

    def drop(self, row: Row) -> None:  # noqa: ARG002 -- the protocol: its row goes, so the next file does without it
        """Leave the document out of the next destination file."""
        self._changed = True

    def finish(self) -> None:
        """Put the destination together, where anything has changed."""
        if self._changed:
            # From here on the destination is ours, also where the run ends between moving it and noting so.
            self._state.claimed = True
            try:
                with replacing(self._path) as write:
                    self._layout.assemble(self._rows(), self._path, self._spool, write)
            except SpeechparseError as error:
                hint = error.hint or "make room there and run the same command again: what is done is kept"
                raise SpeechparseError(error.what, hint, error.path) from error
            self._state.settle(self._layout.settled(self._rows()), *_identity(self._path))
        self._spool.clear()

    def close(self) -> None:
        """Close the spool."""
        self._spool.close()

    def _rows(self) -> Iterator[Row]:
        return (row for row in self._state.rows() if row.store != NOWHERE)


def _identity(path: str) -> tuple[int, int]:
    """Return what tells a file from another that was moved into its place: size and time; -1 and 0 for none."""
    try:
        status = os.stat(path)  # noqa: PTH116 -- the path as given
    except OSError:
        return -1, 0
    return status.st_size, status.st_mtime_ns
