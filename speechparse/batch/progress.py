"""How a run goes, on standard error: a bar on a terminal, a line now and then with --verbose, or failures only."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from speechparse.cli import streams

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechparse.batch.report import Report, Watcher

_NOW_AND_THEN: Final = 5.0
"""Seconds between two lines."""

_OFTEN: Final = 0.1
"""Seconds between two drawings of the bar."""


class Silent:
    """Says nothing."""

    __slots__ = ()

    def begin(self, total: Callable[[], int]) -> None:
        """Do nothing."""

    def advance(self, report: Report) -> None:
        """Do nothing."""

    def failed(self, name: str, reason: str) -> None:
        """Do nothing."""

    def noted(self, name: str, note: str) -> None:
        """Do nothing."""

    def assembling(self) -> None:
        """Do nothing."""

    def end(self) -> None:
        """Do nothing."""


class Failures(Silent):
    """Says what fails, when it fails."""

    __slots__ = ("_shown",)

    def __init__(self, shown: Callable[[str], str]) -> None:
        """`shown` makes a path of a document's name."""
        self._shown = shown

    def failed(self, name: str, reason: str) -> None:
        """Say what failed, in a line."""
        self._say(f"{self._shown(name)}: {reason}")

    def noted(self, name: str, note: str) -> None:
        """Say what is amiss, in a line."""
        self._say(f"{self._shown(name)}: {note}")

    def _say(self, line: str) -> None:
        streams.complain(line)


class Log(Failures):
    """Says now and then how far the run is."""

    __slots__ = ("_began", "_said", "_total")

    def begin(self, total: Callable[[], int]) -> None:
        """Count the documents."""
        self._total = total()
        self._began = self._said = time.monotonic()

    def advance(self, report: Report) -> None:
        """Say how far the run is, where the last time is long enough ago."""
        now = time.monotonic()
        if now - self._said < _NOW_AND_THEN:
            return
        self._said = now
        rate = report.met / (now - self._began)
        left = max(0, self._total - report.met) / rate if rate else 0
        streams.complain(
            f"{report.met:,} of {self._total:,} done, {report.failed:,} failed, {rate:,.0f}/s, {_time(left)} left"
        )

    def assembling(self) -> None:
        """Say that the end is near."""
        if time.monotonic() - self._began > _NOW_AND_THEN:
            streams.complain("putting the output together")


class Bar(Failures):
    """Draws a bar. It is drawn from here, not from a thread: processes are started meanwhile."""

    __slots__ = ("_drawn", "_progress", "_task")

    def begin(self, total: Callable[[], int]) -> None:
        """Count the documents and draw the bar."""
        # rich is only loaded where there is somebody to look.
        from rich import progress  # noqa: PLC0415
        from rich.console import Console  # noqa: PLC0415

        self._progress: Any = progress.Progress(
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.TextColumn("{task.completed:,.0f}/{task.total:,.0f}"),
            progress.TextColumn("{task.fields[failed]:,} failed"),
            progress.TextColumn("{task.fields[rate]}"),
            progress.TimeRemainingColumn(),
            console=Console(stderr=True, markup=False, highlight=False),
            auto_refresh=False,
            transient=True,
        )
        self._task = self._progress.add_task("parsing", total=total(), failed=0, rate="")
        self._drawn = time.monotonic()
        self._progress.start()

    def advance(self, report: Report) -> None:
        """Draw the bar anew, if it was not drawn a moment ago."""
        if time.monotonic() - self._drawn < _OFTEN:
            return
        self._drawn = time.monotonic()
        elapsed = self._progress.tasks[0].elapsed or 1
        rate = f"{report.met / elapsed:,.0f}/s"
        self._progress.update(self._task, completed=report.met, failed=report.failed, rate=rate, refresh=True)

    def _say(self, line: str) -> None:
        """Write above the bar."""
        from rich.text import Text  # noqa: PLC0415 -- loaded with the bar

        from speechparse.render.visible import visible  # noqa: PLC0415

        self._progress.console.print(Text(visible(f"speechparse: {line}")), soft_wrap=True)

    def assembling(self) -> None:
        """Say that the end is near."""
        total = self._progress.tasks[0].total
        self._progress.update(self._task, description="writing", completed=total, refresh=True)

    def end(self) -> None:
        """Take the bar away."""
        self._progress.stop()


def watcher(shown: Callable[[str], str], *, quiet: bool, verbose: bool, terminal: bool) -> Watcher:
    """Return who tells people how a run goes."""
    if quiet:
        return Silent()
    if terminal:
        return Bar(shown)
    return Log(shown) if verbose else Failures(shown)


def _time(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
