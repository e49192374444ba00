"""`--format json`: one document for the whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechparse.check.checked import Failed
from speechparse.check.report.records import VERSION, encoded, finding_record

if TYPE_CHECKING:
    from speechparse.check.checked import Checked, Summary
    from speechparse.check.report import Target


class Report:
    """Gathers the inputs and writes them at the end."""

    __slots__ = ("_files", "_language")

    def __init__(self, target: Target) -> None:
        """Begin with no input."""
        self._language = target.language
        self._files: list[dict[str, Any]] = []

    def one(self, checked: Checked | Failed) -> bytes:
        """Keep an input."""
        self._files.append(_failed(checked) if isinstance(checked, Failed) else self._checked(checked))
        return b""

    def end(self, summary: Summary) -> bytes:
        """Return the document, indented."""
        return encoded({"version": VERSION, "files": self._files, "summary": summary.to_dict()}, indent=2)

    def _checked(self, checked: Checked) -> dict[str, Any]:
        findings = [finding_record(finding, self._language) for finding in checked.findings]
        return {"source": checked.path, "encoding": checked.encoding, "error": None, "findings": findings}


def _failed(failed: Failed) -> dict[str, Any]:
    return {"source": failed.path, "encoding": None, "error": failed.error, "findings": []}
