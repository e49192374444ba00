"""What is known from earlier runs, taken row by row beside the inputs: both are in the order of their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.batch.state import Row, State


class Known:
    """The rows of earlier runs, taken one after the other as the inputs are walked.

    The run writes rows of its own meanwhile: those of inputs that were walked are never taken.
    """

    __slots__ = ("_from", "_more", "_page", "_state")

    def __init__(self, state: State) -> None:
        """Begin before the first row."""
        self._state = state
        self._from = b""
        self._more = True
        self._page: list[Row] = []

    def before(self, key: bytes | None) -> Iterator[Row]:
        """Pass the rows before a key, or all that are left."""
        while (row := self._first()) is not None and (key is None or row.key < key):
            yield self._take()
        if key is not None:
            self._from = max(self._from, key)

    def at(self, key: bytes) -> Row | None:
        """Pass the row of a key, where there is one; all rows before it must be passed already."""
        row = self._first()
        found = self._take() if row is not None and row.key == key else None
        self._from = _following(key)
        return found

    def _first(self) -> Row | None:
        if not self._page and self._more:
            self._page = self._state.page(self._from)[::-1]
            # What comes into an empty rest is this run's own.
            self._more = bool(self._page)
        return self._page[-1] if self._page else None

    def _take(self) -> Row:
        row = self._page.pop()
        self._from = _following(row.key)
        return row


def _following(key: bytes) -> bytes:
    """Return the least key after a key."""
    return key + b"\0"
