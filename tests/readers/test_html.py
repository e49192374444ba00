"""Web pages: the text of the article as a browser shows it, and every number in it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from benchmarks import html as benchmark
from speechparse import parse
from speechparse.readers.html import read_html, text_of
from speechparse.readers.html_tree import parse_html

FIXTURES: Final = Path(__file__).parents[2] / "fixtures" / "html"
NAMES: Final = sorted(path.stem for path in FIXTURES.glob("*.html"))


def shown(markup: str) -> str:
    """Return the text of a piece of a page."""
    return text_of(parse_html(markup))


def test_there_are_fixtures() -> None:
    """An empty folder would pass every test below."""
    assert len(NAMES) >= 9


@pytest.mark.parametrize("name", NAMES)
def test_fixture(name: str) -> None:
    """What is read of a page is what its text beside it says, to the character."""
    path = FIXTURES / name

    text, encoding, notes = read_html(path.with_suffix(".html").read_bytes(), None)

    assert text == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert encoding in {"utf-8", "gb18030"}
    assert notes == ()


@pytest.mark.parametrize("page", benchmark.pages(), ids=lambda page: page.name)
def test_no_number_is_lost(page: benchmark.Page) -> None:
    """As many numbers come out as there were, on real pages too where they lie beside the project."""
    came, had = benchmark.kept(page, shown(page.markup))

    assert had > 1
    assert came == had


def test_several_speeches_on_a_page() -> None:
    """Each speech of a page is one of the outline."""
    text, _, _ = read_html((FIXTURES / "speeches.html").read_bytes(), None)

    assert [len(list(speech.walk())) for speech in parse(text).speeches] == [2, 3, 2]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>一、甲<p>二、乙", "一、甲\n二、乙\n"),
        ("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙\n"),
        ("甲<br>乙<br/><br>丙", "甲\n乙\n丙\n"),
        ("<p>甲\n  乙</p>", "甲乙\n"),
        ("<p>甲\n  b</p>", "甲 b\n"),
        ("<p>a\n  b</p>", "a b\n"),
        ("<p>，\n“甲</p>", "，“甲\n"),
        ("<p><b>一</b>\n<b>、</b>甲</p>", "一、甲\n"),
        ("<p>&nbsp;&nbsp;一、&nbsp;甲&nbsp;</p>", "  一、 甲\n"),
        ("<p>　　一、甲　</p>", "　　一、甲\n"),
        ("<p> &nbsp;\n</p><p>　</p>", ""),
        ("<p>一&#x200b;、&shy;甲\ufeff</p>", "一、甲\n"),
        ("<pre>一、甲\n  二、乙\n</pre>", "一、甲\n二、乙\n"),
        ("<p>甲<script>一、</script><style>二、</style><!-- 三、 --><noscript>四、</noscript>乙</p>", "甲乙\n"),
        ("<ruby>汉<rp>(</rp><rt>han</rt></ruby>字", "汉字\n"),
        ("<textarea>一、</textarea><select><option>二、</select><button>三、</button>甲", "甲\n"),
        ("<dl><dt>甲<dd>乙<dt>丙</dl>", "甲\n乙\n丙\n"),
        ("<h1>甲</h1>乙<hr>丙", "甲\n乙\n丙\n"),
        ("<table><tr><td>甲<td>乙<tr><td>丙<td></table>", "甲\t乙\n丙\n"),
        ("<table><tr><td>甲<br>乙</td><td>丙</td></tr></table>", "甲\n乙\n丙\n"),
        ("<table><caption>题</caption><tr><th>甲</table>", "题\n甲\n"),
        ("<table>漏<tr><td>甲</table>", "漏\n甲\n"),
        ("<td>无表</td>", "无表\n"),
        ("", ""),
        ("<", "<\n"),
        ("一、甲\n二、乙", "一、甲二、乙\n"),
        ("<p>&#19968;、&lt;甲&gt;&amp;&hellip;</p>", "一、<甲>&…\n"),
        ("<svg><text>一、</text></svg><math><mi>二</mi></math>甲", "甲\n"),
        ("<body><p>甲</body></html><p>乙", "甲\n乙\n"),
        ("<frameset><frame></frameset>", ""),
    ],
)
def test_lines(markup: str, text: str) -> None:
    """Lines break where a browser breaks them, and white space is what a browser makes of it."""
    assert shown(markup) == text


@pytest.mark.parametrize(
    ("attributes", "numbers"),
    [
        ("", "1. 2. 3."),
        ('type="a"', "a. b. c."),
        ('type="A"', "A. B. C."),
        ('type="i"', "i. ii. iii."),
        ('type="I"', "I. II. III."),
        ('type="x"', "1. 2. 3."),
        ('start="9"', "9. 10. 11."),
        ('start="x"', "1. 2. 3."),
        ('start="-1"', "-1. 0. 1."),
        ("reversed", "3. 2. 1."),
        ('reversed start="9"', "9. 8. 7."),
        ('style="list-style-type:decimal-leading-zero"', "01. 02. 03."),
        ('style="LIST-STYLE: simp-chinese-informal inside"', "一、 二、 三、"),
        ('style="list-style-type:trad-chinese-formal"', "壹、 貳、 參、"),
        ('style="list-style-type:cjk-earthly-branch"', "子、 丑、 寅、"),
        ('type="a" style="color:red"', "a. b. c."),
        ('style="list-style:none"', ""),
        ('style="list-style-type:square"', ""),
    ],
)
def test_ordered_lists(attributes: str, numbers: str) -> None:
    """The numbers that a browser shows are written out."""
    lines = shown(f"<ol {attributes}><li>甲<li>乙<li>丙</ol>").splitlines()

    assert [line.rstrip("甲乙丙").strip() for line in lines] == (numbers.split() or [""] * 3)


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ("<li>甲<li value=7>乙<li>丙", "1. 甲\n7. 乙\n8. 丙\n"),
        ("<li type=a>甲<li>乙", "a. 甲\n2. 乙\n"),
        ("<li><p>甲</p><p>乙</p><li>丙", "1. 甲\n乙\n2. 丙\n"),
        ("<li><li>甲", "2. 甲\n"),
        ("<li><ol><li>甲<li>乙</ol><li>丙", "1. 1. 甲\n2. 乙\n2. 丙\n"),
        ("<li>甲<ul><li>乙</ul><li>丙", "1. 甲\n乙\n2. 丙\n"),
        ("<li>　甲<li>&nbsp;乙", "1. 甲\n2. 乙\n"),
        ("<li>一、甲<li>二、乙", "一、甲\n二、乙\n"),
        ("<li>（1）甲<li>（2）乙", "（1）甲\n（2）乙\n"),
        ("<li>一、甲<li>乙", "1. 一、甲\n2. 乙\n"),
        ("<li>10亩地<li>20亩地", "1. 10亩地\n2. 20亩地\n"),
    ],
)
def test_items(items: str, text: str) -> None:
    """An item may name its number; a list whose items all number themselves has no other numbers."""
    assert shown(f"<ol>{items}</ol>") == text


ARTICLE: Final = (
    "<p>同志们：今天讲两件事。</p><p>一、修渠。二、栽树。</p><p>" + "讲到这里就把话说完，回去照办。" * 20 + "</p>"
)
LINKS: Final = "<a href=1>春耕</a><a href=2>夏种</a><a href=3>秋收</a>"


@pytest.mark.parametrize(
    "frame",
    [
        f"<nav>{LINKS}</nav>",
        f"<div>{LINKS}</div>",
        f"<ul><li>{LINKS}</ul>",
        f"<div role=navigation><p>导航</p>{LINKS}</div>",
        "<div class='ad-banner'>买一送一</div>",
        "<div id=copyRight>版权归本站</div>",
        "<div class='page_footer'>本站地址在县城</div>",
        "<aside><h3>热点</h3><p>塘里有鱼</p></aside>",
        f"<ol class=hotList><li>{LINKS}</ol>",
        "<div style='display: none'>手机上才有</div>",
        "<p hidden>藏起来的</p>",
        f"<p>上一篇：{LINKS}</p>",
    ],
)
def test_frame_goes(frame: str) -> None:
    """What leads elsewhere, says that it belongs to the frame, or is hidden, is not read; the article is."""
    alone = shown(ARTICLE)

    assert shown(frame + ARTICLE) == alone
    assert shown(ARTICLE + frame) == alone
    assert shown(f"<div>{frame}<div>{ARTICLE}</div></div>") == alone


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ("<div class=sidebar><p>（一）旁边也讲</p></div>", "（一）旁边也讲"),
        ("<footer><p>三、最后一件事。</p></footer>", "三、最后一件事。"),
        ("<div style='display:none'><p>三、展开才看见。</p></div>", "三、展开才看见。"),
        ("<header><h1>讲话</h1></header>", "讲话"),
        ("<div class=title><h1><a href=1>讲话</a></h1></div>", "讲话"),
        ("<p>附件：<a href=1>1.一览表</a><a href=2>2.明细表</a></p>", "附件：1.一览表2.明细表"),
        ("<ol><li><a href=1>甲表</a><li><a href=2>乙表</a></ol>", "1. 甲表"),
        ("<p>见<a href=1>通知</a>。</p>", "见通知。"),
        ("<p><a href=1>原文</a></p>", "原文"),
        ("<h2><a href=1>上半年</a><a href=2>下半年</a>的三、四月</h2>", "上半年下半年的三、四月"),
    ],
)
def test_text_stays(part: str, kept: str) -> None:
    """What numbers points stays whatever it is called, and so do titles and links in running text."""
    assert kept in shown(part + ARTICLE).splitlines()


def test_whole_page_may_have_any_name() -> None:
    """A part with most of the text is the article, though its class says sidebar."""
    plain = f"<p>{'没有标号的一大段话，一直讲下去。' * 20}</p>"

    assert shown(f"<body class='nav sidebar'><div id=footer>{plain}</div></body>") == shown(plain)


@pytest.mark.parametrize(("share", "kept"), [(3, True), (1, False)])
def test_long_parts_stay(share: int, kept: bool) -> None:  # noqa: FBT001 - a parameter
    """A long part without links is text, a short one with such a name is not."""
    part = "旁白一段话很长很长很长很长很长很长很长很长。" * 4 * share

    assert (part in shown(f"<div class=side>{part}</div><div>{ARTICLE * 5}</div>")) is kept
