"""Files to bytes, to text and to outlines; what the system has against it becomes one line with what to try."""

from __future__ import annotations

import errno
import os
import stat
from itertools import chain
from typing import TYPE_CHECKING, Final

from speechparse.decode import decode
from speechparse.errors import ReadError
from speechparse.families import FAMILIES
from speechparse.outline import parse

if TYPE_CHECKING:
    from speechparse.families import Family
    from speechparse.model import Outline

GONE: Final = "check the name; it may have been moved or deleted"

TROUBLES: Final = {
    errno.ENOENT: ("no such file", GONE),
    errno.ESTALE: ("the file is gone", GONE),
    errno.ENOTDIR: ("no such file: part of the path is a file, not a directory", "check the path"),
    errno.EISDIR: ("is a directory", "name the files in it"),
    errno.EACCES: ("permission denied", "ask for the right to read it (ls -l shows who has it)"),
    errno.EPERM: ("permission denied", "ask for the right to read it (ls -l shows who has it)"),
    errno.ENXIO: ("is a device or a socket, not a file", "pipe its content in, or copy it to a file"),
    errno.ENAMETOOLONG: ("the name is too long for the file system", "check the name"),
    errno.ELOOP: ("its symbolic links lead in a circle", "name the file itself"),
}
"""What is wrong and what to try, by the system's error number."""

UNPRINTABLE: Final = dict.fromkeys(
    chain(
        range(0x20),
        range(0x7F, 0xA0),
        range(0x2028, 0x202F),  # line ends and marks that turn the direction of what follows
        range(0x2066, 0x206A),
        range(0xD800, 0xE000),  # bytes of a name that is not UTF-8
    ),
    "\ufffd",
)


def read(
    path: str | os.PathLike[str], encoding: str | None = None, *, families: tuple[Family, ...] = FAMILIES
) -> Outline:
    """Return the outline of a file, with its `source` (the path as given) and `encoding`.

    `encoding` is any text codec of Python; without it the content decides. `families` as for `parse`; no configuration
    is looked for. Raises `ReadError`.
    """
    text, name = read_text(path, encoding)
    outline = parse(text, families=families)
    outline.source = os.fspath(path)
    outline.encoding = name
    return outline


def read_text(path: str | os.PathLike[str], encoding: str | None = None) -> tuple[str, str]:
    """Return the text of a file, just as it stands, and the name of its encoding; raises `ReadError`."""
    return decode(read_bytes(path), encoding, printable(os.fspath(path)))


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the content of a regular file or a pipe; raises `ReadError` for all else and whatever goes wrong.

    Devices are refused: some never end.
    """
    name = os.fspath(path)
    try:
        _refuse_special(os.stat(name).st_mode)  # noqa: PTH116 - a Path would change the name as given
        with open(name, "rb") as file:  # noqa: PTH123 - the same
            return file.read()
    except OSError as error:
        unforeseen = (f"cannot be read: {error.strerror}", "try a copy of it")
        what, hint = TROUBLES.get(error.errno or 0, unforeseen)
    except ValueError:
        what, hint = "no file can have this name", "check the name"
    raise ReadError(what, hint, printable(name))


def printable(name: str) -> str:
    """Return a file's name fit for one line of a terminal: what cannot or must not be printed is U+FFFD."""
    return name.translate(UNPRINTABLE)


def _refuse_special(mode: int) -> None:
    """Raise for what is neither a regular file nor a pipe."""
    if stat.S_ISDIR(mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
