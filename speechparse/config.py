"""Settings of a project: the nearest file that has any.

From an input's folder upwards, the first folder with a `speechparse.toml`, or with a `pyproject.toml` that has a table
`[tool.speechparse]`, settles it: its file is read, `speechparse.toml` where it has both, and no other. The search ends
at the root of a repository (a folder with `.git` or `.hg`), or of the file system. In `speechparse.toml` the keys stand
at the top, or under `[tool.speechparse]` as in `pyproject.toml`:

    markers = ["第%步", "topic=专题%："]    # families of one's own, as for --marker
    without = ["yao", "verb"]              # families to leave out, as for --without

    [check]                                # of the command `check`
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from speechparse.errors import ConfigError, ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OWN: Final = "speechparse.toml"
PROJECT: Final = "pyproject.toml"
KEYS: Final = ("markers", "without", "check")
"""What the table may hold; the keys of a section are known to the command that it is for."""

_ROOTS: Final = (".git", ".hg")
_HAS_TABLE: Final = rb"""\btool["'\s]*(?:\.["'\s]*speechparse|\]|=)"""
"""How the table may be written: nearly every project has a `pyproject.toml`, and what reads it takes long to load."""


class Table(NamedTuple):
    """A table of settings, and where it stands."""

    values: Mapping[str, object]
    path: str = ""
    """The file; empty where there is none."""
    name: str = ""
    """Its name in messages: `[check]`; empty for the top of the file."""

    def section(self, key: str) -> Table:
        """Return a table inside this one, empty where it is not there; raises ConfigError where it is no table."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            self.refuse(key, "is not a table", f"write [{self._inside(key)}] on a line of its own")
        return Table(value, self.path, f"[{self._inside(key)}]")

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, empty where it is not there; raises ConfigError where it is none."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.refuse(key, "is not a list of strings", f'write {key} = ["…", "…"]')
        return tuple(value)

    def string(self, key: str) -> str | None:
        """Return a string, or None where it is not there; raises ConfigError where it is none."""
        value = self.values.get(key)
        if not isinstance(value, str | None):
            self.refuse(key, "is not a string", f'write {key} = "…"')
        return value

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Raise ConfigError for the first key that is not known, with the one that was likely meant."""
        for key in self.values:
            if key not in known:
                self.refuse(key, "is not known", _nearest(key, tuple(known)))

    def refuse(self, key: str, what: str, hint: str) -> NoReturn:
        """Raise ConfigError about a key."""
        place = f" in {self.name}" if self.name else ""
        raise ConfigError(f"the key {key!r}{place} {what}", hint, self.path)

    def _inside(self, key: str) -> str:
        return f"{self.name[1:-1]}.{key}" if self.name else key


def settings_for(source: str | None) -> Table:
    """Return the settings for an input: a file, a folder, or None for standard input, which counts as a file here.

    Raises ConfigError, or ReadError where a `speechparse.toml` cannot be read.
    """
    folder = folder_of(source)
    return settings_in(folder) if folder else Table({})


def folder_of(source: str | None) -> str:
    """Return the folder where the search for an input's settings begins, or nothing where it cannot be told."""
    try:
        path = os.path.abspath(source or "")  # noqa: PTH100 -- pathlib would cost every start 2 ms
        return path if not source or os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120
    except (OSError, ValueError):  # the folder one is in was deleted; no file can have this name
        return ""


def settings_in(folder: str) -> Table:
    """Return the settings for the inputs in a folder, by its absolute path; raises as `settings_for`."""
    while True:
        found = _own(folder) or _project(folder)
        above = os.path.dirname(folder)  # noqa: PTH120
        if found or above == folder or any(os.path.exists(os.path.join(folder, root)) for root in _ROOTS):  # noqa: PTH110, PTH118
            break
        folder = above
    table = found or Table({})
    table.refuse_unknown(KEYS)
    return table


def _own(folder: str) -> Table | None:
    path = os.path.join(folder, OWN)  # noqa: PTH118
    if not os.path.isfile(path):  # noqa: PTH113
        return None
    values = _parsed(_content(path), path)
    top = Table(values, path)
    if "tool" not in values:
        return top
    top.refuse_unknown(("tool",))
    return top.section("tool").section("speechparse")


def _project(folder: str) -> Table | None:
    path = os.path.join(folder, PROJECT)  # noqa: PTH118
    if not os.path.isfile(path):  # noqa: PTH113
        return None
    try:
        data = _content(path)
    except ReadError:  # somebody else's, as far as can be told
        return None
    if not re.search(_HAS_TABLE, data):
        return None
    tool = Table(_parsed(data, path), path).section("tool")
    return tool.section("speechparse") if "speechparse" in tool.values else None


def _content(path: str) -> bytes:
    from speechparse.reading import read_bytes  # noqa: PLC0415 -- most runs find no file

    return read_bytes(path)


def _parsed(data: bytes, path: str) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 -- takes a fifth of the start-up; most runs find no file

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8", "save it as UTF-8", path) from error
    except ValueError as error:
        raise ConfigError(f"is not valid TOML: {error}", "see https://toml.io", path) from error
    except RecursionError as error:
        raise ConfigError("nests too deep", "see https://toml.io", path) from error


def _nearest(key: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake needs it

    close = get_close_matches(key, known, n=1, cutoff=0.5)
    return f"did you mean {close[0]!r}?" if close else f"the keys are {', '.join(known)}"
