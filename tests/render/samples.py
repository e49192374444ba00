"""Speeches for the tests of the writers, and a way to write each outline as nested lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

import speechparse

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    from speechparse.model import Item, Outline

NESTED: Final = """\
在全区作风建设推进会上的讲话
（2025年3月5日）
同志们：
今天这个会，主要是把作风建设再紧一紧。下面，我讲三点意见。
一、把思想摆正
思想是总开关。要从三个方面下功夫：一是学得进，读原文、悟原理；二是想得清，知道为了谁、依靠谁；三是信得过，说了就算、定了就干。
二、把责任扛实
（一）主体责任要到位。党组书记是第一责任人，重要工作亲自部署。
（二）监督责任要到位。纪检组要把监督贯穿到日常。
1．抓早抓小。防微杜渐，露头就打。
2．抓常抓长。经常抓，反复抓。
三、把实绩干出来
干部干部，干是当头的。今年要办成两件实事。第一，修通北环路。第二，建好两所学校。
同志们，作风建设永远在路上。谢谢大家！
"""
"""Three levels, inline points, a head, a closing, and counts that hold."""

FAULTY: Final = """\
在全镇安全生产会议上的讲话
同志们：
讲四点意见。
一、压实责任
责任到人。
二、排查隐患
今年要管住三件事。第一，管住用电。第二，管住用气。
四、严格追责
追责到底。
"""
"""Two announced counts that do not hold, and a number that is missing."""

PAGE: Final = f"篇1：{NESTED}\n篇2：{FAULTY}\n篇3：{NESTED}"
"""Three speeches; the last repeats the first."""

ATTACKS: Final = (
    "</script><script>window.struck=1</script>",
    '<img src=x onerror="window.struck=1">',
    "<svg/onload=window.struck=1>",
    "</title></style></article><iframe srcdoc=x>",
    "<!-- --> <![CDATA[ ]]> ]]>",
    "&lt;b&gt; &#60;i&#62; &amp;",
    "' onclick='window.struck=1' \" autofocus onfocus=\"window.struck=1",
    "javascript:window.struck=1",
    "{{7*7}} ${7*7} %{7*7}",
    "\u2028window.struck=1\u2029",
    "\x00\x08\x1b[31m\x7f\x9b31m\ufffe\uffff",
    "\u202e反\u2066向\u2069",
    "\ud800半个\udfff",
    "=1+1 +1 -1 @SUM(A1)",
    "# 井号 *星* _线_ `码` [[链]] ![图](x) ~~删~~ $x$ | 表 |",
    '"a" #35; %%注%% style:red;#f; ((圆)) {{六}} :::类',
)
"""What acts in one format or another, if it is not escaped."""

HOSTILE: Final = "".join(
    f"{number}、{attack}\n正文{attack}。\n" for number, attack in zip("一二三四五六七八九十", ATTACKS, strict=False)
)
HOSTILE_MORE: Final = "".join(
    f"{number}、{attack}\n正文{attack}。\n" for number, attack in zip("一二三四五六", ATTACKS[10:], strict=False)
)
"""The attacks as titles and bodies of a speech, in two speeches since not every number is one character."""


def parsed(text: str, source: str | None = "speech.txt") -> Outline:
    """Return the outline of a text as `outline` has it, with its source."""
    outline = speechparse.parse(text)
    outline.source, outline.encoding = source, "utf-8"
    return outline


Nested = list[tuple[str, "Nested"]]


def nested(items: list[Item], name: Callable[[Item], str]) -> Nested:
    """Return the names of items with those below them."""
    return [(name(item), nested(item.children, name)) for item in items]


_MARKERS: Final = st.sampled_from(
    [
        "一、",
        "二、",
        "三、",
        "（一）",
        "（二）",
        "1．",
        "2．",
        "第一，",
        "第二，",
        "一是",
        "二是",
        "首先，",
        "其次，",
        "第一章 ",
        "第一条 ",
    ]
)
_WORDS: Final = st.sampled_from(
    ["抓学习", "促落实", "讲两点意见：", "同志们：", "谢谢大家！", "a b", "  ", "　　", "\r\n", "。", "，", *ATTACKS]
).filter(lambda word: "\ud800" not in word)


def speeches() -> SearchStrategy[str]:
    """Return texts with markers, line breaks and attacks in any order, all of which UTF-8 can write."""
    return st.lists(_MARKERS | _WORDS | st.sampled_from(["\n", "\n\n"]), max_size=40).map("".join)
