"""What a run is asked to do, and where its output, its state and its lock lie."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.atomic import TEMPORARY_PREFIX
from speechparse.batch.endings import format_by_ending, is_one_file
from speechparse.batch.job import LINES, TABLE
from speechparse.batch.names import with_ending
from speechparse.batch.sources.roots import UsageError
from speechparse.cli.formats import WRITERS
from speechparse.reading import printable

if TYPE_CHECKING:
    from speechparse.batch.sources.tables import Columns

LOCAL: Final = "local"
DASK: Final = "dask"
ENGINES: Final = (LOCAL, DASK)

FORMATS: Final = (LINES, TABLE, *WRITERS)
"""What can be written."""

_FOLDER: Final = "json"
"""The format of a folder's files, where none is named."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked to do."""

    inputs: tuple[str, ...]
    """Paths of files and folders."""
    output: str
    format: str | None = None
    """`jsonl`, `parquet` or a format of `outline`; None: by the output's ending."""
    include: tuple[str, ...] = ()
    """Patterns of the files that are taken from folders; none: by their endings."""
    exclude: tuple[str, ...] = ()
    columns: Columns | None = None
    """Of tables; None leaves out the tables in folders, and reads the usual columns of one that is named itself."""
    encoding: str | None = None
    input_format: str | None = None
    depth: int | None = None
    no_text: bool = False
    max_chars: int | None = None
    """Of a chunk."""
    markers: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    max_bytes: int | None = None
    jobs: int | None = None
    """Processes; None: as many as pay."""
    engine: str = LOCAL
    scheduler: str | None = None
    """The address of a Dask scheduler; None: a cluster of this machine's own."""
    force: bool = False
    prune: bool = False
    fail_fast: bool = False


class Destination(NamedTuple):
    """Where the output goes."""

    path: str
    format: str
    home: str
    """The folder of the state file."""
    name: str
    """What it is known by in the state."""
    lock: str
    """The path of its lock file."""
    spool: str = ""
    """The path of the file where outputs wait; empty for a folder."""

    @property
    def folder(self) -> bool:
        """Whether it is a folder with a file for each document."""
        return not self.spool


def destination_of(path: str, format_name: str | None) -> Destination:
    """Return where outputs go. Raises UsageError where path and format do not fit together."""
    meant = None if path.endswith("/") or os.path.isdir(path) else format_by_ending(path)  # noqa: PTH112 -- as given
    chosen = format_name or meant or _FOLDER
    if meant or chosen in {LINES, TABLE}:
        if not is_one_file(chosen):
            hint = f"name a folder, and give --format {chosen} for its files"
            raise UsageError(f"{chosen} holds one document a file, and '{printable(path)}' would hold all", hint)
        if os.path.isdir(path):  # noqa: PTH112 -- the same
            raise UsageError(f"'{printable(path)}' is a folder, and {chosen} is one file", "name the file")
        return _one_file(path, chosen)
    if os.path.lexists(path) and not os.path.isdir(path):  # noqa: PTH112 -- the same
        hint = "the output, named last, is a folder, or a file that ends in .jsonl or .parquet"
        raise UsageError(f"'{printable(path)}' is a file", hint)
    return _folder(path.rstrip("/") or "/", chosen)


def _one_file(path: str, format_name: str) -> Destination:
    # Beside the file itself, not beside a link that leads to it: the outputs of two links would be one.
    real = os.path.realpath(path)
    home, name = os.path.split(real)
    beside = os.path.join(home, f"{TEMPORARY_PREFIX}{name}")  # noqa: PTH118 -- the same
    lock, spool = (os.path.join(home, with_ending(os.path.basename(beside), end)) for end in (".lock", ".part"))  # noqa: PTH118, PTH119
    return Destination(path, format_name, home, name, lock, spool)


def _folder(path: str, format_name: str) -> Destination:
    # Two formats may share a folder: each has rows of its own.
    return Destination(path, format_name, path, f"/{format_name}", os.path.join(path, ".speechparse.lock"))  # noqa: PTH118
