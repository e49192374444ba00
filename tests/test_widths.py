"""How long lines are, and which of them fill a width."""

from __future__ import annotations

import pytest

from speechparse.measures import MEASURES, Measure
from speechparse.widths import full_lines
from tests.dresses import CUTS, MARKS, Cut

PARAGRAPH = (
    "村口的水塔用了30年，今年3月开始漏水，每天要漏掉2吨多。大家都说，水塔不修，秧就插不下去。"
    "修塔的钱，县里出七成，村里出三成，3户困难家庭不用出。工期定在4月，20天修完，一天也不拖。"
    "塔身用红砖，塔顶用青瓦，砖瓦都从邻村的窑上买，运费归村里。水泵换成新的，扬程60米，夜里抽水，"
    "白天放水，看塔的老人一天记2次水位。谁家接水管先登记，登记簿挂在塔下，接管不收钱，浪费水的要罚。"
)
LAST = "水塔修好以后，塔下种树。"
_, COLUMNS, WIDENED = MEASURES


@pytest.mark.parametrize(
    ("line", "columns"),
    [("", 0), ("水塔", 4), ("3吨", 3), ("“水”", 6), ("，,", 3), ("©", 1), ("𠮷", 2), ("😀", 2), ("　水", 4)],
)
def test_columns(line: str, columns: int) -> None:
    """A Han character takes two columns, whether GBK has it or not."""
    assert COLUMNS.size(line) == columns


def test_columns_of_marks_made_half_width() -> None:
    """They count as they did before."""
    assert WIDENED.size("水塔,秧") == COLUMNS.size("水塔，秧") == 8


@pytest.mark.parametrize("measure", MEASURES, ids=["characters", "columns", "widened"])
def test_all_lines_are_measured_at_once(measure: Measure) -> None:
    """The sizes of some lines are those of each."""
    lines = ["水塔用了30年", "", "𠮷,©"]
    assert measure.sizes(lines) == [measure.size(line) for line in lines]
    assert measure.sizes([]) == []


@pytest.mark.parametrize("width", range(20, 31))
@pytest.mark.parametrize("marks", [{}, MARKS["half"]], ids=["as it was", "marks made half-width"])
@pytest.mark.parametrize("cut", CUTS)
def test_every_line_of_a_cut_paragraph_is_full_but_its_last(cut: Cut, width: int, marks: dict[int, int]) -> None:
    """Whoever cut it, and whatever became of its marks."""
    lines = f"{cut(PARAGRAPH, width)}\n{LAST}".translate(marks).split("\n")
    full = full_lines(lines)
    assert full is not None
    assert all(full[:-2])
    assert not full[-1]


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [""],
        ["水塔漏水。"] * 9,
        [f"{PARAGRAPH}", LAST, PARAGRAPH, LAST],
        ["一、把村头的老井淘一遍，井水要能喝到嘴里", "铺石板。", "二、把村尾的旧桥修一遍，桥面要能过得了车", "刷漆。"]
        * 3,
    ],
    ids=["none", "blank", "short", "long", "headings of one length"],
)
def test_no_width(lines: list[str]) -> None:
    """Lines that nobody cut."""
    assert full_lines(lines) is None
