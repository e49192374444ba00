"""The page in a real browser: what a reader can do with it."""

from __future__ import annotations

import re
import statistics
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.render.samples import FAULTY, HOSTILE, HOSTILE_MORE, NESTED, PAGE
from tests.render.web.packages import package

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.render.opened import Opened

_BODY: Final = "这一段话有些长，是为了让页面比窗口高出许多，读的人才需要往下滚动。"
TALL: Final = "在全区工作会议上的讲话\n同志们：\n" + "".join(
    f"{number}、办好{work}\n"
    + "".join(f"（{small}）{work}要{how}\n{_BODY * 8}\n" for small, how in zip("一二三", "早快好", strict=True))
    for number, work in zip(
        "一二三四五六七八", ("交通", "教育", "医疗", "养老", "环保", "文化", "住房", "就业"), strict=True
    )
)
"""Eight items of three each, many windows high."""

MEGABYTE: Final = 1_000_000


def _large() -> str:
    """Return a speech of a megabyte with thousands of items."""
    digits = "一二三四五六七八九"
    numbers = [
        *digits,
        "十",
        *(f"十{digit}" for digit in digits),
        *(f"{tens}十{digit}" for tens in "二三" for digit in ["", *digits]),
    ]
    section = "".join(
        f"（{small}）抓好重点项目。{_BODY * 8}要做好两件事。一是看得准，{_BODY * 4}二是抓得实，{_BODY * 4}\n"
        for small in numbers[:20]
    )
    text = "在全区工作会议上的讲话\n同志们：\n"
    for number in numbers:
        text += f"{number}、这一部分讲第{number}个问题\n{section}"
    return text


@pytest.fixture(scope="module")
def large() -> str:
    """Return a speech of at least a megabyte of UTF-8."""
    text = _large()
    assert len(text.encode()) >= MEGABYTE
    return text


def _row(page: Page, title: str) -> Locator:
    return page.locator(".speech.on [role=treeitem]", has_text=title).first


def _current(page: Page) -> str:
    return page.locator(".speech.on [aria-current]").inner_text()


def _top(page: Page, words: str) -> float:
    """Return how far below the top of the window some words of the text are."""
    box = page.locator(".speech.on article").get_by_text(words, exact=True).first.bounding_box()
    assert box is not None
    return box["y"]


# --- opening ---------------------------------------------------------------------------------------------------------


def test_it_opens_with_outline_and_speech(opened: Opened) -> None:
    """Both sides, the title, the figures; no request and no complaint of the browser."""
    page = opened(NESTED)

    assert page.title() == "在全区作风建设推进会上的讲话"
    assert _row(page, "把思想摆正").is_visible()
    assert page.locator("article h1").inner_text() == "在全区作风建设推进会上的讲话"
    assert "3 层" in page.locator(".figures").inner_text()
    assert page.locator("article").get_by_text("党组书记是第一责任人").is_visible()


@pytest.mark.parametrize("text", [HOSTILE, HOSTILE_MORE], ids=["first", "more"])
def test_nothing_in_a_speech_runs(opened: Opened, text: str) -> None:
    """No attack strikes, no element of one is made, and the policy had nothing to refuse."""
    page = opened(text)

    assert page.evaluate("window.struck") is None
    assert page.locator("article img, article iframe, article script, nav img, nav script").count() == 0
    assert page.locator("script").count() == 1


def test_the_policy_refuses_what_would_run(opened: Opened) -> None:
    """Script and style that come into the page some other way do nothing."""
    page = opened(NESTED)
    refused = page.evaluate(
        """() => new Promise((done) => {
          const seen = [];
          document.addEventListener("securitypolicyviolation", (event) => {
            seen.push(event.effectiveDirective);
            if (seen.length === 2) done([...seen].sort());
          });
          try { document.body.insertAdjacentHTML("beforeend", "<b>x</b>"); } catch { /* trusted types */ }
          const image = document.createElement("img");
          image.src = "http://127.0.0.1:9/x.png";
          document.body.append(image);
        })"""
    )

    assert refused == ["img-src", "require-trusted-types-for"]
    assert len(opened.troubles) == 2
    opened.troubles.clear()
    # Chromium names the request that it did not send.
    opened.requests.clear()


def test_a_megabyte_opens_in_a_second(opened: Opened, large: str) -> None:
    """From the request to an outline that is drawn and can be used: the best of five, on a machine that others use."""
    page = opened(large)
    times = []
    for _ in range(5):
        begun = perf_counter()
        page.reload()
        _row(page, "这一部分讲第三个问题").wait_for()
        times.append(perf_counter() - begun)

    # Reloading asks for the page itself, and for nothing else.
    assert set(opened.requests) == {page.url}
    opened.requests.clear()
    assert min(times) < 1


def test_a_megabyte_stays_quick(opened: Opened, large: str) -> None:
    """A search and a jump to the last item take no noticeable time, and end where they should."""
    page = opened(large)

    page.keyboard.press("/")
    begun = perf_counter()
    page.keyboard.insert_text("抓得实")
    page.locator(".speech.on output", has_text="处").wait_for()
    assert perf_counter() - begun < 1
    page.keyboard.press("Escape")

    _row(page, "这一部分讲第三十九个问题").click()
    page.wait_for_timeout(300)

    assert 0 < _top(page, "这一部分讲第三十九个问题") < 400
    assert "三十九" in _current(page)


# --- the two sides ---------------------------------------------------------------------------------------------------


def test_a_click_on_the_left_moves_the_right(opened: Opened) -> None:
    """To the top of the window, below the bar."""
    page = opened(TALL)

    _row(page, "文化要快").click()

    assert 0 < _top(page, "文化要快") < 200
    assert "文化要快" in _current(page)
    assert page.url.endswith("#t" + str(_row(page, "文化要快").get_attribute("id"))[1:])


def test_a_click_on_the_right_moves_the_left(opened: Opened) -> None:
    """The outline shows the item that the words belong to, opened where it was closed."""
    page = opened(TALL)
    page.keyboard.press("1")
    page.mouse.move(900, 400)
    page.mouse.wheel(0, 6000)
    page.wait_for_timeout(300)

    paragraph = page.locator("article p", has_text=_BODY).nth(15)
    paragraph.scroll_into_view_if_needed()
    paragraph.click(position={"x": 200, "y": 60})

    assert "文化要早" in _current(page)
    assert _row(page, "文化要早").is_visible()
    assert page.locator(".in").count() >= 1


def test_a_click_into_a_paragraph_knows_its_points(opened: Opened) -> None:
    """Before the first inline point the words are the parent's, after it the point's."""
    page = opened(NESTED)

    page.get_by_text("思想是总开关").click(position={"x": 60, "y": 10})
    assert "把思想摆正" in _current(page)

    page.locator("article").get_by_text("想得清，知道为了谁、依靠谁").click()
    assert "想得清" in _current(page)

    page.locator("article .t", has_text="主体责任要到位").click()
    assert "主体责任" in _current(page)


def test_words_after_inline_points_are_the_parents(opened: Opened) -> None:
    """Where a parent's text goes on after its points."""
    page = opened("一、抓落实\n先说两点：一是学，学得进；二是干，干得成。\n这一段又回到落实本身来说。\n二、抓学习\n")

    page.locator("article").get_by_text("这一段又回到落实本身来说").click()

    assert "抓落实" in _current(page)


def test_the_outline_follows_the_reader(opened: Opened) -> None:
    """While the page is scrolled, down and up; the bar says the way to the place."""
    page = opened(TALL)
    seen = []
    page.mouse.move(900, 400)
    for _ in range(6):
        page.mouse.wheel(0, 900)
        page.wait_for_timeout(150)
        seen.append(_current(page))

    assert len(set(seen)) >= 4
    assert page.locator("#here").inner_text().count("›") == 1
    row = page.locator("[aria-current]").bounding_box()
    assert row is not None
    assert 48 < row["y"] < 800
    page.mouse.wheel(0, -20_000)
    page.wait_for_timeout(300)
    assert page.locator("[aria-current]").count() == 0
    assert page.locator("#here").inner_text() == "在全区工作会议上的讲话"


def test_a_closed_part_stands_for_what_is_in_it(opened: Opened) -> None:
    """Scrolling opens nothing: the row that can be seen is marked."""
    page = opened(TALL)
    page.keyboard.press("1")

    page.mouse.move(900, 400)
    page.mouse.wheel(0, 2500)
    page.wait_for_timeout(300)

    assert "办好" in _current(page)
    assert page.locator("[aria-level='2']:visible").count() == 0


def test_the_share_bar_leads_to_its_points(opened: Opened) -> None:
    """A piece for each item; the widths are shares of the speech."""
    page = opened(TALL)
    pieces = page.locator(".share rect[data-o]")
    widths = [
        float((piece.get_attribute("width") or "").rstrip("%"))
        for piece in pieces.all()
        if piece.get_attribute("y") == "0%"
    ]

    assert len(widths) == 8
    assert 95 < sum(widths) < 100
    pieces.nth(20).click()
    assert "办好文化" in _current(page)


def test_a_link_into_the_page(opened: Opened) -> None:
    """It opens at the item, in the right speech."""
    page = opened(PAGE)
    number = page.locator("#s1 [role=treeitem]").last.get_attribute("href")

    page.evaluate("number => { location.hash = number }", number)
    page.wait_for_timeout(300)

    assert page.locator("#s1").is_visible()
    assert "严格追责" in _current(page)


# --- the outline -----------------------------------------------------------------------------------------------------


def test_collapse_and_expand(opened: Opened) -> None:
    """By the arrow beside a row, and by level for all."""
    page = opened(NESTED)
    row = _row(page, "把责任扛实")

    row.click(position={"x": 10, "y": 12})
    assert row.get_attribute("aria-expanded") == "false"
    assert not _row(page, "主体责任要到位").is_visible()
    row.click(position={"x": 10, "y": 12})
    assert _row(page, "主体责任要到位").is_visible()

    page.locator("[data-level='1']").click()
    assert page.locator("[role=treeitem]:visible").count() == 3
    page.locator("[data-level='2']").click()
    assert not _row(page, "抓早抓小").is_visible()
    page.keyboard.press("3")
    assert _row(page, "抓早抓小").is_visible()
    assert page.locator("[data-level='3']").get_attribute("aria-pressed") == "true"


def test_search_as_you_type(opened: Opened) -> None:
    """Rows with a hit and those above them stay; Enter goes through the hits; Escape brings all back."""
    page = opened(NESTED)
    rows = page.locator("[role=treeitem]:visible")
    before = rows.count()

    page.keyboard.press("/")
    page.keyboard.type("监督")

    assert rows.count() == 2
    assert _row(page, "监督责任要到位").is_visible()
    assert page.locator("output").inner_text() == "2 处 · 1 点"
    assert page.evaluate("CSS.highlights.get('find').size") == 3
    page.keyboard.press("Enter")
    assert page.locator("output").inner_text() == "1/2 处 · 1 点"
    page.keyboard.press("Shift+Enter")
    assert page.locator("output").inner_text() == "2/2 处 · 1 点"
    assert "监督责任" in _current(page)
    page.keyboard.press("Escape")
    assert rows.count() == before
    assert page.evaluate("CSS.highlights.has('find')") is False


def test_search_across_markers_and_without_a_hit(opened: Opened) -> None:
    """A marker and its title are found as they are read; what is not there leaves no row."""
    page = opened(NESTED)
    page.keyboard.press("/")

    page.keyboard.insert_text("一、把思想")
    assert page.locator("[role=treeitem]:visible").count() == 1
    page.locator(".speech.on input").fill("没有这句话")

    assert page.locator("[role=treeitem]:visible").count() == 0
    assert page.locator("output").inner_text() == "0 处 · 0 点"


def test_keyboard_in_the_tree(opened: Opened) -> None:
    """As in every tree: arrows, Home, End, Enter; one stop for Tab."""
    page = opened(NESTED)
    focused = "document.activeElement.innerText"
    assert page.locator("[role=treeitem][tabindex='0']").count() == 1
    page.locator("[role=treeitem][tabindex='0']").focus()

    page.keyboard.press("ArrowDown")
    assert "学得进" in page.evaluate(focused)
    page.keyboard.press("ArrowLeft")
    assert "把思想摆正" in page.evaluate(focused)
    page.keyboard.press("ArrowLeft")
    assert not _row(page, "学得进").is_visible()
    page.keyboard.press("ArrowDown")
    assert "把责任扛实" in page.evaluate(focused)
    page.keyboard.press("End")
    assert "建好两所学校" in page.evaluate(focused)
    page.keyboard.press("ArrowUp")
    assert "修通北环路" in page.evaluate(focused)
    page.keyboard.press("Home")
    assert "把思想摆正" in page.evaluate(focused)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert "学得进" in _current(page)
    assert page.locator("[role=treeitem][tabindex='0']").count() == 1


def test_keyboard_everywhere(opened: Opened) -> None:
    """The keys j and k go from point to point, ? shows the keys."""
    page = opened(NESTED)

    for _ in range(3):
        page.keyboard.press("j")
    assert "想得清" in _current(page)
    page.keyboard.press("k")
    assert "学得进" in _current(page)
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()


def test_counts_and_gaps_are_seen_where_they_stand(opened: Opened) -> None:
    """Beside the words that announce, and before the number that comes too early."""
    page = opened(FAULTY)

    assert page.locator("article .say.bad").all_inner_texts() == ["四点意见", "三件事"]
    assert page.locator("article h2", has_text="严格追责").inner_text().startswith("缺第 3 点")
    assert "缺第 3 点" in _row(page, "严格追责").inner_text()
    assert "说有 4 点，实有 3 点" in page.locator(".whole").inner_text()


# --- several speeches ------------------------------------------------------------------------------------------------


def test_speeches_are_tabs(opened: Opened) -> None:
    """One is shown; click, arrows and brackets change it; the repeated one says so."""
    page = opened(PAGE)
    tabs = page.locator("[role=tab]")

    assert [page.locator(f"#s{index}").is_visible() for index in range(3)] == [True, False, False]
    tabs.nth(1).click()
    assert [page.locator(f"#s{index}").is_visible() for index in range(3)] == [False, True, False]
    assert tabs.nth(1).get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowRight")
    assert page.locator("#s2").is_visible()
    assert "同第 1 篇" in tabs.nth(2).inner_text()
    page.keyboard.press("[")
    page.keyboard.press("[")
    assert page.locator("#s0").is_visible()


# --- how it looks ----------------------------------------------------------------------------------------------------


def _brightness(page: Page, selector: str) -> float:
    colour = page.locator(selector).first.evaluate("element => getComputedStyle(element).backgroundColor")
    return statistics.mean(float(part) for part in re.findall(r"[\d.]+", colour)[:3])


def test_light_and_dark(opened: Opened) -> None:
    """As the system has it, and by the button, which is kept."""
    assert _brightness(opened(NESTED), "article") > 240
    page = opened(NESTED, color_scheme="dark")
    assert _brightness(page, "article") < 40

    page.locator("#theme").click()

    assert _brightness(page, "article") > 240
    assert page.evaluate("localStorage.getItem('speechparse-theme')") == "light"


def test_chinese_and_english(opened: Opened) -> None:
    """As the browser has it, and by the button."""
    page = opened(NESTED, locale="en-US")
    assert "points" in page.locator(".figures").inner_text()

    page.locator("#language").click()

    assert "点" in page.locator(".figures").inner_text()
    assert page.locator(".speech.on input").get_attribute("placeholder") == "搜索提纲和正文 /"


def test_on_a_phone(opened: Opened) -> None:
    """Nothing is wider than the screen; the outline comes in from the side and goes when a point is chosen."""
    page = opened(TALL, viewport={"width": 375, "height": 720}, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert not _row(page, "办好医疗").is_visible()

    page.locator("#menu").click()
    page.wait_for_timeout(300)
    assert _row(page, "办好医疗").is_visible()
    _row(page, "办好医疗").click()
    page.wait_for_timeout(300)

    assert not _row(page, "办好医疗").is_visible()
    assert 0 < _top(page, "办好医疗") < 250


def test_small_phone_with_tabs(opened: Opened) -> None:
    """Three speeches fit on the narrowest screen."""
    page = opened(PAGE, viewport={"width": 320, "height": 600})

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_in_print(opened: Opened) -> None:
    """Outline and speech in black on white, every speech, no controls."""
    page = opened(PAGE, color_scheme="dark")

    page.emulate_media(media="print")

    assert [page.locator(f"#s{index}").is_visible() for index in range(3)] == [True] * 3
    assert not page.locator(".top").is_visible()
    assert not page.locator(".controls").first.is_visible()
    assert _brightness(page, "article") == 255
    assert page.pdf().startswith(b"%PDF")


def test_without_scripts(opened: Opened) -> None:
    """Where scripts are off, both sides are there and the links lead to the text."""
    page = opened(PAGE, java_script_enabled=False)

    assert page.locator("#s2 article").is_visible()
    assert not page.locator(".controls").first.is_visible()
    page.locator("#s0 [role=treeitem]", has_text="把实绩干出来").click()
    assert page.url.endswith("#" + str(page.locator("#s0 .m", has_text="三、").first.get_attribute("id")))


# --- accessibility ---------------------------------------------------------------------------------------------------


def _serious(page: Page, script: str) -> list[Any]:
    page.add_script_tag(path=script)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        (violation["id"], violation["help"], [node["html"][:200] for node in violation["nodes"]][:3])
        for violation in found["violations"]
        if violation["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text", [NESTED, FAULTY, PAGE], ids=["nested", "faulty", "page"])
def test_axe_finds_nothing_serious(opened: Opened, text: str, scheme: str) -> None:
    """In both schemes, with a point chosen and a search under way; the policy is bypassed for axe alone."""
    script = package("axe-core/axe.min.js")
    page = opened(text, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")

    assert _serious(page, script) == []
    page.keyboard.press("j")
    page.keyboard.press("/")
    page.keyboard.type("责任")
    assert _serious(page, script) == []


def test_axe_on_a_phone_and_in_help(opened: Opened) -> None:
    """The outline drawn in, and the keys."""
    script = package("axe-core/axe.min.js")
    page = opened(PAGE, viewport={"width": 375, "height": 720}, bypass_csp=True)
    page.locator("#menu").click()
    page.wait_for_timeout(300)
    assert _serious(page, script) == []

    wide = opened(NESTED, bypass_csp=True)
    wide.keyboard.press("?")
    assert _serious(wide, script) == []
