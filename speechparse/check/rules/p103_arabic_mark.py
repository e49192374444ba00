"""P103: 1、 for 1.."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Severity
from speechparse.check.marks import LATIN, hit, places
from speechparse.check.rule import Rule, Words
from speechparse.numerals import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.finding import Hit


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each Arabic, Latin or Roman number with 、 behind it."""
    wrong = places(document, LATIN, "、，,：:")
    if not wrong:
        return
    wide = any(place.after in DIGITS for place in wrong) or bool(places(document, LATIN, ".") and _is_wide(document))
    for place in wrong:
        yield hit(place, "．" if wide else ".")


def _is_wide(document: Document) -> bool:
    """Whether the dots behind the text's numbers are full-width."""
    dots = [place.mark for place in places(document, LATIN, ".")]
    return dots.count("．") * 2 > len(dots)


RULE: Final = Rule(
    id="P103",
    slug="arabic-mark",
    name=Words("mark after 1", "“1”后的标点"),
    severity=Severity.STYLE,
    summary=Words(
        "Arabic, Latin and Roman numbers without brackets are followed by a dot: 1. A. Ⅰ.. Many texts write 1、 "
        "all the "
        "same, which is why this is a matter of style. Where a figure follows (1、2020年) the mark is left for "
        "a person "
        "to change.",
        "不带括号的阿拉伯数字、拉丁字母和罗马数字后用下脚点：1. A. Ⅰ.。许多文稿仍写作 1、，故只作风格提示。"
        "后面紧跟数字（1、2020年）的不自动改。",
    ),
    basis=Words("GB/T 15834-2011 B.3.3", "GB/T 15834—2011 附录 B.3.3"),
    message=Words("{written} is written {wanted} (GB/T 15834 B.3.3)", "{written}应作{wanted}（GB/T 15834 B.3.3）"),
    passing=("1.选种\n种子要好。\n2.下种\n", "A．选种\nB．下种\n"),
    failing=("1、选种\n种子要好。\n2、下种\n",),
    check=check,
    fixed="1.选种\n种子要好。\n2.下种\n",
)
"""The rule."""
