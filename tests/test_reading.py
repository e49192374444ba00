"""Files become outlines, or one line that says what is wrong and what to try."""

from __future__ import annotations

import errno
import io
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

import speechparse
from speechparse import parse
from speechparse.errors import ReadError
from speechparse.reading import printable, read, read_bytes, read_text
from tests.process import unmeasured

if TYPE_CHECKING:
    from collections.abc import Callable

SPEECH: Final = "一、抓学习\r\n学习要认真。\r二、抓落实\n落实要到位。\n"

AS_NOBODY: Final = """
import os, sys
from speechparse.errors import ReadError
from speechparse.reading import read_text
if os.geteuid() == 0:
    try:
        os.seteuid(65534)
    except OSError:
        sys.exit(77)
for name in sys.argv[1:]:
    try:
        print(read_text(name)[0])
    except ReadError as error:
        print(error)
"""
"""Reads each file named, without root's right to read anything; exit 77 where root cannot be dropped."""


def refused(path: str | Path) -> ReadError:
    """Return the error that reading the path must raise."""
    with pytest.raises(ReadError) as caught:
        read(path)
    return caught.value


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    """Return a file with a small speech."""
    path = tmp_path / "speech.txt"
    path.write_bytes(SPEECH.encode())
    return path


@pytest.mark.parametrize("kind", [str, Path])
def test_read(speech: Path, kind: Callable[[Path], str | Path]) -> None:
    """The outline is that of the text, and says where it comes from."""
    outline = read(kind(speech))

    expected = parse(SPEECH)
    expected.source = str(speech)
    expected.encoding = "utf-8"
    assert outline == expected


def test_read_counts_the_text_as_it_stands(speech: Path) -> None:
    """Line ends are kept, and a byte order mark is no text."""
    speech.write_bytes(b"\xef\xbb\xbf" + SPEECH.encode())

    assert read(speech).length == len(SPEECH)
    assert read_text(speech) == (SPEECH, "utf-8")


def test_read_by_hand(speech: Path) -> None:
    """The encoding that is named is used and reported."""
    speech.write_bytes(SPEECH.encode("big5", "replace"))

    assert read(speech, "cp950").encoding == "cp950"


def test_read_by_content(speech: Path) -> None:
    """Without a name the content decides."""
    speech.write_bytes(SPEECH.encode("gb18030"))

    assert read(speech).encoding == "gb18030"


@pytest.mark.parametrize(
    ("content", "encoding", "what"),
    [
        (b"\0\1\2", None, "binary file"),
        (b"\xff", "utf-8", "not utf-8: byte"),
        (b"a", "utf8000", "unknown text encoding"),
    ],
)
def test_what_cannot_be_decoded_names_the_file(speech: Path, content: bytes, encoding: str | None, what: str) -> None:
    """Errors of decoding begin with the path too."""
    speech.write_bytes(content)

    with pytest.raises(ReadError) as caught:
        read(speech, encoding)
    assert str(caught.value).startswith(f"{speech}: {what}")


def test_empty_file(speech: Path) -> None:
    """Nothing in, nothing out, and no error."""
    speech.write_bytes(b"")

    outline = read(speech)

    assert (outline.length, outline.speeches, outline.encoding) == (0, [], "utf-8")


def test_missing_file(tmp_path: Path) -> None:
    """The path stands in the line as it was given."""
    path = f"{tmp_path}//no/../没有.txt"

    assert str(refused(path)) == f"{path}: no such file; check the name; it may have been moved or deleted"


def test_missing_name() -> None:
    """An empty name is a file that is not there."""
    assert str(refused("")) == "no such file; check the name; it may have been moved or deleted"


def test_file_that_vanishes(speech: Path) -> None:
    """A file that was listed and is gone when its turn comes."""
    (listed,) = speech.parent.iterdir()
    speech.unlink()

    assert refused(listed).what == "no such file"


def test_file_that_vanishes_between_look_and_open(speech: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does it matter at which moment it goes."""
    look = os.stat

    def look_and_delete(path: str) -> os.stat_result:
        found = look(path)
        speech.unlink()
        return found

    monkeypatch.setattr(os, "stat", look_and_delete)

    with pytest.raises(ReadError) as caught:
        read_bytes(speech)
    assert caught.value.what == "no such file"


def test_directory(tmp_path: Path) -> None:
    """A directory is refused."""
    assert str(refused(tmp_path)) == f"{tmp_path}: is a directory; name the files in it, or convert it with batch"


def test_file_as_directory(speech: Path) -> None:
    """A path that goes on behind a file."""
    assert refused(speech / "more.txt").what == "no such file: part of the path is a file, not a directory"


def test_name_too_long(tmp_path: Path) -> None:
    """More bytes than the file system takes."""
    assert refused(tmp_path / ("长" * 100)).what == "the name is too long for the file system"


def test_circle_of_links(tmp_path: Path) -> None:
    """Two symbolic links that name each other."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")

    assert refused(tmp_path / "a").what == "its symbolic links lead in a circle"


def test_link_to_nothing(tmp_path: Path) -> None:
    """A symbolic link whose file is gone."""
    (tmp_path / "a").symlink_to("b")

    assert refused(tmp_path / "a").what == "no such file"


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_impossible_name(name: str) -> None:
    """A name that no system call takes."""
    assert str(refused(name)) == f"{printable(name)}: no file can have this name; check the name"


def test_no_permission(tmp_path: Path) -> None:
    """A file, and a directory on the way to one, that the reader may not open."""
    tmp_path.chmod(0o755)
    for name in ("open.txt", "closed.txt"):
        (tmp_path / name).write_bytes(b"1. study")
    (tmp_path / "closed.txt").chmod(0)
    (tmp_path / "closed").mkdir(mode=0)

    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, "open.txt", "closed.txt", "closed/a.txt"],
        cwd=tmp_path,
        env=unmeasured() | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        check=False,
    )
    if done.returncode == 77:
        pytest.skip("root cannot be dropped here")

    hint = "permission denied; ask for the right to read it (ls -l shows who has it)"
    assert done.stderr == b""
    assert done.stdout.decode().splitlines() == ["1. study", f"closed.txt: {hint}", f"closed/a.txt: {hint}"]


def test_device() -> None:
    """A device may never end."""
    message = "is a device or a socket, not a file; pipe its content in, or copy it to a file"

    assert str(refused("/dev/zero")) == f"/dev/zero: {message}"


def test_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is a socket a file."""
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")

        assert refused("socket").what == "is a device or a socket, not a file"


def test_named_pipe(tmp_path: Path) -> None:
    """What a shell makes of <(command) is read to its end."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(SPEECH.encode(),), daemon=True)
    writer.start()

    text = read_text(pipe)

    writer.join()
    assert text == (SPEECH, "utf-8")


@pytest.mark.parametrize(
    ("trouble", "line"),
    [
        (OSError(errno.EIO, "Input/output error"), "cannot be read: Input/output error; try a copy of it"),
        (
            OSError(errno.ESTALE, "Stale file handle"),
            "the file is gone; check the name; it may have been moved or deleted",
        ),
    ],
)
def test_failing_disk(speech: Path, monkeypatch: pytest.MonkeyPatch, trouble: OSError, line: str) -> None:
    """What goes wrong after the file is open."""

    class Failing(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise trouble

    monkeypatch.setattr("builtins.open", lambda *_: Failing())

    with pytest.raises(ReadError) as caught:
        read_bytes(speech)
    assert str(caught.value) == f"{speech}: {line}"


def test_name_that_is_not_utf_8(tmp_path: Path) -> None:
    """Such a file is read like any other; in messages the name can be printed."""
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xb5\xda.txt")
    Path(name).write_bytes(SPEECH.encode())

    assert read(name).source == name

    Path(name).write_bytes(b"\0")

    assert str(refused(name)).startswith(f"{tmp_path}/\ufffd\ufffd.txt: binary file")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("一　二 三.txt", "一　二 三.txt"),
        ("émoji😀.txt", "émoji😀.txt"),
        ("a\nb\r\x1b[31m\x7f\x9b", "a\ufffdb\ufffd\ufffd[31m\ufffd\ufffd"),
        ("a\u2028b\u202etxt\u2066", "a\ufffdb\ufffdtxt\ufffd"),
        ("\udcd2\ud800", "\ufffd\ufffd"),
    ],
)
def test_printable(name: str, shown: str) -> None:
    """One line, no control of the terminal, nothing that cannot be encoded; the rest as it is."""
    assert printable(name) == shown
    assert shown.encode()


def test_read_is_at_the_top(speech: Path) -> None:
    """`speechparse.read` is the function of the readers; the package has no other name that it makes up when asked."""
    assert speechparse.read(speech) == read(speech)
    with pytest.raises(AttributeError, match="no attribute 'raed'"):
        _ = speechparse.raed
