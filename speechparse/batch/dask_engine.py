"""Dask: the work is done by the workers of a cluster, on this machine or on many.

The workers get texts and give back outputs; they need speechparse and no access to the files. Reading and writing is
this process's, and so are the state and the order, so the outputs are those of a local run.
"""

from __future__ import annotations

import atexit
import logging
import multiprocessing
import time
from collections import deque
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from speechparse import extras
from speechparse.batch.engine import Finished, cores
from speechparse.batch.pool import deaf_to_interrupts
from speechparse.batch.work import Worker, fetched
from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.batch.documents import Chunk, Done, Stamp, Task
    from speechparse.batch.job import Job

_ANSWER: Final = 5
"""Seconds to wait for the scheduler."""

_PATIENCE: Final = 30
"""Seconds to wait for a worker where there is none."""

_AHEAD: Final = 2
"""Chunks for each thread of the cluster, so that none waits for this process."""

_LOOK: Final = 2.0
"""Seconds after which the cluster is counted again: it may have grown."""

_FAREWELL: Final = 0.5
"""Seconds that the cluster has to say goodbye."""


def perform(job: Job, tasks: list[Task]) -> Done:
    """Do documents, in a worker of the cluster."""
    return Worker(job).do(tasks)


class Dask:
    """A cluster that does chunks."""

    __slots__ = ("_client", "_cluster", "_distributed", "_job", "_looked", "_pending", "_room", "_suspects")

    def __init__(self, job: Job, jobs: int | None, scheduler: str | None) -> None:
        """Connect to a scheduler, or start a cluster on this machine with a number of processes.

        Raises SpeechparseError where Dask is not installed or there is no cluster at the address.
        """
        self._distributed: Any = extras.load("distributed", "dask", "--engine dask")
        # What goes wrong in the cluster is said here, in a line, and not as its parts see it.
        for name in ("tornado", "asyncio", *logging.root.manager.loggerDict):
            if name.partition(".")[0] in {"distributed", "tornado", "asyncio"}:
                logging.getLogger(name).setLevel(logging.CRITICAL)
        self._job = job
        self._suspects: deque[Chunk] = deque()
        self._pending: dict[Any, tuple[Chunk, list[Stamp]]] = {}
        self._looked = 0.0
        self._room = 1
        self._cluster: Any = None
        self._client: Any = None
        try:
            with deaf_to_interrupts():
                self._cluster = scheduler or self._local(jobs or cores())
            self._connect()
        except BaseException:
            self.close()
            raise

    def run(self, chunks: Iterator[Chunk]) -> Iterator[Finished]:
        """Yield each chunk when it is done, in any order."""
        more = True
        while more or self._pending or self._suspects:
            while more and len(self._pending) < self._capacity():
                if chunk := next(chunks, None):
                    self._submit(chunk)
                more = chunk is not None
            # A worker that dies is held against all that it had to do: so at the end each suspect is on its own.
            if not self._pending and self._suspects:
                self._submit(self._suspects.popleft())
            for future in self._finished():
                yield from self._answer(future)
        self.close()

    def close(self) -> None:
        """Leave the cluster; end it where it is our own, by force where it would take its time."""
        cluster, client = self._cluster, self._client
        self._cluster = self._client = None
        if self._pending:
            _abandon(cluster)
        with suppress(Exception):
            if client is not None:
                client.close(timeout=_FAREWELL)
        with suppress(Exception):
            if cluster is not None and not isinstance(cluster, str):
                cluster.close(timeout=_FAREWELL)
        # One that was interrupted while it was started is not known here, and would be waited for at the very end.
        with suppress(Exception):
            atexit.unregister(import_module("distributed.deploy.spec").close_clusters)
        _kill_children()

    @property
    def untidy(self) -> bool:
        """Never: the workers write no files."""
        return False

    def _local(self, jobs: int) -> Any:  # noqa: ANN401 -- dask's own
        return self._distributed.LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            processes=True,
            silence_logs=logging.CRITICAL,
            dashboard_address=None,
            # It listens all the same, and warns where another cluster has the usual port.
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
        )

    def _connect(self) -> None:
        try:
            self._client = self._distributed.Client(self._cluster, timeout=_ANSWER)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            hint = "start it with `dask scheduler`, and workers with `dask worker ADDRESS`"
            raise SpeechparseError(f"no Dask cluster at {self._cluster} ({error})", hint) from error

    def _capacity(self) -> int:
        """Return how many chunks may be under way."""
        if time.monotonic() - self._looked > _LOOK:
            self._looked = time.monotonic()
            self._room = 2 + _AHEAD * sum(self._client.nthreads().values())
        return self._room

    def _submit(self, chunk: Chunk) -> None:
        tasks, stamps = zip(*(fetched(task, self._job.max_bytes) for task in chunk.tasks), strict=True)
        future = self._client.submit(perform, self._job, list(tasks), pure=False)
        self._pending[future] = chunk, list(stamps)

    def _finished(self) -> list[Any]:
        """Wait until something is finished and return it; raise SpeechparseError where nobody works any more."""
        idle = 0.0
        while self._pending:
            with suppress(TimeoutError):
                return list(self._distributed.wait(list(self._pending), _LOOK, "FIRST_COMPLETED").done)
            idle = 0 if self._client.nthreads() else idle + _LOOK
            if idle > _PATIENCE:
                raise SpeechparseError("the Dask cluster has no workers any more", "start some; what is done is kept")
        return []

    def _answer(self, future: Any) -> Iterator[Finished]:  # noqa: ANN401 -- dask's own
        chunk, stamps = self._pending.pop(future)
        if future.status == "finished":
            done: Done = future.result()
            results = [result._replace(stamp=stamp) for result, stamp in zip(done.results, stamps, strict=True)]
            yield Finished(chunk, done._replace(results=results))
            return
        error = future.exception() if future.status == "error" else None
        if not isinstance(error, self._distributed.KilledWorker):
            what = f"the Dask cluster failed ({type(error).__name__}: {error})" if error else "the Dask cluster is gone"
            raise SpeechparseError(
                what, "see that its workers have the same speechparse; what is done is kept"
            ) from error
        if chunk.alone:
            reason = "the workers of the cluster died of it; it may need more memory than there is"
            yield Finished(chunk, Worker(self._job).do(chunk.failed(reason)))
        else:
            self._suspects.extend(chunk.apart())


def _abandon(cluster: Any) -> None:  # noqa: ANN401 -- dask's own
    """Kill the processes of our own cluster in the middle of their work: they would finish it before they end."""
    with suppress(Exception):
        for nanny in cluster.workers.values():
            nanny.auto_restart = False
        _kill_children()


def _kill_children() -> None:
    for process in multiprocessing.active_children():
        process.kill()
