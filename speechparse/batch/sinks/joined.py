"""Documents as bytes that follow one another: JSON Lines, and other formats that several documents can share."""

from __future__ import annotations

from contextlib import closing
from itertools import accumulate
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from speechparse.batch.sinks.sink import DESTINATION, SPOOL, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechparse.batch.documents import Done
    from speechparse.batch.sinks.spool import Spool
    from speechparse.batch.state import Row

_PIECE: Final = 1 << 20
"""Bytes that are copied at once."""


class Joined:
    """Outputs are bytes; each is known by its offset and length."""

    __slots__ = ("_header",)

    def __init__(self, header: bytes) -> None:
        """Put `header` before all documents."""
        self._header = header

    def spots(self, offset: int, done: Done) -> list[Spot]:
        """Return where each document of a payload is."""
        extents = [result.extent for result in done.results]
        begins = accumulate(extents, initial=offset)
        return [Spot(SPOOL, begin, extent) for begin, extent in zip(begins, extents, strict=False)]

    def assemble(self, rows: Iterable[Row], old: str, spool: Spool, write: Callable[[bytes], object]) -> None:
        """Copy the documents of rows, those that follow one another in one go."""
        write(self._header)
        with closing(_Opened(old)) as destination:
            for store, offset, length in _joined(rows):
                read = spool.read if store == SPOOL else destination.read
                for begin in range(offset, offset + length, _PIECE):
                    write(read(begin, min(_PIECE, offset + length - begin)))

    def settled(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows with their places in the new file: one after the other."""
        offset = len(self._header)
        for row in rows:
            yield row._replace(store=DESTINATION, offset=offset)
            offset += row.length


class _Opened:
    """The destination as it is, opened when something is first read from it."""

    __slots__ = ("_file", "_path")

    def __init__(self, path: str) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def close(self) -> None:
        """Close the file, where it was opened."""
        if self._file:
            self._file.close()

    def read(self, offset: int, length: int) -> bytes:
        """Return bytes of the file."""
        if self._file is None:
            self._file = Path(self._path).open("rb")  # noqa: SIM115 -- closed with the rest
        self._file.seek(offset)
        return self._file.read(length)


def _joined(rows: Iterable[Row]) -> Iterator[tuple[int, int, int]]:
    """Yield stores, offsets and lengths, those joined that follow one another."""
    store = offset = length = 0
    for row in rows:
        if (row.store, row.offset) == (store, offset + length):
            length += row.length
            continue
        if length:
            yield store, offset, length
        store, offset, length = row.store, row.offset, row.length
    if length:
        yield store, offset, length
