"""What a text's outline rests on, and why each trap of real texts is not taken for a marker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from speechparse import parse
from speechparse.explain import EVIDENCE, REASONS, explain
from speechparse.families import families_with
from tests.ink import is_ink
from tests.spec_cases import read_cases

if TYPE_CHECKING:
    from tests.spec_cases import Case


class Trap(NamedTuple):
    """A text with what must not be taken in it."""

    name: str
    text: str
    marker: str
    family: str
    reason: str


class Ground(NamedTuple):
    """A text with a run that must be taken in it, and why."""

    name: str
    text: str
    markers: tuple[str, ...]
    evidence: tuple[str, ...]


CONTENTS: Final = "目录\n一、抓学习……1\n二、抓作风……2\n\n一、抓学习\n要读书。\n二、抓作风\n要守纪。\n"
PREVIEW: Final = (
    "今天讲两个问题：（一）学习问题；（二）作风问题。\n（一）学习问题\n要读书。\n（二）作风问题\n要实在。\n"
)
PAGE: Final = (
    "在全乡会议上的讲话\n同志们：\n一、抓学习\n读书。\n二、抓作风\n实干。\n谢谢大家！\n\n"
    "相关文章：\n1、乡里的工作总结\n2、村里的工作总结\n"
)
NOTES: Final = "一、学习\n好好学习①。\n二、工作\n好好工作。\n注释\n①见乡志。\n②见村志。"
TWO: Final = "\n一、抓学习\n读书。\n二、抓作风\n实干。\n"

TRAPS: Final = (
    Trap("responsible", "各级书记是第一责任人。", "第一", "di", "word"),
    Trap("first line", "干部要到第一线去。", "第一", "di", "word"),
    Trap("unity", "思想的统一是前提。", "一是", "shi", "word"),
    Trap("one is one", "做人要一是一、二是二，不能含糊。", "一是", "shi", "word"),
    Trap("two is two", "做人要一是一、二是二，不能含糊。", "二是", "shi", "word"),
    Trap("shares", "全乡A股很少。", "A股", "letter", "word"),
    Trap("decimal", "产量增长3.5倍。", "3.", "arabic", "number"),
    Trap("decimal at a line", "办水厂要花钱。\n3.5万元还不够。\n", "3.", "arabic", "number"),
    Trap("date", "水库在2021.3.4开工。", "2021.", "arabic", "number"),
    Trap("row of figures", "分别提高12.9、6.2、54个百分点。", "9、", "arabic", "number"),
    Trap("prizes", "我校学生夺得一、二等奖。", "一、", "han", "coordination"),
    Trap("two parties", "请记住：甲、乙双方都要守约。", "甲、", "stem", "coordination"),
    Trap("second article", "按照第二条的规定办理。", "第二", "di", "reference"),
    Trap("chapter", "细节见第一章。", "第一", "di", "reference"),
    Trap("figure", "走向见图①所示。", "①", "circled", "reference"),
    Trap("call of a note", "他写道：“早睡早起。”①后来又改了。", "①", "circled", "footnote"),
    Trap("note", NOTES, "②", "circled", "footnote"),
    Trap("table of contents", CONTENTS, "二、", "han", "contents"),
    Trap("leaders alone", CONTENTS.removeprefix("目录\n"), "一、", "han", "contents"),
    Trap("quoted list", "他说：“第一，要早睡；第二，要早起。”大家笑了。", "第二，", "di", "quoted"),
    Trap("only at first", "首先要看到困难。我们不怕。", "首先", "order", "lone"),
    Trap("only a first", "第一，要抓学习。别的以后再说。", "第一，", "di", "lone"),
    Trap("from three on", "三是抓学习。四是抓作风。", "三是", "shi", "no-first"),
    Trap("agenda", PREVIEW, "（二）", "han-paren", "preview"),
    Trap("thanks first", f"同志们：\n首先感谢各位到会。{TWO}", "首先", "order", "courtesy"),
    Trap("wishes at last", "第一，抓学习。第二，抓作风。\n最后，祝大家身体健康！", "最后，", "order", "farewell"),
    Trap("photographer", "乡报记者 王平/摄三是严格纪律。", "三是", "shi", "glued"),
    Trap("related articles", PAGE, "2、", "arabic", "outside"),
)
GROUNDS: Final = (
    Ground("lines", f"今天开会。{TWO}", ("一、", "二、"), ("line-starts", "sequence")),
    Ground(
        "sentences",
        "我讲三点意见。一是抓学习。二是抓作风。三是抓纪律。",
        ("一是", "二是", "三是"),
        ("sentence-starts", "sequence", "announced"),
    ),
    Ground(
        "clauses",
        "办法是，一要抓学习，二要抓作风，三要抓纪律。",
        ("一要", "二要", "三要"),
        ("clause-starts", "sequence"),
    ),
    Ground("heading", "同志们：\n今天说一件事。\n一、抓学习\n大家要读书。\n", ("一、",), ("heading-line",)),
    Ground("higher heading", "一、学习\n1．读书。\n2．读报。\n二、工作\n3．下田。\n", ("3．",), ("resumed",)),
    Ground(
        "hole",
        "要做好工作。一是抓学习。二是抓作风，记者王平摄三是抓纪律。四是抓落实。",
        ("一是", "二是", "三是", "四是"),
        ("sentence-starts", "sequence", "filled"),
    ),
    Ground(
        "mixture",
        "要做好工作。首先，抓学习。第二，抓作风。最后，抓纪律。",
        ("首先，", "第二，", "最后，"),
        ("sentence-starts", "sequence", "mixed"),
    ),
    Ground(
        "same number",
        "出路在哪里：一是种树，一是养鱼。",
        ("一是", "一是"),
        ("sentence-starts", "clause-starts", "sequence", "repeated"),
    ),
)

each_case = pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_trap(trap: Trap) -> None:
    """The marker is not taken, and for this reason."""
    found = explain(trap.text)

    assert (trap.marker, trap.family, trap.reason) in [(one.marker, one.family, one.reason) for one in found.rejected]


@pytest.mark.parametrize("ground", GROUNDS, ids=lambda ground: ground.name)
def test_ground(ground: Ground) -> None:
    """The run is taken, and this is all that speaks for it."""
    found = explain(ground.text)

    assert (ground.markers, ground.evidence) in [(tuple(run.markers), tuple(run.evidence)) for run in found.runs]


def test_ids_are_stable() -> None:
    """Other programs look for these ids: one may be added, none renamed."""
    assert " ".join(sorted(REASONS)) == (
        "contents coordination courtesy farewell footnote glued lone no-first number outside preview quoted "
        "reference word"
    )
    assert " ".join(sorted(EVIDENCE)) == (
        "announced clause-starts filled heading-line line-starts mixed repeated resumed sentence-starts sequence"
    )


def test_every_reason_is_shown() -> None:
    """Each reason has a trap above."""
    assert {trap.reason for trap in TRAPS} == set(REASONS)


def test_every_evidence_is_shown() -> None:
    """Each kind of evidence has a text above."""
    assert {one for ground in GROUNDS for one in ground.evidence} == set(EVIDENCE)


@each_case
def test_only_known_ids(case: Case) -> None:
    """Every reason and every kind of evidence has a sentence."""
    found = explain(case.text)

    assert {one.reason for one in found.rejected} <= set(REASONS)
    assert {one for run in found.runs for one in run.evidence} <= set(EVIDENCE)


@each_case
def test_places(case: Case) -> None:
    """What was not taken is the exact slice, on the line that is named, in the order of the text."""
    rejected = explain(case.text).rejected

    assert [one.start for one in rejected] == sorted(one.start for one in rejected)
    for one in rejected:
        assert is_ink(one.marker[0])
        assert case.text.startswith(one.marker, one.start)
        assert one.line == case.text.count("\n", 0, one.start) + 1


@each_case
def test_same_outline(case: Case) -> None:
    """The outline is the one that `parse` gives, and each of its items is of a run that was taken."""
    found = explain(case.text)

    assert found.outline == parse(case.text)
    markers = [marker for run in found.runs for marker in run.markers]
    assert {item.marker for item in found.outline.walk()} <= set(markers)


def test_taken_or_not_taken() -> None:
    """No place is both an item and a rejection."""
    found = explain(PAGE)

    assert not {item.start for item in found.outline.walk()} & {one.start for one in found.rejected}


def test_lines_of_a_run() -> None:
    """A run names the line of each of its members, whatever ends the lines."""
    (run,) = explain("今天开会。\r\n一、抓学习\r\n读书。\r二、抓作风\n").runs

    assert (run.markers, run.lines) == (["一、", "二、"], [2, 4])


def test_nothing_of_families_left_out() -> None:
    """Of a family that is not looked for nothing is said."""
    text = "思想的统一是前提。首先要看到困难。"

    assert [one.family for one in explain(text, families=families_with(without=["shi"])).rejected] == ["order"]
