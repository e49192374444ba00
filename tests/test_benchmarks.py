"""The benchmarks measure what they say."""

from __future__ import annotations

import gc
import importlib

import pytest

from benchmarks import __main__ as command
from benchmarks import accuracy, corpus, drawn, linear, rival, timing

DRAWN = ["# 题", "一、 学", "  第一， 读", "  第二， 写", "二、 干"]
NESTED = "一、学\n第一，读。好。\n第二，写。\n二、干\n"


@pytest.mark.parametrize("power", [1.0, 1.5, 2.0])
def test_exponent_is_the_slope(power: float) -> None:
    """Times that grow with a power of the length have that power as exponent."""
    times = [3e-9 * size**power for size in linear.SIZES]

    assert linear.exponent(linear.SIZES, times) == pytest.approx(power)


@pytest.mark.parametrize("name", linear.INPUTS)
def test_hostile_input_is_as_long_as_it_should_be(name: str) -> None:
    """Every input has the length that is asked for, but for a part of the unit that it repeats."""
    assert [0 <= size - len(linear.INPUTS[name](size)) < len(linear.LADDER) for size in (1000, 2000)] == [True, True]


def test_sizes_double_four_times() -> None:
    """The exponent is fitted over four doublings from 200,000 characters."""
    assert linear.SIZES == (200_000, 400_000, 800_000, 1_600_000, 3_200_000)


def test_collector_rests_and_works_again() -> None:
    """The garbage collector is off while something is measured, and on afterwards."""
    with timing.quiet():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_least_measures_every_call() -> None:
    """Each call is made as often as asked for and has a time."""
    made: list[str] = []

    best = timing.least({"a": lambda: made.append("a"), "b": lambda: made.append("b")}, 3)

    assert made == ["a", "b"] * 3
    assert all(0 <= seconds < 1 for seconds in best.values())


def test_repeated_text_has_the_size() -> None:
    """A text is repeated whole, to about the megabytes that are asked for."""
    assert len(corpus.repeated("一二三\n", 0.001).encode()) == 1000
    with pytest.raises(ValueError, match="nothing to repeat"):
        corpus.repeated("", 1)


def test_rival_breaks_lines_and_nests() -> None:
    """The rival finds inline markers and puts them under the line's."""
    expected = [(0, None, "学"), (4, 0, "读"), (12, 0, "写"), (18, None, "干")]

    assert expected == rival.outline(NESTED)


def test_rival_finds_inline_markers() -> None:
    """A marker after a sentence opens a line of its own."""
    assert [start for start, _, _ in rival.outline("抓两件事。一是学习。二是落实。")] == [5, 10]


def test_rival_has_the_scorer_s_shape() -> None:
    """The rival can be scored by the program that scores speechparse."""
    [speech] = rival.document(NESTED)["speeches"]

    assert [item["marker"] for item in speech["children"]] == ["一、", "二、"]
    assert [item["start"] for item in speech["children"][0]["children"]] == [4, 12]
    assert speech["closing"] is None


def test_drawn_items_are_found_in_their_text() -> None:
    """A drawn tree becomes offsets, parents and titles."""
    case = drawn.drawing("case", NESTED, DRAWN)

    assert case.rows == [(0, None, "学"), (4, 0, "读"), (12, 0, "写"), (18, None, "干")]
    assert case.speeches == 1


def test_misdrawn_item_is_named() -> None:
    """A drawn item that is not in its text stops the count, with its name."""
    with pytest.raises(drawn.MisdrawnError, match="case: no 三、 管"):
        drawn.drawing("case", NESTED, ["三、 管"])


def test_every_fixture_is_drawn_right() -> None:
    """Every item drawn in the fixtures stands in its text."""
    cases = [*drawn.spec_cases(), *drawn.whole_speeches()]

    assert len(cases) >= 66
    assert all(start < len(case.text) for case in cases for start, _, _ in case.rows)


def test_tally_counts_found_and_placed() -> None:
    """An item under the wrong parent is found and not placed, and its case is not right."""
    tally = accuracy.Tally()
    case = drawn.drawing("case", NESTED, DRAWN)
    tally.add(case, case.rows, 1)
    tally.add(case, [(0, None, "学"), (4, None, "读")], 1)

    assert (tally.found, tally.placed, tally.drawn, tally.predicted) == (6, 5, 8, 6)
    assert (tally.cases, tally.drawn_right, tally.failed) == (2, 1, ["case"])


def test_titles_and_speeches_count_as_drawn() -> None:
    """A case with a wrong title, or another number of speeches, is right and not right as drawn."""
    tally = accuracy.Tally()
    case = drawn.drawing("case", NESTED, DRAWN)
    tally.add(case, [(start, parent, "?") for start, parent, _ in case.rows], 1)
    tally.add(case, case.rows, 2)

    assert (tally.failed, tally.drawn_right) == ([], 0)


@pytest.mark.parametrize("name", command.MEASUREMENTS + command.OTHERS)
def test_every_name_can_be_run(name: str) -> None:
    """Each name of the command line is a module with a main."""
    assert callable(importlib.import_module(f"benchmarks.{name}").main)
