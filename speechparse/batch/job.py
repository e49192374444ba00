"""What is done with every document of a run: the same in every process and on every machine."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final

from speechparse import __version__

LINES: Final = "jsonl"
"""The format of one file with a whole document a line."""

TABLE: Final = "parquet"
"""The format of one file with a row an item."""


@dataclass(frozen=True, slots=True)
class Job:
    """How documents become output."""

    format: str
    """`jsonl`, `parquet`, or a format of `outline`."""
    folder: str | None = None
    """Where each document's own file is written; None where all go elsewhere together."""
    joined: bool = False
    """Whether documents follow one another in one file."""
    encoding: str | None = None
    """How bytes are read; None: by guess."""
    input_format: str | None = None
    """What files are read as; None: by content and ending."""
    depth: int | None = None
    """Items below this level are left out."""
    no_text: bool = False
    """Titles only."""
    max_chars: int | None = None
    """How long a chunk may be."""
    markers: tuple[str, ...] = ()
    """Patterns of families of one's own."""
    without: tuple[str, ...] = ()
    """Names of families that are not looked for."""
    max_bytes: int | None = None
    """Documents of more bytes are not read."""
    version: str = __version__
    """Of the package: where two versions work together, their outputs would differ."""

    def way(self, **more: object) -> bytes:
        """Return a digest of all that decides what the output of a given content is, `more` included."""
        from hashlib import blake2b  # noqa: PLC0415

        # Where it goes and what is too large for it do not change what it is.
        options = asdict(self) | more | {"folder": None, "max_bytes": None}
        return blake2b(repr(sorted(options.items())).encode(), digest_size=8).digest()
