"""Tables of texts: JSON Lines and Parquet, read row by row, so that no file is ever in memory as a whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from speechparse import extras
from speechparse.errors import ReadError, SpeechparseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

JSON_LINES: Final = frozenset((".jsonl", ".ndjson"))
PARQUET: Final = ".parquet"
ENDINGS: Final = JSON_LINES | {PARQUET}
"""Of the files that are tables."""

TEXT: Final = "text"
"""The column of the texts, where none is named."""

ID: Final = "id"
"""The column of the ids, where none is named and there is one."""

_BATCH: Final = 64
"""Rows of Parquet that are in memory at once: texts may be long."""

_LINE_BEYOND: Final = 1 << 20
"""Bytes that a line may have beyond the limit for its text: other columns, and what JSON escapes."""


class Columns(NamedTuple):
    """Which columns are read."""

    text: str = TEXT
    doc_id: str | None = None
    """None: `id` where there is one, otherwise rows have no ids but their numbers."""


class TableRow(NamedTuple):
    """One text of a table."""

    number: int
    """From 1."""
    doc_id: str | None
    text: str | None
    error: str = ""
    """Why there is no text."""


def is_table(name: str) -> bool:
    """Say by its ending whether a file is a table."""
    return os.path.splitext(name)[1].lower() in ENDINGS  # noqa: PTH122 -- many, and no Path is needed


def rows_of(path: str, columns: Columns, max_bytes: int | None) -> Iterator[TableRow]:
    """Yield the rows of a table. Raises SpeechparseError where it cannot be read, or has not the columns."""
    if path.lower().endswith(PARQUET):
        return _parquet(path, columns)
    return _json_lines(path, columns, max_bytes)


def count_rows(path: str) -> int:
    """Return about how many rows a table has, without reading it all; 1 where that cannot be told."""
    try:
        if path.lower().endswith(PARQUET):
            from pyarrow import parquet  # noqa: PLC0415 -- an extra

            return int(parquet.read_metadata(path).num_rows)
        with _opened(path) as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except Exception:  # noqa: BLE001 -- only for the time left; what is wrong is said when the table is read
        return 1


def _json_lines(path: str, columns: Columns, max_bytes: int | None) -> Iterator[TableRow]:
    import json  # noqa: PLC0415 -- only tables need it

    with _opened(path) as file:
        for number, line in enumerate(_lines(file, max_bytes), 1):
            if line is None:
                yield TableRow(
                    number, None, None, f"the line has more than --max-bytes {max_bytes:,} bytes; raise the limit"
                )
                continue
            if not line.strip():
                continue
            try:
                document = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield TableRow(number, None, None, f"no JSON: {error}; every line must be one JSON object")
                continue
            yield _row(number, document, columns)


def _row(number: int, document: object, columns: Columns) -> TableRow:
    if not isinstance(document, dict):
        return TableRow(number, None, None, "no JSON object; every line must be one")
    value = document.get(columns.doc_id or ID)
    doc_id = None if value is None else str(value)
    if columns.text not in document:
        there = ", ".join(map(str, list(document)[:20])) or "none"
        return TableRow(number, doc_id, None, f"no field {columns.text!r} (there are: {there}); see --text-column")
    text = document[columns.text]
    if text is not None and not isinstance(text, str):
        return TableRow(
            number, doc_id, None, f"{columns.text!r} is no text but {type(text).__name__}; see --text-column"
        )
    return TableRow(number, doc_id, text)


def _lines(file: BinaryIO, max_bytes: int | None) -> Iterator[bytes | None]:
    """Yield the lines of a file; None for one that is too long, which is never in memory as a whole."""
    most = -1 if max_bytes is None else max_bytes + _LINE_BEYOND
    while line := file.readline(most):
        if len(line) == most and not line.endswith(b"\n"):
            while (rest := file.readline(most)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line


def _opened(path: str) -> BinaryIO:
    try:
        return open(path, "rb", buffering=1 << 20)  # noqa: PTH123 -- the path as given; the caller closes it
    except OSError as error:
        raise ReadError(f"cannot be read ({error.strerror})", "see that it is there and may be read") from error


def _parquet(path: str, columns: Columns) -> Iterator[TableRow]:
    extras.load("pyarrow", "parquet", "Parquet")
    import pyarrow as pa  # noqa: PLC0415 -- an extra
    from pyarrow import parquet  # noqa: PLC0415

    from speechparse import arrow  # noqa: PLC0415

    try:
        # Buffered, and not ahead of time: one row group may hold the whole file.
        with parquet.ParquetFile(path, buffer_size=1 << 20, pre_buffer=False) as file:
            schema = file.schema_arrow
            text = arrow.text_column(schema, columns.text)
            named = columns.doc_id or (ID if ID in schema.names else None)
            wanted = [text] if named is None else [text, arrow.column(schema, named)]
            yield from _batches(file, wanted)
    except (pa.ArrowException, OSError) as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ReadError(f"no Parquet file that can be read ({why})", "get a whole copy of it") from error
    except ReadError:
        raise
    except SpeechparseError as error:
        raise ReadError(error.what, "see --text-column and --id-column") from error


def _batches(file: Any, wanted: list[str]) -> Iterator[TableRow]:  # noqa: ANN401 -- pyarrow has no types
    number = 0
    for batch in file.iter_batches(_BATCH, columns=list(dict.fromkeys(wanted))):
        texts = batch.column(wanted[0]).to_pylist()
        ids = batch.column(wanted[-1]).to_pylist() if len(wanted) > 1 else [None] * len(texts)
        for doc_id, text in zip(ids, texts, strict=True):
            number += 1
            yield TableRow(number, None if doc_id is None else str(doc_id), text)
