"""Runs in this process, for tests of what a run does; those of how it ends have a process of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechparse.batch.progress import Silent
from speechparse.batch.request import Request
from speechparse.batch.run import run

if TYPE_CHECKING:
    from pathlib import Path

    from speechparse.batch.report import Report


class Listener(Silent):
    """Keeps what it hears."""

    def __init__(self) -> None:
        """Hear nothing yet."""
        self.failures: dict[str, str] = {}
        self.total = 0

    def begin(self, total: Any) -> None:  # noqa: ANN401 -- a function
        """Count."""
        self.total = total()

    def failed(self, name: str, reason: str) -> None:
        """Keep a failure."""
        self.failures[name] = reason


def convert(source: Path | tuple[Path, ...], output: Path, **options: Any) -> Report:  # noqa: ANN401 -- any of them
    """Run in this process with one process, unless the options say otherwise, and return the report."""
    sources = source if isinstance(source, tuple) else (source,)
    request = Request(tuple(map(str, sources)), str(output), **{"jobs": 1, **options})
    return run(request, Silent())


def counts(report: Report) -> tuple[int, int, int]:
    """Return how many documents were converted, unchanged and failed."""
    return report.converted, report.unchanged, report.failed
