"""Dresses: what else a text may look like, its ink the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache, partial, reduce
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st
from opencc import OpenCC

from tests.ink import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

Dress = Callable[[str], str]
Cut = Callable[[str, int], str]

FULL_MARKS: Final = "，：；（）！？"
HALF_MARKS: Final = ",:;()!?"
MARKS: Final = {
    "half": str.maketrans(FULL_MARKS, HALF_MARKS),
    "full": str.maketrans(HALF_MARKS, FULL_MARKS),
}
SCRIPTS: Final = ("s2t", "s2tw", "s2hk", "t2s", "tw2s", "hk2s")
KANGXI: Final = {
    ord(unicodedata.normalize("NFKC", chr(code))): chr(code) for code in (*range(0x2F00, 0x2FD6), 0x2E9F, 0x2EF3)
}
WIDTHS: Final = range(20, 61)
NEVER_FIRST: Final = "，。、；：！？”’）》」』】,.;:!?)]"


@cache
def converter(name: str) -> OpenCC:
    """Return a converter of Chinese scripts."""
    return OpenCC(name)


def script(text: str, name: str) -> str:
    """Return a text in other characters, as many as before."""
    return str(converter(name).convert(text))


def kangxi(text: str) -> str:
    """Return a text with the radicals that a PDF gives for the characters which look like them."""
    return text.translate(KANGXI)


def sprinkled(text: str, sign: str, step: int) -> str:
    """Return a text with an invisible character before each step-th one."""
    return "".join(sign + char if offset % step == 0 and char != "\n" else char for offset, char in enumerate(text))


def indented(text: str, indent: str) -> str:
    """Return a text with one indent before every paragraph."""
    return "\n".join(indent + line.strip() if line.strip() else "" for line in text.split("\n"))


def spaced(text: str, blanks: int) -> str:
    """Return a text with further blank lines behind every line."""
    return text.replace("\n", "\n" * (1 + blanks))


def solid(text: str) -> str:
    """Return a text without its blank lines."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def hard(text: str, width: int) -> str:
    """Return a text with its lines broken at a width, wherever that is."""
    pieces = (line[at : at + width] for line in text.split("\n") for at in range(0, len(line) or 1, width))
    return "\n".join(pieces)


def kind(text: str, width: int) -> str:
    """Return a text with its lines broken at a width, but never before a mark that opens no line."""
    return "\n".join(piece for line in text.split("\n") for piece in _kind_lines(line, width))


def _kind_lines(line: str, width: int) -> Iterator[str]:
    at = 0
    while len(line) - at > width:
        stop = at + width
        while line[stop] in NEVER_FIRST:
            stop -= 1
        yield line[at:stop]
        at = stop
    yield line[at:]


def hanging(text: str, width: int) -> str:
    """Return a text with its lines broken at a width, where marks that open no line hang over the margin."""
    return "\n".join(piece for line in text.split("\n") for piece in _hanging_lines(line, width))


def _hanging_lines(line: str, width: int) -> Iterator[str]:
    at = 0
    while len(line) - at > width:
        stop = at + width
        while stop < len(line) and line[stop] in NEVER_FIRST:
            stop += 1
        yield line[at:stop]
        at = stop
    yield line[at:]


def columned(text: str, columns: int) -> str:
    """Return a text with its lines broken at a width in columns, of which a Han character takes two."""
    return "\n".join(piece for line in text.split("\n") for piece in _columned_lines(line, columns))


def _columned_lines(line: str, columns: int) -> Iterator[str]:
    begin = taken = 0
    for at, char in enumerate(line):
        size = 2 if unicodedata.east_asian_width(char) in "WFA" else 1
        if taken + size > columns:
            yield line[begin:at]
            begin, taken = at, 0
        taken += size
    yield line[begin:]


MENU: Final = """首页 | 公文范文 | 领导讲话 | 心得体会 | 会员登录
当前位置：松涛文稿网 > 领导讲话 > 会议讲话 > 正文
来源：松涛文稿网　作者：佚名　发布时间：2021-03-04 08:30　浏览：86次
【字号：大 中 小】　打印　收藏

"""
FOOTER: Final = """

上一篇：在全市水利工作会议上的讲话
下一篇：在全市林业工作会议上的讲话
相关文章：
· 村级林长制工作总结
· 森林防火责任书（三篇）
· 在全市林业工作会议上的讲话
版权所有 © 2010-2021 松涛文稿网　未经许可不得转载　投稿邮箱：songtao@example.com
"""
BARE_FOOTER: Final = "\n责任编辑：小满\n打印本页\n关闭窗口\n"
PAGES: Final = {"both": (MENU, FOOTER), "menu": (MENU, ""), "footer": ("", FOOTER), "bare footer": ("", BARE_FOOTER)}


# --- several of them -------------------------------------------------------------------------------------------------


def marked(text: str, width: str) -> str:
    """Return a text with its marks in full or half width."""
    return text.translate(MARKS[width])


def ended(text: str, breaks: str) -> str:
    """Return a text with other line ends."""
    return text.replace("\n", breaks)


SAME_LAYOUT: Final[dict[str, Dress]] = {
    **{width: partial(marked, width=width) for width in MARKS},
    **{name: partial(script, name=name) for name in SCRIPTS},
    "radicals": kangxi,
    "veiled": partial(sprinkled, sign="\u200b", step=1),
    "returns": partial(ended, breaks="\r\n"),
    "old returns": partial(ended, breaks="\r"),
}
"""Dresses that leave the layout as it is."""


def worn_over(dresses: tuple[Dress, ...], text: str) -> str:
    """Return a text in one dress over the other."""
    return reduce(lambda one, dress: dress(one), dresses, text)


def _some(*dresses: SearchStrategy[Dress]) -> SearchStrategy[Dress]:
    return st.one_of(st.just(str), *dresses)


def outfits() -> SearchStrategy[Dress]:
    """Return dresses of all kinds, one over the other: characters, marks, layout, hard lines, what is not seen."""
    indents = st.sampled_from(["\u3000\u3000", "\u00a0" * 4, "    "])
    layers = st.tuples(
        _some(st.sampled_from(SCRIPTS).map(lambda name: partial(script, name=name))),
        _some(st.sampled_from(list(MARKS)).map(lambda width: partial(marked, width=width))),
        _some(st.just(kangxi)),
        _some(indents.map(lambda indent: partial(indented, indent=indent)), st.sampled_from(list(LAYOUTS.values()))),
        _some(
            st.builds(
                _wrapping, st.sampled_from([hard, kind, hanging, columned_by_characters]), st.sampled_from(WIDTHS)
            )
        ),
        _some(st.builds(_veiling, st.sampled_from(INVISIBLE), st.integers(1, 40))),
        _some(st.sampled_from(["\r\n", "\r"]).map(lambda breaks: partial(ended, breaks=breaks))),
    )
    return layers.map(lambda dresses: partial(worn_over, dresses))


def columned_by_characters(text: str, width: int) -> str:
    """Return a text with its lines broken at a width in columns, which is given in Han characters."""
    return columned(text, 2 * width)


def by_indents_alone(text: str) -> str:
    """Return a text in which nothing but an indent opens a paragraph."""
    return solid(indented(text, "\u3000\u3000"))


def by_blank_lines_alone(text: str) -> str:
    """Return a text in which nothing but a blank line parts two paragraphs."""
    return spaced(solid(indented(text, "")), 1)


LAYOUTS: Final[dict[str, Dress]] = {
    "indents": partial(indented, indent="\u3000\u3000"),
    "indents alone": by_indents_alone,
    "blank lines": partial(spaced, blanks=1),
    "blank lines alone": by_blank_lines_alone,
}
"""Ways to show where paragraphs begin; a text in hard lines that shows it in no way cannot be read for sure."""


CUTS: Final = (hard, kind, hanging, columned_by_characters)
"""Ways to break lines at a width."""


def _wrapping(cut: Cut, width: int) -> Dress:
    return lambda text: cut(text, width)


def _veiling(sign: str, step: int) -> Dress:
    return partial(sprinkled, sign=sign, step=step)
