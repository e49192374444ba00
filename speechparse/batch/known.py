"""What is known from earlier runs, taken row by row beside the inputs: both are in the order of their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.batch.state import Row, State


class Known:
    """The rows of earlier runs, taken one after the other as the inputs are walked."""

    __slots__ = ("_page", "_state", "_to")

    def __init__(self, state: State) -> None:
        self._state = state
        self._to = b""
        self._page: list[Row] = state.page()[::-1]

    def first(self) -> Row | None:
        """Return the first row that was not passed yet."""
        if not self._page:
            self._page = self._state.page(self._to)[::-1]
        return self._page[-1] if self._page else None

    def take(self) -> Row:
        """Pass the first row and return it."""
        row = self._page.pop()
        self._to = row.key
        return row

    def before(self, key: bytes | None) -> Iterator[Row]:
        """Pass the rows before a key, or all that are left."""
        while (row := self.first()) is not None and (key is None or row.key < key):
            yield self.take()

    def at(self, key: bytes) -> Row | None:
        """Pass the row of a key, where there is one."""
        row = self.first()
        return self.take() if row is not None and row.key == key else None
