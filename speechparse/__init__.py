r"""Chinese speeches, reports and 公文 as nested outlines, by rule.

>>> from speechparse import parse
>>> [item.title for item in parse("一、抓学习\n二、抓落实").walk()]
['抓学习', '抓落实']
"""

from __future__ import annotations

from speechparse.errors import SpeechparseError
from speechparse.families import families_with
from speechparse.model import Item, Outline, Speech
from speechparse.outline import parse

__all__ = ["Item", "Outline", "Speech", "SpeechparseError", "__version__", "families_with", "parse"]

__version__ = "0.1.0"
