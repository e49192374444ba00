"""A file that is whole or as it was: written beside its place, then moved into it.

A process that is killed at any moment leaves the old file or the new one, and at most one temporary file, whose name
begins with `TEMPORARY_PREFIX`. Power that fails is not guarded against: the file system decides what it kept.
"""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEMPORARY_PREFIX: Final = ".speechparse-"
TEMPORARY_SUFFIX: Final = ".tmp"

_HINTS: Final[dict[type[OSError], str]] = {
    FileNotFoundError: "make its folder first",
    NotADirectoryError: "a part of the path is a file: choose another",
    IsADirectoryError: "give the path of a file",
    PermissionError: "choose a place that you may write to",
}


@contextmanager
def replacing(path: str) -> Iterator[Callable[[bytes], object]]:
    """Give a function that writes bytes; what it wrote becomes the file when the block ends without an error.

    A file that is there keeps its permissions and, where the system allows it, its owner. A symbolic link stays a
    link. A pipe or device is written to as it is. Raises SpeechparseError where the path cannot be written.
    """
    # Not `Path.resolve`, which raises on a loop of links; opening it says so better.
    target = Path(os.path.realpath(path))
    with _reported(path):
        before = _status(target)
    if before is not None and not stat.S_ISREG(before.st_mode):
        with _reported(path):
            stream: IO[bytes] = target.open("wb")
        with _writing(stream, path) as write:
            yield write
        return
    with _reported(path):
        temporary, stream = _open_beside(target, before)
    try:
        with _writing(stream, path) as write:
            yield write
        with _reported(path):
            temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _status(target: Path) -> os.stat_result | None:
    """Return what stands at the path, or None; raise where a file there may not be written."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(None, "it is a folder")
    # Moving over a file asks only the folder for permission; a file that is read-only is meant to stay as it is.
    if not os.access(target, os.W_OK):
        raise PermissionError(None, "it is read-only")
    return status


def _open_beside(target: Path, before: os.stat_result | None) -> tuple[Path, IO[bytes]]:
    """Create the temporary file in the target's folder, with the permissions that the target has or would get."""
    # The name does not grow with the target's: 255 bytes are the limit of most file systems.
    name = f"{TEMPORARY_PREFIX}{os.getpid()}-{os.urandom(4).hex()}{TEMPORARY_SUFFIX}"
    temporary = target.with_name(name)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    stream = os.fdopen(os.open(temporary, flags, 0o666), "wb")
    if before is not None:
        with suppress(OSError, AttributeError):
            os.chown(temporary, before.st_uid, before.st_gid)
        with suppress(OSError):
            temporary.chmod(stat.S_IMODE(before.st_mode))
    return temporary, stream


@contextmanager
def _writing(stream: IO[bytes], path: str) -> Iterator[Callable[[bytes], object]]:
    """Give the stream's `write` with its errors reported, and close the stream."""

    def write(data: bytes) -> None:
        with _reported(path):
            stream.write(data)

    try:
        yield write
    except BaseException:
        with suppress(OSError):
            stream.close()
        raise
    with _reported(path):
        stream.close()


@contextmanager
def _reported(path: str) -> Iterator[None]:
    """Turn the system's errors into the one line that a user reads."""
    try:
        yield
    except OSError as error:
        hint = _HINTS.get(type(error), "")
        raise SpeechparseError(f"cannot be written ({error.strerror})", hint, path) from error
