"""What a process of the pool does: wait for documents, do them, answer, until its parent is gone."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from speechparse.batch.work import Worker
from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from speechparse.batch.job import Job

READY: Final = "ready"
"""The first answer of every worker."""


def serve(connection: Connection, job: Job) -> None:
    """Do what comes in, chunk by chunk. An error that ends the run is an answer too."""
    parent = os.getppid()

    def still_wanted() -> None:
        """End the process where its parent was killed: another run may have begun, and its outputs are newer."""
        if os.getppid() != parent:
            raise SystemExit

    # The parent may go at any moment, and then there is nobody to tell.
    with suppress(EOFError, OSError):
        try:
            worker = Worker(job, still_wanted)
            connection.send(READY)
            while True:
                connection.send(worker.do(connection.recv()))
        except SpeechparseError as error:
            connection.send(error)
