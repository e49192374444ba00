"""Parquet: a row an item. Outputs wait as Arrow batches, one for the documents that were done together."""

from __future__ import annotations

from collections import OrderedDict
from io import RawIOBase
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from speechparse import __version__
from speechparse.arrow import SCHEMA
from speechparse.batch.sinks.sink import DESTINATION, SPOOL, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from typing_extensions import Buffer

    from speechparse.batch.documents import Done
    from speechparse.batch.sinks.spool import Spool
    from speechparse.batch.state import Row

_GROUP: Final = 8 << 20
"""Bytes after which a row group ends: with the document that goes beyond it."""

_ROW: Final = 200
"""Bytes that a row counts for, its body aside."""

_BATCH: Final = 8192
"""Rows that are read of the destination at once."""

_KEPT: Final = 4
"""Batches of the spool that are kept for the next documents."""

_REPEATED: Final = (
    "doc_id",
    "speech",
    "parent",
    "level",
    "family",
    "marker",
    "ordinal",
    "announced",
    "speech_title",
    "error",
)
"""Columns with few different values: a dictionary makes them small. For the others it costs time and gains nothing."""


class Table:
    """Outputs are rows; each is known by its first row and their number."""

    __slots__ = ()

    def spots(self, offset: int, done: Done) -> list[Spot]:
        """Return where the rows of each document of a payload are."""
        extents = [result.extent for result in done.results]
        begins = accumulate(extents, initial=0)
        length = len(done.payload)
        return [Spot(SPOOL, offset, length, begin, rows) for begin, rows in zip(begins, extents, strict=False)]

    def assemble(self, rows: Iterable[Row], old: str, spool: Spool, write: Callable[[bytes], object]) -> None:
        """Write the rows of documents; the row groups depend on nothing but the rows."""
        schema = SCHEMA.with_metadata({**SCHEMA.metadata, b"speechparse.version": __version__.encode()})
        waiting, destination = _Waiting(spool), _Destination(old)
        with (
            _Stream(write) as stream,
            parquet.ParquetWriter(stream, schema, compression="zstd", use_dictionary=list(_REPEATED)) as writer,
        ):
            for group in _groups(waiting.read(row) if row.store == SPOOL else destination.read(row) for row in rows):
                writer.write_table(group.cast(schema), row_group_size=group.num_rows)

    def settled(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows with their places in the new file: one after the other."""
        first = 0
        for row in rows:
            yield row._replace(store=DESTINATION, offset=0, length=0, first=first)
            first += row.rows


class _Stream(RawIOBase):
    """What Parquet takes for a file, and a function that writes."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self._at = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def write(self, data: Buffer) -> int:
        content = bytes(data)
        self._write(content)
        self._at += len(content)
        return len(content)


class _Waiting:
    """The batches of the spool; the last few are kept."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._batches: OrderedDict[int, Any] = OrderedDict()

    def read(self, row: Row) -> list[Any]:
        """Return the rows of a document."""
        batch = self._batches.get(row.offset)
        if batch is None:
            batch = pa.ipc.open_stream(self._spool.read(row.offset, row.length)).read_next_batch()
            self._batches[row.offset] = batch
            if len(self._batches) > _KEPT:
                self._batches.popitem(last=False)
        return [batch.slice(row.first, row.rows)]


class _Destination:
    """The rows of the destination as it is: read on from where the last document ended, which is how they lie."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._batches: Iterator[Any] = iter(())
        self._batch: Any = None
        self._begin = 0

    def read(self, row: Row) -> list[Any]:
        """Return the rows of a document, in one or more pieces."""
        pieces = []
        first, end = row.first, row.first + row.rows
        while first < end:
            batch = self._holding(first)
            rows = min(end - first, self._begin + batch.num_rows - first)
            pieces.append(batch.slice(first - self._begin, rows))
            first += rows
        return pieces

    def _holding(self, first: int) -> Any:  # noqa: ANN401 -- pyarrow has no types
        """Return the batch with a row."""
        if self._batch is None or first < self._begin:
            # Not memory mapped, and buffered: a row group is never in memory as a whole.
            file = parquet.ParquetFile(self._path, buffer_size=1 << 20, pre_buffer=False)
            self._batches = file.iter_batches(_BATCH)
            self._batch, self._begin = next(self._batches), 0
        while first >= self._begin + self._batch.num_rows:
            self._begin += self._batch.num_rows
            self._batch = next(self._batches)
        return self._batch


def _groups(documents: Iterable[list[Any]]) -> Iterator[Any]:
    """Yield tables of a size that fits in memory."""
    pieces: list[Any] = []
    size = 0
    for document in documents:
        # A document without items has no rows, and a row group must have some.
        pieces += (piece for piece in document if piece.num_rows)
        size += sum(map(_size, document))
        if size >= _GROUP:
            yield pa.Table.from_batches(pieces).combine_chunks()
            pieces, size = [], 0
    if pieces:
        yield pa.Table.from_batches(pieces).combine_chunks()


def _size(piece: Any) -> int:  # noqa: ANN401 -- pyarrow has no types
    """Return about how many bytes some rows take: the same however they came here."""
    bodies: int = pc.sum(pc.binary_length(piece["text"])).as_py() or 0
    return bodies + _ROW * int(piece.num_rows)
