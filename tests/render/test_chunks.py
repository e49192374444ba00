"""Chunks for retrieval."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechparse.cli.trim import cut_below
from speechparse.render.chunks import MAX_CHARS, render
from speechparse.render.labels import heading
from tests.render.samples import FAULTY, NESTED, PAGE, parsed, speeches

LONG = (
    "一、总的要求\n（一）提高认识\n"
    + "认识到位，行动才能到位，这一点要反复讲。" * 30
    + "\n（二）明确目标\n目标要实。\n"
)


def chunks(text: str, limit: int = MAX_CHARS) -> list[dict[str, Any]]:
    """Return the chunks of a text."""
    return [json.loads(line) for line in render(parsed(text), text, limit).splitlines()]


def _check(text: str, limit: int) -> None:
    """Check what holds for every text and limit."""
    outline = parsed(text)
    found = chunks(text, limit)
    at = 0
    for speech in outline.speeches:
        at = speech.start
        for chunk in [chunk for chunk in found if speech.start <= chunk["start"] < speech.end]:
            start, end = chunk["start"], chunk["end"]
            assert 0 < end - start <= limit
            assert chunk["text"] == text[start:end] == text[start:end].strip()
            assert not text[at:start].strip()
            assert chunk["line"] == text.count("\n", 0, start) + 1
            at = end
            around = [item for item in speech.walk() if item.start <= start and end <= item.end]
            assert chunk["heading_path"] == [heading(item, text) for item in around]
            assert chunk["path"] == (around[-1].path if around else None)
            assert chunk["items"] == [item.path for item in speech.walk() if start <= item.start < end]
        assert not text[at : speech.end].strip()
    assert [chunk["chunk"] for chunk in found] == list(range(len(found)))


@pytest.mark.parametrize("limit", [1, 7, 20, 33, 50, 80, 120, 300, 800, 10_000])
@pytest.mark.parametrize("text", [NESTED, FAULTY, PAGE, LONG], ids=["nested", "faulty", "page", "long"])
def test_chunks_tile_the_speeches_within_the_limit(text: str, limit: int) -> None:
    """Exact spans in order, nothing twice, nothing lost but white space, and the headings that hold all of a chunk."""
    _check(text, limit)


@given(speeches(), st.integers(min_value=1, max_value=200))
def test_whatever_the_text(text: str, limit: int) -> None:
    """The same for texts of any order."""
    _check(text, limit)


def test_a_short_speech_is_one_chunk() -> None:
    """Small pieces are not torn apart."""
    [chunk] = chunks(NESTED)

    assert chunk["text"] == NESTED.strip()
    assert (chunk["breadcrumb"], chunk["heading_path"], chunk["path"]) == ("", [], None)


def test_cuts_are_at_items() -> None:
    """Where items fit, every chunk begins at one, or with the head or the closing."""
    outline = parsed(NESTED)
    starts = {item.start for item in outline.walk()} | {0}

    found = chunks(NESTED, 90)

    assert len(found) > 3
    assert {chunk["start"] for chunk in found} <= starts


def test_a_heading_is_not_torn_from_what_follows() -> None:
    """Headings alone wait for the first text below them, also where that has to be cut itself."""
    found = chunks(LONG, 100)

    assert found[0]["text"].startswith("一、总的要求\n（一）提高认识\n认识到位")
    assert found[0]["items"] == ["1", "1.1"]
    assert found[0]["heading_path"] == ["一、总的要求"]
    assert found[-1]["text"] == "（二）明确目标\n目标要实。"


def test_what_stands_above_is_told_once() -> None:
    """The breadcrumb has the title and the headings that the chunk's own text has not."""
    found = {chunk["text"][:5]: chunk for chunk in chunks(NESTED, 40)}

    chunk = found["1．抓早抓"]
    assert chunk["breadcrumb"] == "在全区作风建设推进会上的讲话 > 二、把责任扛实 > （二）监督责任要到位"
    assert chunk["heading_path"] == ["二、把责任扛实", "（二）监督责任要到位"]
    assert chunk["items"] == ["2.2.1", "2.2.2"]


def test_long_text_is_cut_after_sentences() -> None:
    """Where one line is longer than a chunk."""
    found = chunks(LONG, 100)

    assert all(chunk["text"].endswith(("。", "\n")) for chunk in found)


def test_without_marks_it_is_cut_all_the_same() -> None:
    """The limit holds whatever the text."""
    text = f"一、{'字' * 1000}"

    assert [len(chunk["text"]) for chunk in chunks(text, 300)] == [300, 300, 300, 102]


def test_items_that_were_left_out_are_text_of_their_parent() -> None:
    """`--depth` makes fewer headings, and loses no text."""
    outline = parsed(NESTED)
    cut_below(outline, 1)

    found = [json.loads(line) for line in render(outline, NESTED, 60).splitlines()]

    assert "抓早抓小" in "".join(chunk["text"] for chunk in found)
    assert {len(chunk["heading_path"]) for chunk in found} <= {0, 1}
