"""PDF files: paragraphs again, without what the page added."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from speechparse.errors import ReadError
from speechparse.readers import pdf_lines
from speechparse.readers.pdf import read_pdf
from speechparse.readers.pdf_lines import Line, paragraphs
from tests.readers.made import pdf, pdf_of

FIXTURES: Final = Path(__file__).parents[2] / "fixtures" / "pdf"
NAMES: Final = sorted(path.stem for path in FIXTURES.glob("*.pdf"))

EM: Final = 16.0
LEFT: Final = 80.0
WIDE: Final = 24
"""Characters of a whole line."""


def lines(*texts: str, top: float = 700.0, size: float = EM) -> list[tuple[str, float, float, float]]:
    """Return the lines of a page, one below the other; ideographic spaces at the start of a text indent it."""
    return [
        (text.lstrip("　"), LEFT + size * (len(text) - len(text.lstrip("　"))), top - at * size * 1.5, size)
        for at, text in enumerate(texts)
    ]


def placed(*pages: list[tuple[str, float, float, float]]) -> list[list[Line]]:
    """Return lines as the reader has them, each character as wide as high."""
    return [
        [Line(text, left, left + len(text) * size, baseline, size, number) for text, left, baseline, size in page]
        for number, page in enumerate(pages)
    ]


def joined(*pages: list[tuple[str, float, float, float]]) -> list[str]:
    """Return the paragraphs of pages whose margins are alike."""
    return paragraphs(placed(*pages), 2 * LEFT + WIDE * EM)


def full(text: str, indent: int = 0) -> str:
    """Return a line that reaches to the right edge, begun by a text."""
    filler = "水渠修好了田里就有收成大家出力一起把渠修到村口再修到山脚"
    return "　" * indent + (text + filler)[: WIDE - indent]


def test_there_are_fixtures() -> None:
    """An empty folder would pass every test below."""
    assert NAMES == ["notice", "report"]


@pytest.mark.parametrize("name", NAMES)
def test_fixture(name: str) -> None:
    """What is read of a printed document is what was printed, paragraph by paragraph, without heads and numbers."""
    path = FIXTURES / name

    text, notes = read_pdf(path.with_suffix(".pdf").read_bytes())

    assert text == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert notes == ()


@pytest.mark.parametrize("name", NAMES)
def test_fixture_is_its_source(name: str) -> None:
    """The text beside a fixture is what it was made from; lines of one title are one paragraph."""
    path = FIXTURES / name
    source = [line.partition(" ")[2] for line in path.with_suffix(".source").read_text(encoding="utf-8").splitlines()]

    assert "".join(source) == path.with_suffix(".txt").read_text(encoding="utf-8").replace("\n", "")


def test_characters_without_a_font_in_the_file() -> None:
    """Many documents name a font that every Chinese system has."""
    text, _ = read_pdf(pdf([lines("一、抓学习", "二、抓落实。")]))

    assert text == "一、抓学习\n二、抓落实。\n"


def test_lines_of_a_paragraph_are_joined() -> None:
    """Paragraphs begin with an indent; a line that is not full ends one."""
    page = lines(full("一、", 2), full(""), "一半。", full("二、", 2), "完。", "　　三、短", "　　四、短")

    assert joined(page) == [
        full("一、", 2).lstrip("　") + full("") + "一半。",
        full("二、", 2).lstrip("　") + "完。",
        "三、短",
        "四、短",
    ]


def test_numbers_at_the_left_edge_of_indented_text_are_text() -> None:
    """Where paragraphs are indented, a line at the edge goes on, whatever it begins with."""
    page = lines(full("今年产量", 2), "二、三等奖都有。", full("明年", 2), "接着干。", "　　完", "　　毕")

    assert joined(page)[0].endswith("二、三等奖都有。")


def test_paragraphs_without_indent() -> None:
    """A full line that ends a sentence, and a number below it, are two paragraphs; a wider gap is enough too."""
    ended = full("")[:-1] + "。"
    page = lines(full("一、"), ended, "二、接着", full("（一）"), "完。")
    apart = [*lines(full("甲"), full("乙")), *lines(full("丙"), "丁。", top=700 - EM * 4)]

    assert joined(page) == [full("一、") + ended, "二、接着", full("（一）") + "完。"]
    assert joined(apart) == [full("甲") + full("乙"), full("丙") + "丁。"]


def test_hanging_items() -> None:
    """The lines of an item may stand further right than its number."""
    hang = "　　　"
    page = lines(full("一、"), hang + full("")[3:], hang + "完。", full("二、"), hang + "完。")

    assert joined(page) == [full("一、") + full("")[3:] + "完。", full("二、") + "完。"]


def test_paragraphs_go_on_over_pages() -> None:
    """Heads and page numbers are taken out first, so that the lines before and after them meet."""

    def page(number: int, *texts: str) -> list[tuple[str, float, float, float]]:
        return [("年度文件汇编", LEFT, 800.0, 9.0), *lines(*texts), (f"— {number} —", 280.0, 40.0, 12.0)]

    pages = [
        page(1, full("一、", 2), full("")),
        page(2, "到此为止。", "　　二、另一件", full("事", 2)),
        page(3, full(""), "完。"),
    ]

    assert joined(*pages) == [
        full("一、", 2).lstrip("　") + full("") + "到此为止。",
        "二、另一件",
        full("事", 2).lstrip("　") + full("") + "完。",
    ]


@pytest.mark.parametrize(
    "number", ["{}", "- {} -", "— {} —", "－{}－", "第{}页", "第 {} 页 共 9 页", "{}/9", "{} / 9", "•{}•"]
)
def test_page_numbers(number: str) -> None:
    """Numbers of pages are told from the text by their place, their dashes, or by counting on."""
    number = number.replace("－", "-")
    pages = [
        [*lines(*text), (number.format(at), 280.0, 40.0, 10.0)] for at, text in enumerate(("甲乙", "丙丁", "戊己"), 1)
    ]

    assert joined(*pages) == list("甲乙丙丁戊己")
    assert joined(pages[0]) == ["甲", "乙"]


def test_the_same_page_again() -> None:
    """Copies of a page have the same first and last lines, and none of them is a running head."""
    page = lines("讲话", "同志们：", "一、甲", "谢谢大家！")

    assert joined(page, page, page) == ["讲话", "同志们：", "一、甲", "谢谢大家！"] * 3


@pytest.mark.parametrize("last", ["2024", "三", "一、", "完", "1.", "12亩"])
def test_last_lines_that_are_no_page_numbers(last: str) -> None:
    """A page may end with any text, close below the rest."""
    assert joined(lines("甲", last)) == ["甲", last]


def test_left_and_right_heads() -> None:
    """Heads may differ on left and right pages, and numbers in them on every page."""
    pages = [
        [(f"{'汇编' if at % 2 else '讲话'} {at}", LEFT, 800.0, 9.0), *lines(f"正文{'甲乙丙丁'[at]}")] for at in range(4)
    ]

    assert joined(*pages) == ["正文甲", "正文乙", "正文丙", "正文丁"]


def test_heads_on_one_page_stay() -> None:
    """What stands on top of a single page is its title."""
    assert joined([("讲话", LEFT, 800.0, 9.0), *lines("甲")], lines("乙")) == ["讲话", "甲", "乙"]


def test_title_of_two_lines() -> None:
    """Large lines in the middle are one heading; what is set in other letters is not."""
    middle = LEFT + WIDE * EM / 2
    title = [
        (text, middle - len(text) * 11, 780 - at * 30, 22.0)
        for at, text in enumerate(("关于修渠", "情况的报告", "（草案）"))
    ]
    page = [*title, *lines(full("同志们", 2), full(""), "完。")]

    assert joined(page)[:2] == ["关于修渠情况的报告", "（草案）"]


def test_right_aligned_lines_stay_apart() -> None:
    """A signature and a date are two lines, though both reach to the edge."""
    edge = LEFT + WIDE * EM
    page = [
        *lines(full("甲", 2), "完。"),
        *((text, edge - len(text) * EM, 500 - at * 24, EM) for at, text in enumerate(("石桥镇政府", "二〇二四年三月"))),
    ]

    assert joined(page)[-2:] == ["石桥镇政府", "二〇二四年三月"]


def test_words_of_letters_are_kept_apart() -> None:
    """Two lines of English meet with a space, Chinese ones without."""
    one = Line("made in", 80, 464, 700, EM)
    other = Line("China 造", 80, 200, 676, EM)

    assert paragraphs([[one, other]], 544) == ["made in China 造"]


def test_nothing_on_the_pages() -> None:
    """No lines are no paragraphs."""
    assert paragraphs([], 595) == []
    assert paragraphs([[], []], 595) == []


def test_gaps_between_chinese_and_digits_are_no_spaces() -> None:
    """What is typed as a space stays one."""
    text, _ = read_pdf(pdf([[("第1条 甲 乙", LEFT, 700.0, EM)]]))

    assert text == "第1条 甲 乙\n"


def test_radicals_become_characters() -> None:
    """Some fonts give the radical for the character that looks the same."""
    text, _ = read_pdf(pdf([lines("⼀、⻓江")]))

    assert text == "一、长江\n"


def test_watermarks_are_left_out() -> None:
    """Text that stands askew is laid over the page."""
    content = (
        b"BT /F 16 Tf 80 700 Td <4E004E8C> Tj ET\nBT /F 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <5185906853C26559> Tj ET\n"
    )
    plain = pdf([lines("占位")])
    begin = plain.index(b"BT /F")
    end = plain.index(b"\nendstream", begin)
    changed = plain[:begin] + content + plain[end:]
    changed = changed.replace(b"/Length %d>>stream\nBT" % (end - begin), b"/Length %d>>stream\nBT" % len(content))

    assert read_pdf(changed)[0] == "一二\n"


def test_scans() -> None:
    """A document of pictures is refused with what to do; some pictures among text are said."""
    with pytest.raises(ReadError, match=r"its pages are pictures \(a scan\), without text; run OCR first"):
        read_pdf(pdf([[], []], picture=True))
    with pytest.raises(ReadError, match="there is no text in it; run OCR"):
        read_pdf(pdf([[]]))

    text, notes = read_pdf(pdf([lines("一、甲"), [], lines("二、乙"), []], picture=True))

    assert text == "一、甲\n二、乙\n"
    assert [note.partition(";")[0] for note in notes] == ["page 2, 4 of 4: a picture without text"]


def test_gibberish() -> None:
    """Text whose characters mean nothing is no text."""
    with pytest.raises(ReadError, match="its fonts do not say which characters they show; run OCR"):
        read_pdf(pdf([lines("\ue000\ue001\ue002\ue003")]))


@pytest.mark.parametrize("keep", [0, 5, 9, 200, -600])
def test_damaged_files(keep: int) -> None:
    """A file cut short is read as far as PDFium can, or refused as damaged."""
    data = pdf([lines("一、甲", "二、乙")])
    data = data[:keep]

    try:
        text, _ = read_pdf(data)
    except ReadError as error:
        assert error.what in {"damaged: no whole PDF", "there is no text in it"}  # noqa: PT017 - either may be
    else:
        assert text == "一、甲\n二、乙\n"


def test_locked_files() -> None:
    """A password that is asked for is said."""
    key = b"28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]
    entry = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (key, key)

    with pytest.raises(ReadError, match="locked with a password; save it without one"):
        read_pdf(pdf_of(objects, entry))


def test_worker_loads_nothing_of_the_package() -> None:
    """The process is started for each file: it must start fast."""
    code = "import runpy, sys; runpy.run_path(sys.argv[1]); print(*sys.modules)"
    worker = Path(pdf_lines.__file__).with_name("pdf_worker.py")
    done = subprocess.run(
        [sys.executable, "-c", code, str(worker)], check=True, capture_output=True, text=True, encoding="utf-8"
    )

    assert not [name for name in done.stdout.split() if name.startswith(("speechparse", "click", "rich"))]
