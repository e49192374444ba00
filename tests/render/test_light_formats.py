"""What the formats cost a run that does not use them: nothing."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from speechparse.render.registry import FORMATS
from tests.process import environment

if TYPE_CHECKING:
    from pathlib import Path

RUN = """\
import sys
from speechparse.cli import main
sys.argv = ["speechparse", "outline", *sys.argv[1:]]
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def _loaded(folder: Path, *arguments: str) -> set[str]:
    (folder / "speech.txt").write_text("一、抓学习\n二、抓落实\n", encoding="utf-8")
    done = subprocess.run(
        # -S: what is installed beside the package may load more by its own .pth files; the path is handed on instead.
        [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}\n{RUN}", "speech.txt", *arguments],
        cwd=folder, env=environment(), capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    return set(done.stderr.decode().split())


def test_json_loads_no_other_writer(tmp_path: Path) -> None:
    """Only the table of the formats."""
    loaded = _loaded(tmp_path)

    assert "speechparse.render.registry" in loaded
    assert not loaded & {f"speechparse.render.{row.module}" for row in FORMATS.values()}
    assert not loaded & {"docx", "html", "csv", "xml", "zipfile", "webbrowser", "speechparse.cli.view"}


def test_a_writer_is_loaded_when_it_is_chosen(tmp_path: Path) -> None:
    """The test above would pass as well if the names were wrong."""
    assert "speechparse.render.markdown" in _loaded(tmp_path, "--format", "md")
    assert "speechparse.render.html" in _loaded(tmp_path, "--format", "html")
