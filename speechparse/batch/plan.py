"""What is to do: the inputs as they are, beside the rows of what was done, both in the order of their keys."""

from __future__ import annotations

import os
import stat
import time
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.batch import names
from speechparse.batch.documents import Chunk, Stamp, Task
from speechparse.batch.keys import below, file_key, name_of, path_of, row_key
from speechparse.batch.known import Known
from speechparse.batch.sinks.sink import DESTINATION, NOWHERE, SPOOL, Spot
from speechparse.batch.sources.tables import is_table, rows_of
from speechparse.batch.state import Row
from speechparse.batch.work import reliable, row_digest
from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechparse.batch.report import Report, Watcher
    from speechparse.batch.sinks.sink import Sink
    from speechparse.batch.sources.roots import Root
    from speechparse.batch.sources.tables import Columns, TableRow
    from speechparse.batch.sources.walk import Found
    from speechparse.batch.state import State

    _Todo = tuple[bytes, Task, Row | None]

_DOCUMENTS: Final = 32
"""The most documents of a chunk."""

_BYTES: Final = 256 << 10
"""Bytes after which a chunk ends: some hundredths of a second's work."""


class Choice(NamedTuple):
    """What decides whether a document is done again."""

    way: bytes
    """How outputs are made: those made otherwise are made again."""
    columns: Columns
    max_bytes: int | None
    force: bool
    """Do all again."""
    prune: bool
    """Remove outputs whose inputs are gone."""


class Plan:
    """The documents to do, and what becomes of rows whose inputs were not met."""

    __slots__ = ("_choice", "_finished", "_found", "_known", "_report", "_roots", "_sink", "_state", "_watch")

    def __init__(  # noqa: PLR0913, PLR0917 -- it stands between all of them
        self, found: Iterable[Found], roots: Iterable[Root], choice: Choice, state: State, sink: Sink, report: Report,
        watch: Watcher,
    ) -> None:  # fmt: skip
        """Plan nothing yet."""
        self._found = found
        self._roots = {root.name: root for root in roots}
        self._choice = choice
        self._state = state
        self._sink = sink
        self._report = report
        self._watch = watch
        self._known = Known(state)
        self._finished: list[Row] = []

    @property
    def way(self) -> bytes:
        """How outputs are made."""
        return self._choice.way

    def chunks(self, *, one_by_one: bool = False) -> Iterator[Chunk]:
        """Yield what is to do; on the way, count what is not, and forget what is gone."""
        documents = 1 if one_by_one else _DOCUMENTS
        chunk, size = Chunk([], [], []), 0
        for key, task, row in self._tasks():
            chunk.keys.append(key)
            chunk.tasks.append(task)
            chunk.known.append(row)
            size += task.size
            if len(chunk.tasks) == documents or size >= _BYTES:
                yield chunk
                chunk, size = Chunk([], [], []), 0
        if chunk.tasks:
            yield chunk

    def finish(self) -> None:
        """Note which tables were read to their end: they need not be read again while they stay as they are."""
        for row in self._finished:
            self._state.put(row, None)

    def _tasks(self) -> Iterator[_Todo]:
        for found in self._found:
            key = file_key(found.name)
            self._pass_gone(self._known.before(key))
            if found.error:
                yield self._failure(key, found.name, found.error, self._usable(self._known.at(key)))
            elif is_table(found.name):
                yield from self._table(key, found)
            else:
                yield from self._file(key, found)
        self._pass_gone(self._known.before(None))

    def _failure(self, key: bytes, name: str, error: str, row: Row | None) -> _Todo:
        """Return the task to report what cannot be read. What lies below it is not known to be gone."""
        for kept in self._known.before(below(key)[1]):
            self._keep(kept)
        return key, Task(name, name, name, error=error), row

    def _file(self, key: bytes, found: Found) -> Iterator[_Todo]:
        row = self._usable(self._known.at(key))
        if row is not None and row.error is None and _as_it_was(row, found.stamp):
            self._report.unchanged += 1
            return
        # One that failed is tried again: what was in its way may not be in the file.
        digest = row.digest if row is not None and row.error is None else None
        yield key, Task(found.name, found.name, found.name, found.path, None, found.stamp.size, digest), row

    def _table(self, key: bytes, found: Found) -> Iterator[_Todo]:
        """Yield the rows of a table that are to do; none of one that was read to its end and is as it was."""
        before = self._usable(self._known.at(key))
        if before is not None and _as_it_was(before, found.stamp) and self._complete(key):
            for row in self._known.before(below(key)[1]):
                self._count(row)
            return
        self._state.forget(key)
        now = time.time_ns()
        try:
            for text in rows_of(found.path, self._choice.columns, self._choice.max_bytes):
                yield from self._row(key, found.name, text)
        except SpeechparseError as error:
            reason = f"{error.what}; {error.hint}" if error.hint else error.what
            yield self._failure(key, found.name, reason, before)
            return
        self._pass_gone(self._known.before(below(key)[1]), certainly=True)
        stamp = Stamp(found.stamp.size, reliable(found.stamp.time, now))
        self._finished.append(Row(key, *stamp, b"", self._choice.way, b"", None, 0, 0, *Spot()))

    def _row(self, table: bytes, name: str, row: TableRow) -> Iterator[_Todo]:
        key = row_key(table, row.number)
        self._pass_gone(self._known.before(key), certainly=True)
        known = self._usable(self._known.at(key))
        source = f"{name}:{row.number}" if row.doc_id is None else row.doc_id
        if known is not None and known.error is None and known.digest == row_digest(source, row.text):
            self._report.unchanged += 1
            return
        size = 0 if row.text is None else len(row.text.encode("utf-8", "surrogatepass"))
        output = names.of_row(name, row.number, row.doc_id)
        yield key, Task(f"{name}:{row.number}", source, output, "", row.text, size, None, row.error), known

    def _complete(self, table: bytes) -> bool:
        """Say whether every row of a table has its output."""
        return all(self._usable(row) is not None for row in self._state.below(table))

    def _count(self, row: Row) -> None:
        """Count the row of a table that is not read again."""
        if row.error is None:
            self._report.unchanged += 1
        else:
            self._report.failed += 1
            self._watch.failed(name_of(row.key), row.error)

    def _usable(self, row: Row | None) -> Row | None:
        """Return a row whose output is there, and is what would be made of the same content now."""
        if row is None or self._choice.force or row.way != self._choice.way:
            return None
        return row if row.store == NOWHERE or self._sink.has(row) else None

    def _pass_gone(self, rows: Iterator[Row], *, certainly: bool = False) -> None:
        """Decide on rows whose inputs were not met."""
        for row in rows:
            if row.error is None and not (self._choice.prune and (certainly or self._is_gone(row))):
                self._keep(row)
            else:
                self._drop(row)

    def _keep(self, row: Row) -> None:
        """Keep a row as it is, unless its output is in a common file that is no more, or was made otherwise."""
        common = row.store in {DESTINATION, SPOOL}
        if common and (row.way != self._choice.way or not self._sink.has(row)):
            self._state.forget(row.key)

    def _drop(self, row: Row) -> None:
        self._state.forget(row.key)
        if row.store == NOWHERE:
            return
        self._sink.drop(row)
        self._report.pruned += row.error is None

    def _is_gone(self, row: Row) -> bool:
        """Say whether the input of a row is no more; one that this run was not asked about is not known to be gone."""
        name = path_of(row.key)
        if "" in self._roots:
            path = os.path.join(self._roots[""].path, name)  # noqa: PTH118 -- many
        else:
            first, _, rest = name.partition("/")
            if first not in self._roots:
                return False
            path = os.path.join(self._roots[first].path, rest) if rest else self._roots[first].path  # noqa: PTH118
        try:
            return stat.S_ISDIR(os.lstat(path).st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False


def _as_it_was(row: Row, stamp: Stamp) -> bool:
    """Say whether size and time of a file are those of the row, and can be relied on."""
    return row.time != 0 and (row.size, row.time) == stamp
