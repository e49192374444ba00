"""Where the title after a marker ends."""

from __future__ import annotations

import pytest

from speechparse.titles import HEADING_LINE, body_start, is_single_sentence, line_span, next_line_span, title_span

LONG = "要把全乡的水库都修好修牢修到位"


def title(marker: str, rest: str, *, opens_line: bool = True) -> str:
    """Return the title after a marker."""
    look = f"\n{marker}{rest}\n"
    begin, end = title_span(look, 1 + len(marker), len(look), opens_line=opens_line)
    return look[begin:end]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("抓学习", "抓学习"),
        ("抓学习；", "抓学习"),
        (" ** 抓学习", "抓学习"),
        ("抓学习\n要天天读书。", "抓学习"),
        ("抓学习。要天天读书。", "抓学习"),
        ("抓学习：要天天读书。", "抓学习"),
        ("下午3:30开会。大家都来。", "下午3:30开会"),
        ("问一句“水够吗？”大家想想。", "问一句“水够吗？”"),
        ("", ""),
    ],
)
def test_title(rest: str, expected: str) -> None:
    """A heading line, or the first sentence of a paragraph, without the marks around it."""
    assert title("一、", rest) == expected


def test_a_long_line_without_a_stop_is_a_heading() -> None:
    """Only running text is cut at its first comma."""
    assert title("一、", f"{LONG}，不让一处漏水，不让一处再拖") == f"{LONG}，不让一处漏水，不让一处再拖"


def test_a_long_sentence_gives_its_first_clause() -> None:
    """A sentence longer than a heading would be is cut at its first comma."""
    assert title("一是", f"{LONG}，不让一处漏水。", opens_line=False) == LONG


def test_the_comma_of_a_figure_ends_no_clause() -> None:
    """1,200 is one figure."""
    assert title("一是", "捐款1,200元，修好全乡每一座水库和桥梁道路。", opens_line=False) == "捐款1,200元"


def test_an_opener_is_of_the_body() -> None:
    """近年来 before the first comma shows that a heading lost its line break."""
    assert title("一、", "把水库修好近年来，我乡雨水多，要天天看、天天查、天天报。") == "把水库修好"


def test_the_title_stops_at_the_next_marker() -> None:
    """What is behind the limit is another item's."""
    look = "\n一是抓学习二是抓作风\n"
    begin, end = title_span(look, 3, look.index("二是"), opens_line=True)

    assert look[begin:end] == "抓学习"


def test_the_rest_of_a_line() -> None:
    """A heading that fills its line keeps the marks inside it."""
    look = "\n第一章 水库。修好\n今年修。\n"
    begin, end = line_span(look, 4, len(look), opens_line=True)

    assert look[begin:end] == "水库。修好"


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("\n抓学习\n读书。\n", "抓学习"),
        ("\n\n　　抓学习\n读书。\n", "抓学习"),
        ("\n抓学习。\n读书。\n", ""),
        (f"\n{'水' * 40}\n读书。\n", ""),
    ],
)
def test_heading_below_a_lone_number(below: str, expected: str) -> None:
    """A short line without a stop is the heading of the number above it."""
    look = f"\n一{below}"
    begin, end = next_line_span(look, 2, len(look))

    assert look[begin:end] == expected


@pytest.mark.parametrize(
    ("line", "single"),
    [
        ("抓学习。", True),
        ("抓学习。　", True),
        ("抓学习", False),
        ("抓学习。要读书。", False),
        (f"{'水' * (HEADING_LINE + 20)}。", False),
    ],
)
def test_single_sentence(line: str, *, single: bool) -> None:
    """One sentence of a heading's length may be a heading though it ends in a full stop."""
    assert is_single_sentence(f"\n一、{line}\n", 3) is single


@pytest.mark.parametrize(("text", "body"), [("学习。 　要读书", "要读书"), ("学习\n要读书", "要读书"), ("学习。", "")])
def test_body(text: str, body: str) -> None:
    """The body begins after the marks that close the title."""
    assert text[body_start(text, 2, len(text)) :] == body


POINT = "先报销后算账，不让一户人家因为药费单子倒回去。"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (f"对因病返困的农户，{POINT}", "对因病返困的农户，先报销后算账"),
        (f"今年以来，对因病返困的农户，{POINT}", "今年以来，对因病返困的农户，先报销后算账"),
        (f"对困难的人，{'要一户一户地查一家一家地问' * 4}，再说。", "对困难的人"),
        ("为了把全乡的水库都修好修牢，保障群众饮水安全，制定本办法。", "为了把全乡的水库都修好修牢"),
        ("关于春季招生近年来，我校报名人数一年比一年少了很多。", "关于春季招生"),
    ],
    ids=["adverbial", "two of them", "too long", "a law's purpose", "a lost line break"],
)
def test_a_clause_that_leads_up_does_not_end_the_title(rest: str, expected: str) -> None:
    """The title goes on to the end of the clause that makes the point, unless that is far away."""
    assert title("一是", rest, opens_line=False) == expected
