"""Zip archives of unknown origin: what may be in one that is opened, and how much is taken out of it.

Nothing is ever written to disk, so a name that leads out of the archive could do no harm; but no honest program makes
one. Sizes are those that the directory declares: the reader takes no byte more out of a member than it declares, so a
bomb that lies about its size ends as a damaged file.
"""

from __future__ import annotations

import io
import zlib
from typing import Final
from zipfile import BadZipFile, ZipFile

from speechparse.errors import ReadError

MAX_MEMBERS: Final = 10_000
MAX_PART: Final = 64 << 20
"""Bytes of one part, unpacked: 64 MiB. A book of a million characters has some 20."""
MAX_TOTAL: Final = 1 << 30
"""Bytes of all parts, unpacked: pictures count although they are not read."""

WHOLE_COPY: Final = "get a whole copy of it"
NOT_TRUSTED: Final = "do not trust where it comes from"

_ENCRYPTED: Final = 1
_MEGABYTE: Final = 1 << 20


class Archive:
    """A zip archive in memory, checked before anything is taken out of it."""

    __slots__ = ("_zip",)

    def __init__(self, data: bytes) -> None:
        """Open the archive; raise ReadError where it is damaged, locked, a bomb, or leads out of itself."""
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ReadError(f"damaged: no whole zip archive ({error})", WHOLE_COPY) from None
        self._check()

    def read(self, name: str) -> bytes | None:
        """Return the content of a member, or None where there is none of this name; raise ReadError as needed."""
        try:
            member = self._zip.getinfo(name)
        except KeyError:
            return None
        if member.file_size > MAX_PART:
            size, most = member.file_size // _MEGABYTE, MAX_PART // _MEGABYTE
            raise ReadError(f"too big: {name} has {size:,} MB unpacked, at most {most} are read", "split the document")
        try:
            return self._zip.read(member)
        except (BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as error:
            raise ReadError(f"damaged: {name} cannot be unpacked ({error})", WHOLE_COPY) from None

    def _check(self) -> None:
        """Refuse what no honest program makes."""
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise ReadError(f"unsafe: {len(members):,} files in one archive", NOT_TRUSTED)
        total = sum(member.file_size for member in members)
        if total > MAX_TOTAL:
            raise ReadError(f"unsafe: a zip bomb of {total // _MEGABYTE:,} MB", NOT_TRUSTED)
        for member in members:
            if _leads_out(member.filename):
                raise ReadError("unsafe: it holds a path that leads out of the archive", NOT_TRUSTED)
            if member.flag_bits & _ENCRYPTED:
                raise ReadError("locked with a password", "save it without one")


def _leads_out(name: str) -> bool:
    """Whether a name, unpacked, would be a file outside the folder it is unpacked to."""
    steps = name.replace("\\", "/").split("/")
    return ".." in steps or not steps[0] or steps[0].endswith(":")
