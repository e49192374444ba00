"""Outlines to what the destination holds, in the process that parsed them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from speechparse.batch.job import LINES, TABLE
from speechparse.cli.formats import WRITERS, Target
from speechparse.render import json

if TYPE_CHECKING:
    from speechparse.batch.documents import Task
    from speechparse.batch.job import Job
    from speechparse.batch.sinks.place import Place
    from speechparse.cli.formats import Writer
    from speechparse.model import Outline


class Encoder(Protocol):
    """Takes documents in, and gives out what they are for the destination."""

    def add(self, task: Task, outline: Outline) -> int:
        """Take in a document and return its extent: bytes, or rows for Parquet."""

    def take(self) -> bytes:
        """Return the payload of all documents since the last time."""


class Whole:
    """Each document as bytes, one after the other. One that failed has none, unless the format has a place for it."""

    __slots__ = ("_failed_too", "_pieces", "_write")

    def __init__(self, write: Writer, *, failed_too: bool) -> None:
        """Write documents by a format's writer."""
        self._write = write
        self._failed_too = failed_too
        self._pieces: list[bytes] = []

    def add(self, task: Task, outline: Outline) -> int:  # noqa: ARG002 -- the protocol
        """Take in a document and return its bytes."""
        if outline.error is not None and not self._failed_too:
            return 0
        self._pieces.append(self._write(outline))
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

    def add(self, task: Task, outline: Outline) -> int:
        """Write a document's file and return its bytes; one that failed leaves no file of an earlier run."""
        if outline.error is not None:
            self._place.remove(task.output)
            return 0
        data = self._write(outline)
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

    def add(self, task: Task, outline: Outline) -> int:
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
        return Whole(json.render_line, failed_too=True)
    write = WRITERS[job.format](Target(None, "never", several=False))
    return Files(write, place) if place else Whole(write, failed_too=False)
