"""Files that are whole or as they were."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from speechparse.atomic import replacing
from speechparse.errors import SpeechparseError


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    """Those that the umask leaves, as any other file that the user makes."""
    before = os.umask(0o027)
    try:
        with replacing(str(tmp_path / "new.json")) as write:
            write(b"one")
            write(b"two")
    finally:
        os.umask(before)

    assert (tmp_path / "new.json").read_bytes() == b"onetwo"
    assert _mode(tmp_path / "new.json") == 0o640
    assert _names(tmp_path) == ["new.json"]


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_a_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    """What the owner allowed stays allowed, and no more."""
    path = tmp_path / "old.json"
    path.write_bytes(b"old")
    path.chmod(mode)

    with replacing(str(path)) as write:
        write(b"new")
        assert path.read_bytes() == b"old"

    assert path.read_bytes() == b"new"
    assert _mode(path) == mode


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, BrokenPipeError])
def test_an_error_in_the_block_leaves_the_file_as_it_was(tmp_path: Path, error: type[BaseException]) -> None:
    """And nothing beside it; the error is the caller's, not taken for one of writing."""
    path = tmp_path / "old.json"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with replacing(str(path)) as write:
            write(b"half")
            raise error

    with pytest.raises(error):
        interrupted()

    assert path.read_bytes() == b"old"
    assert _names(tmp_path) == ["old.json"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file that it leads to is replaced, in its own folder."""
    (tmp_path / "folder").mkdir()
    path = tmp_path / "folder" / "file.json"
    path.write_bytes(b"old")
    (tmp_path / "link.json").symlink_to(path)

    with replacing(str(tmp_path / "link.json")) as write:
        write(b"new")
        assert len(_names(tmp_path / "folder")) == 2

    assert (tmp_path / "link.json").is_symlink()
    assert path.read_bytes() == b"new"
    assert _names(tmp_path / "folder") == ["file.json"]


def test_a_device_is_written_to() -> None:
    """It is no file that could be replaced."""
    with replacing(os.devnull) as write:
        write(b"gone")

    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_long_name_has_room_for_its_temporary(tmp_path: Path) -> None:
    """255 bytes are the limit of a name; the temporary one does not grow with it."""
    path = tmp_path / ("讲" * 83 + ".json")

    with replacing(str(path)) as write:
        write(b"new")

    assert _names(tmp_path) == [path.name]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("missing/new.json", "make its folder first"), ("file/new.json", "a part of the path is a file"), (".", "a file")],
)
def test_a_place_that_cannot_be_is_one_line(tmp_path: Path, name: str, hint: str) -> None:
    """It names the path as the user gave it and says what to do."""
    (tmp_path / "file").write_bytes(b"")
    path = f"{tmp_path}/{name}"

    with pytest.raises(SpeechparseError, match=hint) as caught, replacing(path):
        raise AssertionError("nothing is written")  # pragma: no cover

    assert str(caught.value).startswith(f"{path}: cannot be written (")
    assert _names(tmp_path) == ["file"]


def test_a_loop_of_links_is_one_line(tmp_path: Path) -> None:
    """A link to itself leads nowhere."""
    (tmp_path / "loop").symlink_to("loop")

    with pytest.raises(SpeechparseError, match="loop: cannot be written"), replacing(str(tmp_path / "loop")):
        raise AssertionError("nothing is written")  # pragma: no cover


def test_a_read_only_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its folder would allow the replacement; who made it read-only would not."""
    path = tmp_path / "old.json"
    path.write_bytes(b"old")
    # Asked of the system, root may write everywhere.
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(SpeechparseError, match=r"it is read-only\); choose a place"), replacing(str(path)):
        raise AssertionError("nothing is written")  # pragma: no cover

    assert path.read_bytes() == b"old"


def test_a_full_disk_is_one_line() -> None:
    """The device that is always full stands for it."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")

    with pytest.raises(SpeechparseError, match="/dev/full: cannot be written"), replacing("/dev/full") as write:
        write(b"data" * 100_000)


def test_a_disk_that_is_full_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the move is reported as well, and nothing is left behind."""

    def refuse(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(SpeechparseError, match="No space left on device"), replacing(str(tmp_path / "new")) as write:
        write(b"data")

    assert _names(tmp_path) == []


def test_a_buffered_end_that_does_not_fit_is_reported() -> None:
    """A few bytes are only written when the file is closed."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")

    with pytest.raises(SpeechparseError, match="/dev/full: cannot be written"), replacing("/dev/full") as write:
        write(b"few")
