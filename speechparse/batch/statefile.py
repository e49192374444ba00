"""The state file itself: its tables, and how it is opened, made and replaced."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from typing import Final

_VERSION: Final = 1
"""Of the tables: what another version wrote is not read."""

_PATIENCE: Final = 60.0
"""Seconds to wait while another run writes its rows."""

_TABLES: Final = """
CREATE TABLE destination (
  id INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, running INTEGER NOT NULL DEFAULT 0,
  claimed INTEGER NOT NULL DEFAULT 0, size INTEGER NOT NULL DEFAULT -1, time INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE document (
  destination INTEGER NOT NULL, key BLOB NOT NULL,
  size INTEGER NOT NULL, time INTEGER NOT NULL, digest BLOB NOT NULL, way BLOB NOT NULL, output BLOB NOT NULL,
  error TEXT, items INTEGER NOT NULL, speeches INTEGER NOT NULL,
  store INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,
  first INTEGER NOT NULL, rows INTEGER NOT NULL,
  PRIMARY KEY (destination, key)
) WITHOUT ROWID;
CREATE TABLE speech (
  destination INTEGER NOT NULL, key BLOB NOT NULL, number INTEGER NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (destination, key, number)
) WITHOUT ROWID;
"""


def opened(path: str) -> sqlite3.Connection:
    """Return a connection to a state file that has our tables; begin anew where it is damaged or of another version."""
    try:
        return _connected(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
    for name in (path, f"{path}-journal"):
        with suppress(FileNotFoundError):
            os.unlink(name)  # noqa: PTH108 -- the path as given
    return _connected(path)


def _connected(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        # The journal guards against a killed process without any waiting for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            _make_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables in a file that has none; raise DatabaseError where it has others."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version not in {0, _VERSION}:
        raise sqlite3.DatabaseError("of another version")
    if version == 0:
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_VERSION}")
