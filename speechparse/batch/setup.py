"""The parts of a run, as its request wants them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from speechparse.batch.encode import header_of
from speechparse.batch.endings import ending_of
from speechparse.batch.job import TABLE, Job
from speechparse.batch.request import DASK
from speechparse.batch.sinks.folder import DeliveredFolderSink, FolderSink
from speechparse.batch.sinks.onefile import OneFile
from speechparse.batch.sinks.place import Place
from speechparse.batch.sources import tables
from speechparse.batch.sources.roots import UsageError
from speechparse.batch.sources.walk import Rules
from speechparse.errors import SpeechparseError
from speechparse.readers.sniff import ENDINGS
from speechparse.reading import printable
from speechparse.render.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechparse.batch.engine import Engine
    from speechparse.batch.request import Destination, Request
    from speechparse.batch.sinks.sink import Sink
    from speechparse.batch.sources.roots import Root
    from speechparse.batch.state import State


def refuse_confusion(roots: Iterable[Root], destination: Destination) -> None:
    """Raise UsageError where outputs would replace inputs, or lie among them."""
    output = os.path.realpath(destination.path)
    for root in roots:
        real = os.path.realpath(root.path)
        if real == output or (destination.folder and root.folder and _lands_in(root.name, output, real)):
            what = f"outputs in '{printable(destination.path)}' would lie among the inputs in '{printable(root.path)}'"
            raise UsageError(what if root.folder else f"'{printable(root.path)}' is an input", "choose another output")


def refuse_mismatch(request: Request, format_name: str) -> None:
    """Raise UsageError where an option is for another format."""
    if request.max_chars and format_name != "chunks":
        raise UsageError(f"--max-chars is for --format chunks, not {format_name}")
    if request.no_text and format_name in FORMATS and FORMATS[format_name].whole:
        raise UsageError(f"{format_name} shows the text itself; leave --no-text out")


def _lands_in(name: str, output: str, root: str) -> bool:
    """Say whether outputs of a folder would be written into it; an output folder inside it is left out of it."""
    if _within(output, root):
        return False
    begins = os.path.join(output, name) if name else output  # noqa: PTH118 -- few, and real already
    if begins == root or _within(begins, root):
        return True
    return _within(root, begins) and os.path.isdir(os.path.join(root, os.path.relpath(root, begins)))  # noqa: PTH112, PTH118


def _within(path: str, folder: str) -> bool:
    return path.startswith(os.path.join(folder, ""))  # noqa: PTH118 -- the same


def make_folder(path: str) -> None:
    """Make the destination folder where there is none."""
    try:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103 -- the path as given
    except OSError as error:
        hint = "choose a place that you may write to"
        raise SpeechparseError(f"cannot be made ({error.strerror})", hint, printable(path)) from error


def refuse_foreign(destination: Destination, state: State, *, force: bool) -> None:
    """Raise SpeechparseError where a file is in the destination's place that no run has written."""
    if destination.folder or force or state.claimed or not os.path.lexists(destination.path):
        return
    hint = "choose another name, or replace it with --force"
    raise SpeechparseError("is there already, and no batch has written it", hint, printable(destination.path))


def rules_of(request: Request, destination: Destination) -> Rules:
    """Return which files are taken from folders."""
    leave = frozenset[tuple[int, int]]()
    if os.path.exists(destination.path):  # noqa: PTH110 -- the path as given
        status = os.stat(destination.path)  # noqa: PTH116 -- the same
        leave = frozenset(((status.st_dev, status.st_ino),))
    endings = frozenset(ENDINGS)
    return Rules(endings | tables.ENDINGS if request.columns else endings, request.include, request.exclude, leave)


def job_of(request: Request, destination: Destination) -> Job:
    """Return what is done with every document."""
    # The workers of a cluster may be on other machines, and do not see the folder.
    folder = destination.path if destination.folder and request.engine != DASK else None
    return Job(
        format=destination.format,
        folder=folder,
        joined=not destination.folder,
        encoding=request.encoding,
        input_format=request.input_format,
        depth=request.depth,
        no_text=request.no_text,
        max_chars=request.max_chars,
        markers=request.markers,
        without=request.without,
        max_bytes=request.max_bytes,
    )


def engine_of(request: Request, job: Job) -> Engine:
    """Return where the work is done."""
    if request.engine == DASK:
        from speechparse.batch.dask_engine import Dask  # noqa: PLC0415 -- an extra

        return Dask(job, request.jobs, request.scheduler)
    from speechparse.batch.engine import local  # noqa: PLC0415 -- not needed with another

    return local(job, request.jobs)


def sink_of(destination: Destination, state: State, *, delivered: bool) -> Sink:
    """Return where the output goes; `delivered`: the processes that parse do not write it themselves."""
    if destination.folder:
        place = Place(destination.path, ending_of(destination.format))
        return DeliveredFolderSink(place) if delivered else FolderSink(place)
    if destination.format == TABLE:
        from speechparse.batch.sinks.parquet import Table  # noqa: PLC0415 -- an extra

        return OneFile(destination.path, destination.spool, state, Table())
    from speechparse.batch.sinks.joined import Joined  # noqa: PLC0415 -- not needed with another

    return OneFile(destination.path, destination.spool, state, Joined(header_of(destination.format)))
