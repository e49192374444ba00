"""Settings: which file counts for an input, and what is wrong with one that cannot be used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import pytest

from speechparse.config import Table, folder_of, settings_for
from speechparse.errors import ConfigError
from tests.process import unmeasured

if TYPE_CHECKING:
    from collections.abc import Callable

OWN: Final = "speechparse.toml"
PROJECT: Final = "pyproject.toml"
FOREIGN: Final = '[project]\nname = "x"\n\n[tool.ruff]\nline-length = 120\n'


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the root of a repository, so that nothing above it counts."""
    (tmp_path / "home" / ".git").mkdir(parents=True)
    return tmp_path / "home"


@pytest.fixture
def settings(home: Path) -> Callable[[str], Table]:
    """Return what reads the content of a `speechparse.toml`."""

    def read(content: str) -> Table:
        _write(home / OWN, content)
        return settings_for(str(home / "a.txt"))

    return read


class TestNearest:
    """Which file counts."""

    def test_beside_the_input(self, home: Path) -> None:
        """Whether the input is there or not: that is found out later."""
        _write(home / OWN, 'markers = ["第%步"]\n')

        table = settings_for(str(home / "a.txt"))

        assert (table.strings("markers"), table.path) == (("第%步",), str(home / OWN))

    def test_in_a_folder_above(self, home: Path) -> None:
        """The nearest one counts, and those above it do not add to it."""
        _write(home / OWN, 'markers = ["第%步"]\nwithout = ["han"]\n')
        _write(home / "2024" / PROJECT, '[tool.speechparse]\nwithout = ["di"]\n')
        (home / "2024" / "05").mkdir()

        table = settings_for(str(home / "2024" / "05" / "a.txt"))

        assert (table.strings("markers"), table.strings("without")) == ((), ("di",))

    def test_a_folder_is_searched_itself(self, home: Path) -> None:
        """An input may be a folder; one of that name that is a file may not be looked into."""
        _write(home / "speeches" / OWN, 'without = ["di"]\n')

        assert settings_for(str(home / "speeches")).strings("without") == ("di",)
        assert settings_for(str(home / "speeches.txt")).strings("without") == ()

    @pytest.mark.parametrize("sign", [".git", ".hg"])
    def test_a_repository_is_a_border(self, tmp_path: Path, sign: str) -> None:
        """What lies above its root is somebody else's; in a work tree of git `.git` is a file."""
        _write(tmp_path / OWN, 'without = ["di"]\n')
        _write(tmp_path / "repository" / sign, "")
        (tmp_path / "repository" / "speeches").mkdir()

        assert settings_for(str(tmp_path / "repository" / "speeches" / "a.txt")) == Table({})
        assert settings_for(str(tmp_path / "a.txt")).strings("without") == ("di",)

    def test_the_root_itself_counts(self, home: Path) -> None:
        """There the file usually stands."""
        _write(home / PROJECT, FOREIGN + '\n[tool.speechparse]\nwithout = ["di"]\n')

        assert settings_for(str(home / "deep" / "down" / "a.txt")).strings("without") == ("di",)

    def test_own_file_before_the_project(self, home: Path) -> None:
        """Where a folder has both, one is read."""
        _write(home / OWN, 'markers = ["第%步"]\n')
        _write(home / PROJECT, '[tool.speechparse]\nwithout = ["di"]\n')

        table = settings_for(str(home / "a.txt"))

        assert (table.strings("markers"), table.strings("without")) == (("第%步",), ())

    @pytest.mark.parametrize(
        "foreign",
        [
            FOREIGN,
            "",
            "[tool.speechparse-more]\nx = 1\n",
            '[project]\nname = "speechparse"\n[tool]\n',
            "# tool.speechparse\n[tool.ruff]\n",
            "[broken",
        ],
    )
    def test_a_project_without_the_table(self, home: Path, foreign: str) -> None:
        """Nearly every project has a `pyproject.toml`: without the table the search goes on above it."""
        _write(home / OWN, 'without = ["di"]\n')
        _write(home / "project" / PROJECT, foreign)

        assert settings_for(str(home / "project" / "a.txt")).strings("without") == ("di",)

    @pytest.mark.parametrize(
        "table",
        [
            '[tool.speechparse]\nwithout = ["di"]\n',
            '[ tool . "speechparse" ]\nwithout = ["di"]\n',
            '[tool]\nspeechparse.without = ["di"]\n',
            '[tool]\nspeechparse = { without = ["di"] }\n',
            'tool.speechparse.without = ["di"]\n',
            'tool = { speechparse = { without = ["di"] } }\n',
            '\ufeff[tool.speechparse]\r\nwithout = [\r\n  "di",\r\n]\r\n',
        ],
    )
    @pytest.mark.parametrize("name", [OWN, PROJECT])
    def test_the_table_however_it_is_written(self, home: Path, name: str, table: str) -> None:
        """As TOML allows; also in `speechparse.toml`, for who copies it from there."""
        _write(home / name, table)

        assert settings_for(str(home / "a.txt")).strings("without") == ("di",)

    def test_folders_of_these_names(self, home: Path) -> None:
        """They are no files."""
        (home / OWN).mkdir()
        (home / PROJECT).mkdir()

        assert settings_for(str(home / "a.txt")) == Table({})

    def test_standard_input_counts_as_a_file_here(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """So does a bare name."""
        _write(home / OWN, 'without = ["di"]\n')
        monkeypatch.chdir(home)

        assert settings_for(None).strings("without") == ("di",)
        assert settings_for("a.txt").strings("without") == ("di",)
        assert settings_for("none/../a.txt").strings("without") == ("di",)

    def test_places_that_are_none(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A deleted folder, and a name that no file can have: there are no settings, and that is no error here."""
        gone = tmp_path / "gone"
        gone.mkdir()
        monkeypatch.chdir(gone)
        gone.rmdir()

        assert settings_for(None) == settings_for("a.txt") == settings_for("/\0/a.txt") == Table({})
        assert folder_of(None) == ""


class TestTable:
    """What a table gives, and refuses."""

    def test_sections(self, settings: Callable[[str], Table]) -> None:
        """A command has a table of its own."""
        table = settings('markers = []\n[check]\nlevel = "style"\nselect = ["N"]\n').section("check")

        assert (table.string("level"), table.strings("select"), table.string("more")) == ("style", ("N",), None)
        assert table.name == "[check]"
        assert settings("").section("check").values == {}

    @pytest.mark.parametrize(
        ("content", "complaint"),
        [
            ("withut = []", "the key 'withut' is not known; did you mean 'without'?"),
            ('marker = ["第%步"]', "the key 'marker' is not known; did you mean 'markers'?"),
            ("depth = 2", "the key 'depth' is not known; the keys are markers, without, check"),
            (
                "tool.speechparse.a = 1",
                "the key 'a' in [tool.speechparse] is not known; the keys are markers, without, check",
            ),
            ("x = 1\n[tool.speechparse]", "the key 'x' is not known; the keys are tool"),
            ("tool = 1", "the key 'tool' is not a table; write [tool] on a line of its own"),
            (
                "tool.speechparse = 1",
                "the key 'speechparse' in [tool] is not a table; write [tool.speechparse] on a line of its own",
            ),
            ("a = [b]", "is not valid TOML: Invalid value (at line 1, column 6); see https://toml.io"),
            ("a = " + "[" * 100_000, "nests too deep; see https://toml.io"),
        ],
        ids=str.split("unknown near far named beside no-table no-inner syntax deep"),
    )
    def test_wrong_files(self, home: Path, settings: Callable[[str], Table], content: str, complaint: str) -> None:
        """One line: the file, what is wrong and what to try."""
        with pytest.raises(ConfigError) as caught:
            settings(content)

        assert str(caught.value) == f"{home / OWN}: {complaint}"

    def test_wrong_project(self, home: Path) -> None:
        """The table is named as it is written there."""
        _write(home / PROJECT, '[tool.speechparse]\nmarkers = "第%步"\n[tool.speechparse.check]\nlevel = 1\n')
        table = settings_for(str(home / "a.txt"))

        with pytest.raises(
            ConfigError, match=r"the key 'markers' in \[tool\.speechparse\] is not a list of strings; write"
        ):
            table.strings("markers")
        with pytest.raises(
            ConfigError, match=r"the key 'level' in \[tool\.speechparse\.check\] is not a string; write level ="
        ):
            table.section("check").string("level")

    @pytest.mark.parametrize("value", ["1", '"han"', "[1]", '["han", 1]', "{}", "[[]]"])
    def test_no_list_of_strings(self, settings: Callable[[str], Table], value: str) -> None:
        """A single string is none either: it would be taken apart into characters."""
        with pytest.raises(ConfigError, match="the key 'without' is not a list of strings; write without = "):
            settings(f"without = {value}\n").strings("without")

    def test_no_section(self, settings: Callable[[str], Table]) -> None:
        """A command's table that is something else."""
        with pytest.raises(ConfigError, match=r"the key 'check' is not a table; write \[check\]"):
            settings('check = "style"\n').section("check")

    def test_not_utf_8(self, home: Path) -> None:
        """TOML has no other encoding."""
        (home / OWN).write_bytes('without = ["汉"]\n'.encode("gb18030"))

        with pytest.raises(ConfigError, match="is not UTF-8; save it as UTF-8"):
            settings_for(str(home / "a.txt"))


AS_NOBODY: Final = """
import os, sys, tomllib
import speechparse.reading
from speechparse.config import settings_for
from speechparse.errors import ReadError
if os.geteuid() == 0:
    try:
        os.seteuid(65534)
    except OSError:
        sys.exit(77)
if not os.path.isfile(sys.argv[1]):
    sys.exit(77)
try:
    print(settings_for(sys.argv[1]))
except ReadError as error:
    print(error)
"""
"""Looks for the settings of a file without root's right to read anything; exit 77 where that cannot be tried."""


@pytest.mark.parametrize(
    ("name", "expected"), [(OWN, "permission denied; ask"), (PROJECT, "Table(values={}, path='', name='')")]
)
def test_a_file_that_may_not_be_read(name: str, expected: str) -> None:
    """One that is surely meant is an error; a project's may be about anything."""
    with TemporaryDirectory() as folder:  # others may not look into the folders that pytest makes
        home = Path(folder)
        home.chmod(0o755)
        (home / ".git").mkdir()
        _write(home / name, "[tool.speechparse]\n")
        (home / name).chmod(0)
        _write(home / "a.txt", "")

        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, home / "a.txt"],
            env=unmeasured(), capture_output=True, check=False, timeout=60, text=True, encoding="utf-8",
        )  # fmt: skip

    if done.returncode == 77:
        pytest.skip("root cannot be dropped here, or has a folder of temporary files to itself")
    assert done.stderr == ""
    assert expected in done.stdout
