"""Keys: what a document is known by from run to run, as bytes that sort as the inputs are walked.

A file's key is its name with a NUL for each slash, so that `a.txt` follows everything in the folder `a`. A row of a
table has the table's key, two NULs and its number in eight bytes: rows follow their table in their own order.
"""

from __future__ import annotations

import os
from typing import Final

_ROW: Final = b"\0\0"
_NUMBER: Final = 8


def file_key(name: str) -> bytes:
    """Return the key of a file by its name under the input, with a slash between its parts."""
    return os.fsencode(name).replace(b"/", b"\0")


def row_key(table: bytes, number: int) -> bytes:
    """Return the key of a table's row; rows count from 1."""
    return table + _ROW + number.to_bytes(_NUMBER, "big")


def below(key: bytes) -> tuple[bytes, bytes]:
    """Return the least key of what lies in a folder or table, and the least that follows all of it."""
    return key + b"\0", key + b"\1"


def name_of(key: bytes) -> str:
    """Return how people see a document named: `folder/a.txt`, or `pages.parquet:17` for a row."""
    if key[-_NUMBER - len(_ROW) : -_NUMBER] == _ROW:
        number = int.from_bytes(key[-_NUMBER:], "big")
        return f"{_file_name(key[: -_NUMBER - len(_ROW)])}:{number}"
    return _file_name(key)


def path_of(key: bytes) -> str:
    """Return the name of the file that a document is in: its own, or the table's."""
    return _file_name(key.partition(_ROW)[0])


def _file_name(key: bytes) -> str:
    return os.fsdecode(key.replace(b"\0", b"/"))
