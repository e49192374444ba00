"""Markdown, read back by markdown-it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from speechparse.model import Outline
from speechparse.render.labels import heading
from speechparse.render.markdown import escape, render
from speechparse.render.visible import visible
from tests.outlines import item, ladder, outline, speech
from tests.render.samples import ATTACKS, HOSTILE, NESTED, PAGE, parsed

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = MarkdownIt("commonmark", {"maxNesting": 200}).enable(["table", "strikethrough"])


def _plain(token: Token) -> str:
    """Return the text of an inline token; anything but text in it shows as its type."""
    return "".join(child.content if child.type == "text" else f"<{child.type}>" for child in token.children or [])


def _headings(document: str) -> list[tuple[int, str]]:
    """Return the level and the text of what carries the structure: headings, and the first lines of list items."""
    found: list[tuple[int, str]] = []
    tokens = READER.parse(document)
    lists = 0
    for token, opened, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        lists += {"bullet_list_open": 1, "bullet_list_close": -1}.get(token.type, 0)
        if token.type == "heading_open":
            found.append((int(token.tag[1]), _plain(opened)))
        if token.type == "list_item_open":
            found.append((6 + lists, _plain(inline)))
    return found


def _paragraphs(document: str) -> list[str]:
    tokens = READER.parse(document)
    return [_plain(token) for before, token in pairwise(tokens) if before.type == "paragraph_open"]


def test_headings_are_the_outline() -> None:
    """The speech at level 1, its items below, each with its marker."""
    parse = parsed(NESTED)

    found = _headings(render(parse, NESTED).decode())

    assert found[0] == (1, "在全区作风建设推进会上的讲话")
    assert found[1:] == [(item.level + 1, heading(item, NESTED)) for item in parse.walk()]


def test_text_is_kept() -> None:
    """The head under the title, each body under its heading, the closing after a rule."""
    paragraphs = _paragraphs(render(parsed(NESTED), NESTED).decode())

    assert paragraphs[:2] == ["同志们：", "今天这个会，主要是把作风建设再紧一紧。下面，我讲三点意见。"]
    assert "党组书记是第一责任人，重要工作亲自部署。" in paragraphs
    assert paragraphs[-1] == "同志们，作风建设永远在路上。谢谢大家！"
    assert "hr" in [token.type for token in READER.parse(render(parsed(NESTED), NESTED).decode())]


def test_below_level_six_lists_go_on() -> None:
    """Headings end at 6, and every level below is one list deeper."""
    found = _headings(render(ladder(32), "").decode())

    assert [level for level, _ in found] == list(range(1, 34))


def test_a_list_of_titles_is_tight() -> None:
    """No paragraphs in it, so that mind maps show plain nodes."""
    html = READER.render(render(ladder(8), "").decode())

    assert "<li>（一）第6层\n<ul>" in html
    assert html.count("<p>") == 0


def test_text_of_a_list_item_stays_in_it() -> None:
    """Its paragraphs are indented as the item's own."""
    deepest = item("（六）", "第六层", text="第一段\n第二段")
    current = deepest
    for level in range(5, 0, -1):
        current = item("一、", f"第{level}层", current)

    html = READER.render(render(outline(speech("甲", current)), "").decode())

    assert "<li>\n<p>（六）第六层</p>\n<p>第一段</p>\n<p>第二段</p>\n</li>" in html


def test_several_speeches_are_several_headings() -> None:
    """One of level 1 each."""
    found = _headings(render(parsed(PAGE), PAGE).decode())

    assert [text[:3] for level, text in found if level == 1] == ["篇1：", "篇2：", "篇3："]


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_nothing_in_a_text_is_markup(attack: str) -> None:
    """As a title, as a body, and at the beginning of either."""
    made = outline(speech(attack.strip(), item("一、", attack.strip(), text=attack)))

    document = render(made, "").decode()

    assert _headings(document) == [(1, visible(attack.strip())), (2, visible(f"一、{attack.strip()}"))]
    assert "".join(_paragraphs(document)) == "".join(
        visible(line.strip()) for line in attack.splitlines() if line.strip()
    )


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_escaped_text_reads_as_itself(text: str) -> None:
    """Whatever stands in a line, markdown-it finds one paragraph with exactly this text."""
    line = visible(text).strip()
    if not line:
        return

    assert _paragraphs(escape(line)) == [line]


@pytest.mark.parametrize(
    "line",
    ["1. 抓", "1) 抓", "- 抓", "+ 抓", "> 抓", "===", "---", "# 抓", "100%", "50%～60%", "a=b", "R&D", "AT&T;", "C:\\"],
)
def test_lines_that_look_like_blocks(line: str) -> None:
    """They stay one paragraph with the same text."""
    assert _paragraphs(escape(line)) == [line]


def test_percent_signs_stay_readable() -> None:
    """Only what acts somewhere is escaped: a report has a percent sign in every other line."""
    assert escape("增长6.2%，占8%") == "增长6.2%，占8%"


def test_hostile_speech() -> None:
    """The whole way from a text: every heading of the outline is one of the document, and there is no HTML."""
    parse = parsed(HOSTILE)
    document = render(parse, HOSTILE).decode()

    assert len(_headings(document)) == 1 + len(list(parse.walk()))
    assert not {"html_block", "html_inline", "link_open", "image"} & {
        child.type for token in READER.parse(document) for child in [token, *(token.children or [])]
    }


def test_no_speech_is_an_empty_document() -> None:
    """It has no line at all."""
    assert render(Outline(0), "") == b""
