"""What goes to the processes that parse, and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechparse.batch.state import Row


class Stamp(NamedTuple):
    """Size and time of a file: where both are as they were, its content is taken to be so too."""

    size: int
    """Bytes."""
    time: int
    """Of the last change, in nanoseconds; 0 where it cannot be relied on."""


class Task(NamedTuple):
    """One document to do."""

    name: str
    """How people see it named."""
    source: str
    """What its outline says it is from."""
    output: str
    """Where it goes in a folder of outlines: a relative path without the format's ending."""
    path: str = ""
    """The file to read; empty where `text` holds what was read."""
    text: str | bytes | None = None
    """The text of a row, or the content of a file that was read elsewhere."""
    size: int = 0
    """Bytes, as far as known: for sharing the work out."""
    digest: bytes | None = None
    """Of the content that its output was made from: where it is the same, nothing is done."""
    error: str = ""
    """Why it cannot be read, where that is known already."""


class Chunk(NamedTuple):
    """Documents that are done together."""

    tasks: list[Task]
    keys: list[bytes]
    known: list[Row | None]
    """What is known of each from earlier runs, where its output is still there."""
    alone: bool = False
    """Whether this is another attempt at one document, after a process died."""

    @property
    def size(self) -> int:
        """How many bytes there are to do, as far as known."""
        return sum(task.size for task in self.tasks)

    def apart(self) -> list[Chunk]:
        """Return each document in a chunk of its own, for another attempt."""
        several = zip(self.tasks, self.keys, self.known, strict=True)
        return [Chunk([task], [key], [row], alone=True) for task, key, row in several]

    def failed(self, reason: str) -> list[Task]:
        """Return tasks that report of each document that it cannot be done."""
        return [task._replace(path="", text=None, digest=None, error=reason) for task in self.tasks]


class Result(NamedTuple):
    """What became of a document."""

    stamp: Stamp
    digest: bytes
    """Of its content; empty where there is none."""
    error: str | None = None
    """Why it has no outline."""
    items: int = 0
    speeches: int = 0
    digests: tuple[bytes, ...] = ()
    """One of each speech with items, those left out that repeat another of the same document."""
    extent: int = 0
    """How much of the payload is its own: bytes, or rows for Parquet."""
    notes: tuple[str, ...] = ()
    """What is amiss with it, although it could be read."""
    same: bool = True
    """Whether the content is as it was: nothing was done."""


class Done(NamedTuple):
    """What a process makes of some documents."""

    results: list[Result]
    """In the order of the tasks."""
    payload: bytes
    """What goes to the destination, for all of them; empty where the process has written the files itself."""
