"""A folder: each document in a file of its own, in the same tree of folders as the inputs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from speechparse.batch.documents import Done
from speechparse.batch.sinks.place import DestinationError
from speechparse.batch.sinks.sink import OWN, Spot
from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from speechparse.batch.documents import Result, Task
    from speechparse.batch.sinks.place import Place
    from speechparse.batch.state import Row


class FolderSink:
    """A folder whose files are written by the processes that parse."""

    __slots__ = ("_place",)

    def __init__(self, place: Place) -> None:
        """Keep the place of the files."""
        self._place = place

    def has(self, row: Row) -> bool:
        """Say whether the file is there; an empty one is taken for one that power failed on."""
        if row.error is not None:
            return True
        size = self._place.size(os.fsdecode(row.output))
        return size is not None and (size > 0 or not row.length)

    def accept(self, tasks: list[Task], done: Done) -> tuple[list[Result], list[Spot]]:  # noqa: ARG002 -- the protocol
        """Take note of files that are written already."""
        return done.results, [Spot(OWN, length=result.extent) for result in done.results]

    def drop(self, row: Row) -> None:
        """Remove the file, and folders that are empty then."""
        self._place.remove(os.fsdecode(row.output))

    def finish(self) -> None:
        """Do nothing: every file is in its place."""

    def close(self) -> None:
        """Do nothing: no file is open."""


class DeliveredFolderSink(FolderSink):
    """A folder whose files are made by processes that do not see it, and written here."""

    __slots__ = ()

    def accept(self, tasks: list[Task], done: Done) -> tuple[list[Result], list[Spot]]:
        """Write each document's part of the payload to its file."""
        results: list[Result] = []
        at = 0
        for task, result in zip(tasks, done.results, strict=True):
            data = done.payload[at : at + result.extent]
            at += result.extent
            results.append(result if result.same else self._delivered(task, result, data))
        return super().accept(tasks, Done(results, b""))

    def _delivered(self, task: Task, result: Result, data: bytes) -> Result:
        if result.error is not None:
            self._place.remove(task.output)
            return result
        try:
            self._place.put(task.output, data)
        except DestinationError:
            raise
        except SpeechparseError as error:
            return result._replace(error=str(error), items=0, speeches=0, digests=(), extent=0)
        return result
