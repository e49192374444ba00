"""The tree for people."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from speechparse.render.palette import colour
from speechparse.render.tree import NO_ITEMS, console_for, draw
from speechparse.render.visible import visible
from tests.outlines import item, ladder, outline, speech

if TYPE_CHECKING:
    from speechparse.model import Outline


class _Terminal(StringIO):
    """A terminal of a given encoding; its width is what COLUMNS says."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override] # StringIO has none
        """Return what sys.stdout would say."""
        return self._encoding

    def isatty(self) -> bool:
        """Say that a person looks."""
        return True


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is set where the tests run out of them."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")


def _plain(one: Outline, encoding: str = "utf-8") -> str:
    return draw(one, console_for(_Terminal(encoding), "never"))


def _three_levels() -> Outline:
    return outline(
        speech(
            "在大会上的讲话",
            item("一、", "抓学习", item("第一，", "学原文", item("1.", "通读", line=4), family="di", line=3), line=2),
            item("二、", "抓落实", line=7),
        )
    )


def test_a_tree() -> None:
    """Markers, titles and line numbers, under a line that sums the speech up."""
    expected = """\
在大会上的讲话  4 items, 3 levels
├── 一、 抓学习  :2
│   └── 第一， 学原文  :3
│       └── 1. 通读  :4
└── 二、 抓落实  :7
"""

    assert expected == _plain(_three_levels())


def test_several_speeches() -> None:
    """A blank line between them; one without a title, or that repeats another, says so."""
    again = speech(None, item("一、", "抓学习", line=9))
    again.duplicate_of = 0

    expected = """\
讲话  1 item, 1 level
└── 一、 抓学习  :1

(no title)  1 item, 1 level, same as speech 1
└── 一、 抓学习  :9
"""

    assert expected == _plain(outline(speech("讲话", item("一、", "抓学习")), again))


@pytest.mark.parametrize(
    ("one", "expected"),
    [(outline(), f"{NO_ITEMS}\n"), (outline(speech("讲话")), f"讲话  0 items, 0 levels\n{NO_ITEMS}\n")],
    ids=["no speech", "a speech without items"],
)
def test_nothing_found_is_said(one: Outline, expected: str) -> None:
    """An empty output would look like a failure."""
    assert expected == _plain(one)


def test_text_stands_in_for_a_title() -> None:
    """Its beginning, on one line; an item with neither shows its marker alone."""
    one = outline(speech("讲话", item("一是", text="抓学习\n下一行"), item("二是", text="要" * 30), item("三是")))

    expected = ["├── 一是 抓学习  :1", f"├── 二是 {'要' * 24}…  :1", "└── 三是  :1"]

    assert expected == _plain(one).splitlines()[1:]


def test_markup_is_text() -> None:
    """Nothing in square brackets or colons is taken for a style or an emoji."""
    title = "数组 a[/b] [red]红[/red] [link=x]y :smile:"

    assert title in _plain(outline(speech(title, item("一、", title)))).splitlines()[0]
    assert title in _plain(outline(speech(None, item("一、", title)))).splitlines()[2 - 1]


def test_control_characters_are_shown_harmless() -> None:
    """In markers, titles and texts, with and without colour, nothing of the speech acts on the terminal."""
    bad = "\x1b[2J\x07\x9b\r\u202e\ud800"
    one = outline(speech(bad, item(f"一{bad}、", bad), item("二、", text=bad)))

    for color in ("never", "always"):
        drawn = draw(one, console_for(_Terminal(), color))

        assert drawn.count("␛[2J␇\ufffd␍\ufffd\ufffd") == 4
        assert not {"\x07", "\x9b", "\r", "\u202e", "\ud800"} & set(drawn)
        assert "\x1b[2J" not in drawn


def test_visible_leaves_ordinary_text_alone() -> None:
    """Wide spaces, emoji and accents are no controls; a tab is a space."""
    assert visible("一、\u3000抓学习 é😀") == "一、\u3000抓学习 é😀"
    assert visible("a\tb\nc\x7f") == "a b␊c␡"


@pytest.mark.parametrize("width", [20, 34, 40, 57, 80, 200])
def test_lines_are_as_wide_as_the_console(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """Every character of a title is shown, on lines that fit."""
    monkeypatch.setenv("COLUMNS", str(width))
    title = "坚持以人民为中心的发展思想，在高质量发展中促进共同富裕；" * 3
    drawn = _plain(outline(speech(title, item("第一，", title, item("（一）", title)))))

    assert max(map(cell_len, drawn.splitlines())) <= width
    shown = "".join(character for character in drawn if character not in " │├└─╴\n")
    assert shown == f"{title}2items,2levels第一，{title}:1（一）{title}:1"


def test_a_folded_line_stands_under_the_title(monkeypatch: pytest.MonkeyPatch) -> None:
    """The marker stands out, no line begins with a comma, and a line number is never cut."""
    monkeypatch.setenv("COLUMNS", "26")
    one = outline(
        speech("讲话", item("一、", "坚持以人民为中心，促进发展", line=12), item("二、", "坚持以人民为中心", line=9))
    )

    expected = """\
├── 一、 坚持以人民为中
│        心，促进发展  :12
└── 二、 坚持以人民为中心
           :9
"""

    assert expected == _plain(one).split("\n", 1)[1]


def test_a_marker_that_fills_the_line_does_not_push_its_title_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hanging indent is only worth its room where it leaves some."""
    monkeypatch.setenv("COLUMNS", "24")
    one = outline(speech("讲话", item("第一百二十三个大问题，", "坚持")))

    assert _plain(one).splitlines()[1:] == ["└── 第一百二十三个大问", "    题， 坚持  :1"]


def test_the_deepest_tree_is_readable_at_80_columns() -> None:
    """32 levels leave every label at least 16 columns."""
    lines = _plain(ladder(32)).splitlines()

    assert max(map(cell_len, lines)) <= 80
    assert lines[-2:] == [f"{' ' * 62}└╴（一） 第32层", f"{' ' * 64}{' ' * 7}  :32"]


def test_guides_become_narrow_on_a_narrow_console(monkeypatch: pytest.MonkeyPatch) -> None:
    """One column a level where two do not fit."""
    monkeypatch.setenv("COLUMNS", "48")

    lines = _plain(ladder(32)).splitlines()

    assert max(map(cell_len, lines)) <= 48
    assert f"{' ' * 31}└（一）" in "\n".join(lines)


def test_a_pipe_has_no_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line an item, so that grep finds whole titles."""
    monkeypatch.delenv("COLUMNS")
    title = "坚持以人民为中心的发展思想" * 20

    assert f"└── 一、 {title}  :1" in draw(outline(speech(None, item("一、", title))), console_for(StringIO(), "auto"))


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
def test_other_encodings_get_ascii_guides(encoding: str) -> None:
    """What the console cannot show is replaced by the caller; the lines of the tree stay lines."""
    assert _plain(_three_levels(), encoding).splitlines()[2] == "|   `-- 第一， 学原文  :3"


def _colours(drawn: str) -> bool:
    return "\x1b[" in drawn


@pytest.mark.parametrize(
    ("environment", "color", "expected"),
    [
        ({}, "auto", True),
        ({"NO_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": ""}, "auto", True),
        ({"NO_COLOR": "1"}, "always", True),
        ({"TERM": "dumb"}, "auto", False),
        ({"TERM": "dumb"}, "always", True),
        ({}, "never", False),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
    ],
)
def test_colour_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], color: str, *, expected: bool
) -> None:
    """The option wins over the environment."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert expected == _colours(draw(_three_levels(), console_for(_Terminal(), color)))


@pytest.mark.parametrize(
    ("environment", "color", "expected"),
    [({}, "auto", False), ({"FORCE_COLOR": "1"}, "auto", True), ({}, "always", True), ({}, "never", False)],
)
def test_colour_in_a_pipe(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], color: str, *, expected: bool
) -> None:
    """None, unless it is asked for."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert expected == _colours(draw(_three_levels(), console_for(StringIO(), color)))


def test_a_family_has_its_colour() -> None:
    """Markers and titles of one family look alike, those of another not."""
    drawn = draw(_three_levels(), console_for(_Terminal(), "always"))

    assert "\x1b[1;36m一、\x1b[0m\x1b[36m 抓学习\x1b[0m" in drawn
    assert "\x1b[1;36m二、\x1b[0m\x1b[36m 抓落实\x1b[0m" in drawn
    assert "\x1b[1;35m第一，\x1b[0m\x1b[35m 学原文\x1b[0m" in drawn


def test_a_family_that_a_user_made_has_the_same_colour_everywhere() -> None:
    """Its name decides, not the order in which families are met."""
    assert colour("第%步") == "magenta"
    assert colour("\ud800") == "yellow"


def test_ten_thousand_items_are_drawn() -> None:
    """Each on a line of its own, none lost."""
    one = outline(
        speech("讲话", *(item("一、", "抓学习", *(item("1.", "通读") for _ in range(9))) for _ in range(1000)))
    )

    assert len(_plain(one).splitlines()) == 10_001
