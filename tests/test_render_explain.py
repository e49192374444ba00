"""The grounds of an outline in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.explain import EVIDENCE, REASONS, Explanation, Rejection, RunNote
from speechparse.render.explain import render
from tests.outlines import outline

if TYPE_CHECKING:
    import pytest


def test_grounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs with their evidence, then what was not taken, each with a sentence and its id."""
    monkeypatch.setitem(EVIDENCE, "sure", "it is sure")
    monkeypatch.setitem(REASONS, "alone", "nothing continues it")
    explanation = Explanation(
        outline(),
        [RunNote("han", ["一、", "二、"], [2, 7], ["sure", "unknown"])],
        [Rejection(9, 3, "第一", "di", "alone"), Rejection(12, 4, "1\x1b", "arabic", "new")],
    )

    expected = """\
a.txt: runs taken: 1, candidates not taken: 2
  taken: 一、 (line 2) 二、 (line 7) [han]
    it is sure [sure]
    unknown [unknown]
  not taken: 第一 (line 3) [di]: nothing continues it [alone]
  not taken: 1␛ (line 4) [arabic]: new [new]
"""

    assert expected == render(explanation, "a.txt")


def test_of_a_long_run_the_ends_are_shown() -> None:
    """A law has hundreds of articles."""
    places = list(range(1, 101))
    explanation = Explanation(outline(), [RunNote("article", [f"第{place}条" for place in places], places, [])])

    first = " ".join(f"第{place}条 (line {place})" for place in range(1, 6))
    expected = f"  taken: {first} … 第100条 (line 100) [article]"

    assert expected == render(explanation, "a.txt").splitlines()[1]


def test_nothing_to_explain() -> None:
    """A text without candidates has a line all the same."""
    assert render(Explanation(outline()), "standard input") == (
        "standard input: runs taken: 0, candidates not taken: 0\n"
    )
