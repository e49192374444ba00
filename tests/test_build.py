"""The build: what is compiled, where, and what happens where it cannot be."""

from __future__ import annotations

import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hatch_build import MODULES, CompiledParser, can_compile

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def hook(tmp_path: Path) -> CompiledParser:
    """Return the build hook of a wheel."""
    arguments: tuple[Any, ...] = (str(ROOT), {}, None, None, str(tmp_path), "wheel")
    return CompiledParser(*arguments)


@pytest.fixture
def compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what puts a compiler in the place of this machine's, with headers beside it."""
    (tmp_path / "Python.h").touch()
    monkeypatch.setattr(sysconfig, "get_path", lambda _name: str(tmp_path))
    monkeypatch.delenv("SPEECHPARSE_PURE", raising=False)
    return lambda command: monkeypatch.setenv("CC", command)


def test_modules_are_named_in_order() -> None:
    """Each is a module of the package, named once."""
    assert [name for name in MODULES if not (ROOT / "speechparse" / f"{name}.py").is_file()] == []
    assert sorted(set(MODULES)) == MODULES


def test_a_compiler_is_asked_for(compiler: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one, and where the user says so, nothing is compiled."""
    compiler("no-such-compiler -O2")
    without = can_compile()
    compiler("python3 -O")
    found = can_compile()
    monkeypatch.setenv("SPEECHPARSE_PURE", "1")
    refused = can_compile()

    assert [without, found, refused] == [False, True, False]


def test_what_the_build_needs(hook: CompiledParser, compiler: Callable[[str], None]) -> None:
    """Who has no compiler downloads nothing more than the backend."""
    compiler("no-such-compiler")
    without = hook.dependencies()
    compiler("python3")

    assert without == []
    assert [name.split(">")[0] for name in hook.dependencies()] == ["mypy", "setuptools"]


@pytest.mark.parametrize(("version", "command"), [("editable", "python3"), ("standard", "no-such-compiler")])
def test_nothing_is_compiled(hook: CompiledParser, compiler: Callable[[str], None], version: str, command: str) -> None:
    """An editable install stays Python, and so does a wheel where there is no compiler."""
    compiler(command)
    data: dict[str, Any] = {"force_include": {}}

    hook.initialize(version, data)
    hook.finalize(version, data, "")

    assert data == {"force_include": {}}


def test_a_failure_leaves_python(
    hook: CompiledParser, compiler: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """A compiler that fails gives a wheel without compiled modules, and a word about it."""
    compiler("false")
    data: dict[str, Any] = {"force_include": {}}

    hook.initialize("standard", data)
    hook.finalize("standard", data, "")

    assert data == {"force_include": {}}
    assert "not compiled" in "".join(capsys.readouterr())
