"""Findings for people and programs: one module a format, each imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TextIO

if TYPE_CHECKING:
    from speechparse.check.checked import Checked, Failed, Summary

FORMATS: Final = {
    "text": "speechparse.check.report.text",
    "json": "speechparse.check.report.json",
    "jsonl": "speechparse.check.report.jsonl",
    "github": "speechparse.check.report.github",
    "sarif": "speechparse.check.report.sarif",
}
"""Each format by its name with its module, in the order of the help."""
_TERMINAL: Final = "speechparse.check.report.terminal"
"""What `text` is where a person looks at it."""


class Target(NamedTuple):
    """Where a report goes, as far as a format asks."""

    stream: TextIO
    color: str
    """auto, always or never."""
    language: str


class Report(Protocol):
    """A format at work: bytes for each input as it comes, and for the end."""

    def one(self, checked: Checked | Failed) -> bytes:
        """Return what is written for an input; nothing where the format waits for the end."""

    def end(self, summary: Summary) -> bytes:
        """Return what is written after the last input."""


def report_for(name: str, target: Target) -> Report:
    """Return a report of a format."""
    looked_at = target.color == "always" or target.stream.isatty()
    module = import_module(_TERMINAL if name == "text" and looked_at else FORMATS[name])
    report: Report = module.Report(target)
    return report
