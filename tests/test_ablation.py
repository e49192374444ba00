"""The ablation switches off what it says, and nothing stays switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from benchmarks import ablation, figures
from benchmarks.switches import NO, SWITCHES
from speechparse import parse
from tests.speech_files import read_page, tree_files

if TYPE_CHECKING:
    from speechparse import Outline

TABLES: Final = "一、产量\n玉米收了四百吨（表1），大豆收了九十吨（表2），杂粮收了二十吨（表3）。\n二、价钱\n"
WHOLE: Final = figures.Figures((0.9, 0.8), 7, 5, frozenset("ab"), 9)


def markers(outline: Outline) -> list[str]:
    """Return the markers of an outline, in the order of the text."""
    return [item.marker for item in outline.walk()]


@pytest.mark.parametrize("name", SWITCHES)
def test_every_switch_names_places_that_exist(name: str) -> None:
    """What a switch would put somewhere has a place in the package: a refactoring that moves it must tell here."""
    assert ablation.stand_ins(SWITCHES[name]).keys() == SWITCHES[name].keys() != set()


def test_a_switch_without_a_place_is_refused() -> None:
    """A place that is not there is an error, not evidence that costs nothing."""
    with pytest.raises(AttributeError, match="_no_such_rule"):
        ablation.stand_ins({"runs._no_such_rule": NO})


def test_a_switch_is_off_for_a_while() -> None:
    """A doubt goes and comes back, though the scan remembers its rows from one text to the next."""
    before = markers(parse(TABLES))
    with ablation.switched_off(SWITCHES["doubt: bracket opened before (注1)"]) as asked:
        without = markers(parse(TABLES))

    assert before == markers(parse(TABLES)) == ["一、", "二、"]
    assert without == ["一、", "1）", "2）", "3）", "二、"]
    assert set(asked.counts) == {"scan.DOUBTS", "doubts._doubt_half"}


def test_places_that_nobody_asks_are_known() -> None:
    """The count of a place stays at 0 until something asks it."""
    with ablation.switched_off({"runs.has_tail_heading": NO}) as asked:
        parse("一、学\n二、干\n")
        unasked = dict(asked.counts)
        parse("第一章 总则\n第一条 学。\n第二条 写。\n附则\n第三条 干。\n")

    assert unasked == {"runs.has_tail_heading": 0}
    assert asked.counts["runs.has_tail_heading"] > 0


def test_a_row_shows_what_changed() -> None:
    """A row has a number for each heading; whatever fell makes the evidence worth having."""
    less = figures.Figures((0.9, 0.75), 8, 5, frozenset("a"), 9)
    row = ablation.changes(WHOLE, less)

    assert len(row) == len(ablation.HEADINGS)
    assert ablation.cells(row) == [".", "-0.0500", *["."] * 6, "+1", ".", "-1", "."]
    assert ablation.buys(row)
    assert not ablation.buys(ablation.changes(WHOLE, WHOLE))


def test_all_pieces_of_the_speeches_are_right() -> None:
    """With everything on, no drawn piece of a whole speech is missing: a loss is the switch's."""
    pages = [read_page(tree) for tree in tree_files()]
    found = figures.pieces(pages, [parse(page.text) for page in pages])

    assert all(found)
    assert len(found) > 500
