"""The words that reports for people are made of, in English and Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from speechparse.check.finding import Severity

if TYPE_CHECKING:
    from speechparse.check.checked import Summary
    from speechparse.check.finding import Finding

_SEVERITIES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.STYLE: "风格"}


def severity_word(finding: Finding, language: str) -> str:
    """Return the severity in brackets, and whether `--fix` mends it."""
    severity = finding.rule.severity
    fixable = finding.fix is not None and finding.fix.safe
    if language == "zh":
        return f"[{_SEVERITIES[severity]}]{'  可修复' if fixable else ''}"
    return f"[{severity}]{'  fixable' if fixable else ''}"


def place(name: str, finding: Finding) -> str:
    """Return `name:line:column`."""
    return f"{name}:{finding.line}:{finding.column}"


def sums(summary: Summary, language: str) -> str:
    """Return the line at the end."""
    return _sums_zh(summary) if language == "zh" else _sums_en(summary)


def changes(files: int, fixes: int, language: str) -> str:
    """Return the line at the end of a difference."""
    if language == "zh":
        return f"将改动 {files} 个文件（{fixes} 处修复）" if files else "没有可改动之处"
    if not files:
        return "nothing to change"
    return f"{_count(files, 'file')} would be changed ({fixes} {'fix' if fixes == 1 else 'fixes'})"


def _sums_en(summary: Summary) -> str:
    if summary.findings:
        kinds = [_count(count, severity) for severity, count in summary.counts.items() if count]
        fixable = f"; {summary.fixable} fixable with --fix" if summary.fixable else ""
        found = _count(summary.findings, "finding")
        line = f"{found} in {_count(summary.with_findings, 'file')} ({', '.join(kinds)}{fixable})"
    else:
        line = f"no findings in {_count(summary.files, 'file')}"
    fixed = f"{_count(summary.fixed, 'finding')} fixed; " if summary.fixed else ""
    failed = f"; {_count(summary.failed, 'input')} failed" if summary.failed else ""
    return fixed + line + failed


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 or unit == Severity.STYLE else f"{number} {unit}s"


def _sums_zh(summary: Summary) -> str:
    if summary.findings:
        kinds = [f"{_SEVERITIES[severity]} {count}" for severity, count in summary.counts.items() if count]
        fixable = f"；{summary.fixable} 处可用 --fix 修复" if summary.fixable else ""
        line = f"{summary.with_findings} 个文件中有 {summary.findings} 处（{'，'.join(kinds)}{fixable}）"
    else:
        line = f"{summary.files} 个文件中未发现问题"
    fixed = f"已修复 {summary.fixed} 处；" if summary.fixed else ""
    failed = f"；{summary.failed} 个输入失败" if summary.failed else ""
    return fixed + line + failed


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def padded(text: str, columns: int) -> str:
    """Return a text with blanks up to a number of columns."""
    return text + " " * (columns - width(text))
