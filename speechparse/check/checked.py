"""What a run makes of its inputs: findings or a failure each, and the sums over all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from speechparse.check.finding import Severity

if TYPE_CHECKING:
    from speechparse.check.finding import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """One input that could be read."""

    name: str
    """How people see it named."""
    path: str | None
    """Its path, or None for standard input."""
    encoding: str | None
    text: str
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class Failed:
    """One input that could not."""

    name: str
    path: str | None
    error: str
    """What is wrong, and what to try."""


@dataclass(slots=True)
class Summary:
    """Sums over a run."""

    files: int = 0
    """Inputs that were read."""
    failed: int = 0
    """Inputs that were not."""
    with_findings: int = 0
    """Inputs in which something was found."""
    fixable: int = 0
    """Findings with a safe fix."""
    fixed: int = 0
    """Findings whose fixes were made."""
    counts: dict[Severity, int] = field(default_factory=lambda: dict.fromkeys(Severity, 0))

    @property
    def findings(self) -> int:
        """Return how many findings there are."""
        return sum(self.counts.values())

    def add(self, one: Checked | Failed) -> None:
        """Count an input."""
        if isinstance(one, Failed):
            self.failed += 1
            return
        self.files += 1
        self.with_findings += bool(one.findings)
        for finding in one.findings:
            self.counts[finding.rule.severity] += 1
            self.fixable += finding.fix is not None and finding.fix.safe

    def to_dict(self) -> dict[str, int]:
        """Return the sums as the JSON has them."""
        severities = {severity.value: count for severity, count in self.counts.items()}
        return {
            "files": self.files,
            "failed": self.failed,
            "findings": self.findings,
            **severities,
            "fixable": self.fixable,
            "fixed": self.fixed,
        }
