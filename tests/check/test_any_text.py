"""What holds of the check whatever the text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from speechparse.check import RULES, check_text
from speechparse.check.fixing import apply, fix_text

if TYPE_CHECKING:
    from speechparse.check import Finding

PIECES = (
    "一、 二、 三、 四、 五、 （一） （二） （三） (二) 第一， 第二、 第三， 第一条 第二条 第四条 第三条之一 第一章 "
    "一是 二是 三是 二要 首先， 其次， 最后， 1. 2、 3． 1.1 1.3 ① ③ ⼀、 ー、 ニ、 甲、 丙、 A. C. "
    "讲三点意见。 以上四点， 种 管， 收。 “ ” …… （略） \n \r\n 　"
).split(" ")
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80)


def _check(text: str, finding: Finding) -> None:
    assert 0 <= finding.start <= finding.end <= len(text)
    assert text.count("\n", 0, finding.start) + 1 == finding.line
    assert finding.start - (text.rfind("\n", 0, finding.start) + 1) + 1 == finding.column
    for language in ("en", "zh"):
        assert finding.message(language)
    if finding.fix:
        edits = sorted(finding.fix.edits, key=lambda edit: edit.start)
        assert edits
        assert all(one.end <= other.start for one, other in pairwise(edits))
        assert apply(text, edits) != text


@given(texts)
def test_findings_lie_in_the_text(text: str) -> None:
    """The check never raises, its places are sound, and a fix changes something."""
    findings = check_text(text)

    assert [finding.start for finding in findings] == sorted(finding.start for finding in findings)
    for finding in findings:
        _check(text, finding)


@given(texts, st.booleans())
def test_fixing_twice_is_fixing_once(text: str, unsafe: bool) -> None:  # noqa: FBT001 drawn
    """What is left has no fix, or none that can be made."""
    once = fix_text(text, RULES, unsafe=unsafe).text

    assert fix_text(once, RULES, unsafe=unsafe).text == once


@given(texts)
def test_safe_fixes_keep_all_words(text: str) -> None:
    """Only marks, brackets and look-alikes are touched: every other character stays, in its order."""
    touched = set("、，,：:．.（）()⼀ーニ一二 ")

    assert [char for char in fix_text(text, RULES).text if char not in touched] == [
        char for char in text if char not in touched
    ]
