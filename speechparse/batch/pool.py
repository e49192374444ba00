"""A pool of processes that outlives any of them.

Each worker has one chunk at a time, so it is always known what a worker that dies was doing. Its documents are tried
again, each alone: the one that kills its worker again has an error, the others are done. `concurrent.futures` would
give up all of them.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final

from speechparse.batch.engine import LITTLE, Finished
from speechparse.batch.work import Worker
from speechparse.batch.worker import READY, serve
from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.batch.documents import Chunk
    from speechparse.batch.job import Job

_STILLBORN: Final = 3
"""Workers that may die before they are ready, one after the other."""

_FAREWELL: Final = 5.0
"""Seconds that a worker has to end by itself when there is nothing more to do."""


class _Member:
    """One process, and what it is doing."""

    __slots__ = ("chunk", "connection", "process", "ready")

    def __init__(self, job: Job) -> None:
        # Spawned: a fork would take over locks and threads that are not its own.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, job), name="speechparse worker", daemon=True)
        with deaf_to_interrupts():
            self.process.start()
        theirs.close()
        self.chunk: Chunk | None = None
        self.ready = False

    def give(self, chunk: Chunk) -> None:
        """Hand a chunk over. A worker that is dead already is noticed when its answer is waited for."""
        self.chunk = chunk
        with suppress(OSError):
            self.connection.send(chunk.tasks)

    def end(self) -> str:
        """Wait for the end of a process that has closed its connection; return how it ended."""
        self.connection.close()
        self.process.join()
        code = self.process.exitcode or 0
        return f"killed by signal {-code}" if code < 0 else f"exit code {code}"


class Pool:
    """Processes that do chunks: more of them the more there is to do."""

    __slots__ = ("_again", "_given", "_job", "_members", "_most", "_stillborn", "untidy")

    def __init__(self, job: Job, most: int) -> None:
        """Start nothing yet; there will be `most` processes at most."""
        self._job = job
        self._most = most
        self._members: list[_Member] = []
        self._again: deque[Chunk] = deque()
        self._given = 0
        self._stillborn = 0
        self.untidy = False

    def run(self, chunks: Iterator[Chunk]) -> Iterator[Finished]:
        """Yield each chunk when it is done, in any order."""
        more = True
        while True:
            while more and (member := self._free()):
                chunk = self._again.popleft() if self._again else next(chunks, None)
                if chunk is None:
                    more = False
                else:
                    self._given += chunk.size
                    member.give(chunk)
            if not more and not any(member.chunk for member in self._members):
                break
            yield from self._answers()
            more = more or bool(self._again)
        self._dismiss()

    def close(self) -> None:
        """Kill what is still there."""
        self.untidy |= any(member.chunk for member in self._members)
        for member in self._members:
            member.process.kill()
        for member in self._members:
            member.end()
        self._members.clear()

    def _free(self) -> _Member | None:
        """Return a process that waits for work; start another where there is enough for it."""
        for member in self._members:
            if member.ready and member.chunk is None:
                return member
        if len(self._members) < min(self._most, 2 + self._given // LITTLE):
            self._members.append(_Member(self._job))
        return None

    def _answers(self) -> Iterator[Finished]:
        """Wait until a process has something to say, and yield what was done."""
        speaking = wait([member.connection for member in self._members])
        for member in [member for member in self._members if member.connection in speaking]:
            try:
                answer = member.connection.recv()
            except (EOFError, OSError):
                yield from self._bury(member)
                continue
            if answer == READY:
                member.ready, self._stillborn = True, 0
                continue
            if isinstance(answer, BaseException):
                raise answer
            chunk, member.chunk = member.chunk, None
            if chunk is not None:
                yield Finished(chunk, answer)

    def _bury(self, member: _Member) -> Iterator[Finished]:
        """Take a dead process out, and see what becomes of its documents."""
        self._members.remove(member)
        self.untidy = True
        how = member.end()
        chunk = member.chunk
        if chunk is None:
            self._stillborn += not member.ready
            if self._stillborn == _STILLBORN:
                raise SpeechparseError(f"processes cannot be started ({how})", "try --jobs 1")
        elif chunk.alone:
            reason = f"the process that worked on it died ({how}); it may need more memory than there is"
            yield Finished(chunk, Worker(self._job).do(chunk.failed(reason)))
        else:
            self._again.extend(chunk.apart())

    def _dismiss(self) -> None:
        """Let the processes end: there is nothing more to do."""
        for member in self._members:
            member.connection.close()
        for member in self._members:
            member.process.join(_FAREWELL)
        self.close()


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Let a process that is started here inherit that Ctrl-C is not for it: it ends when this one does."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover -- Windows
        yield
        return
    # Started by the first spawn otherwise, and it would take the block away.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
