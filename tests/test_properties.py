"""What holds for every text: for any string, and for texts of all that numbered Chinese texts are made of."""

from __future__ import annotations

import gc
import unicodedata
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from speechparse import parse
from speechparse.families import FAMILIES
from speechparse.model import MAX_DEPTH
from speechparse.numerals import to_formal, to_han
from tests.ink import INVISIBLE
from tests.invariants import check
from tests.spec_cases import read_cases
from tests.speech_files import SPEECHES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hypothesis.strategies import DrawFn

    from tests.spec_cases import Case

# --- what numbered texts are made of ---------------------------------------------------------------------------------


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 8)


NUMBERED: Final[dict[str, Callable[[int], str]]] = {
    "part": lambda number: f"第{to_han(number)}部分　",
    "chapter": lambda number: f"第{to_han(number)}章　",
    "section": lambda number: f"第{to_han(number)}节 ",
    "article": lambda number: f"第{to_han(number)}条　",
    "di-unit": lambda number: f"第{to_han(number)}个问题：",
    "di": lambda number: f"第{to_han(number)}，",
    "qi": lambda number: f"其{to_han(number)}，",
    "order": lambda number: ("首先，", "其次，", "再次，", "最后，")[min(number, 4) - 1],
    "aspect": lambda number: ("一方面，", "另一方面，")[min(number, 2) - 1],
    "parallel": lambda number: ("一条是", "另一条是")[min(number, 2) - 1],
    "han-paren": lambda number: f"（{to_han(number)}）",
    "arabic-paren": lambda number: f"（{number}）",
    "stem-paren": lambda number: f"（{'甲乙丙丁戊'[(number - 1) % 5]}）",
    "letter-paren": lambda number: f"（{_letter(number).lower()}）",
    "circled": lambda number: chr(ord("①") + (number - 1) % 20),
    "formal": lambda number: f"{to_formal(number)}、",
    "han": lambda number: f"{to_han(number)}、",
    "yi-comma": lambda number: f"{to_han(number)}，",
    "shi": lambda number: f"{to_han(number)}是",
    "yao": lambda number: f"{to_han(number)}要",
    "verb": lambda number: f"{to_han(number)}抓",
    "stem": lambda number: f"{'甲乙丙丁戊'[(number - 1) % 5]}、",
    "branch": lambda number: f"{'子丑寅卯辰'[(number - 1) % 5]}、",
    "decimal": lambda number: f"1.{number} ",
    "arabic-half": lambda number: f"{number}）",
    "arabic": lambda number: f"{number}.",
    "roman": lambda number: f"{chr(ord('Ⅰ') + (number - 1) % 12)}．",
    "letter": lambda number: f"{_letter(number)}．",
}
"""A way to write the n-th marker of each family."""

BODIES: Final = (
    "抓学习",
    "抓学习，促转变，把责任落到每一个村组",
    "认清形势。今年的雨水比往年多，河堤一寸也不能松。",
    "这里面有三个方面的原因：",
    "下面，我讲两点意见。",
    "分获全市一、二等奖，增长7.5%，统一是关键，各村支部书记是第一责任人；",
    "他说：“一是要快，二是要好。”",
    "按照第二条第（一）项办理",
    "“",
    "”",
    "「安全第一」",
    "",
)
BREAKS: Final = (
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\n　　",
    "　　",
    " ",
    "。",
    "；",
    "，",
    "：",
    "",
    "\u2028",
    "\x0c",
    "\n— 3 —\n",
)
PIECES: Final = (
    "同志们：",
    "同志们，",
    "各位代表！",
    "最后，祝大家身体健康。",
    "以上三点，请大家落实。",
    "谢谢大家！",
    "在全县春耕工作会议上的讲话",
    "【篇一】",
    "【篇二】",
    "第一篇：工作报告",
    "第二篇：工作报告",
    "春耕工作会议讲话（二）",
    "目录",
    "一、认清形势……………1",
    "注释",
    "首页 > 讲话稿 > 正文",
    "来源：松涛文稿网　时间：2021-03-04",
    "上一篇：没有了",
    "版权所有",
    "**",
    "## ",
    "——",
    "（2020年5月1日）",
    "一",
    "2 标题",
    "第〇条",
    "〇、",
    "0.",
    "00、",
    "999、",
    "第一千零一条　",
    "0点",
    "\x00",
    "\ud800",
    "😀",
)
RADICALS: Final = {ord(unicodedata.normalize("NFKC", chr(code))): chr(code) for code in range(0x2F00, 0x2FD6)}

markers = st.builds(lambda name, number: NUMBERED[name](number), st.sampled_from(list(NUMBERED)), st.integers(1, 12))
pieces = st.one_of(
    markers, st.sampled_from(BODIES), st.sampled_from(BREAKS), st.sampled_from(PIECES), st.text(max_size=3)
)
soups = st.lists(pieces, max_size=40).map("".join)
anything = st.text(st.characters(codec=None), max_size=200)
"""Any string, lone surrogates and control characters among them."""


@st.composite
def lists(draw: DrawFn, depth: int = 3) -> str:
    """Return a numbered list with lists in its items, with the faults that writers and pages bring in."""
    name = draw(st.sampled_from(list(NUMBERED)))
    gap = draw(st.sampled_from(BREAKS))
    first = draw(st.sampled_from((1, 1, 1, 2, 9)))
    items: list[str] = []
    for number in range(first, first + draw(st.integers(1, 4))):
        body = draw(st.sampled_from(BODIES))
        below = draw(lists(depth - 1)) if depth and draw(st.booleans()) else ""
        items.append(NUMBERED[name](number) + body + below)
    return draw(st.sampled_from(BREAKS)) + gap.join(items)


@st.composite
def talks(draw: DrawFn) -> str:
    """Return a text with lists between the pieces of a page, in some dress."""
    text = "\n".join(draw(st.lists(st.one_of(lists(), st.sampled_from(PIECES), st.sampled_from(BODIES)), max_size=5)))
    dress = draw(st.sampled_from(("plain", "radicals", "veiled", "bold", "returns", "wrapped")))
    if dress == "radicals":
        return text.translate(RADICALS)
    if dress == "returns":
        return text.replace("\n", "\r\n")
    if dress == "wrapped":
        width = draw(st.integers(16, 40))
        return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, len(line) or 1, width))
    if dress in ("veiled", "bold"):
        sign = "**" if dress == "bold" else draw(st.sampled_from(INVISIBLE))
        step = draw(st.integers(1, 9))
        return "".join(sign + char if at % step == 0 else char for at, char in enumerate(text))
    return text


# --- properties ------------------------------------------------------------------------------------------------------


def must_hold(text: str) -> None:
    """Check all that must hold for any text, and that the same text gives the same outline again."""
    outline = parse(text)
    check(text, outline)
    assert parse(text).to_dict() == outline.to_dict()


@given(anything)
@example("")
@example("\n")
@example("\ufeff")
@example("一")
@example("一、")
@example("\r")
@example("\ud800")
def test_any_text(text: str) -> None:
    """No string makes the parser fail, and the spans of what it finds tile the string."""
    must_hold(text)


@given(soups)
def test_soups(text: str) -> None:
    """Nor does any heap of markers, marks and scraps."""
    must_hold(text)


@given(talks())
def test_talks(text: str) -> None:
    """Nor any text with lists in lists, however they are nested, numbered, broken off and dressed."""
    must_hold(text)


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_spec_cases(case: Case) -> None:
    """The same holds for every spec case."""
    must_hold(case.text)


@pytest.mark.parametrize("path", sorted(SPEECHES.glob("*.txt")), ids=lambda path: path.stem)
def test_speeches(path: Path) -> None:
    """And for every speech."""
    must_hold(path.read_bytes().decode("utf-8"))


def test_every_family_is_written() -> None:
    """The texts above hold markers of every family, and each is found where the family counts from 1 to 3."""
    assert sorted(NUMBERED) == sorted(family.name for family in FAMILIES)
    for name, write in NUMBERED.items():
        numbers = (1, 2) if name in ("aspect", "parallel") else (1, 2, 3)
        found = parse("\n".join(f"{write(number)}摸清底数" for number in numbers)).walk()
        assert [(item.family, item.ordinal) for item in found] == [(name, number) for number in numbers]


@pytest.mark.parametrize("deep", [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 4])
def test_depth_is_capped(deep: int) -> None:
    """Lists in lists without end: what would go deeper stays on the last level."""
    kinds = [f"第{{}}{unit}，" for unit in "个条点项方部句类种层步大件讲关道把张组段则章节编卷篇回课款"]
    kinds = (kinds + [f"{{}}{verb}" for verb in "抓看靠促练查学讲防治"])[:deep]
    text = "\n".join(kind.format(number) + "甲" for number, row in (("一", kinds), ("二", kinds[::-1])) for kind in row)
    must_hold(text)
    assert max(item.level for item in parse(text).walk()) == min(deep, MAX_DEPTH)


@pytest.mark.parametrize("text", ["", "一、甲\n二、乙", "\ud800" * 3])
@pytest.mark.parametrize("collecting", [True, False])
def test_the_garbage_collector_is_left_as_it_was(text: str, *, collecting: bool) -> None:
    """It rests while a text is parsed, and afterwards it is on or off as before."""
    was = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        parse(text)
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if was else gc.disable)()
