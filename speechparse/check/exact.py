"""Text back to bytes, byte for byte: the mark, the encoding and the line ends that the file had."""

from __future__ import annotations

import codecs
from typing import Final

from speechparse.decode import MARKS
from speechparse.errors import SpeechparseError

_UTF8_SIG: Final = "utf-8-sig"


class InexactError(SpeechparseError):
    """Bytes that the text cannot be turned back into, so that nothing may be changed in them."""


def is_exact(data: bytes, text: str, encoding: str | None) -> bool:
    """Say whether a text can be turned back into the bytes that it was read from."""
    try:
        Exact(data, text, encoding)
    except InexactError:
        return False
    return True


class Exact:
    """The bytes that a text was read from, and how to write another text in the same way."""

    __slots__ = ("_codec", "_mark", "_path", "data")

    def __init__(self, data: bytes, text: str, encoding: str | None, path: str | None = None) -> None:
        """Find the way back; raises InexactError where there is none."""
        self.data = data
        self._path = path
        for mark, codec in _ways(data, encoding) if encoding else ():
            if _encoded(mark, text, codec) == data:
                self._mark, self._codec = mark, codec
                return
        raise InexactError("cannot be fixed: it was not read as plain text", "mend it in its own program", path)

    def encode(self, text: str) -> bytes:
        """Return the bytes of a changed text; raises InexactError where its encoding has no such character."""
        data = _encoded(self._mark, text, self._codec)
        if data is None:
            raise InexactError(
                f"cannot be fixed: {self._codec} has not all the characters", "save it as UTF-8 first", self._path
            )
        return data


def _ways(data: bytes, encoding: str) -> list[tuple[bytes, str]]:
    """Return the marks and codecs that may have made the text of the bytes."""
    ways = [(mark, codec) for mark, codec, _ in MARKS if data.startswith(mark)]
    plain = "utf-8" if codecs.lookup(encoding).name == _UTF8_SIG else encoding
    return [*ways, *((mark, encoding) for mark, _, _ in MARKS if data.startswith(mark)), (b"", plain)]


def _encoded(mark: bytes, text: str, codec: str) -> bytes | None:
    try:
        return mark + text.encode(codec)
    except UnicodeError:
        return None
