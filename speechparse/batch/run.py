"""A run from its beginning to its end: what is there, what is to do, who does it, what is noted."""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Final

from speechparse import extras
from speechparse.batch import setup
from speechparse.batch.job import TABLE
from speechparse.batch.keys import name_of
from speechparse.batch.lock import locked
from speechparse.batch.plan import Choice, Plan
from speechparse.batch.report import Report
from speechparse.batch.request import destination_of
from speechparse.batch.sources.roots import roots_of
from speechparse.batch.sources.tables import Columns, count_rows, is_table
from speechparse.batch.sources.walk import Walk
from speechparse.batch.state import Row, State
from speechparse.batch.sweep import sweep
from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.batch.documents import Chunk, Done, Result
    from speechparse.batch.job import Job
    from speechparse.batch.report import Watcher
    from speechparse.batch.request import Destination, Request
    from speechparse.batch.sinks.sink import Sink
    from speechparse.batch.sources.roots import Root

_FLUSH: Final = 0.3
"""Seconds after which what is done is noted."""


def run(request: Request, watch: Watcher) -> Report:
    """Convert what is asked for and return what was done.

    Raises UsageError where the request cannot be meant, another SpeechparseError where an input is missing or the
    destination cannot be written. KeyboardInterrupt passes through. Whatever the end, what is done is kept.
    """
    roots = roots_of(request.inputs)
    destination = destination_of(request.output, request.format)
    setup.refuse_mismatch(request, destination.format)
    setup.refuse_confusion(roots, destination)
    if destination.format == TABLE:
        extras.load("pyarrow", "parquet", "Parquet")
    if destination.folder:
        setup.make_folder(destination.path)
    with locked(destination.lock, destination.path), ExitStack() as stack:
        state = State(destination.home, destination.name)
        stack.callback(state.close)
        setup.refuse_foreign(destination, state, force=request.force)
        job = setup.job_of(request, destination)
        sink = setup.sink_of(destination, state, delivered=job.folder is None)
        stack.callback(sink.close)
        return _Run(request, roots, destination, job, state, sink, watch).run()


class _Run:
    """The parts of a run."""

    __slots__ = (
        "_destination", "_engine", "_flushed", "_plan", "_report", "_request", "_sink", "_state", "_walk", "_watch",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913, PLR0917 -- it holds all of them together
        self, request: Request, roots: list[Root], destination: Destination, job: Job, state: State, sink: Sink,
        watch: Watcher,
    ) -> None:  # fmt: skip
        self._request = request
        self._destination = destination
        self._state = state
        self._watch = watch
        self._report = Report()
        self._flushed = time.monotonic()
        self._walk = Walk(roots, setup.rules_of(request, destination))
        self._sink = sink
        columns = request.columns or Columns()
        choice = Choice(job.way(columns=columns), columns, request.max_bytes, request.force, request.prune)
        self._plan = Plan(self._walk, roots, choice, state, sink, self._report, watch)
        # Last: nothing that fails can leave a cluster behind.
        self._engine = setup.engine_of(request, job)

    def run(self) -> Report:
        """Do all there is to do."""
        try:
            if self._state.running:
                self._sweep()
            self._state.running = True
            self._watch.begin(self._count)
            self._work()
            if not self._report.stopped:
                self._complete()
        except BaseException:
            # What ends the run is what people need to hear of, not what cannot be noted after it.
            with suppress(SpeechparseError):
                self._end()
            raise
        self._end()
        self._report.left_out = self._walk.left_out
        self._report.totals = self._state.totals()
        self._report.failures = [(name_of(key), reason) for key, reason in self._state.failures()]
        return self._report

    def _work(self) -> None:
        """Do what is to do, and note it as it is done."""
        chunks = self._plan.chunks(one_by_one=self._request.fail_fast)
        for chunk, done in self._engine.run(chunks):
            self._take(chunk, done)
            self._watch.advance(self._report)
            if time.monotonic() - self._flushed > _FLUSH:
                self._state.flush()
                self._flushed = time.monotonic()
            if self._request.fail_fast and self._report.failed:
                self._report.stopped = True
                return

    def _complete(self) -> None:
        """Bring the destination to what was done."""
        self._state.flush()
        self._watch.assembling()
        self._sink.finish()
        self._plan.finish()

    def _end(self) -> None:
        """Stop what is still at work, keep what was done, clear away the rest."""
        with _undisturbed():
            self._watch.end()
            self._engine.close()
            if self._engine.untidy:
                self._sweep()
            self._state.flush()
            self._state.running = False

    def _take(self, chunk: Chunk, done: Done) -> None:
        """Note what was made of a chunk."""
        rows = [row for row in map(_unmoved, done.results, chunk.known) if row is not None]
        if len(rows) == len(done.results):
            results, spots = done.results, [row.spot for row in rows]
        else:
            results, spots = self._sink.accept(chunk.tasks, done)
        for key, task, known, result, spot in zip(chunk.keys, chunk.tasks, chunk.known, results, spots, strict=True):
            if result.same and known is not None:
                self._state.put(known._replace(size=result.stamp.size, time=result.stamp.time), None)
                self._report.unchanged += 1
                continue
            self._state.put(
                Row(
                    key, *result.stamp, result.digest, self._plan.way, os.fsencode(task.output), result.error,
                    result.items, result.speeches, *spot,
                ),
                result.digests,
            )  # fmt: skip
            self._tell(task.name, result)

    def _tell(self, name: str, result: Result) -> None:
        for note in result.notes:
            self._watch.noted(name, note)
        if result.error is None:
            self._report.converted += 1
        else:
            self._report.failed += 1
            self._watch.failed(name, result.error)

    def _count(self) -> int:
        """Return how many documents there are."""
        return sum(count_rows(found.path) if is_table(found.name) and not found.error else 1 for found in self._walk)

    def _sweep(self) -> None:
        sweep(self._destination.home, deep=self._destination.folder)


def _unmoved(result: Result, known: Row | None) -> Row | None:
    """Return the row of a document whose output is as it was: its content is, or it failed as it did before."""
    if known is None:
        return None
    return known if result.same or (result.error is not None and result.error == known.error) else None


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let a second Ctrl-C wait while what was done is kept."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
