"""`--format github`: workflow commands that become annotations of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.checked import Failed
from speechparse.check.finding import Severity

if TYPE_CHECKING:
    from speechparse.check.checked import Checked, Summary
    from speechparse.check.finding import Finding
    from speechparse.check.report import Target

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.STYLE: "notice"}
_IN_DATA: Final = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTIES: Final = (*_IN_DATA, (":", "%3A"), (",", "%2C"))


class Report:
    """Writes each input as it comes."""

    __slots__ = ("_language",)

    def __init__(self, target: Target) -> None:
        """Take the language."""
        self._language = target.language

    def one(self, checked: Checked | Failed) -> bytes:
        """Return a command for each finding, or for the failure."""
        if isinstance(checked, Failed):
            return _encoded(f"::error {_file(checked.path)}::{_escaped(checked.error, _IN_DATA)}")
        return b"".join(self._finding(checked.path, finding) for finding in checked.findings)

    def end(self, summary: Summary) -> bytes:  # noqa: ARG002 - the protocol's signature
        """Return nothing: the annotations are counted where they are shown."""
        return b""

    def _finding(self, path: str | None, finding: Finding) -> bytes:
        rule = finding.rule
        title = _escaped(f"{rule.id} {rule.name.said(self._language)}", _IN_PROPERTIES)
        place = f"line={finding.line},col={finding.column},endLine={finding.end_line},endColumn={finding.end_column}"
        properties = ",".join(filter(None, (_file(path), place, f"title={title}")))
        message = _escaped(finding.message(self._language), _IN_DATA)
        return _encoded(f"::{_COMMANDS[rule.severity]} {properties}::{message}")


def _file(path: str | None) -> str:
    return "" if path is None else f"file={_escaped(path, _IN_PROPERTIES)}"


def _escaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for sign, escape in signs:
        text = text.replace(sign, escape)
    return text


def _encoded(line: str) -> bytes:
    return f"{line}\n".encode("utf-8", "replace")
