"""Folders to files, in an order that never changes, with nothing met twice and nothing lost in silence."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.batch.documents import Stamp
from speechparse.batch.globs import matches
from speechparse.reading import TROUBLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechparse.batch.sources.roots import Root

_LOOP: Final = "its symbolic link leads back to a folder that it is in; remove the link, or leave it out with --exclude"
_SPECIAL: Final = "is a pipe, a device or a socket, not a file; copy its content to a file"


class Found(NamedTuple):
    """A file, or what stands in the way of one."""

    name: str
    """Under the input, with a slash between its parts."""
    path: str
    stamp: Stamp
    error: str = ""
    """Why it cannot be read."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which files of a folder are taken. A file that is named itself is always taken."""

    endings: frozenset[str] = frozenset()
    """In lower case, with the dot; for where nothing is included by hand."""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    leave: frozenset[tuple[int, int]] = frozenset()
    """Device and number of files and folders that are left out: the output."""

    def takes(self, name: str) -> bool:
        """Say whether a file of this name is taken."""
        if self.include:
            return matches(name, self.include)
        return os.path.splitext(name)[1].lower() in self.endings  # noqa: PTH122 -- many, and no Path is needed

    def leaves(self, name: str) -> bool:
        """Say whether a file or folder of this name is left out, and all that is in it."""
        return name.rpartition("/")[2].startswith(".") or matches(name, self.exclude)


@dataclass(slots=True)
class _Folder:
    """A folder that is being walked."""

    name: str
    path: str
    identity: tuple[int, int]
    linked: bool
    """Whether it is reached through a symbolic link."""
    rest: list[str] = field(default_factory=list)
    """The names in it that are still to come, the next one last."""


class Walk:
    """The files of some inputs, in the order of their keys.

    A folder that cannot be read is found with an error, and so is a link that leads in a circle. Symbolic links that
    lead out of their input are left out and counted; a linked folder's own links to folders are not followed, since
    what they lead to is met where it lies.
    """

    __slots__ = ("_roots", "_rules", "left_out")

    def __init__(self, roots: Sequence[Root], rules: Rules) -> None:
        """Walk nothing yet."""
        self._roots = roots
        self._rules = rules
        self.left_out = 0
        """Symbolic links that were not followed."""

    def __iter__(self) -> Iterator[Found]:
        """Yield what is found, from the beginning."""
        self.left_out = 0
        for root in self._roots:
            if root.folder:
                yield from self._folder(root)
            else:
                yield _file(root.name, root.path)

    def _folder(self, root: Root) -> Iterator[Found]:
        real = os.path.realpath(root.path)
        chain = [_Folder(root.name, root.path, _identity(os.stat(root.path)), linked=False)]  # noqa: PTH116
        yield from _listed(chain[0])
        while chain:
            folder = chain[-1]
            if not folder.rest:
                chain.pop()
                continue
            last = folder.rest.pop()
            name = f"{folder.name}/{last}" if folder.name else last
            if self._rules.leaves(name):
                continue
            yield from self._entry(name, os.path.join(folder.path, last), chain, real)  # noqa: PTH118

    def _entry(self, name: str, path: str, chain: list[_Folder], real: str) -> Iterator[Found]:
        """Yield what a name in a folder is; where it is a folder to be walked, put it on the chain."""
        linked = False
        try:
            status = os.lstat(path)
            linked = stat.S_ISLNK(status.st_mode)
            if linked:
                if not _within(path, real):
                    self.left_out += os.path.isdir(path) or self._rules.takes(name)  # noqa: PTH112 -- as below
                    return
                status = os.stat(path)  # noqa: PTH116 -- many
        except OSError as error:
            # What cannot be looked at may be a folder. What has just gone, or a link to nothing, is not missed.
            if self._rules.takes(name) or not (linked or isinstance(error, FileNotFoundError)):
                yield Found(name, path, Stamp(0, 0), _trouble(error))
            return
        if _identity(status) in self._rules.leave:
            return
        if not stat.S_ISDIR(status.st_mode):
            if self._rules.takes(name):
                yield _of(name, path, status)
        elif any(_identity(status) == folder.identity for folder in chain):
            yield Found(name, path, Stamp(0, 0), _LOOP)
        elif linked and any(folder.linked for folder in chain):
            self.left_out += 1
        else:
            chain.append(_Folder(name, path, _identity(status), linked))
            yield from _listed(chain[-1])


def _within(path: str, real: str) -> bool:
    """Say whether a link stays in its input."""
    target = os.path.realpath(path)
    return target == real or target.startswith(os.path.join(real, ""))  # noqa: PTH118 -- many


def _listed(folder: _Folder) -> Iterator[Found]:
    """List a folder's names, sorted as bytes; yield the folder with an error where that cannot be done."""
    try:
        # Names only: a folder may hold a million files.
        folder.rest = sorted(os.listdir(folder.path), key=os.fsencode, reverse=True)  # noqa: PTH208
    except OSError as error:
        yield Found(folder.name, folder.path, Stamp(0, 0), _trouble(error))


def _file(name: str, path: str) -> Found:
    """Return a file that was named itself."""
    try:
        return _of(name, path, os.stat(path))  # noqa: PTH116 -- the path as given
    except OSError as error:
        return Found(name, path, Stamp(0, 0), _trouble(error))


def _of(name: str, path: str, status: os.stat_result) -> Found:
    stamp = Stamp(status.st_size, status.st_mtime_ns)
    return Found(name, path, stamp, "" if stat.S_ISREG(status.st_mode) else _SPECIAL)


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _trouble(error: OSError) -> str:
    what, hint = TROUBLES.get(error.errno or 0, (f"cannot be read: {error.strerror}", "try a copy of it"))
    return f"{what}; {hint}"
