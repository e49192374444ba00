"""Findings as the JSON has them, version 1."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from speechparse.check.finding import Finding, Fix

VERSION: Final = 1
"""Rises only when a field is removed or changes its meaning."""

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def finding_record(finding: Finding, language: str) -> dict[str, Any]:
    """Return a finding, keys in the documented order."""
    return {
        "rule": finding.rule.id,
        "name": finding.rule.slug,
        "severity": finding.rule.severity.value,
        "message": finding.message(language),
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "start": finding.start,
        "end": finding.end,
        "fix": None if finding.fix is None else _fix_record(finding.fix),
    }


def _fix_record(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits]
    return {"safe": fix.safe, "edits": edits}


def encoded(value: object, indent: int | None = None) -> bytes:
    """Return JSON as UTF-8 with a line feed at its end; what UTF-8 cannot hold becomes U+FFFD."""
    separators = None if indent else (",", ":")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    return (_SURROGATES.sub("\ufffd", text) + "\n").encode()
