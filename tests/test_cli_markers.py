"""`--marker`, `--without` and the settings of a project, in the real command."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import click
import pytest

from speechparse.cli.families import Choice, choices, family_options
from speechparse.errors import PatternError
from speechparse.families import FAMILIES
from tests.process import run, unmeasured

if TYPE_CHECKING:
    from pathlib import Path

SPEECH: Final = "一、怎么改\n第一步，摸清底数。第二步，列出清单。\n题一：改作风\n题二：改文风\n二、怎么管\n管要经常。\n"
STEPS: Final = [("han", "一、"), ("steps", "第一步，"), ("steps", "第二步，"), ("han", "二、")]
SETTINGS: Final = "speechparse.toml"
SECOND: Final = "has a second % (at character {}); write one, where the number stands"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the root of a repository with a speech in it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text(SPEECH, encoding="utf-8", newline="")
    return tmp_path


def _set(folder: Path, settings: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / SETTINGS).write_text(settings, encoding="utf-8", newline="")


def _found(line: bytes) -> list[tuple[str, str]]:
    """Return family and marker of every item of a document."""
    found: list[tuple[str, str]] = []
    stack = [child for speech in reversed(json.loads(line)["speeches"]) for child in reversed(speech["children"])]
    while stack:
        item = stack.pop()
        found.append((item["family"], item["marker"]))
        stack.extend(reversed(item["children"]))
    return found


def _outlined(folder: Path, *arguments: str, stdin: bytes = b"") -> list[tuple[str, str]]:
    """Return what the command finds, which must say nothing else."""
    done = run("outline", *arguments, cwd=folder, stdin=stdin)
    assert (done.returncode, done.stderr) == (0, b"")
    return _found(done.stdout)


class TestOptions:
    """What the command line says."""

    def test_markers_of_ones_own(self, folder: Path) -> None:
        """As many as one likes, with names and without."""
        found = _outlined(folder, "a.txt", "--marker", "steps=第%步", "--marker", "题%")

        assert found == [*STEPS[:3], ("custom:题%", "题一："), ("custom:题%", "题二："), STEPS[3]]

    def test_families_left_out(self, folder: Path) -> None:
        """As many as one likes, one's own among them."""
        found = _outlined(folder, "a.txt", "--without", "han", "--marker", "steps=第%步", "--without", "steps")

        assert found == [("di-unit", "第一步，"), ("di-unit", "第二步，")]

    def test_explain_takes_them(self, folder: Path) -> None:
        """The grounds are those of the outline that is written."""
        done = run("outline", "a.txt", "--explain", "--marker", "steps=第%步", "--without", "han", cwd=folder)

        assert _found(done.stdout) == STEPS[1:3]
        assert "taken: 第一步， (line 2) 第二步， (line 2) [steps]" in done.stderr.decode()
        assert "[han]" not in done.stderr.decode()

    def test_pattern_in_a_wrong_form(self, folder: Path) -> None:
        """A usage error before anything is read, with a mark under the place, two columns for a wide character."""
        done = run("outline", "missing.txt", "--marker", "专题%", "--marker", "a第%步%", cwd=folder)

        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().splitlines()[-3:] == [
            f"Error: Invalid value for '--marker': 'a第%步%' {SECOND.format(5)}",
            "  a第%步%",
            "        ^",
        ]  # fmt: skip

    def test_unknown_family(self, folder: Path) -> None:
        """A usage error with the nearest name, before anything is read."""
        done = run("outline", "missing.txt", "--without", "han", "--without", "hna", cwd=folder)

        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().splitlines()[-1] == (
            "Error: Invalid value for '--without': there is no family 'hna'; did you mean 'han'?"
        )

    def test_nothing_acts_on_the_terminal(self, folder: Path) -> None:
        """Whatever was given, and whatever the terminal can show."""
        for option in ("--marker", "--without"):
            done = run("outline", "a.txt", option, b"\x1b[2J\xff\xe7", cwd=folder, env={"PYTHONIOENCODING": "ascii"})

            assert done.returncode == 2
            assert b"\x1b" not in done.stderr
            assert b"Traceback" not in done.stderr

    def test_completion(self, folder: Path) -> None:
        """Of the names of families."""
        words = "speechparse outline --without st"
        answer = run(cwd=folder, env={"_SPEECHPARSE_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "3"})

        assert answer.stdout.decode().splitlines() == ["plain,stem-paren", "plain,stem"]


class TestSettings:
    """What a project says."""

    def test_beside_the_input(self, folder: Path) -> None:
        """The folder of the input counts, not the one the command is started in."""
        _set(folder / "speeches", 'markers = ["steps=第%步"]\nwithout = ["han"]\n')
        (folder / "a.txt").rename(folder / "speeches" / "a.txt")
        _set(folder, 'without = ["di-unit"]\n')

        assert _outlined(folder, "speeches/a.txt") == STEPS[1:3]
        assert _outlined(folder, stdin=SPEECH.encode()) == [STEPS[0], STEPS[3]]

    def test_each_input_has_its_own(self, folder: Path) -> None:
        """Of several, each follows the nearest file."""
        for name in ("x", "y"):
            _set(folder / name, f'markers = ["{name}=第%步"]\n')
            (folder / name / "a.txt").write_bytes(SPEECH.encode())

        done = run("outline", "x/a.txt", "a.txt", "y/a.txt", cwd=folder)

        assert [_found(line)[1][0] for line in done.stdout.splitlines()] == ["x", "di-unit", "y"]

    def test_the_command_line_adds(self, folder: Path) -> None:
        """Own markers and families left out come together."""
        _set(folder, 'markers = ["题%"]\nwithout = ["han"]\n')

        found = _outlined(folder, "a.txt", "--marker", "steps=第%步")
        assert [family for family, _ in found] == ["steps", "steps", "custom:题%", "custom:题%"]
        assert _outlined(folder, "a.txt", "--without", "di-unit") == found[2:]

    def test_the_command_line_wins(self, folder: Path) -> None:
        """Of patterns of one name, its own count."""
        _set(folder, 'markers = ["steps=专题%", "steps=专题：%"]\n')

        assert _outlined(folder, "a.txt", "--marker", "steps=第%步") == STEPS

    def test_a_family_of_the_settings_can_be_left_out(self, folder: Path) -> None:
        """Its name is as good as any other."""
        _set(folder, 'markers = ["steps=第%步"]\n')

        assert ("di-unit", "第一步，") in _outlined(folder, "a.txt", "--without", "steps")

    @pytest.mark.parametrize(
        ("settings", "lines"),
        [
            ('markers = ["第%步%"]', [f"'第%步%' {SECOND.format(4)}", "  第%步%", "       ^"]),
            ('without = ["hna"]', ["there is no family 'hna'; did you mean 'han'?"]),
            ("withot = []", ["the key 'withot' is not known; did you mean 'without'?"]),
            ('without = "han"', ["the key 'without' is not a list of strings; write without = [\"…\", \"…\"]"]),
            ("without", ["is not valid TOML: Expected '=' after a key in a key/value pair (at end of document); see https://toml.io"]),
        ],
        ids=str.split("pattern family key value syntax"),
    )  # fmt: skip
    def test_settings_that_cannot_be_used(self, folder: Path, settings: str, lines: list[str]) -> None:
        """Nothing is done, and the error names the file in one line, once; a pattern is shown with its fault."""
        _set(folder, settings)

        done = run("outline", "a.txt", "b.txt", "--without", "han", cwd=folder)

        assert (done.returncode, done.stdout) == (2, b"")
        shown = done.stderr.decode().splitlines()
        assert shown == [f"speechparse: {folder / SETTINGS}: {lines[0]}", *lines[1:]]

    def test_settings_of_another_command(self, folder: Path) -> None:
        """They are that command's business."""
        _set(folder, '[check]\nlevle = "style"\n')

        assert _outlined(folder, "a.txt")[0] == STEPS[0]


class TestChoices:
    """What other commands build on."""

    def test_by_name_as_given(self, folder: Path) -> None:
        """Files, folders and standard input; of one folder the same choice."""
        _set(folder, 'without = ["han"]\n')
        names = [str(folder), str(folder / "a.txt"), str(folder / "none.txt"), "-"]

        found = choices(names, ["第%步"], [])

        assert list(found) == names
        assert found[names[0]] is found[names[1]] is found[names[2]] == Choice(("第%步",), ("han",))
        assert found[names[0]].families()[0].name == "custom:第%步"

    def test_nothing_chosen_is_the_table(self, tmp_path: Path) -> None:
        """Most runs need nothing made for them."""
        assert choices([str(tmp_path)], (), ())[str(tmp_path)].families() is FAMILIES

    def test_options_for_a_command(self) -> None:
        """A command gets what was given, as it was."""

        @click.command
        @family_options
        def command(markers: tuple[str, ...], without: tuple[str, ...]) -> Choice:
            return Choice(markers, without)

        given = command.main(["--without", "di", "--marker", "第%步", "--without", "a"], standalone_mode=False)

        assert given == Choice(("第%步",), ("di", "a"))
        with pytest.raises(PatternError):
            given.families()


def _loaded(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that the command loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "speechparse", "outline", "a.txt", *arguments],
        cwd=folder, env=unmeasured(), capture_output=True, check=True, timeout=60, text=True, encoding="utf-8",
    )  # fmt: skip
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


def test_who_chooses_nothing_pays_nothing(folder: Path) -> None:
    """What reads settings and makes families is loaded where there are any, not for every project near by."""
    modules = {"tomllib", "speechparse.custom", "speechparse.any_number"}
    (folder / "pyproject.toml").write_text('[project]\nname = "speeches"\n[tool.ruff]\n', encoding="utf-8")

    assert not _loaded(folder) & modules
    assert _loaded(folder, "--without", "han") & modules == modules - {"tomllib"}
    _set(folder, 'markers = ["第%步"]\n')
    assert _loaded(folder) >= modules
