"""Markdown without its marks, line for line."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from speechparse import parse
from speechparse.readers.html import text_of
from speechparse.readers.html_tree import parse_html
from speechparse.readers.markdown import plain_text, read_markdown

FIXTURES: Final = Path(__file__).parents[2] / "fixtures" / "markdown"
NAMES: Final = sorted(path.stem for path in FIXTURES.glob("*.md"))


def test_there_are_fixtures() -> None:
    """An empty folder would pass every test below."""
    assert NAMES == ["minutes", "speech"]


@pytest.mark.parametrize("name", NAMES)
def test_fixture(name: str) -> None:
    """What is read of a file is what its text beside it says."""
    path = FIXTURES / name

    text, encoding = read_markdown(path.with_suffix(".md").read_bytes(), None)

    assert text == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert encoding == "utf-8"


def test_same_text_as_a_page() -> None:
    """Where the file is what CommonMark says, another parser makes a page of it that reads the same."""
    source = (FIXTURES / "speech.md").read_text(encoding="utf-8")
    page = MarkdownIt("commonmark", {"breaks": True}).enable("table").render(source)

    ours = [line.strip() for line in plain_text(source).splitlines() if line.strip()]

    assert ours == text_of(parse_html(page)).splitlines()


def test_outline_of_headings() -> None:
    """Headings that number themselves are the outline, and lines are those of the file."""
    text = plain_text(
        "# 讲话\n\n## 一、修渠\n\n**（一）先量。** 量了再挖。\n\n**（二）后挖。** 挖深挖透。\n\n## 二、栽树\n"
    )
    items = list(parse(text).walk())

    assert [(item.marker, item.title, item.line) for item in items] == [
        ("一、", "修渠", 3),
        ("（一）", "先量", 5),
        ("（二）", "后挖", 7),
        ("二、", "栽树", 9),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# 一、甲", "一、甲"),
        ("##一、甲", "一、甲"),
        ("###### 甲 ##", "甲"),
        ("# 甲#", "甲#"),
        ("#1 号", "#1 号"),
        ("####### 甲", "####### 甲"),
        ("   ## 甲", "甲"),
        ("甲\n===\n乙\n---", "甲\n\n乙\n"),
        ("***\n* * *\n甲", "\n\n甲"),
        ("**一、甲**", "一、甲"),
        ("**一**、甲", "一、甲"),
        ("__一、甲__", "一、甲"),
        ("**（一）甲。**乙", "（一）甲。乙"),
        ("**甲", "甲"),
        ("*甲*乙~~丙~~==丁==", "甲乙丙丁"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a_b_c _甲_", "a_b_c 甲"),
        ("`一、*甲*`", "一、*甲*"),
        ("``a`b``", "a`b"),
        (r"\*甲\* 1\. 乙 \# \\", "*甲* 1. 乙 # \\"),
        ('[甲](http://a.b/c_(d) "题")和[乙][1]', "甲和乙"),
        ("![图](a.png)甲![图][1]", "甲"),
        ("[[页]]和[[页|名]]", "页和名"),
        ("甲[^1]乙", "甲乙"),
        ("[1]: http://a.b\n[^1]: 注\n甲", "\n\n甲"),
        ("【甲】[乙]：丙", "【甲】[乙]：丙"),
        ("<b>一</b>、甲<br>二、乙<!-- 丙 -->&nbsp;&lt;", "一、甲\n二、乙 <"),
        ("甲<br>", "甲"),
        ("<https://a.b>", "https://a.b"),
        ("甲 < 乙 > 丙", "甲 < 乙 > 丙"),
        ("<!-- 甲\n乙 -->丙\n丁", "\n丙\n丁"),
        ("> 甲\n>> 乙\n> [!note] 丙", "甲\n乙\n丙"),
        ("- 甲\n* 乙\n+ 丙\n- [x] 丁\n- - 戊", "甲\n乙\n丙\n丁\n戊"),
        ("-甲", "-甲"),
        ("1. 甲\n2. 乙", "1. 甲\n2. 乙"),
        ("1. 甲\n1. 乙\n1. 丙", "1. 甲\n2. 乙\n3. 丙"),
        ("3) 甲\n3) 乙", "3) 甲\n4) 乙"),
        ("1. 甲\n3. 乙\n3. 丙", "1. 甲\n3. 乙\n3. 丙"),
        ("1. 甲\n   1. 子\n   1. 丑\n1. 乙\n   1. 寅", "1. 甲\n1. 子\n2. 丑\n2. 乙\n1. 寅"),
        ("1. 甲\n\n   接着\n\n1. 乙", "1. 甲\n\n接着\n\n2. 乙"),
        ("1. 甲\n\n另起\n\n1. 乙", "1. 甲\n\n另起\n\n1. 乙"),
        ("1. 甲\n# 题\n1. 乙", "1. 甲\n题\n1. 乙"),
        ("1.甲\n1.5亩", "1.甲\n1.5亩"),
        ("1. **甲**", "1. 甲"),
        ("| 甲 | 乙 |\n| --- | :-: |\n| **1** | a\\|b |\n\n|丙|", "甲\t乙\n\n1\ta|b\n\n|丙|"),
        ("甲|乙\n--|--\n丙|", "甲\t乙\n\n丙"),
        ("```\n一、**甲**\n```\n乙", "\n一、**甲**\n\n乙"),
        ("~~~ py\n甲\n```\n~~~~\n乙", "\n甲\n```\n\n乙"),
        ("```甲```", "甲"),
        ("---\ntitle: 甲\ntags:\n  - 乙\n---\n丙", "\n\n\n\n\n丙"),
        ("---\n甲\n---", "\n甲\n"),
        ("---\ntitle: 甲", "\ntitle: 甲"),
        ("　　一、甲", "　　一、甲"),
        ("    一、甲", "一、甲"),
        ("甲  \n乙\\\n丙", "甲\n乙\n丙"),
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("", ""),
    ],
)
def test_marks(source: str, text: str) -> None:
    """Each mark goes, and what looks like one stays."""
    assert plain_text(source) == text


@given(st.text(alphabet="一、（）1.*_#>`~=-|[]()!<&;:\\ \n\t甲", max_size=60))
def test_lines_stay_lines(source: str) -> None:
    """Whatever the file, no line is lost and none is added."""
    assert plain_text(source).count("\n") == source.count("\n")


@given(st.text(max_size=80))
def test_any_text_is_read(source: str) -> None:
    """No text raises, and characters of Chinese are neither lost nor made."""
    assert isinstance(plain_text(source), str)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "![",
        "[[",
        "[](",
        "`",
        "`a",
        "**a ",
        "*a ",
        "_a",
        "<",
        "<a",
        "<!--",
        "> ",
        "- ",
        "| ",
        "1. ",
        "\\",
        "&",
        "#",
        "~~a ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    """A mark that is never closed does not make one search the rest of the line for each."""
    lines = "\n".join([piece * 4000] * 10)
    begin = time.perf_counter()

    plain_text(lines)

    assert time.perf_counter() - begin < 2


def test_endless_lines_are_left_alone() -> None:
    """A line that nobody writes is not searched for marks."""
    line = "**甲**" * 20_000

    assert plain_text(line) == line
