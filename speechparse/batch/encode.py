"""Outlines to what the destination holds, in the process that parsed them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from speechparse.batch.job import LINES, TABLE
from speechparse.cli.formats import WRITERS, Target
from speechparse.render import json

if TYPE_CHECKING:
    from speechparse.batch.documents import Task
    from speechparse.batch.job import Job
    from speechparse.batch.sinks.place import Place
    from speechparse.cli.formats import Writer
    from speechparse.model import Outline


_CSV: Final = "csv"


class Encoder(Protocol):
    """Takes documents in, and gives out what they are for the destination."""

    def add(self, task: Task, outline: Outline, text: str) -> int:
        """Take in a document, with its text, and return its extent: bytes, or rows for Parquet."""

    def take(self) -> bytes:
        """Return the payload of all documents since the last time."""


class Bytes:
    """Each document as bytes, one after the other. One that failed has none, unless the format has a place for it."""

    __slots__ = ("_failed_too", "_pieces", "_write")

    def __init__(self, write: Writer, *, failed_too: bool = False) -> None:
        """Write documents by a format's writer."""
        self._write = write
        self._failed_too = failed_too
        self._pieces: list[bytes] = []

    def add(self, task: Task, outline: Outline, text: str) -> int:  # noqa: ARG002 -- the protocol
        """Take in a document and return its bytes."""
        if outline.error is not None and not self._failed_too:
            return 0
        self._pieces.append(self._write(outline, text))
        return len(self._pieces[-1])

    def take(self) -> bytes:
        """Return all bytes since the last time."""
        payload = b"".join(self._pieces)
        self._pieces.clear()
        return payload


class Files:
    """Each document in a file of its own, written here and now."""

    __slots__ = ("_place", "_write")

    def __init__(self, write: Writer, place: Place) -> None:
        """Write documents by a format's writer, to their places."""
        self._write = write
        self._place = place

    def add(self, task: Task, outline: Outline, text: str) -> int:
        """Write a document's file and return its bytes; one that failed leaves no file of an earlier run."""
        if outline.error is not None:
            self._place.remove(task.output)
            return 0
        data = self._write(outline, text)
        self._place.put(task.output, data)
        return len(data)

    def take(self) -> bytes:
        """Return nothing: what there was is in files."""
        return b""


class Rows:
    """Documents as rows, in the Arrow IPC format."""

    __slots__ = ("_builder",)

    def __init__(self) -> None:
        """Begin without rows."""
        from speechparse.arrow import RowBuilder  # noqa: PLC0415 -- only Parquet needs pyarrow

        self._builder = RowBuilder()

    def add(self, task: Task, outline: Outline, text: str) -> int:  # noqa: ARG002 -- the protocol
        """Take in a document and return its rows."""
        return self._builder.add(task.source, outline)

    def take(self) -> bytes:
        """Return a stream with one batch: all rows since the last time."""
        import pyarrow as pa  # noqa: PLC0415 -- loaded with the builder

        batch = self._builder.take()
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, batch.schema) as stream:
            stream.write_batch(batch)
        payload: bytes = sink.getvalue().to_pybytes()
        return payload


def encoder(job: Job, place: Place | None) -> Encoder:
    """Return the encoder of a job; with a place, each document is written to its file there."""
    if job.format == TABLE:
        return Rows()
    if job.format == LINES:
        return Bytes(lambda outline, _: json.render_line(outline), failed_too=True)
    if job.joined:
        return Bytes(_following(job))
    target = Target(None, "never", several=False, max_chars=job.max_chars)

    def write(outline: Outline, text: str) -> bytes:
        # A writer may know what it has written before: every file has one of its own.
        return WRITERS[job.format](target)(outline, text)

    return Files(write, place) if place else Bytes(write)


def header_of(format_name: str) -> bytes:
    """Return what stands before all documents in one file of a format."""
    if format_name != _CSV:
        return b""
    from speechparse.render import csv  # noqa: PLC0415 -- loaded when it is chosen, as all formats are

    return csv.header()


def _following(job: Job) -> Writer:
    """Return what writes a document that others may stand before."""
    if job.format != _CSV:
        return WRITERS[job.format](Target(None, "never", several=True, max_chars=job.max_chars))
    from speechparse.render import csv  # noqa: PLC0415 -- the same

    return csv.rows
