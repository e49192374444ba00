"""The encoding of a web page: what it says of itself is a hint, what its bytes look like decides.

Pages lie: GBK pages declare UTF-8, Big5 pages GB2312, and a page cut in the middle of a character is still a page.
Order: a byte order mark, strict UTF-8, what the bytes look like, the declared encoding; where there is little Chinese
to look at, the declared one goes first. Where none fits every byte, the likeliest is used, and what does not fit
becomes U+FFFD.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from speechparse.decode import MARKS, decode
from speechparse.errors import ReadError
from speechparse.guess import guess

_DECLARED: Final = re.compile(
    rb"""(?:<meta\b[^>]{0,500}?\bcharset|<\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_HEADER: Final = re.compile(rb"content-type:[^\r\n]*?\bcharset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_STATUS: Final = re.compile(rb"HTTP/[0-9.]+ [0-9]{3}[^\r\n]*\r?\n")
_BLANK_LINE: Final = re.compile(rb"\r?\n\r?\n")
_FIRST: Final = 8192
"""Bytes in which a page declares its encoding; the standard looks at 1024, old pages are wordier."""
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\ufffd]")
"""Characters that no page is full of, but Big5 read as GB18030 is."""
_HIGH: Final = bytes(range(0x80, 0x100))
_LITTLE: Final = 80
"""Bytes beyond ASCII, below which the guess is less certain than what the page declares."""
_LOSS: Final = 0.02
"""The share of characters that may be beyond reading."""

_WIDER: Final = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "hz", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "big5hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("utf8", "utf-8", "unicode-1-1-utf-8"), "utf-8"),
}
"""The encoding that browsers use for a declared name, where it is not the one named."""
_WESTERN: Final = frozenset(("iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252", "us-ascii", "ascii"))
"""Declared by editors that do not know better: no evidence."""


class Decoded(NamedTuple):
    """A page as text."""

    text: str
    encoding: str
    lost: int
    """Characters that could not be read."""


def decode_page(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a page; `encoding` leaves nothing to guess. Raise ReadError where no encoding fits."""
    declared, body = _without_header(data)
    if encoding is not None or any(body.startswith(mark) for mark, _, _ in MARKS):
        text, name = decode(body, encoding)
        return Decoded(text, name, 0)
    found = declared or _DECLARED.search(body[:_FIRST])
    named = _known(found[1].decode("ascii", "replace")) if found else None
    for name in _candidates(body, named):
        try:
            return Decoded(body.decode(name), name, 0)
        except UnicodeDecodeError:
            continue
    return _with_losses(body, named)


def _without_header(data: bytes) -> tuple[re.Match[bytes] | None, bytes]:
    """Return what a saved HTTP header declares, and what follows it."""
    if not _STATUS.match(data):
        return None, data
    end = _BLANK_LINE.search(data)
    head, body = (data[: end.start()], data[end.end() :]) if end else (data, b"")
    return _HEADER.search(head), body


def _known(name: str) -> str | None:
    """Return the codec for a declared name, or None where Python has none or the name proves nothing."""
    plain = name.lower()
    if plain in _WESTERN or plain.startswith("utf-16"):
        return None
    try:
        return _WIDER.get(plain) or codecs.lookup(plain).name
    except LookupError:
        return None


def _candidates(body: bytes, named: str | None) -> list[str]:
    """Return the encodings to try strictly, the likeliest first: a page with little Chinese is believed."""
    if body.isascii():
        return ["utf-8"]
    likely = guess(body)
    little = len(body) - len(body.translate(None, _HIGH)) < _LITTLE
    believed = little and named is not None and not _PRIVATE.search(body.decode(named, "replace"))
    return [name for name in ("utf-8", *((named, likely) if believed else (likely, named))) if name]


def _with_losses(body: bytes, named: str | None) -> Decoded:
    """Decode as the likeliest encoding, with a sign for every byte that does not fit."""
    name = guess(body) or named
    if name is None:
        raise ReadError("no encoding makes Chinese text of it", "name its encoding with --encoding")
    text = body.decode(name, "replace")
    lost = text.count("\ufffd")
    if lost > len(text) * _LOSS:
        raise ReadError(f"looks like {name}, but {lost} characters do not fit", "name its encoding with --encoding")
    return Decoded(text, name, lost)
