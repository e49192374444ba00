"""The inputs that were named, and what their documents are called: the same in every run, wherever it is started."""

from __future__ import annotations

import os
import stat
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from speechparse.errors import ReadError, SpeechparseError
from speechparse.reading import TROUBLES, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class UsageError(SpeechparseError):
    """What was asked for cannot be meant."""


class Root(NamedTuple):
    """One input."""

    name: str
    """What its documents' names begin with; empty for a folder that is the only input."""
    path: str
    folder: bool


def roots_of(paths: Sequence[str]) -> list[Root]:
    """Return the inputs in the order of their names.

    Of a folder that is the only input, documents are called by their place in it; of several inputs, by the last part
    of each input's path first. Raises ReadError where an input is missing, UsageError where two have the same name.
    """
    if len(paths) == 1 and _is_folder(paths[0]):
        return [Root("", paths[0], folder=True)]
    roots = [Root(_last_part(path), path, _is_folder(path)) for path in paths]
    roots.sort(key=lambda root: os.fsencode(root.name))
    for one, other in pairwise(roots):
        if one.name == other.name:
            raise UsageError(
                f"'{printable(one.path)}' and '{printable(other.path)}' would have the same outputs",
                "give the folder above them, or run batch once for each",
            )
    return roots


def shown_in(paths: Sequence[str]) -> Callable[[str], str]:
    """Return a function that makes of a document's name the path by which the inputs that were named lead to it."""
    if len(paths) == 1 and os.path.isdir(paths[0]):  # noqa: PTH112 -- the path as given
        return lambda name: os.path.join(paths[0], name)  # noqa: PTH118 -- the same
    by_name = {_last_part(path): path for path in paths}

    def shown(name: str) -> str:
        first, slash, rest = name.partition("/")
        root, colon, row = first.rpartition(":") if first not in by_name else (first, "", "")
        return by_name.get(root, root) + colon + row + slash + rest

    return shown


def _is_folder(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 -- the path as given
        if stat.S_ISDIR(mode):
            # Where it cannot be listed, none of its documents would be found: better to say so than to find them gone.
            os.scandir(path).close()
    except OSError as error:
        what, hint = TROUBLES.get(error.errno or 0, (f"cannot be read: {error.strerror}", ""))
        raise ReadError(what, hint, printable(path)) from None
    except ValueError:
        raise ReadError("no file can have this name", "check the name", printable(path)) from None
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        raise ReadError("is a pipe or a device, not a file", "copy its content to a file", printable(path))
    return stat.S_ISDIR(mode)


def _last_part(path: str) -> str:
    return os.path.basename(os.path.abspath(path)) or "root"  # noqa: PTH100, PTH119 -- `..` and links as the shell has them
