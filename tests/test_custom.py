"""Users' own markers: patterns become families, and families can be left out."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from speechparse import SpeechparseError, families_with, parse
from speechparse.custom import family_of, given_name
from speechparse.errors import PatternError
from speechparse.explain import explain
from speechparse.families import FAMILIES
from speechparse.fold import fold
from speechparse.reading import read
from speechparse.scan import scan

if TYPE_CHECKING:
    from pathlib import Path

STEPS: Final = "一、怎么改\n第一步，摸清底数。第二步：列出清单。第三步 逐项销号。\n二、怎么管\n管要经常。\n"


def _found(text: str, *markers: str, without: tuple[str, ...] = ()) -> list[tuple[int, str, str]]:
    """Return level, family and marker of every item that is found with markers of one's own."""
    outline = parse(text, families=families_with(markers, without))
    return [(item.level, item.family, item.marker) for item in outline.walk()]


def _own(text: str, *markers: str) -> list[tuple[str, int]]:
    """Return marker and ordinal of the items of own families."""
    named = {family.name for family in families_with(markers) if family.pattern}
    items = parse(text, families=families_with(markers)).walk()
    return [(item.marker, item.ordinal) for item in items if item.family in named]


def _refused(*markers: str, without: tuple[str, ...] = ()) -> PatternError:
    """Return the error that these families must raise."""
    with pytest.raises(PatternError) as caught:
        families_with(markers, without)
    return caught.value


class TestPattern:
    """What a pattern finds."""

    @pytest.mark.parametrize(
        ("pattern", "text", "expected"),
        [
            ("【%】", "【一】收心\n话说在前。\n【二】收尾\n", ["【一】", "【二】"]),
            ("问题%：", "问题一：钱从哪来。问题二：人往哪去。", ["问题一：", "问题二："]),
            ("专题%", "专题一 读原著\n专题二、谈体会\n", ["专题一", "专题二、"]),
            ("%号", "1号，看粮仓。2号，看河堤。", ["1号，", "2号，"]),
            ("%是说", "一是说得到，二是说得清。", ["一是说", "二是说"]),
            ("Step %", "Step 1 摸底\nStep 2. 建账\n", ["Step 1", "Step 2."]),
            ("第 % 步", "第1步，摸底。第 2 步，建账。", ["第1步，", "第 2 步，"]),
            ("第一阶段第%步", "第一阶段第一步，看。第一阶段第二步，议。", ["第一阶段第一步，", "第一阶段第二步，"]),
        ],
    )
    def test_text_around_the_number(self, pattern: str, text: str, expected: list[str]) -> None:
        """The number stands where % does; a mark after the whole belongs to the marker."""
        assert _own(text, pattern) == [(marker, number) for number, marker in enumerate(expected, 1)]

    @pytest.mark.parametrize(
        "numbers",
        [
            *("一 二 三", "十 十一 十二", "壹 貳 叁", "9 10 11", "１ ２ ３", "① ② ③", "㈠ ㈡ ㈢", "一 2 ③"),
            *("Ⅰ Ⅱ Ⅲ", "I II III", "i ii iii", "A B C", "a b c", "Ａ Ｂ Ｃ", "甲 乙 丙", "子 丑 寅"),
        ],
    )
    def test_number_of_any_system(self, numbers: str) -> None:
        """Each system counts on, wherever it begins."""
        written = numbers.split()
        text = "".join(f"第{number}步，要细。" for number in written)

        found = _own(text, "第%步")

        assert [marker for marker, _ in found] == [f"第{number}步，" for number in written]
        assert [ordinal - found[0][1] for _, ordinal in found] == [0, 1, 2]

    def test_letters_of_a_word_are_no_number(self) -> None:
        """Nor is a number part of a longer one, of a decimal or of a percentage."""
        pages = families_with(["Step%", "%号", "增长%"])
        text = fold("Steps are\nStepping\n12345678号\n3B号\n增长1.5\n增长5%\n增长5\n").text

        found = [text[mark.start : mark.end] for mark in scan(text, pages) if mark.family.pattern and mark.firm]

        assert found == ["增长5"]

    def test_systems_do_not_mix(self) -> None:
        """A run of Roman numbers is not continued by letters or by the heavenly stems."""
        assert _own("方案I，快。方案II，稳。方案C，拖。方案丙，等。", "方案%") == [("方案I，", 1), ("方案II，", 2)]

    @pytest.mark.parametrize("pattern", ["(%):", "（%）：", "(％)：", "（\u200b%）:"])
    @pytest.mark.parametrize("text", ["(1):收\n(2):放\n", "（一）：收\n（二）：放\n", "( 1 ):收\n**(2):**放\n"])
    def test_widths_are_the_same(self, pattern: str, text: str) -> None:
        """Full and half width fit each other, in the pattern and in the text; what hides in either does not count."""
        assert [ordinal for _, ordinal in _own(text, pattern)] == [1, 2]

    @pytest.mark.parametrize("pattern", ["[%]", "^%^", "-%-", "\\%\\", "]%[", ".%.", "&&%&&", "*%*", "$%|(?"])
    def test_literal_text_is_literal(self, pattern: str) -> None:
        """Characters that mean something in a regular expression stand for themselves."""
        before, after = pattern.split("%")
        text = "".join(f"{before}{number}{after}要实\n" for number in (1, 2, 3))

        assert [ordinal for _, ordinal in _own(text, pattern)] == [1, 2, 3]
        assert _own(text.replace(before + "1", "x1").replace("1" + after, "1x"), pattern) != _own(text, pattern)

    def test_it_comes_before_the_table(self) -> None:
        """What a pattern finds is not found again as a marker of the table."""
        assert [family for _, family, _ in _found(STEPS, "第%步")] == ["han", *["custom:第%步"] * 3, "han"]
        assert [family for _, family, _ in _found(STEPS)][1:3] == ["di-unit"] * 2

    def test_level_comes_from_the_text(self) -> None:
        """An own family stands above or below others as the text shows it."""
        low = "一、早\n步骤一 看\n步骤二 想\n二、快\n步骤一 写\n步骤二 改\n"
        high = "步骤一 早\n一、看\n二、想\n步骤二 快\n一、写\n二、改\n"

        assert [level for level, _, _ in _found(low, "步骤%")] == [1, 2, 2, 1, 2, 2]
        assert [level for level, _, _ in _found(high, "步骤%")] == [1, 2, 2, 1, 2, 2]

    def test_glued_marker_only_fills_a_hole(self) -> None:
        """A reference to a step is no step, unless the list lacks just that one."""
        assert _own("分几步：步骤一，看；参照步骤二做完。", "步骤%") == []
        assert _own("分三步：步骤一，看；紧接着步骤二，想；步骤三，做。", "步骤%") == [
            ("步骤一，", 1),
            ("步骤二，", 2),
            ("步骤三，", 3),
        ]

    def test_unsound_number_is_no_marker(self) -> None:
        """十十 says nothing, and nought begins no list."""
        assert _own("第十十步，看。第零步，想。第一步，做。第二步，改。", "第%步") == [("第一步，", 1), ("第二步，", 2)]


class TestName:
    """What a family is called in the output."""

    def test_a_name_of_its_own(self) -> None:
        """It is what the JSON says; without one the pattern is."""
        assert {family for _, family, _ in _found(STEPS, "steps=第%步")} == {"han", "steps"}
        assert family_of("第%步").name == "custom:第%步"
        assert family_of("步骤=第%步").name == "步骤"

    def test_patterns_of_one_name_are_one_family(self) -> None:
        """They number one list: 问题 and 問題, 第1步 and 步骤1."""
        text = "问题一：水。問題二：电。问题三：路。"

        assert [level for level, _, _ in _found(text, "q=问题%：", "q=問題%：")] == [1, 1, 1]
        assert _found("问题一：水。問題二：电。", "问题%：", "問題%：") == []

    def test_one_pattern_under_two_names(self) -> None:
        """The first one decides."""
        families = families_with(["steps=第%步", "stages=第%步"])

        assert [item.family for item in parse("第一步，备料\n第二步，开工", families=families).walk()] == ["steps"] * 2

    def test_an_equals_sign_in_a_pattern(self) -> None:
        """Only a word before it is a name."""
        assert family_of("=%=").name == "custom:=%="
        assert family_of("第%=").name == "custom:第%="

    def test_a_name_that_means_something_elsewhere(self) -> None:
        """The family is not mixed with those of the table that speakers mix."""
        assert _found("第一，早。甲2，快。第二，实。", "spoken=甲%") == [(1, "di", "第一，"), (1, "di", "第二，")]


class TestWithout:
    """Families that are left out."""

    def test_its_markers_are_not_found(self) -> None:
        """Others are, and what it hid comes to light."""
        assert [family for _, family, _ in _found(STEPS, without=("di-unit",))] == ["han", "han"]
        assert _found("一 早\n\n二 快\n\n三 实\n", without=("han",)) == []

    def test_an_own_family_can_be_left_out(self) -> None:
        """One that a configuration brings, for instance."""
        assert families_with(["steps=第%步"], ["steps", "han"]) == families_with([], ["han"])

    def test_all_of_them(self) -> None:
        """Nothing is looked for, and nothing breaks."""
        outline = parse(STEPS, families=families_with(without=[family.name for family in FAMILIES]))

        assert list(outline.walk()) == []
        assert outline.length == len(STEPS)

    @pytest.mark.parametrize(
        ("name", "meant"),
        [("hna", "'han'"), ("di_unit", "'di-unit'"), ("一是", "'shi'"), ("第一条", "'article'"), ("stps", "'steps'")],
    )
    def test_unknown_name(self, name: str, meant: str) -> None:
        """The error names the nearest family, also for a marker that was given in place of its name."""
        error = _refused("steps=第%步", without=(name,))

        assert (error.what, error.hint) == (f"there is no family {name!r}", f"did you mean {meant}?")

    def test_name_like_no_other(self) -> None:
        """All names are shown, each once."""
        hint = _refused("steps=第%步", without=("zzzzzz",)).hint

        assert hint.startswith("the families are steps, han, ")
        assert hint.count("han-paren") == 1


ADD: Final = "add the text of every marker, as in 第%步 or %号"


class TestRefusal:
    """Patterns that cannot be used: where they are wrong and what to try."""

    @pytest.mark.parametrize(
        ("pattern", "at", "what", "hint"),
        [
            ("第一步", 1, "has no % for the number (at character 2)", "try 第%步"),
            ("步骤", 2, "has no % for the number (at character 3)", "try 步骤%"),
            ("", 0, "has no % for the number (at character 1)", "try 第%步"),
            ("steps=", 6, "has no % for the number (at character 7)", "try 第%步"),
            ("第%步%", 3, "has a second % (at character 4)", "write one, where the number stands"),
            ("第％步%", 3, "has a second % (at character 4)", "write one, where the number stands"),
            ("%", 0, "has nothing but the number (at character 1)", ADD),
            (" %\u3000", 1, "has nothing but the number (at character 2)", ADD),
            ("**%", 2, "has nothing but the number (at character 3)", ADD),
            ("第%\n步", 2, "has a line break (at character 3)", "write what stands on one line"),
            ("han=第%步", 0, "has the name of a family of the table (at character 1)", "try my-han=第%步"),
        ],
    )  # fmt: skip
    def test_wrong_pattern(self, pattern: str, at: int, what: str, hint: str) -> None:
        """The error shows the pattern, says where it is wrong and what to try."""
        error = _refused(pattern)

        assert (error.what, error.hint) == (f"{pattern!r} {what}", hint)
        assert (error.pattern, error.at) == (pattern, at)
        assert isinstance(error, SpeechparseError)

    def test_it_can_be_handed_over(self) -> None:
        """A worker process gives its error to the one that started it."""
        error = _refused("第%步%")

        copy = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own

        assert type(copy) is PatternError
        assert (str(copy), copy.pattern, copy.at) == (str(error), "第%步%", 3)


class TestFamilies:
    """The tuple that `parse`, `read` and `explain` take."""

    def test_nothing_chosen_is_the_table(self) -> None:
        """It is not even made anew."""
        assert families_with() is FAMILIES

    def test_the_same_choice_is_the_same_tuple(self) -> None:
        """What is made from it once for a process is found again."""
        assert families_with(["第%步", "第%步"], ["han"]) is families_with(iter(["第%步", "第%步"]), iter(["han"]))
        assert sum(family.name == "custom:第%步" for family in families_with(["第%步", "第%步"])) == 1

    def test_read_and_explain_take_it(self, tmp_path: Path) -> None:
        """They find what `parse` finds."""
        families = families_with(["第%步"], ["han"])
        expected = [item.marker for item in parse(STEPS, families=families).walk()]
        (tmp_path / "steps.txt").write_text(STEPS, encoding="utf-8", newline="")

        assert expected == ["第一步，", "第二步：", "第三步"]
        assert [item.marker for item in read(tmp_path / "steps.txt", families=families).walk()] == expected
        assert [item.marker for item in explain(STEPS, families=families).outline.walk()] == expected

    def test_explain_says_nothing_of_families_left_out(self) -> None:
        """Their markers are no candidates: there is no reason to give but that they are not asked for."""
        left = explain(STEPS, families=families_with(["第%步"], ["han"]))

        assert [(run.family, run.markers) for run in left.runs] == [
            ("custom:第%步", ["第一步，", "第二步：", "第三步"])
        ]
        assert "han" not in {rejection.family for rejection in left.rejected}


LITERAL: Final = st.text(alphabet="第步骤一十1AIv甲①⼀、。：.-^]*[(\\|?$&~#=“【】 \u3000\u200b", max_size=8)


@settings(deadline=None)
@given(LITERAL, LITERAL)
@example("", "】")
@example("一", "一")
@example("“", "”")
@example("**", "**#")
def test_every_pattern_finds_its_own_marker(before: str, after: str) -> None:
    """Whatever stands around the number: a marker as the pattern shows it is found at the start of a line."""
    visible = f"{before}{after}".replace("**", "").strip(" \u3000\u200b")
    assume(visible and not given_name(f"{before}%{after}"))

    families = families_with([f"{before}%{after}"])
    text = fold(families[0].pattern.replace("%", "一")).text

    own = [mark for mark in scan(text, families) if mark.family.pattern]
    assert [text[mark.start : mark.end].strip() for mark in own][:1] == [text.strip()]
