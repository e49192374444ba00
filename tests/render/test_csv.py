"""The table, read back by Python's csv."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from speechparse.render.csv import CELL, COLUMNS, header, render, rows
from speechparse.render.visible import visible
from tests.outlines import item, outline, outlines, speech
from tests.render.samples import ATTACKS, NESTED, parsed

if TYPE_CHECKING:
    from speechparse.model import Outline

TEXTS = ("source", "speech_title", "heading_path", "family", "marker", "title", "text")
NUMBERS = frozenset(COLUMNS) - {*TEXTS, "path"}


def read(table: bytes) -> list[dict[str, str]]:
    """Return the rows of a table as a spreadsheet would take them."""
    return list(csv.DictReader(StringIO(table.decode("utf-8-sig"), newline=""), strict=True))


def test_the_rows_are_the_items() -> None:
    """With the byte order mark that Excel needs, and line ends as in the standard."""
    parse = parsed(NESTED)

    table = render(parse, NESTED)

    assert table.startswith(b"\xef\xbb\xbfsource,")
    assert b"\r\n" in table
    found = read(table)
    assert [row["title"] for row in found] == [one.title for one in parse.walk()]
    assert [int(row["start"]) for row in found] == [one.start for one in parse.walk()]
    assert [row["text"] for row in found] == [one.text for one in parse.walk()]
    deep = next(row for row in found if row["title"] == "抓早抓小")
    assert (deep["path"], deep["level"], deep["speech"]) == ("2 > 2 > 1", "3", "1")
    assert deep["heading_path"] == "二、把责任扛实 > （二）监督责任要到位 > 1．抓早抓小"


def test_tables_can_follow_each_other() -> None:
    """One header, then rows of any number of outlines."""
    parse = parsed(NESTED)

    assert render(parse, NESTED) == header() + rows(parse, NESTED)
    assert len(read(header() + rows(parse, NESTED) * 2)) == 2 * len(list(parse.walk()))


@pytest.mark.parametrize(
    "title",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "\t=1",
        "  =1",
        "\u3000=1",
        "|calc",
        "%0A=1",
        "-",
        "=",
        *ATTACKS,
    ],
)
def test_no_cell_is_a_formula(title: str) -> None:
    """What begins like one has an apostrophe before it, and nothing else is changed."""
    made = outline(speech(title, item("一、", title, text=title, family=title)), source=title)

    [row] = read(render(made, ""))

    for column in ("source", "speech_title", "title", "text", "family"):
        assert row[column].strip()[:1] not in {*"=+-@＝＋－＠|%"}
        assert row[column].lstrip("'").replace("\n", "") == "".join(map(visible, title.lstrip("'").splitlines()))


@given(outlines())
def test_any_outline_is_a_table_without_formulas(made: Outline) -> None:
    """As many rows as items; columns of numbers hold numbers, and no text begins a formula."""
    found = read(render(made, ""))

    assert len(found) == len(list(made.walk()))
    for row in found:
        assert set(row) == set(COLUMNS)
        assert all(row[column].isdecimal() or (column == "announced" and not row[column]) for column in NUMBERS)
        assert not any(row[column].lstrip()[:1] in {*"=+-@＝＋－＠"} - {""} for column in TEXTS if row[column].strip())


def test_a_path_is_no_number() -> None:
    """1.10 would lose its zero in Excel, and 1-2 become a date."""
    made = outline(speech(None, item("一、", "甲", *(item("1.", str(place)) for place in range(10)))))

    assert read(render(made, ""))[-1]["path"] == "1 > 10"


@pytest.mark.parametrize("character", ["长", "😀"])
def test_a_long_text_is_cut_to_what_a_cell_holds(character: str) -> None:
    """Counted as Excel counts, and never through the middle of a character."""
    made = outline(speech(None, item("一、", text=character * 40_000)))

    [row] = read(render(made, ""))

    assert len(row["text"].encode("utf-16-le")) // 2 in {CELL - 1, CELL}
    assert row["text"].rstrip("…") == character * (len(row["text"]) - 1)
