"""Files in the destination folder: each whole or not there, whoever writes it."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from speechparse.atomic import replacing
from speechparse.batch.names import with_ending
from speechparse.errors import SpeechparseError
from speechparse.reading import printable

if TYPE_CHECKING:
    from collections.abc import Callable

FATAL: Final = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EFBIG, errno.ESTALE))
"""System errors after which no other file can be written either."""


class DestinationError(SpeechparseError):
    """The destination as a whole cannot be written: the run ends."""


def raise_if_fatal(error: SpeechparseError) -> None:
    """Raise DestinationError where what was not written says that nothing can be."""
    cause = error.__cause__
    if isinstance(cause, OSError) and cause.errno in FATAL:
        hint = "make room there and run the same command again: what is done is kept"
        raise DestinationError(error.what, hint, error.path) from cause


class Place:
    """The folder and the ending of its files."""

    __slots__ = ("_ending", "_folder", "_guard", "_made")

    def __init__(self, folder: str, ending: str, guard: Callable[[], None] | None = None) -> None:
        """Know the folder; `guard` is called before a file is moved into place and may raise to prevent it."""
        self._folder = folder
        self._ending = ending
        self._guard = guard or (lambda: None)
        self._made = ""

    def path(self, output: str) -> str:
        """Return the path of a document's file."""
        return os.path.join(self._folder, with_ending(output, self._ending))  # noqa: PTH118 -- many, and as given

    def put(self, output: str, data: bytes) -> None:
        """Write a document's file, and the folders it needs.

        Raises SpeechparseError where this file cannot be written, DestinationError where none can.
        """
        path = self.path(output)
        try:
            self._make_folder(os.path.dirname(path))  # noqa: PTH120 -- the same
            with replacing(path) as write:
                write(data)
                self._guard()
        except SpeechparseError as error:
            raise_if_fatal(error)
            # Said of the document, so the path is part of what is wrong with it.
            raise SpeechparseError(f"{printable(error.path or path)} {error.what}", error.hint) from error

    def size(self, output: str) -> int | None:
        """Return the bytes of a document's file, or None where it has none."""
        try:
            return os.stat(self.path(output)).st_size  # noqa: PTH116 -- the same
        except OSError:
            return None

    def remove(self, output: str) -> None:
        """Remove a document's file, and the folders that are empty then."""
        path = self.path(output)
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108 -- the same
            while (path := os.path.dirname(path)) != self._folder:  # noqa: PTH120 -- the same
                os.rmdir(path)  # noqa: PTH106 -- the same
                self._made = ""

    def _make_folder(self, folder: str) -> None:
        if folder == self._made:
            return
        try:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 -- the same
        except OSError as error:
            raise SpeechparseError(f"the folder cannot be made ({error.strerror})", path=folder) from error
        self._made = folder
