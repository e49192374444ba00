"""One run at a time for a destination: a lock that the system takes back when its process ends, however it ends."""

from __future__ import annotations

import os
import socket
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def locked(path: str, destination: str) -> Iterator[None]:
    """Hold the lock file while the block runs; raise SpeechparseError where another process holds it.

    The file goes when the block ends. One that a killed run has left is taken over.
    """
    lock = _held(path, destination)
    try:
        yield
    finally:
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108 -- the path as given
        os.close(lock)


def _held(path: str, destination: str) -> int:
    """Return the open lock file, locked, and still the one that the path leads to."""
    while True:
        try:
            lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            missing = isinstance(error, FileNotFoundError)
            hint = "make its folder first" if missing else "choose a place that you may write to"
            raise SpeechparseError(f"cannot be written ({error.strerror})", hint, destination) from error
        if not _try(lock):
            holder = _holder(lock)
            os.close(lock)
            raise SpeechparseError(f"another run is writing here{holder}", "wait for it to end", destination)
        with suppress(OSError):
            if os.path.samestat(os.fstat(lock), os.stat(path)):  # noqa: PTH116 -- as above
                _sign(lock)
                return lock
        # The run before has removed it between our opening and locking it.
        os.close(lock)


def _try(lock: int) -> bool:
    """Lock an open file, or say that another process has locked it."""
    try:
        try:
            import fcntl  # noqa: PLC0415 -- POSIX
        except ImportError:  # pragma: no cover -- Windows
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            # Not flock: this kind works over NFS, and no child inherits it.
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sign(lock: int) -> None:
    """Say in the file who holds it, for people."""
    with suppress(OSError):
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"process {os.getpid()} on {socket.gethostname()}\n".encode(), 0)


def _holder(lock: int) -> str:
    with suppress(OSError):
        if told := os.read(lock, 200).decode(errors="replace").strip():
            return f" ({told})"
    return ""
