"""`speechparse check` in a process of its own."""

from __future__ import annotations

import json
import re
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.process import COMMAND, run, run_shell, unmeasured

GOOD = "一、种\n春耕不等人。\n二、收\n"
GAP = "一、种\n春耕不等人。\n二、管\n田要管好。\n四、收\n按照第四点办。\n"
MARKS = "一、种\n（一）、选\n(二)下\n二、管\n第一、浇\n第二，施\n第三，锄\n三、收\n"
MENDED = "一、种\n（一）选\n（二）下\n二、管\n第一，浇\n第二，施\n第三，锄\n三、收\n"

ROOT = Path(__file__).parent.parent.parent
DOCX = ROOT / "fixtures" / "docx"
AS_NOBODY = """
import os, sys
import speechparse.atomic, speechparse.check.fixing, speechparse.check.report.text
import speechparse.cli.app, speechparse.cli.check, speechparse.cli.checking, speechparse.cli.mending
from speechparse.check import check_text
from speechparse.cli import main
check_text("一、种\\n二．管\\n三、收\\n")
if os.geteuid() == 0:
    try:
        os.seteuid(65534)
    except OSError:
        sys.exit(77)
sys.argv[0] = "speechparse"
main()
"""
"""Runs the command without root's right to write everywhere; exit 77 where root cannot be dropped.

What it needs is loaded before: the interpreter may lie where only root can read.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a good speech and two bad ones."""
    for name, text in (("good.txt", GOOD), ("gap.txt", GAP), ("marks.txt", MARKS)):
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def test_nothing_found(folder: Path) -> None:
    """Exit 0 and one line."""
    done = run("check", "good.txt", cwd=folder)

    assert (done.returncode, done.stdout, done.stderr) == (0, b"no findings in 1 file\n", b"")


def test_found(folder: Path) -> None:
    """Exit 1, the findings on standard output."""
    done = run("check", "gap.txt", cwd=folder)

    assert done.returncode == 1
    assert done.stdout.decode() == (
        "gap.txt:5:1  N001 gap: 二、 is followed by 四、 (三、 is missing)  [error]\n1 finding in 1 file (1 error)\n"
    )
    assert done.stderr == b""


def test_standard_input(folder: Path) -> None:
    """With a dash, and without any name."""
    for arguments in (("check", "-"), ("check",)):
        done = run(*arguments, cwd=folder, stdin=GAP.encode())
        assert done.returncode == 1
        assert done.stdout.startswith(b"standard input:5:1  N001 ")


def test_folders(folder: Path) -> None:
    """Their .txt files, below them too, in order; hidden ones are left out."""
    (folder / "a").mkdir()
    (folder / "a" / "b.txt").write_bytes(GAP.encode())
    (folder / ".hidden.txt").write_bytes(GAP.encode())
    (folder / "notes.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    done = run("check", ".", "--select", "N001", "--format", "jsonl", cwd=folder)

    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["source"] for record in records[:-1]] == ["./a/b.txt", "./gap.txt"]
    assert records[-1]["files"] == 4


def test_folders_of_documents(folder: Path) -> None:
    """What is in them is read as what it is: the numbers that a document writes by itself count."""
    (folder / "a").mkdir()
    (folder / "a" / "speech.md").write_bytes("## 一、种\n\n春耕不等人。\n\n## 三、收\n\n颗粒归仓。\n".encode())
    (folder / "a" / "word.docx").write_bytes((DOCX / "word-ladder.docx").read_bytes())
    done = run("check", "a/", cwd=folder)

    assert done.returncode == 1
    assert [line.split()[:2] for line in done.stdout.splitlines()[:-1]] == [[b"a/speech.md:5:1", b"N001"]]
    assert done.stderr == b""


def test_folder_without_a_speech(folder: Path) -> None:
    """A line says so: a wrong folder is no proof that all is well."""
    (folder / "a").mkdir()
    done = run("check", "a", cwd=folder)

    assert (done.returncode, done.stdout) == (0, b"no findings in 0 files\n")
    assert done.stderr.startswith(b"speechparse: a: no file in it ends in .docm .docx ")


def test_input_that_fails(folder: Path) -> None:
    """It is said on standard error and in the report, the others are checked, and the exit code is 1."""
    done = run("check", "gone.txt", "good.txt", "--format", "json", cwd=folder)

    assert done.returncode == 1
    assert (
        done.stderr.decode()
        == "speechparse: gone.txt: no such file; check the name; it may have been moved or deleted\n"
    )
    document = json.loads(done.stdout)
    assert [file["error"] is None for file in document["files"]] == [False, True]
    assert run("check", "gone.txt", "good.txt", cwd=folder).stdout == b"no findings in 1 file; 1 input failed\n"


def test_level_and_choice(folder: Path) -> None:
    """Style when asked for; ids, prefixes, commas."""
    assert b"P109" not in run("check", "marks.txt", cwd=folder).stdout
    assert b"P109" in run("check", "marks.txt", "--level", "style", cwd=folder).stdout
    chosen = run("check", "marks.txt", "--level", "style", "--select", "P10,P111", "--ignore", "P101", cwd=folder)
    assert [line.split()[1] for line in chosen.stdout.splitlines()[:-1]] == [b"P104", b"P109", b"P111"]


def test_choice_that_leaves_nothing(folder: Path) -> None:
    """A line says why nothing is found; not of --fix, which takes style too."""
    idle = run("check", "marks.txt", "--select", "P104", cwd=folder)
    assert (idle.returncode, idle.stdout) == (0, b"no findings in 1 file\n")
    assert idle.stderr == b"speechparse: no selected rule reaches level warning; try --level style\n"
    none = run("check", "marks.txt", "--select", "P104", "--ignore", "P104", cwd=folder)
    assert none.stderr == b"speechparse: no selected rule reaches level warning\n"
    assert run("check", "marks.txt", "--select", "P104", "--level", "style", cwd=folder).stderr == b""
    assert run("check", "marks.txt", "--select", "P104", "--fix", cwd=folder).stderr == b""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--select", "N01x"), "did you mean N010?"),
        (("--ignore", "gap"), "did you mean N001?"),
        (("--explain", "counts"), "did you mean N011?"),
        (("--level", "loud"), "'loud' is not one of"),
        (("--fix", "--diff"), "give --fix or --diff"),
        (("--unsafe-fixes",), "give one of them"),
        (("-", "-"), "give - once"),
        (("--encoding", "gbb"), "not a text encoding"),
    ],
)
def test_usage(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    """Exit 2, with what was likely meant, before anything is read."""
    done = run("check", "gone.txt", *arguments, cwd=folder)

    assert done.returncode == 2
    assert words in done.stderr.decode().replace("\n", " ")
    assert done.stdout == b""


def test_settings(folder: Path) -> None:
    """Of speechparse.toml and of pyproject.toml; the command line goes over them."""
    (folder / "pyproject.toml").write_text(
        '[tool.speechparse.check]\nlevel = "style"\nselect = ["P104"]\n', encoding="utf-8"
    )
    assert b"P104" in run("check", "marks.txt", cwd=folder).stdout
    assert b"P109" in run("check", "marks.txt", "--select", "P109", cwd=folder).stdout
    (folder / "speechparse.toml").write_text('[check]\nignore = ["N001"]\n', encoding="utf-8")
    assert run("check", "gap.txt", cwd=folder).returncode == 0
    assert run("check", cwd=folder, stdin=GAP.encode()).returncode == 0


def test_settings_that_cannot_be_used(folder: Path) -> None:
    """Exit 2 and one line that names the file and the nearest rule."""
    (folder / "speechparse.toml").write_text('[check]\nignore = ["N01x"]\n', encoding="utf-8")
    done = run("check", "gap.txt", cwd=folder)

    assert done.returncode == 2
    assert (
        "speechparse.toml: the key 'ignore' in [check] has an unknown rule 'N01x'; did you mean N010?"
        in done.stderr.decode()
    )


def test_language(folder: Path) -> None:
    """By option, or by the locale."""
    expected = "gap.txt:5:1  N001 缺号：二、之后是四、（缺三、）  [错误]\n1 个文件中有 1 处（错误 1）\n"

    assert run("check", "gap.txt", "--lang", "zh", cwd=folder, env={"PYTHONUTF8": "1"}).stdout.decode() == expected
    chinese = {"LANG": "zh_CN.UTF-8", "LC_ALL": "", "LC_MESSAGES": "", "PYTHONUTF8": "1"}
    assert run("check", "gap.txt", cwd=folder, env=chinese).stdout.decode() == expected
    assert b"gap:" in run("check", "gap.txt", "--lang", "en", cwd=folder, env=chinese).stdout


def test_rules_and_explanations(folder: Path) -> None:
    """Whatever the order of the options, and without any input."""
    rules = run("check", "--rules", "--lang", "zh", cwd=folder, env={"PYTHONUTF8": "1"})
    assert rules.returncode == 0
    assert "N001  error    缺号" in rules.stdout.decode()
    explained = run("check", "--explain", "n001", cwd=folder, env={"PYTHONUTF8": "1"})
    assert explained.stdout.decode().startswith("N001 gap\n\nA number is left out inside a list")


def test_fix_in_place(folder: Path) -> None:
    """Marks and brackets, style too; permissions stay; a second run changes nothing."""
    path = folder / "marks.txt"
    path.chmod(0o640)
    done = run("check", "marks.txt", "--fix", cwd=folder)

    assert (done.returncode, done.stdout) == (0, b"4 findings fixed; no findings in 1 file\n")
    assert path.read_bytes().decode() == MENDED
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(entry.name for entry in folder.iterdir()) == ["gap.txt", "good.txt", "marks.txt"]
    before = path.stat().st_mtime_ns
    assert run("check", "marks.txt", "--fix", cwd=folder).stdout == b"no findings in 1 file\n"
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
def test_fix_keeps_the_bytes(folder: Path, encoding: str) -> None:
    """Encoding, byte order mark and line ends stay as they were."""
    path = folder / "marks.txt"
    path.write_bytes(MARKS.replace("\n", "\r\n").encode(encoding))
    assert run("check", "marks.txt", "--fix", cwd=folder).returncode == 0

    assert path.read_bytes() == MENDED.replace("\n", "\r\n").encode(encoding)


def test_fix_of_a_level(folder: Path) -> None:
    """Where a level is named, only what reaches it is mended."""
    run("check", "marks.txt", "--fix", "--level", "warning", cwd=folder)

    assert (folder / "marks.txt").read_bytes().decode() == MARKS.replace("第一、", "第一，")


def test_fix_of_standard_input(folder: Path) -> None:
    """The text goes to standard output, also where nothing is wrong; the report to standard error."""
    done = run("check", "--fix", cwd=folder, stdin=MARKS.encode("utf-16"))

    assert done.stdout == MENDED.encode("utf-16")
    assert done.stderr == b"4 findings fixed; no findings in 1 file\n"
    assert run("check", "--fix", cwd=folder, stdin=GOOD.encode()).stdout == GOOD.encode()


def test_fix_of_a_read_only_file(folder: Path) -> None:
    """It stays as it is, and the exit code says so."""
    folder.chmod(0o777)
    (folder / "marks.txt").chmod(0o444)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, "check", "marks.txt", "--fix"], cwd=folder, env=unmeasured(),
        capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode == 77:
        pytest.skip("root cannot be dropped here")

    assert done.returncode == 1
    assert done.stderr.startswith(b"speechparse: marks.txt: cannot be written (")
    assert (folder / "marks.txt").read_bytes().decode() == MARKS


def test_other_formats_are_not_fixed(folder: Path) -> None:
    """What was taken out of Markdown is checked and stays as it is; the exit code says that it was not mended."""
    text = "## 一、种\n\n（一）、选\n\n（二）下\n\n（三）收\n\n## 二、管\n"
    (folder / "speech.md").write_bytes(text.encode())
    done = run("check", "speech.md", "--fix", cwd=folder)

    assert done.returncode == 1
    assert b"P111" in done.stdout
    assert done.stderr.startswith(b"speechparse: speech.md: cannot be fixed: it was not read as plain text")
    assert (folder / "speech.md").read_bytes().decode() == text
    piped = run("check", "-", "--fix", "--input-format", "md", cwd=folder, stdin=text.encode())
    assert (piped.returncode, piped.stdout) == (1, b"")


@pytest.mark.parametrize("options", [("--fix",), ("--diff",)])
def test_other_formats_without_a_fault(folder: Path, options: tuple[str, ...]) -> None:
    """Where there is nothing to mend, nothing is refused."""
    (folder / "word.docx").write_bytes((DOCX / "word-ladder.docx").read_bytes())
    done = run("check", "word.docx", *options, cwd=folder)

    assert (done.returncode, b"cannot be fixed" in done.stderr) == (0, False)


def test_other_formats_are_not_fixable(folder: Path) -> None:
    """Offsets of what was taken out of a document are not those of the document: no report offers a fix."""
    text = "## 一、种\n\n（一）、选\n\n（二）下\n\n（三）收\n\n## 三、管\n"
    (folder / "speech.md").write_bytes(text.encode())

    assert b"fixable" not in run("check", "speech.md", cwd=folder).stdout
    document = json.loads(run("check", "speech.md", "--format", "json", cwd=folder).stdout)
    assert [finding["fix"] for finding in document["files"][0]["findings"]] == [None, None]
    assert document["summary"]["fixable"] == 0
    log = json.loads(run("check", "speech.md", "--format", "sarif", cwd=folder).stdout)
    assert [result.keys() & {"fixes"} for result in log["runs"][0]["results"]] == [set(), set()]


def test_input_format(folder: Path) -> None:
    """The same bytes as plain text and as Markdown."""
    text = "1\\. 种\n\n3\\. 收\n\n4\\. 藏\n".encode()
    (folder / "speech.txt").write_bytes(text)

    assert run("check", "speech.txt", cwd=folder).returncode == 0
    for name in ("speech.txt", "-"):
        done = run("check", name, "--input-format", "md", cwd=folder, stdin=text)
        assert (done.returncode, done.stdout.count(b"N001")) == (1, 1)


def test_unsafe_fixes(folder: Path) -> None:
    """Numbers count through, and references that may be stale are named."""
    assert run("check", "gap.txt", "--fix", cwd=folder).returncode == 1
    assert (folder / "gap.txt").read_bytes().decode() == GAP
    done = run("check", "gap.txt", "--fix", "--unsafe-fixes", cwd=folder)

    assert done.returncode == 0
    assert done.stderr.decode() == "speechparse: gap.txt:6: 第四点 may refer to an old number\n"
    assert (folder / "gap.txt").read_bytes().decode() == GAP.replace("四、收", "三、收")


def test_diff(folder: Path) -> None:
    """Exit 1 where something would change, 0 where nothing would, and no file is touched."""
    done = run("check", "marks.txt", "good.txt", "--diff", cwd=folder)

    assert done.returncode == 1
    assert done.stdout.decode().startswith(
        "--- marks.txt\n+++ marks.txt\n@@ -1,8 +1,8 @@\n 一、种\n-（一）、选\n-(二)下\n+（一）选\n+（二）下\n"
    )
    assert done.stderr == b"1 file would be changed (4 fixes)\n"
    assert (folder / "marks.txt").read_bytes().decode() == MARKS
    assert run("check", "gap.txt", "--diff", cwd=folder).returncode == 0


def test_diff_without_a_line_feed_at_the_end(folder: Path) -> None:
    """As `diff` and `patch` have it."""
    done = run("check", "--diff", cwd=folder, stdin=MARKS.rstrip("\n").encode())

    assert done.stdout.decode().endswith(" 三、收\n\\ No newline at end of file\n")


def test_diff_can_be_applied(folder: Path) -> None:
    """By patch, where it is installed."""
    if run_shell("command -v patch", cwd=folder).returncode:
        pytest.skip("patch is not installed")
    run_shell("$SPEECHPARSE check --diff marks.txt | patch -s marks.txt", cwd=folder)

    assert (folder / "marks.txt").read_bytes().decode() == MENDED


def test_formats(folder: Path) -> None:
    """Each is written whole, with the same findings."""
    assert run("check", "gap.txt", "--format", "github", cwd=folder).stdout.startswith(b"::error file=gap.txt,line=5,")
    sarif = json.loads(run("check", "gap.txt", "--format", "sarif", cwd=folder).stdout)
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["N001"]
    document = json.loads(run("check", "gap.txt", "--format", "json", cwd=folder).stdout)
    assert document["files"][0]["findings"][0]["rule"] == "N001"


def test_markers_of_one_s_own(folder: Path) -> None:
    """A gap among 第一步 第三步 is found where they are markers."""
    text = "第一步　种\n春耕不等人。\n第二步　管\n田要管好。\n第四步　收\n".encode()

    assert run(
        "check",
        cwd=folder,
        stdin=text,
    ).returncode in {0, 1}
    done = run("check", "--marker", "步=第%步", cwd=folder, stdin=text)
    assert b"N001" in done.stdout


def test_reader_that_leaves_early(folder: Path) -> None:
    """A closed pipe is no failure of the command."""
    (folder / "many.txt").write_bytes(("一、种\n三、收\n四、藏\n" * 3000).encode())
    done = run_shell("$SPEECHPARSE check many.txt 2> errors | head -n 1; cat errors", cwd=folder)

    assert done.stdout.count(b"\n") == 1


def test_hook_definition() -> None:
    """The hooks call the command with options that it has, and the README names them as they are."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entries = [line.removeprefix("  entry: ") for line in text.splitlines() if line.startswith("  entry: ")]

    assert entries == ["speechparse check", "speechparse check --fix"]
    recipe = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"- id: (\S+)", text)) == set(re.findall(r"speechparse-(?:check|fix)\b", recipe))


def test_source_distribution() -> None:
    """It names what a copy of the repository has at its top, so that the tests can be run from it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = {name.strip("/") for name in settings["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]}
    always = {"LICENSE", "README.md", "pyproject.toml"}

    wanted = {".pre-commit-hooks.yaml", "CHANGELOG.md", "README.zh-CN.md", "benchmarks", "docs", "fixtures", "tests"}
    wanted |= {"hatch_build.py", "speechparse"}
    assert wanted <= included
    assert sorted(name for name in included | always if not (ROOT / name).exists()) == []


def test_what_a_run_loads(folder: Path) -> None:
    """Neither rich nor what only fixes and folders need."""
    code = (
        "import sys\nfrom speechparse.cli import main\nsys.argv = ['speechparse', 'check', 'gap.txt']\n"
        "try:\n    main()\nfinally:\n    print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=unmeasured(),
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )

    loaded = set(done.stderr.split())
    assert "speechparse.check.rules" in loaded
    assert not loaded & {"rich", "difflib", "json.decoder", "speechparse.atomic", "speechparse.check.fixing", "tomllib"}
    assert COMMAND[0] == sys.executable
