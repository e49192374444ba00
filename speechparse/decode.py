"""Bytes to text: which encoding they are in, and the text exactly as it stands.

The ladder: an encoding named by hand, a byte order mark, strict UTF-8, the encoding under which the bytes look most
like Chinese. Whatever the rung, decoding is strict: bytes that do not fit are an error that says where, never a
replacement or a guess at second best. The locale has no say, and line ends stay as they are.
"""

from __future__ import annotations

import codecs
from typing import Final

from speechparse.binary import CONVERT, binary_kind
from speechparse.errors import ReadError

MARK: Final = "\ufeff"
"""The byte order mark, decoded; at the start of a text it is none of it."""

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),  # not made by the codec, which takes long to load
)
"""The mark's bytes, the codec that reads what they begin, the name that is reported."""

NAME_IT: Final = "name its encoding with --encoding"


def decode(data: bytes, encoding: str | None = None, path: str | None = None) -> tuple[str, str]:
    """Return the text of the bytes, without a byte order mark, and the name of their encoding.

    `encoding` is any text codec of Python and leaves nothing to guess; the name returned is Python's own for it.
    `path` is what errors are about, printable already. Raises `ReadError` for what is no text, for bytes that do not
    fit the encoding, and for an unknown encoding.
    """
    try:
        _refuse_binary(data)
        return _by_content(data) if encoding is None else _by_hand(data, encoding)
    except ReadError as error:
        raise ReadError(error.what, error.hint, path) from None


def _refuse_binary(data: bytes) -> None:
    """Raise where the first bytes are those of a known format."""
    if known := binary_kind(data):
        kind, hint = known
        raise ReadError(f"binary file (looks like {kind})", hint)


def _by_hand(data: bytes, encoding: str) -> tuple[str, str]:
    """Decode as the caller says."""
    try:
        name = codecs.lookup(encoding).name
        return data.decode(encoding).removeprefix(MARK), name
    except UnicodeDecodeError as error:
        hint = "name another encoding, or leave --encoding out to have it guessed"
        raise ReadError(f"not {name}: {_misfit(error, name)}", hint) from None
    except (LookupError, ValueError):
        hint = "name one that Python knows, such as utf-8, gb18030, big5hkscs or utf-16"
        raise ReadError(f"unknown text encoding {encoding!r}", hint) from None


def _by_content(data: bytes) -> tuple[str, str]:
    """Decode by the first rung of the ladder that holds."""
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _strict(data, codec)[1:], name
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_looks(data)
    return _by_looks(data) if b"\0" in data else (text, "utf-8")


def _by_looks(data: bytes) -> tuple[str, str]:
    """Decode as the encoding under which the bytes look most like Chinese."""
    from speechparse.guess import guess  # noqa: PLC0415 - strict UTF-8 is the rule and needs no guess

    name = guess(data)
    if name is not None:
        return _strict(data, name), name
    if b"\0" in data:
        raise ReadError("binary file", f"{CONVERT}; if it is text, {NAME_IT}")
    raise ReadError("no encoding makes Chinese text of it", f"if it is text, {NAME_IT}")


def _strict(data: bytes, codec: str) -> str:
    """Return the whole of the bytes as the codec reads them; a NUL is no text."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise ReadError(f"looks like {codec}, but {_misfit(error, codec)}", f"mend it there, or {NAME_IT}") from None
    if "\0" in text:
        raise ReadError(f"binary file (NUL at character {text.index(chr(0))})", f"{CONVERT}; if it is text, {NAME_IT}")
    return text


def _misfit(error: UnicodeDecodeError, codec: str) -> str:
    """Return which byte does not fit, and where; offsets are in bytes from 0, a byte order mark included."""
    tail = error.object[error.start :]
    if _begins_character(tail, codec):
        return f"it ends inside the character at offset {error.start}"
    return f"byte 0x{tail[:1].hex()} at offset {error.start} does not fit"


def _begins_character(tail: bytes, codec: str) -> bool:
    """Tell whether the bytes would be valid if more came."""
    try:
        codecs.getincrementaldecoder(codec)().decode(tail)
    except (UnicodeError, LookupError):
        return False
    return True
