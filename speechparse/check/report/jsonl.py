"""`--format jsonl`: one line a finding, a failed input and, at the end, the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.check.checked import Failed
from speechparse.check.report.records import encoded, finding_record

if TYPE_CHECKING:
    from speechparse.check.checked import Checked, Summary
    from speechparse.check.report import Target


class Report:
    """Writes each input as it comes."""

    __slots__ = ("_language",)

    def __init__(self, target: Target) -> None:
        """Take the language."""
        self._language = target.language

    def one(self, checked: Checked | Failed) -> bytes:
        """Return a line for each finding, or for the failure."""
        if isinstance(checked, Failed):
            return encoded({"type": "error", "source": checked.path, "error": checked.error})
        return b"".join(
            encoded({"type": "finding", "source": checked.path, **finding_record(finding, self._language)})
            for finding in checked.findings
        )

    def end(self, summary: Summary) -> bytes:
        """Return the line of the sums."""
        return encoded({"type": "summary", **summary.to_dict()})
