"""Files to bytes, to text and to outlines; what the system has against it becomes one line with what to try."""

from __future__ import annotations

import errno
import os
import stat
import warnings
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

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
    errno.EISDIR: ("is a directory", "name the files in it, or convert it with batch"),
    errno.EACCES: ("permission denied", "ask for the right to read it (ls -l shows who has it)"),
    errno.EPERM: ("permission denied", "ask for the right to read it (ls -l shows who has it)"),
    errno.ENXIO: ("is a device or a socket, not a file", "pipe its content in, or copy it to a file"),
    errno.ENAMETOOLONG: ("the name is too long for the file system", "check the name"),
    errno.ELOOP: ("its symbolic links lead in a circle", "name the file itself"),
}
"""What is wrong and what to try, by the system's error number."""

PLAIN: Final = frozenset(("", ".txt", ".text"))
"""Endings of files whose content alone can make them anything but plain text."""
BEFORE_SIGN: Final = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
SIGNS: Final = (b"<", b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"HTTP/", b"{\\rtf")
"""How the formats that there are readers for begin, and those that there is good advice for."""

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


class Document(NamedTuple):
    """The text of a file."""

    text: str
    """What offsets count: the decoded text of plain text, the extracted text of everything else."""
    encoding: str | None
    """How its bytes were read; None for formats that are no text."""
    notes: tuple[str, ...] = ()
    """What is amiss and did not keep it from being read, a line each."""


def read(
    path: str | os.PathLike[str],
    encoding: str | None = None,
    *,
    input_format: str | None = None,
    families: tuple[Family, ...] = FAMILIES,
) -> Outline:
    """Return the outline of a file, with its `source` (the path as given) and `encoding`.

    `encoding` is any text codec of Python; without it the content decides. `input_format` is txt, md, html, docx or
    pdf; without it content and ending decide. `families` as for `parse`; no configuration is looked for. Raises
    `ReadError`; warns of what is amiss with a document that could be read all the same.
    """
    document = read_document(path, encoding, input_format)
    for note in document.notes:
        warnings.warn(f"{printable(os.fspath(path))}: {note}", stacklevel=2)
    outline = parse(document.text, families=families)
    outline.source = os.fspath(path)
    outline.encoding = document.encoding
    return outline


def read_text(path: str | os.PathLike[str], encoding: str | None = None) -> tuple[str, str | None]:
    """Return the text of a file and the name of its encoding, as `read_document` does; raises `ReadError`."""
    document = read_document(path, encoding)
    return document.text, document.encoding


def read_document(
    path: str | os.PathLike[str], encoding: str | None = None, input_format: str | None = None
) -> Document:
    """Return the text of a file: plain text just as it stands, of other formats what a reader sees of it.

    `encoding` and `input_format` as for `read`. Raises `ReadError`.
    """
    return read_original(path, encoding, input_format)[0]


def read_original(
    path: str | os.PathLike[str], encoding: str | None = None, input_format: str | None = None
) -> tuple[Document, bytes]:
    """Return what `read_document` returns, and the bytes that it was read from. Raises `ReadError`."""
    name = os.fspath(path)
    _refuse_large(name, input_format)
    data = read_bytes(path)
    return text_of(data, name, encoding, input_format), data


def text_of(data: bytes, name: str, encoding: str | None = None, input_format: str | None = None) -> Document:
    """Return the text of a file's content; `name` is the file's, and what errors are about. Raises `ReadError`."""
    if input_format is None and _is_plain(data, name):
        return Document(*decode(data, encoding, printable(name)))
    from speechparse.readers import extract  # noqa: PLC0415 - plain text, which most files are, needs none

    try:
        return extract(data, _ending(name), encoding, input_format)
    except ReadError as error:
        raise ReadError(error.what, error.hint, printable(name)) from None


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


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - a Path would cost every file more than the call


def _is_plain(data: bytes, name: str) -> bool:
    """Whether nothing speaks for another format than plain text."""
    return _ending(name) in PLAIN and not data[:64].lstrip(BEFORE_SIGN).startswith(SIGNS)


def _refuse_large(name: str, input_format: str | None) -> None:
    """Raise for a document that is too large to be read, before it fills the memory."""
    if _ending(name) in PLAIN:
        return
    from speechparse.readers import refuse_large  # noqa: PLC0415 - the same
    from speechparse.readers.sniff import ENDINGS  # noqa: PLC0415 - the same

    try:
        refuse_large(os.stat(name).st_size, input_format or ENDINGS.get(_ending(name), "txt"))  # noqa: PTH116 - the same
    except (OSError, ValueError):
        return  # reading it says what is wrong
    except ReadError as error:
        raise ReadError(error.what, error.hint, printable(name)) from None


def _refuse_special(mode: int) -> None:
    """Raise for what is neither a regular file nor a pipe."""
    if stat.S_ISDIR(mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
