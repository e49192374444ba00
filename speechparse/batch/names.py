"""Names of outputs: the input's whole name and the format's ending, the same in every run."""

from __future__ import annotations

import os
from typing import Final

_LONGEST: Final = 255
"""Bytes of a name, on most file systems."""

_MARK: Final = 8
"""Hexadecimal digits that tell apart names which had to be cut."""

_UNSAFE: Final = dict.fromkeys((*range(0x20), *map(ord, '/\\:*?"<>|'), 0x7F, *range(0xD800, 0xE000)), "_")
"""What a row's id may hold and the name of a file may not, on one system or another."""


def with_ending(name: str, ending: str) -> str:
    """Return the relative path of an output; its last part is cut where it would be longer than file systems allow.

    A name that is cut ends in `~` and a digest of the whole, so that no two inputs meet.
    """
    folder, slash, last = name.rpartition("/")
    room = _LONGEST - len(ending.encode())
    if len(os.fsencode(last)) <= room:
        return f"{name}{ending}"
    from hashlib import blake2b  # noqa: PLC0415 -- hardly any name is that long

    mark = "~" + blake2b(os.fsencode(last), digest_size=_MARK // 2).hexdigest()
    while len(os.fsencode(last)) > room - len(mark):
        last = last[:-1]
    return f"{folder}{slash}{last}{mark}{ending}"


def of_row(table: str, number: int, doc_id: str | None) -> str:
    """Return what a row's output is called: in a folder named like its table, its number and what its id allows."""
    told = "" if doc_id is None else "-" + doc_id.translate(_UNSAFE)
    return f"{table}/{number:08d}{told}"
