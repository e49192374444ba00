"""Engines: where the work is done. One process for little, several for much; the outputs are the same."""

from __future__ import annotations

import os
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from speechparse.batch.work import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.batch.documents import Chunk, Done
    from speechparse.batch.job import Job

LITTLE: Final = 2 << 20
"""Bytes that one process has done before another would be ready."""


class Finished(NamedTuple):
    """A chunk and what was made of it."""

    chunk: Chunk
    done: Done


class Engine(Protocol):
    """Does chunks, in any order."""

    @property
    def untidy(self) -> bool:
        """Whether a process was killed, and may have left a file that is not whole."""

    def run(self, chunks: Iterator[Chunk]) -> Iterator[Finished]:
        """Yield each chunk when it is done. Chunks are taken as there is room for them, not all at once."""

    def close(self) -> None:
        """Stop at once, also in the middle of something; do nothing where all is done."""


class Serial:
    """The work is done in this process."""

    __slots__ = ("_job",)

    def __init__(self, job: Job) -> None:
        """Prepare nothing."""
        self._job = job

    def run(self, chunks: Iterator[Chunk]) -> Iterator[Finished]:
        """Do one chunk after the other."""
        worker = Worker(self._job)
        for chunk in chunks:
            yield Finished(chunk, worker.do(chunk.tasks))

    def close(self) -> None:
        """Do nothing: what is not done is not begun."""

    @property
    def untidy(self) -> bool:
        """Never: what is interrupted here is cleared away here."""
        return False


class Automatic:
    """Little work is done in this process, much by a pool."""

    __slots__ = ("_engine", "_job", "_most")

    def __init__(self, job: Job, most: int) -> None:
        """Use `most` processes at most."""
        self._job = job
        self._most = most
        self._engine: Engine = Serial(job)

    def run(self, chunks: Iterator[Chunk]) -> Iterator[Finished]:
        """Look at the first chunks, and then choose."""
        first: list[Chunk] = []
        size = 0
        for chunk in chunks:
            first.append(chunk)
            size += chunk.size
            if size > LITTLE:
                self._engine = _pool(self._job, self._most)
                break
        return self._engine.run(chain(first, chunks))

    def close(self) -> None:
        """Stop the engine that was chosen."""
        self._engine.close()

    @property
    def untidy(self) -> bool:
        """As the engine that was chosen is."""
        return self._engine.untidy


def local(job: Job, jobs: int | None) -> Engine:
    """Return the engine for this machine: with a number of processes, or None to have it chosen."""
    if jobs is None:
        return Automatic(job, cores()) if cores() > 1 else Serial(job)
    return Serial(job) if jobs == 1 else _pool(job, jobs)


def cores() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # pragma: no cover -- not every system has it
        return os.cpu_count() or 1


def _pool(job: Job, most: int) -> Engine:
    from speechparse.batch.pool import Pool  # noqa: PLC0415 -- little work needs no multiprocessing

    return Pool(job, most)
