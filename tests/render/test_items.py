"""Items as JSON Lines."""

from __future__ import annotations

import json

from hypothesis import given

from speechparse.model import Outline
from speechparse.render.items import render
from tests.outlines import ladder, outlines
from tests.render.samples import NESTED, PAGE, parsed


def test_each_item_is_a_line_with_all_that_it_takes() -> None:
    """The fields of the outline, where the item stands, and the headings from the top down to its own."""
    outline = parsed(NESTED)

    lines = [json.loads(line) for line in render(outline, NESTED).splitlines()]

    assert [line["path"] for line in lines] == [item.path for item in outline.walk()]
    deep = next(line for line in lines if line["path"] == "2.2.1")
    assert deep["heading_path"] == ["二、把责任扛实", "（二）监督责任要到位", "1．抓早抓小"]
    assert deep["speech_title"] == "在全区作风建设推进会上的讲话"
    assert NESTED[deep["start"] : deep["end"]].startswith("1．抓早抓小。防微杜渐")
    same = ("marker", "family", "ordinal", "level", "title", "text", "announced", "line", "start", "title_end", "end")
    for line, item in zip(lines, outline.walk(), strict=True):
        assert {key: line[key] for key in same} == {key: getattr(item, key) for key in same}
        assert line["children"] == len(item.children)


def test_speeches_of_a_page_are_told_apart() -> None:
    """By their number, counted from 0 as `duplicate_of` counts."""
    lines = [json.loads(line) for line in render(parsed(PAGE), PAGE).splitlines()]

    assert {line["speech"] for line in lines} == {0, 1, 2}


def test_without_items_there_is_nothing() -> None:
    """Not even an empty line."""
    assert render(Outline(0), "") == b""


def test_the_deepest_outline_is_written() -> None:
    """No recursion is used up by its levels."""
    lines = render(ladder(32), "").splitlines()

    assert len(json.loads(lines[-1])["heading_path"]) == 32


@given(outlines())
def test_every_line_is_json_whatever_the_text(outline: Outline) -> None:
    """One a line, in UTF-8, also for lone surrogates and line separators."""
    lines = render(outline, "").decode().split("\n")

    assert lines.pop() == ""
    assert [json.loads(line)["path"] for line in lines] == [item.path for item in outline.walk()]
