"""What a run loads: a start costs more than a speech."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from tests.process import unmeasured

if TYPE_CHECKING:
    from pathlib import Path

NEVER: Final = frozenset(
    (
        "asyncio",
        "concurrent.futures",
        "hashlib",
        "importlib.metadata",
        "importlib.resources",
        "json.decoder",
        "logging",
        "multiprocessing",
        "pathlib",
        "random",
        "rich",
        "shutil",
        "socket",
        "speechparse.atomic",
        "speechparse.explain",
        "speechparse.render.tree",
        "subprocess",
        "tempfile",
        "urllib.parse",
    )
)
"""Modules that a file needs neither to be parsed nor to be written as JSON."""

LOADED_BY: Final = "import sys; {}; print(*sorted(sys.modules), file=sys.stderr)"

RUN: Final = """\
import sys
from speechparse.cli import main
sys.argv = ["speechparse", *sys.argv[1:]]
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


def _loaded(code: str, *arguments: str, cwd: Path) -> set[str]:
    """Return the modules that a process with this code has loaded at its end."""
    done = subprocess.run(
        # -S: what is installed beside the package may load more by its own .pth files; the path is handed on instead.
        [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}\n{code}", *arguments],
        cwd=cwd, env=unmeasured(), capture_output=True, check=True, text=True, encoding="utf-8",
    )  # fmt: skip
    return set(done.stderr.split())


@pytest.fixture
def page(tmp_path: Path) -> str:
    """Return the path of a small speech."""
    path = tmp_path / "speech.txt"
    path.write_text("一、抓学习\n二、抓落实\n", encoding="utf-8")
    return str(path)


def test_the_package_loads_neither_click_nor_rich(tmp_path: Path) -> None:
    """A program that only parses does not pay for the command line."""
    loaded = _loaded(LOADED_BY.format("import speechparse; speechparse.parse('一、甲')"), cwd=tmp_path)

    assert "speechparse" in loaded
    assert not loaded & {"click", "rich", "speechparse.cli", *NEVER}


def test_json_loads_no_more_than_it_needs(tmp_path: Path, page: str) -> None:
    """What click itself loads is allowed; everything else that is slow is not."""
    allowed = _loaded(LOADED_BY.format("import click, regex"), cwd=tmp_path)

    loaded = _loaded(RUN, "outline", page, cwd=tmp_path)

    assert {"speechparse.render.json", "click"} <= loaded
    assert not (loaded & NEVER) - allowed


def test_the_tree_loads_rich(tmp_path: Path, page: str) -> None:
    """The test above would pass as well if the list of modules were empty."""
    assert "rich.console" in _loaded(RUN, "outline", page, "--format", "tree", cwd=tmp_path)


def test_modules_that_click_loads_are_not_hidden_by_the_test(tmp_path: Path) -> None:
    """Of what must never be loaded, click and regex bring almost nothing with them."""
    allowed = _loaded(LOADED_BY.format("import click, regex"), cwd=tmp_path)

    assert not allowed & {"rich", "importlib.metadata", "concurrent.futures", "json.decoder"}
