"""The real command in real processes: streams, files, terminals, signals."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
import pytest
from rich.cells import cell_len

from speechparse import __version__
from speechparse.cli import app as app_module
from speechparse.cli.app import app
from tests.process import COMMAND, environment, run, run_shell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SPEECH = "一、抓学习\n学习是根本。\n（一）学原文\n读一遍不够。\n（二）学方法\n二、抓落实\n落实是关键。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a speech in it."""
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    return tmp_path


def _markers(document: dict[str, Any]) -> list[str]:
    """Return every marker of a document, in order."""
    found: list[str] = []
    stack = [child for speech in reversed(document["speeches"]) for child in reversed(speech["children"])]
    while stack:
        item = stack.pop()
        found.append(item["marker"])
        stack.extend(reversed(item["children"]))
    return found


ALL = ["一、", "（一）", "（二）", "二、"]
COMMANDS = ["outline", "batch", "check", "view", "schema"]
"""In the order of the help."""
FORMATS = ["tree", "json", "items", "chunks", "md", "opml", "mm", "mermaid", "csv", "docx", "html"]
"""In the order of the help."""


class TestStreams:
    """What goes in and out by pipes."""

    def test_a_file_to_a_pipe_is_json(self, folder: Path) -> None:
        """Indented, so that people can read it too, and nothing on stderr."""
        done = run("outline", "speech.txt", cwd=folder)

        document = json.loads(done.stdout)
        assert (done.returncode, done.stderr) == (0, b"")
        assert _markers(document) == ALL
        assert (document["source"], document["encoding"], document["length"]) == ("speech.txt", "utf-8", len(SPEECH))
        assert done.stdout == (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()

    @pytest.mark.parametrize("arguments", [(), ("-",)], ids=["nothing", "dash"])
    def test_standard_input(self, folder: Path, arguments: tuple[str, ...]) -> None:
        """It is read where nothing is named, and for a dash; it has no path."""
        document = json.loads(run("outline", *arguments, cwd=folder, stdin=SPEECH.encode()).stdout)

        assert document["source"] is None
        assert _markers(document) == ALL

    def test_a_text_without_structure(self, folder: Path) -> None:
        """It is no error, in either format."""
        done = run("outline", cwd=folder, stdin=b"")
        assert (done.returncode, _markers(json.loads(done.stdout)), done.stderr) == (0, [], b"")

        done = run("outline", "--format", "tree", cwd=folder, stdin="今天天气很好。".encode())
        assert (done.returncode, done.stdout.splitlines()[-1]) == (0, b"no numbered points found")

    def test_several_files_are_lines(self, folder: Path) -> None:
        """One compact document each, in the order given."""
        (folder / "b.txt").write_text("没有层次。\n", encoding="utf-8")

        done = run("outline", "speech.txt", "b.txt", "-", "speech.txt", cwd=folder, stdin=b"")

        lines = done.stdout.decode().splitlines()
        assert [json.loads(line)["source"] for line in lines] == ["speech.txt", "b.txt", None, "speech.txt"]
        assert lines[0] == json.dumps(json.loads(lines[0]), ensure_ascii=False, separators=(",", ":"))

    def test_several_trees_have_headings(self, folder: Path) -> None:
        """Each says which file it is of."""
        done = run("outline", "speech.txt", "-", "--format", "tree", cwd=folder, stdin=SPEECH.encode())

        assert re.findall("==> .* <==", done.stdout.decode()) == ["==> speech.txt <==", "==> standard input <=="]

    def test_bad_files_do_not_stop_the_others(self, folder: Path) -> None:
        """A line each on stderr, nothing of them on stdout, and exit code 1."""
        (folder / "folder").mkdir()
        (folder / "zip.txt").write_bytes(b"PK\x03\x04" + bytes(60))

        done = run("outline", "missing.txt", "speech.txt", "folder", "zip.txt", cwd=folder)

        assert done.returncode == 1
        assert [json.loads(line)["source"] for line in done.stdout.splitlines()] == ["speech.txt"]
        lines = done.stderr.decode().splitlines()
        assert [line.split(": ")[:2] for line in lines] == [
            ["speechparse", "missing.txt"],
            ["speechparse", "folder"],
            ["speechparse", "zip.txt"],
        ]
        assert all("; " in line for line in lines)

    def test_bad_standard_input_is_named(self, folder: Path) -> None:
        """An error without a path would not say where it is."""
        done = run("outline", cwd=folder, stdin=b"PK\x03\x04" + bytes(60))

        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.startswith(b"speechparse: standard input: ")
        assert done.stderr.count(b"\n") == 1

    def test_a_closed_pipe_is_quiet(self, folder: Path) -> None:
        """Both where the output is larger than a pipe holds and where it is only flushed at the end."""
        (folder / "big.txt").write_text(SPEECH * 5000, encoding="utf-8")

        for name in ("big.txt", "speech.txt"):
            for flags in ("", "--format tree --color always"):
                script = f"{{ $SPEECHPARSE outline {name} {flags} 2>errors; echo $? >code; }} | head -c 1"

                done = run_shell(script, cwd=folder)

                assert len(done.stdout) == 1
                assert (folder / "errors").read_bytes() == b""
                assert (folder / "code").read_text(encoding="ascii") == "0\n"

    def test_a_pipe_that_is_closed_before_anything_is_written(self, folder: Path) -> None:
        """A short output fails only when it is flushed: that too is inside the command."""
        reader, writer = os.pipe()
        os.close(reader)
        try:
            done = subprocess.run(
                [*COMMAND, "outline", "speech.txt"], cwd=folder, env=environment(), stdin=subprocess.DEVNULL,
                stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60,
            )  # fmt: skip
        finally:
            os.close(writer)

        assert (done.returncode, done.stderr) == (0, b"")

    @pytest.mark.parametrize("format_name", ["json", "tree"])
    def test_nothing_is_lost_without_buffers(self, folder: Path, format_name: str) -> None:
        """With PYTHONUNBUFFERED a write may be short; a slow reader gets everything all the same."""
        (folder / "big.txt").write_text(SPEECH * 5000, encoding="utf-8")
        expected = run("outline", "big.txt", "--format", format_name, cwd=folder).stdout
        assert len(expected) > 1 << 19

        script = f"$SPEECHPARSE outline big.txt --format {format_name} | (sleep 0.3; cat)"
        done = run_shell(script, cwd=folder, env={"PYTHONUNBUFFERED": "1"})

        assert expected == done.stdout

    def test_a_pipe_that_does_not_wait(self, folder: Path) -> None:
        """Some programs hand on pipes of that kind; the command waits itself."""
        (folder / "big.txt").write_text(SPEECH * 5000, encoding="utf-8")
        expected = run("outline", "big.txt", cwd=folder).stdout
        reader, writer = os.pipe()
        os.set_blocking(writer, False)

        with subprocess.Popen(
            [*COMMAND, "outline", "big.txt"], cwd=folder, env=environment(), stdin=subprocess.DEVNULL, stdout=writer
        ) as process:
            os.close(writer)
            time.sleep(0.5)
            with os.fdopen(reader, "rb") as pipe:
                actual = pipe.read()
            assert process.wait(timeout=20) == 0

        assert expected == actual

    def test_a_full_disk_is_one_line(self, folder: Path) -> None:
        """The device that is always full stands for it."""
        if not Path("/dev/full").exists():
            pytest.skip("no /dev/full here")

        done = run_shell("$SPEECHPARSE outline speech.txt >/dev/full", cwd=folder)

        assert done.returncode == 1
        assert done.stderr == b"speechparse: standard output: cannot be written (No space left on device)\n"

    @pytest.mark.parametrize(
        ("redirection", "expected"),
        [
            (">&-", b"speechparse: standard output: cannot be written (it is closed)\n"),
            ("- <&-", b"speechparse: standard input: cannot be read (it is closed); give a file or a pipe\n"),
        ],
    )
    def test_a_closed_stream_is_one_line(self, folder: Path, redirection: str, expected: bytes) -> None:
        """As some job runners start commands."""
        done = run_shell(f"$SPEECHPARSE outline speech.txt {redirection}", cwd=folder)

        assert (done.returncode, done.stderr) == (1, expected)

    def test_closed_standard_error_loses_nothing_else(self, folder: Path) -> None:
        """What cannot be said is not said; the exit code still tells."""
        done = run_shell("$SPEECHPARSE outline speech.txt missing.txt 2>&-", cwd=folder)

        assert done.returncode == 1
        assert json.loads(done.stdout)["source"] == "speech.txt"


class TestInterrupt:
    """Ctrl-C."""

    @pytest.fixture(autouse=True)
    def _signal_is_not_ignored(self) -> Iterator[None]:
        """Handle SIGINT here: what runs in the background of a script ignores it, and so would its children."""
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        yield
        signal.signal(signal.SIGINT, before)

    def test_while_standard_input_is_read(self, folder: Path) -> None:
        """One line, exit code 130, and what was written before stays."""
        with subprocess.Popen(
            [*COMMAND, "outline", "speech.txt", "-"], cwd=folder, env=environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            assert process.stdout is not None
            assert json.loads(process.stdout.readline())["source"] == "speech.txt"

            process.send_signal(signal.SIGINT)
            process.wait(timeout=20)
            errors = process.stderr.read() if process.stderr else b""

        assert (process.returncode, errors) == (130, b"speechparse: interrupted\n")

    def test_while_a_file_is_read_for_an_output_file(self, folder: Path) -> None:
        """The output is as it was, and nothing lies beside it."""
        (folder / "out.json").write_bytes(b"old")
        os.mkfifo(folder / "pipe")
        with subprocess.Popen(
            [*COMMAND, "outline", "speech.txt", "pipe", "-o", "out.json"], cwd=folder, env=environment(),
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            # Opening waits until the command has opened its end.
            with (folder / "pipe").open("wb"):
                process.send_signal(signal.SIGINT)
                process.wait(timeout=20)
            errors = process.stderr.read() if process.stderr else b""

        assert (process.returncode, errors) == (130, b"speechparse: interrupted\n")
        assert (folder / "out.json").read_bytes() == b"old"
        assert sorted(path.name for path in folder.iterdir()) == ["out.json", "pipe", "speech.txt"]

    def test_while_the_command_line_is_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What click makes of it there has the same exit code."""

        def interrupted(**_: object) -> NoReturn:
            raise click.Abort

        monkeypatch.setattr(app, "main", interrupted)

        assert app_module.run() == 130

    def test_before_the_command_is_loaded(self, folder: Path) -> None:
        """No traceback from the middle of an import."""
        code = """\
import signal, sys
class Interrupt:
    def find_spec(self, name, path, target=None):
        if name == "speechparse.cli.app":
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Interrupt())
from speechparse.cli import main
main()
"""
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=folder, env=environment(), capture_output=True, check=False, timeout=60
        )

        assert (done.returncode, done.stderr) == (130, b"")


class TestEncodings:
    """Bytes in, and consoles that are not UTF-8."""

    @pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-16"])
    def test_named_by_hand(self, folder: Path, encoding: str) -> None:
        """`--encoding` decides."""
        text = "一、重視學習\n二、重視實踐\n"

        document = json.loads(run("outline", "--encoding", encoding, cwd=folder, stdin=text.encode(encoding)).stdout)

        assert (document["length"], document["encoding"]) == (len(text), encoding)
        assert _markers(document) == ["一、", "二、"]

    @pytest.mark.parametrize("name", ["utf-9", "rot13", "a\x1bb"])
    def test_an_unknown_encoding_is_a_usage_error(self, folder: Path, name: str) -> None:
        """Said once, before any file is read."""
        done = run("outline", "speech.txt", "missing.txt", "--encoding", name, cwd=folder)

        assert (done.returncode, done.stdout) == (2, b"")
        assert b"is not a text encoding; try gb18030" in done.stderr
        assert b"\x1b" not in done.stderr

    @pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252", "utf-16"])
    def test_json_is_utf_8_everywhere(self, folder: Path, encoding: str) -> None:
        """Whatever the console has."""
        expected = run("outline", "speech.txt", cwd=folder).stdout

        assert expected == run("outline", "speech.txt", cwd=folder, env={"PYTHONIOENCODING": encoding}).stdout

    def test_a_tree_on_a_chinese_console(self, folder: Path) -> None:
        """In its encoding, with lines that it has."""
        done = run("outline", "speech.txt", "--format", "tree", cwd=folder, env={"PYTHONIOENCODING": "gbk"})

        assert done.returncode == 0
        assert "|   |-- （一） 学原文  :3" in done.stdout.decode("gbk").splitlines()

    def test_a_tree_on_an_ascii_console(self, folder: Path) -> None:
        """The tree stands, its text is lost, and that is no error."""
        done = run("outline", "speech.txt", "--format", "tree", cwd=folder, env={"PYTHONIOENCODING": "ascii"})

        assert (done.returncode, done.stderr) == (0, b"")
        assert b"|   |-- ??? ???  :3" in done.stdout.splitlines()

    def test_help_and_errors_on_an_ascii_console(self, folder: Path) -> None:
        """They need no Chinese, and a Chinese name in an error is no second error."""
        ascii_only = {"PYTHONIOENCODING": "ascii"}

        for arguments in (["-h"], *([name, "-h"] for name in COMMANDS)):
            assert run(*arguments, cwd=folder, env=ascii_only).returncode == 0
        done = run("outline", "没有.txt", cwd=folder, env=ascii_only)
        assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
        assert rb"\u6ca1\u6709.txt" in done.stderr

    def test_a_name_that_is_not_utf_8(self, folder: Path) -> None:
        """The file is read; its name has replacement characters, in the JSON and in errors."""
        name = os.fsencode(folder) + b"/\xbd\xb2.txt"
        try:
            Path(os.fsdecode(name)).write_text(SPEECH, encoding="utf-8")
        except OSError:
            pytest.skip("this file system has only UTF-8 names")

        done = run("outline", name, b"\xff\x1b\n", cwd=folder)

        document = json.loads(done.stdout)
        assert Path(document["source"]).name == "\ufffd\ufffd.txt"
        assert _markers(document) == ALL
        assert done.stderr.count(b"\n") == 1
        assert b"\x1b" not in done.stderr
        done.stderr.decode()


class TestOutputFile:
    """`-o`."""

    def test_it_holds_what_a_pipe_would(self, folder: Path) -> None:
        """JSON, and nothing on stdout."""
        expected = run("outline", "speech.txt", cwd=folder).stdout

        done = run("outline", "speech.txt", "-o", "out.json", cwd=folder)

        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        assert expected == (folder / "out.json").read_bytes()

    def test_a_dash_is_standard_output(self, folder: Path) -> None:
        """As it is for inputs."""
        assert run("outline", "speech.txt", "-o", "-", cwd=folder).stdout == run(
            "outline", "speech.txt", cwd=folder
        ).stdout  # fmt: skip

    def test_a_tree_in_a_file_is_plain_utf_8(self, folder: Path) -> None:
        """Whatever the console is; with colour only where it is asked for."""
        console = {"PYTHONIOENCODING": "ascii", "FORCE_COLOR": "1"}
        arguments = ("outline", "speech.txt", "--format", "tree", "-o", "out.txt")

        run(*arguments, cwd=folder, env=console)
        assert "│   ├── （一） 学原文  :3" in (folder / "out.txt").read_text(encoding="utf-8").splitlines()

        run(*arguments, "--color", "always", cwd=folder)
        assert "\x1b[" in (folder / "out.txt").read_text(encoding="utf-8")

    def test_where_every_input_fails_it_stays(self, folder: Path) -> None:
        """An empty file would be worse than the old one."""
        (folder / "out.json").write_bytes(b"old")

        done = run("outline", "missing.txt", "-o", "out.json", cwd=folder)

        assert done.returncode == 1
        assert (folder / "out.json").read_bytes() == b"old"

    def test_where_some_inputs_fail_it_holds_the_others(self, folder: Path) -> None:
        """As stdout would."""
        done = run("outline", "missing.txt", "speech.txt", "-o", "out.jsonl", cwd=folder)

        assert done.returncode == 1
        assert json.loads((folder / "out.jsonl").read_bytes())["source"] == "speech.txt"

    def test_permissions_are_kept(self, folder: Path) -> None:
        """What others could not read they still cannot."""
        (folder / "out.json").write_bytes(b"old")
        (folder / "out.json").chmod(0o600)

        run("outline", "speech.txt", "-o", "out.json", cwd=folder)

        assert (folder / "out.json").stat().st_mode & 0o777 == 0o600
        assert (folder / "out.json").read_bytes() != b"old"

    def test_a_missing_folder_is_one_line(self, folder: Path) -> None:
        """With what to do."""
        done = run("outline", "speech.txt", "-o", "missing/out.json", cwd=folder)

        assert done.returncode == 1
        assert done.stderr == (
            b"speechparse: missing/out.json: cannot be written (No such file or directory); make its folder first\n"
        )

    def test_an_input_is_not_replaced(self, folder: Path) -> None:
        """Whatever it is called."""
        (folder / "link.txt").symlink_to("speech.txt")

        done = run("outline", "speech.txt", "-o", "./link.txt", cwd=folder)

        assert (done.returncode, done.stdout) == (2, b"")
        assert b"is an input" in done.stderr
        assert (folder / "speech.txt").read_text(encoding="utf-8") == SPEECH


class TestLess:
    """`--depth` and `--no-text`."""

    @pytest.mark.parametrize(("depth", "expected"), [("1", ["一、", "二、"]), ("2", ALL), ("99", ALL)])
    def test_depth(self, folder: Path, depth: str, expected: list[str]) -> None:
        """Lower levels are left out, and nothing else changes."""
        document = json.loads(run("outline", "speech.txt", "--depth", depth, cwd=folder).stdout)

        assert expected == _markers(document)
        assert document["speeches"][0]["children"][0]["text"] == "学习是根本。"

    def test_depth_of_a_tree(self, folder: Path) -> None:
        """The summary counts what is shown."""
        done = run("outline", "speech.txt", "--depth", "1", "--format", "tree", cwd=folder)

        assert "2 items, 1 level" in done.stdout.decode()

    @pytest.mark.parametrize("depth", ["0", "-1", "two"])
    def test_a_depth_that_is_none(self, folder: Path, depth: str) -> None:
        """There is no level 0."""
        assert run("outline", "speech.txt", "--depth", depth, cwd=folder).returncode == 2

    def test_titles_only(self, folder: Path) -> None:
        """Texts that are there become empty, null stays null, and every field is present."""
        full = json.loads(run("outline", "speech.txt", cwd=folder).stdout)

        short = json.loads(run("outline", "speech.txt", "--no-text", cwd=folder).stdout)

        first, shown = full["speeches"][0]["children"][0], short["speeches"][0]["children"][0]
        assert first["text"]
        assert shown["text"] == shown["children"][0]["text"] == ""
        assert {**shown, "text": first["text"], "children": []} == {**first, "children": []}
        assert (full["speeches"][0]["preamble"] is None) == (short["speeches"][0]["preamble"] is None)


def test_explain_is_on_standard_error(folder: Path) -> None:
    """The outline itself stays the same."""
    done = run("outline", "speech.txt", "-", "--explain", cwd=folder, stdin=b"")

    assert done.stdout == run("outline", "speech.txt", "-", cwd=folder, stdin=b"").stdout
    assert done.stderr.decode().startswith("speech.txt: runs taken: ")
    assert "\nstandard input: runs taken: 0, candidates not taken: 0\n" in done.stderr.decode()


class TestHelp:
    """What the command says of itself."""

    def test_version(self, folder: Path) -> None:
        """On one line."""
        assert run("--version", cwd=folder).stdout.decode() == f"speechparse {__version__}\n"

    @pytest.mark.parametrize("arguments", [(), ("-h",), ("--help",)])
    def test_help(self, folder: Path, arguments: tuple[str, ...]) -> None:
        """Examples before options, every command, the exit codes."""
        done = run(*arguments, cwd=folder)

        page = done.stdout.decode()
        assert (done.returncode, done.stderr) == (0, b"")
        assert page.index("Examples:") < page.index("Options:") < page.index("Commands:") < page.index("Exit codes:")
        listed = page[page.index("Commands:") : page.index("Exit codes:")]
        assert re.findall(r"^  (\w+) ", listed, re.MULTILINE) == COMMANDS
        assert "  130  interrupted" in page

    def test_help_of_a_command(self, folder: Path) -> None:
        """The same order, and `python -m` is no part of what one types."""
        page = run("outline", "-h", cwd=folder).stdout.decode()

        assert page.startswith("Usage: speechparse outline [OPTIONS] [FILES]...\n")
        assert page.index("Examples:") < page.index("Options:") < page.index("Exit codes:")

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (("outlin",), "Did you mean 'outline'?"),
            (("outline", "--formt", "json"), "Did you mean"),
            (("nothing",), "No such command 'nothing'.\n"),
            (("outline", "--format", "jsn"), "is not one of 'tree', 'json'"),
            (("speech.txt",), "try: speechparse outline speech.txt"),
            (("outline", "-", "-"), "standard input can only be read once"),
            (("schema", "outlin"), "is not one of 'outline', 'findings'"),
        ],
    )
    def test_a_wrong_call_says_what_was_likely_meant(
        self, folder: Path, arguments: tuple[str, ...], expected: str
    ) -> None:
        """On stderr, with exit code 2."""
        done = run(*arguments, cwd=folder)

        assert (done.returncode, done.stdout) == (2, b"")
        assert expected in done.stderr.decode()

    def test_completion_script(self, folder: Path) -> None:
        """As click gives it."""
        if shutil.which("bash") is None:
            pytest.skip("no bash here")

        done = run(cwd=folder, env={"_SPEECHPARSE_COMPLETE": "bash_source"})

        assert done.returncode == 0
        assert b"complete -o nosort -F _speechparse_completion speechparse" in done.stdout

    def test_completion_by_the_installed_script(self, folder: Path) -> None:
        """Where the package is installed, its script answers as well."""
        script = Path(sys.executable).with_name("speechparse")
        if not script.exists():
            pytest.skip("speechparse is not installed beside this Python")

        done = subprocess.run(
            [script], cwd=folder, env=environment({"_SPEECHPARSE_COMPLETE": "zsh_source"}),
            capture_output=True, check=False, timeout=60,
        )  # fmt: skip

        assert (done.returncode, done.stdout.splitlines()[0]) == (0, b"#compdef speechparse")

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("speechparse o", ["plain,outline"]),
            ("speechparse outline --co", ["plain,--color"]),
            ("speechparse outline --format ", [f"plain,{name}" for name in FORMATS]),
            ("speechparse outline ", ["file,"]),
            ("speechparse nothing ", [f"plain,{name}" for name in COMMANDS]),
        ],
    )
    def test_completion(self, folder: Path, words: str, expected: list[str]) -> None:
        """Of commands, options, values and files."""
        answer = run(
            cwd=folder,
            env={
                "_SPEECHPARSE_COMPLETE": "bash_complete",
                "COMP_WORDS": words,
                "COMP_CWORD": str(len(words.split(" ")) - 1),
            },
        )

        assert expected == answer.stdout.decode().splitlines()


def _on_terminal(
    *arguments: str, cwd: Path, columns: int = 80, env: Mapping[str, str] | None = None
) -> tuple[int, bytes]:
    """Run the command with a terminal for all its streams; return its exit code and what the terminal got."""
    main, side = pty.openpty()
    subprocess.run(["stty", "cols", str(columns)], stdin=side, check=True)
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=cwd, env=environment({"TERM": "xterm"} | dict(env or {})),
        stdin=side, stdout=side, stderr=side,
    ) as process:  # fmt: skip
        os.close(side)
        shown = bytearray()
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and select.select([main], [], [], 20)[0]:
            try:
                shown += os.read(main, 1 << 16)
            except OSError:  # the other end is closed
                break
            if not shown:
                break
        code = process.wait(timeout=20)
    os.close(main)
    return code, bytes(shown)


class TestTerminal:
    """A person at the keyboard."""

    def test_a_tree_in_colour(self, folder: Path) -> None:
        """Is what a terminal gets."""
        code, shown = _on_terminal("outline", "speech.txt", cwd=folder)

        assert code == 0
        assert "\x1b[1;36m一、\x1b[0m\x1b[36m 抓学习\x1b[0m".encode() in shown

    def test_no_colour(self, folder: Path) -> None:
        """NO_COLOR and `--color never` are respected."""
        assert b"\x1b" not in _on_terminal("outline", "speech.txt", cwd=folder, env={"NO_COLOR": "1"})[1]
        assert b"\x1b" not in _on_terminal("outline", "speech.txt", "--color", "never", cwd=folder)[1]

    def test_its_width(self, folder: Path) -> None:
        """Is respected."""
        (folder / "long.txt").write_text("一、" + "抓学习" * 9 + "\n二、抓落实\n", encoding="utf-8")

        _, shown = _on_terminal("outline", "long.txt", "--color", "never", cwd=folder, columns=40)

        lines = shown.decode().split("\r\n")
        assert max(map(cell_len, lines)) <= 40
        assert "抓学习" * 9 in re.sub(r"[\s│├└─]", "", shown.decode())

    def test_nothing_to_read_shows_the_help(self, folder: Path) -> None:
        """Rather than wait for somebody to type."""
        code, shown = _on_terminal("outline", cwd=folder)

        assert (code, shown.startswith(b"Usage: speechparse outline")) == (0, True)

    def test_json_on_request(self, folder: Path) -> None:
        """The format that is named wins over the terminal."""
        code, shown = _on_terminal("outline", "speech.txt", "--format", "json", cwd=folder)

        assert (code, _markers(json.loads(shown))) == (0, ALL)


def test_forced_colour_in_a_pipe(folder: Path) -> None:
    """A tree in a pipe is plain unless FORCE_COLOR or the option asks for colour."""
    tree = ("outline", "speech.txt", "--format", "tree")

    assert b"\x1b" not in run(*tree, cwd=folder).stdout
    assert b"\x1b" in run(*tree, cwd=folder, env={"FORCE_COLOR": "1"}).stdout
    assert b"\x1b" in run(*tree, "--color", "always", cwd=folder, env={"NO_COLOR": "1"}).stdout
