"""The text that is looked at: what every pattern may take for granted."""

from __future__ import annotations

import re
import sys
from typing import Final

import pytest

from speechparse.families import BLANK, SPACE
from speechparse.fold import fold

WHITE: Final = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()]


@pytest.mark.parametrize("white", WHITE, ids=ascii)
def test_white_space_is_a_blank_or_a_line_feed(white: str) -> None:
    """Whatever the text has, so that one pattern for a blank fits every blank and nothing else."""
    folded = fold(f"一、抓{white}学习").text.strip("\n")

    assert set(folded) - set("一、抓学习") <= set(SPACE + "\n")
    assert bool(re.search(BLANK, folded)) == ("\n" not in folded)


def test_rare_blanks_keep_their_places() -> None:
    """Offsets are those of the text as it stands."""
    folded = fold("1\u2005标题")

    assert folded.text == "\n1 标题\n"
    assert folded.shown == "\n1\u2005标题\n"
    assert [folded.origin(offset) for offset in range(1, 6)] == [0, 1, 2, 3, 4]
