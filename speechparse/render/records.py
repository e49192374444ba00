"""Records for programs: one JSON object a line."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from json import JSONEncoder

_SURROGATES: Final = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def lines(records: Iterable[Mapping[str, object]]) -> bytes:
    """Return the records as JSON Lines in UTF-8; a lone surrogate, which no encoding can write, becomes U+FFFD."""
    document = "".join([_encoder().encode(record) + "\n" for record in records])
    try:
        return document.encode()
    except UnicodeEncodeError:
        return document.translate(_SURROGATES).encode()


@cache
def _encoder() -> JSONEncoder:
    from json import JSONEncoder  # noqa: PLC0415 -- made once, when the first record is written

    return JSONEncoder(ensure_ascii=False, separators=(",", ":"))
