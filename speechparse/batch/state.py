"""What is done: one SQLite file, `.speechparse.state`, in the destination folder or beside the destination file.

It holds a row a document, in the order of the inputs, for each destination that lies there. Rows gather in memory and
are written together in short transactions, so that runs with other destinations never wait long for one another. A
process that is killed loses what it had gathered, and those documents are done again. Power that fails is not guarded
against; a file that cannot be read any more is replaced, and all is done again.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.batch.keys import below
from speechparse.batch.sinks.sink import Spot
from speechparse.batch.statefile import opened
from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME: Final = ".speechparse.state"

_PAGE: Final = 512
"""Rows read at a time."""


class Row(NamedTuple):
    """What is known of a document."""

    key: bytes
    size: int
    time: int
    digest: bytes
    """Of its content."""
    way: bytes
    """How it was done: the options and the version."""
    output: bytes
    """Its file in a folder of outlines, without the ending, as the system has it."""
    error: str | None
    items: int
    speeches: int
    store: int
    """Which file its output is in: see the sinks."""
    offset: int
    length: int
    first: int
    rows: int

    @property
    def spot(self) -> Spot:
        """Where its output is."""
        return Spot(self.store, self.offset, self.length, self.first, self.rows)


class Totals(NamedTuple):
    """What a destination holds."""

    items: int
    speeches: int
    duplicates: int
    """Speeches that an earlier document has too."""


_FIELDS: Final = ", ".join(Row._fields)
_MARKS: Final = ", ".join("?" * len(Row._fields))


class State:
    """The rows of one destination."""

    __slots__ = ("_connection", "_forgotten", "_id", "_path", "_put", "_speeches")

    def __init__(self, folder: str, destination: str) -> None:
        """Open the state file of a folder for the destination of this name; make it where there is none."""
        self._path = os.path.join(folder, NAME)  # noqa: PTH118 -- the path as given
        self._put: dict[bytes, Row] = {}
        self._speeches: dict[bytes, tuple[bytes, ...]] = {}
        self._forgotten: set[bytes] = set()
        with self._reported():
            self._connection = opened(self._path)
            name = os.fsencode(destination)
            with self._connection:
                self._connection.execute("INSERT OR IGNORE INTO destination (name) VALUES (?)", (name,))
            found = self._connection.execute("SELECT id FROM destination WHERE name = ?", (name,))
            self._id: int = found.fetchone()[0]

    def close(self) -> None:
        """Close the file; what was not flushed is lost."""
        self._connection.close()

    def page(self, first: bytes = b"", before: bytes | None = None) -> list[Row]:
        """Return some rows from a key on, in order: none where there are no more, or none before `before`."""
        limit = "" if before is None else "AND key < ?"
        query = f"SELECT {_FIELDS} FROM document WHERE destination = ? AND key >= ? {limit} ORDER BY key LIMIT {_PAGE}"  # noqa: S608
        values = (self._id, first) if before is None else (self._id, first, before)
        with self._reported():
            return [Row._make(row) for row in self._connection.execute(query, values)]

    def rows(self, first: bytes = b"", before: bytes | None = None) -> Iterator[Row]:
        """Yield the rows from a key on, in order, as they are flushed; they may be changed on the way."""
        while page := self.page(first, before):
            yield from page
            first = page[-1].key + b"\0"

    def below(self, key: bytes) -> Iterator[Row]:
        """Yield the rows of what lies in a folder or table."""
        return self.rows(*below(key))

    def put(self, row: Row, speeches: tuple[bytes, ...] | None) -> None:
        """Remember a row; `speeches` None leaves what is known of its speeches."""
        self._put[row.key] = row
        self._forgotten.discard(row.key)
        if speeches is not None:
            self._speeches[row.key] = speeches

    def forget(self, key: bytes) -> None:
        """Forget a row."""
        self._put.pop(key, None)
        self._speeches[key] = ()
        self._forgotten.add(key)

    @property
    def waiting(self) -> int:
        """How many rows are not in the file yet."""
        return len(self._put) + len(self._forgotten)

    def flush(self) -> None:
        """Write what was put and forgotten, all or nothing."""
        if not self.waiting:
            return
        gone = [(self._id, key) for key in self._forgotten]
        renewed = [(self._id, key) for key in self._speeches]
        digests = [
            (self._id, key, number, digest)
            for key, several in self._speeches.items()
            for number, digest in enumerate(several)
        ]
        with self._reported(), self._connection as database:
            database.execute("BEGIN IMMEDIATE")
            database.executemany("DELETE FROM document WHERE destination = ? AND key = ?", gone)
            database.executemany("DELETE FROM speech WHERE destination = ? AND key = ?", renewed)
            database.executemany(
                f"INSERT OR REPLACE INTO document (destination, {_FIELDS}) VALUES (?, {_MARKS})",  # noqa: S608
                ((self._id, *row) for row in self._put.values()),
            )
            database.executemany("INSERT INTO speech VALUES (?, ?, ?, ?)", digests)
        self._put.clear()
        self._forgotten.clear()
        self._speeches.clear()

    def totals(self) -> Totals:
        """Return what the destination holds, as far as it is flushed."""
        with self._reported():
            items, speeches = self._one(
                "SELECT coalesce(sum(items), 0), coalesce(sum(speeches), 0) FROM document WHERE destination = ?"
            )
            (duplicates,) = self._one("SELECT count(*) - count(DISTINCT digest) FROM speech WHERE destination = ?")
        return Totals(items, speeches, duplicates)

    def failures(self) -> Iterator[tuple[bytes, str]]:
        """Yield key and reason of every document that has an error, in order."""
        return ((row.key, row.error) for row in self.rows() if row.error is not None)

    @property
    def running(self) -> bool:
        """Whether a run has begun and not ended: after it was killed, this stays."""
        return bool(self._field("running"))

    @running.setter
    def running(self, value: bool) -> None:
        self._set("running", int(value))

    @property
    def claimed(self) -> bool:
        """Whether the destination file is ours to replace."""
        return bool(self._field("claimed"))

    @claimed.setter
    def claimed(self, value: bool) -> None:
        self._set("claimed", int(value))

    @property
    def identity(self) -> tuple[int, int]:
        """Size and time of the destination file that rows refer to."""
        return self._field("size"), self._field("time")

    def settle(self, rows: Iterable[Row], size: int, time: int) -> None:
        """Write the rows of a new destination file together with its size and time: all, or nothing of it."""
        places = ((row.store, row.offset, row.length, row.first, row.rows, self._id, row.key) for row in rows)
        with self._reported(), self._connection as database:
            database.execute("BEGIN IMMEDIATE")
            database.executemany(
                "UPDATE document SET store = ?, offset = ?, length = ?, first = ?, rows = ? "
                "WHERE destination = ? AND key = ?",
                places,
            )
            database.execute("UPDATE destination SET size = ?, time = ? WHERE id = ?", (size, time, self._id))

    def _field(self, name: str) -> int:
        with self._reported():
            value: int = self._connection.execute(
                f"SELECT {name} FROM destination WHERE id = ?",  # noqa: S608 -- one of our own names
                (self._id,),
            ).fetchone()[0]
        return value

    def _set(self, name: str, value: int) -> None:
        with self._reported(), self._connection as database:
            database.execute(f"UPDATE destination SET {name} = ? WHERE id = ?", (value, self._id))  # noqa: S608

    def _one(self, query: str) -> tuple[int, ...]:
        row: tuple[int, ...] = self._connection.execute(query, (self._id,)).fetchone()
        return row

    @contextmanager
    def _reported(self) -> Iterator[None]:
        """Turn what the database has against it into the one line that a user reads."""
        try:
            yield
        except sqlite3.Error as error:
            hint = "see that there is room and that you may write there; without this file all is done again"
            raise SpeechparseError(f"the state cannot be kept ({error})", hint, self._path) from error
