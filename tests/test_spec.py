"""The spec cases: the drawn tree is the tree that the parser gives."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import pytest

import speechparse
from speechparse.model import Item, Outline, Speech
from tests.spec_cases import Case, SpecError, draw, draw_like, marks_and_titles, read_cases

if TYPE_CHECKING:
    from pathlib import Path

CASES: Final = read_cases()
FEWEST_CASES: Final = 85
FILES: Final = {"families.md", "nesting.md", "pages.md", "traditional.md", "traps.md"}

each_case = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


@each_case
def test_parser_gives_the_drawn_tree(case: Case) -> None:
    """The outline of a case's text, drawn, is the tree of its file."""
    assert draw_like(case.outline, speechparse.parse(case.text)) == case.outline


@each_case
def test_drawn_tree_stands_in_its_text(case: Case) -> None:
    """Every marker and title of a drawn tree occurs in the text, in the order of the tree."""
    text, position = _squeezed(case.text), 0
    for claim in marks_and_titles(case.outline):
        found = text.find(_squeezed(claim), position)
        assert found >= 0, claim
        position = found + len(_squeezed(claim))


@each_case
def test_drawn_tree_is_indented_level_by_level(case: Case) -> None:
    """No line of a drawn tree lies more than one level below the line before it, nor ends with white space."""
    depth = -1
    for line in filter(None, case.outline.split("\n")):
        indent = len(line) - len(line.lstrip(" "))
        assert indent % 2 == 0
        assert indent // 2 <= depth + 1
        assert line == line.rstrip()
        depth = -1 if line.startswith("#") else indent // 2


def test_cases_of_every_file_were_found() -> None:
    """The case files are there and hold cases, none of them twice."""
    assert {case.file for case in CASES} >= FILES
    assert len(CASES) >= FEWEST_CASES
    assert [text for text, count in Counter(case.text for case in CASES).items() if count > 1] == []


def test_cases_are_read_with_their_lines(tmp_path: Path) -> None:
    """A case knows its file, the line of its heading, its title, its text and its tree."""
    _write(tmp_path, "# Cases\n\n## One trap\n\nWhy.\n\n```text\n## 一、甲\n\n乙\n```\n\n```outline\n一、 甲\n```\n")
    case = Case("some.md", 3, "One trap", "## 一、甲\n\n乙", "一、 甲")
    assert read_cases(tmp_path) == [case]
    assert case.name == "some.md:3-One trap"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("```text\n一、甲\n```\n", "exactly one ```outline block"),
        ("```outline\n```\n", "exactly one ```text block"),
        ("```text\n甲\n```\n\n```text\n乙\n```\n\n```outline\n```\n", "exactly one ```text block"),
        ("```text\n甲\n```\n\n```outline\n一、 甲\n", "```outline block does not end"),
    ],
)
def test_a_case_without_its_parts_is_refused(tmp_path: Path, body: str, complaint: str) -> None:
    """A case that lacks a block, has it twice or does not close it is named by its file and line."""
    _write(tmp_path, f"## Broken\n\n{body}")
    with pytest.raises(SpecError, match=re.escape(complaint)) as caught:
        read_cases(tmp_path)
    assert str(caught.value).startswith("some.md:1: ")


def test_drawing_shows_levels_and_empty_titles() -> None:
    """Items are drawn by their level; an item without a title is its marker alone."""
    outline = _outline(_speech(None, _item("一、", "甲", 1, _item("（一）", "", 2)), _item("二、", "乙", 1)))
    assert draw(outline) == "#\n一、 甲\n  （一）\n二、 乙"


def test_title_lines_are_left_out_where_the_case_has_none() -> None:
    """A tree without title lines says nothing of the one speech's title."""
    outline = _outline(_speech("讲话", _item("一、", "甲", 1)))
    assert draw_like("一、 甲", outline) == "一、 甲"
    assert draw_like("# 讲话\n一、 甲", outline) == "# 讲话\n一、 甲"


def test_a_wrong_split_shows_where_the_case_has_no_title_lines() -> None:
    """Two speeches are drawn as two, also where the case expects one."""
    outline = _outline(_speech(None, _item("一、", "甲", 1)), _speech(None, _item("二、", "乙", 1)))
    assert draw_like("一、 甲\n二、 乙", outline) == "#\n一、 甲\n#\n二、 乙"


def _squeezed(text: str) -> str:
    """Return the text without white space: line breaks in a title are joined, and the tree has spaces of its own.

    Bold marks go as well, and with them those inside a marker.
    """
    return re.sub(r"[\s*]+", "", text)


def _write(folder: Path, content: str) -> None:
    (folder / "some.md").write_text(content, encoding="utf-8", newline="\n")


def _outline(*speeches: Speech) -> Outline:
    return Outline(length=0, speeches=list(speeches))


def _speech(title: str | None, *children: Item) -> Speech:
    return Speech(title, 0, 0, 0, None, None, None, None, list(children))


def _item(marker: str, title: str, level: int, *children: Item) -> Item:
    return Item(marker, "any", 1, level, "1", title, "", None, 1, 0, 0, 0, list(children))
