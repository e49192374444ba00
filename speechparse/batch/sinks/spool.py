"""Outputs that wait for the destination file to be put together: in the order in which they came, beside it."""

from __future__ import annotations

import os
from contextlib import suppress

from speechparse.errors import SpeechparseError


class Spool:
    """A file that only grows, and survives its process."""

    __slots__ = ("_file", "_path", "size")

    def __init__(self, path: str) -> None:
        """Open the file of a run that did not end, or a new one."""
        self._path = path
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            self.size = os.fstat(self._file).st_size
        except OSError as error:
            hint = "choose a place that you may write to"
            raise SpeechparseError(f"cannot be written ({error.strerror})", hint, path) from error

    def append(self, data: bytes) -> int:
        """Write data at the end and return where it begins; raise SpeechparseError where it cannot be written."""
        offset = self.size
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.pwrite(self._file, rest, offset + len(data) - len(rest)) :]
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(self._file, offset)
            hint = "make room there and run the same command again: what is done is kept"
            raise SpeechparseError(f"cannot be written ({error.strerror})", hint, self._path) from error
        self.size = offset + len(data)
        return offset

    def read(self, offset: int, length: int) -> bytes:
        """Return bytes that were written."""
        return os.pread(self._file, length, offset)

    def clear(self) -> None:
        """Begin anew."""
        os.ftruncate(self._file, 0)
        self.size = 0

    def close(self) -> None:
        """Close the file; where nothing waits in it, remove it."""
        os.close(self._file)
        if not self.size:
            with suppress(OSError):
                os.unlink(self._path)  # noqa: PTH108 -- the path as given
