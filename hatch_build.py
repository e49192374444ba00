"""What the build does beside packing: where there is a C compiler, the parser is compiled.

The modules from text to outline are plain typed Python. mypyc makes machine code of them, which parses 1.6 times as
fast (`python -m benchmarks speed`). Where there is no compiler, where it fails, or where `SPEECHPARSE_PURE` is set,
they are installed as they stand and do the same. An editable install is never compiled: what is edited must be what
runs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MODULES: Final = """
    above asides borders build candidates clauses closing cues doubts endings extents filling finds fold foot frame
    heads judging landmarks leave lines linking markers measures midline model nest numbered opened openings
    page_words run runs scan scope speeches subheadings surroundings titles turns widths words wraps
    """.split()
"""What every parse runs through, but what only holds tables, and `outline`: a compiled `parse` shows no signature."""


class CompiledParser(BuildHookInterface[Any]):
    """Puts the compiled modules into a wheel, beside their sources."""

    def dependencies(self) -> list[str]:
        """Return what the build needs beside its backend."""
        return ["mypy>=1.18", "setuptools>=77"] if can_compile() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless the package is installed to be edited; a failure is told and leaves the wheel as it is."""
        if version == "editable" or not can_compile():
            return
        self._folder = tempfile.mkdtemp()
        command = [sys.executable, __file__, self._folder]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode:
            self.app.display_warning(f"The parser is not compiled, it runs as Python:\n{done.stdout}{done.stderr}")
            return
        libraries = Path(self._folder, _LIBRARIES)
        build_data["force_include"].update(
            {str(path): str(path.relative_to(libraries)) for path in libraries.rglob("*") if path.is_file()}
        )
        build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Leave nothing behind."""
        if version != "editable" and can_compile():
            shutil.rmtree(self._folder)


_LIBRARIES: Final = "libraries"


def can_compile() -> bool:
    """Whether a C compiler and the headers of this Python are at hand, and nobody has said not to."""
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cl").split()[0]
    headers = Path(sysconfig.get_path("include"), "Python.h")
    return not os.environ.get("SPEECHPARSE_PURE") and bool(shutil.which(compiler)) and headers.exists()


def compile_modules(folder: Path) -> None:
    """Compile the parser of the current directory; the libraries go below a folder, in packages."""
    # Both come with the build only: they are no requirement of a wheel that is not compiled.
    from mypyc.build import mypycify  # noqa: PLC0415
    from setuptools import Distribution  # noqa: PLC0415
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    sources = [f"speechparse/{module}.py" for module in MODULES]
    options = ["--config-file=", f"--cache-dir={folder / 'cache'}", "--ignore-missing-imports", *sources]
    # -O3 takes a third longer to build and is no faster to run.
    extensions = mypycify(options, opt_level="1", debug_level="0", target_dir=str(folder))
    command = build_ext(Distribution({"name": "speechparse", "ext_modules": extensions}))
    command.build_lib, command.build_temp = str(folder / _LIBRARIES), str(folder / "objects")
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    compile_modules(Path(sys.argv[1]))
