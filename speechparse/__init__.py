r"""Chinese speeches, reports and 公文 as nested outlines, by rule.

>>> from speechparse import parse
>>> [item.title for item in parse("一、抓学习\n二、抓落实").walk()]
['抓学习', '抓落实']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.errors import SpeechparseError
from speechparse.families import families_with
from speechparse.model import Item, Outline, Speech
from speechparse.outline import parse

if TYPE_CHECKING:
    from speechparse.reading import read

__all__ = ["Item", "Outline", "Speech", "SpeechparseError", "__version__", "families_with", "parse", "read"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Return `read` when it is first asked for: who parses text in memory has no use for the readers of files."""
    if name != "read":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from speechparse.reading import read  # noqa: PLC0415

    globals()["read"] = read
    return read
