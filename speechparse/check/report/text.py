"""`--format text` in a pipe or a file: one line a finding, in columns, and the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.checked import Failed
from speechparse.check.report.wording import padded, place, severity_word, sums, width
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from speechparse.check.checked import Checked, Summary
    from speechparse.check.report import Target

_WIDEST: Final = 100
"""Columns up to which the severities are aligned."""


class Report:
    """Writes each input as it comes."""

    __slots__ = ("_encoding", "_language")

    def __init__(self, target: Target) -> None:
        """Take the language, and the encoding of the console."""
        self._language = target.language
        self._encoding = target.stream.encoding or "utf-8"

    def one(self, checked: Checked | Failed) -> bytes:
        """Return the lines of an input; a failure is said on standard error."""
        if isinstance(checked, Failed) or not checked.findings:
            return b""
        rows = [
            (
                visible(place(checked.name, finding)),
                visible(f"{finding.rule.id} {finding.message(self._language)}"),
                severity_word(finding, self._language),
            )
            for finding in checked.findings
        ]
        first = max(width(row[0]) for row in rows)
        second = min(max(width(row[1]) for row in rows), _WIDEST)
        lines = (f"{padded(one, first)}  {padded(two, second)}  {three}\n" for one, two, three in rows)
        return "".join(lines).encode(self._encoding, "replace")

    def end(self, summary: Summary) -> bytes:
        """Return the line of the sums."""
        return f"{sums(summary, self._language)}\n".encode(self._encoding, "replace")
