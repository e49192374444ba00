"""`--format sarif`: the interchange format of static analysis, version 2.1.0."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from speechparse import __version__
from speechparse.check.checked import Failed
from speechparse.check.finding import Severity
from speechparse.check.places import Lines
from speechparse.check.report.records import encoded
from speechparse.check.rules import RULES

if TYPE_CHECKING:
    from speechparse.check.checked import Checked, Summary
    from speechparse.check.finding import Edit, Finding, Fix
    from speechparse.check.report import Target
    from speechparse.check.rule import Rule

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.STYLE: "note"}
_INDEX: Final = {rule.id: index for index, rule in enumerate(RULES)}
_STDIN: Final = "stdin"


class Report:
    """Gathers the results and writes them at the end."""

    __slots__ = ("_failures", "_language", "_results")

    def __init__(self, target: Target) -> None:
        """Begin with no input."""
        self._language = target.language
        self._results: list[dict[str, Any]] = []
        self._failures: list[dict[str, Any]] = []

    def one(self, checked: Checked | Failed) -> bytes:
        """Keep an input's results."""
        if isinstance(checked, Failed):
            self._failures.append(_notification(checked))
        elif checked.findings:
            lines = Lines(checked.text)
            artifact = _artifact(checked.path)
            self._results += [self._result(finding, artifact, lines) for finding in checked.findings]
        return b""

    def end(self, summary: Summary) -> bytes:
        """Return the log, indented."""
        invocation = {"executionSuccessful": not summary.failed, "toolExecutionNotifications": self._failures}
        run = {
            "tool": {"driver": self._driver()},
            "columnKind": "unicodeCodePoints",
            "language": "zh-CN" if self._language == "zh" else "en-US",
            "invocations": [invocation],
            "results": self._results,
        }
        return encoded({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)

    def _driver(self) -> dict[str, Any]:
        rules = [self._rule(rule) for rule in RULES]
        return {"name": "speechparse", "version": __version__, "semanticVersion": __version__, "rules": rules}

    def _rule(self, rule: Rule) -> dict[str, Any]:
        return {
            "id": rule.id,
            "name": "".join(part.capitalize() for part in rule.slug.split("-")),
            "shortDescription": {"text": rule.name.said(self._language)},
            "fullDescription": {"text": rule.summary.said(self._language)},
            "help": {"text": rule.basis.said(self._language)},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }

    def _result(self, finding: Finding, artifact: dict[str, str], lines: Lines) -> dict[str, Any]:
        region = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": finding.end_column,
        }
        result: dict[str, Any] = {
            "ruleId": finding.rule.id,
            "ruleIndex": _INDEX[finding.rule.id],
            "level": _LEVELS[finding.rule.severity],
            "message": {"text": finding.message(self._language)},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        }
        if finding.fix and finding.fix.safe:
            result["fixes"] = [_fix(finding.fix, artifact, lines)]
        return result


def _fix(fix: Fix, artifact: dict[str, str], lines: Lines) -> dict[str, Any]:
    replacements = [_replacement(edit, lines) for edit in fix.edits]
    return {"artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}]}


def _replacement(edit: Edit, lines: Lines) -> dict[str, Any]:
    start_line, start_column = lines.position(edit.start)
    end_line, end_column = lines.position(edit.end)
    region = {"startLine": start_line, "startColumn": start_column, "endLine": end_line, "endColumn": end_column}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _notification(failed: Failed) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": _artifact(failed.path)}}
    return {"level": "error", "message": {"text": failed.error}, "locations": [location]}


def _artifact(path: str | None) -> dict[str, str]:
    """Return where an input lies: a relative path as a relative URI."""
    if path is None:
        return {"uri": _STDIN}
    uri = quote(os.fsencode(path.replace(os.sep, "/")))
    return {"uri": f"file://{uri}" if path.startswith("/") else uri}
