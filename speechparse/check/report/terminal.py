"""`--format text` on a terminal: each finding with its line, a caret under the marker, and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.segment import Segment, Segments
from rich.style import Style

from speechparse.check.checked import Failed
from speechparse.check.finding import Severity
from speechparse.check.places import line_end
from speechparse.check.report.wording import place, severity_word, sums, width
from speechparse.render.tree import console_for
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.checked import Checked, Summary
    from speechparse.check.finding import Finding
    from speechparse.check.report import Target

_COLOURS: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.STYLE: "bold cyan"}
_SHORTEST: Final = 20
"""Columns of a line that are shown at the least."""
_CUT: Final = "…"


class Report:
    """Writes each input as it comes."""

    __slots__ = ("_console", "_encoding", "_language")

    def __init__(self, target: Target) -> None:
        """Take the language, and a console for the stream."""
        self._language = target.language
        self._encoding = target.stream.encoding or "utf-8"
        self._console = console_for(target.stream, target.color)

    def one(self, checked: Checked | Failed) -> bytes:
        """Return the lines of an input; a failure is said on standard error."""
        if isinstance(checked, Failed):
            return b""
        return self._drawn(segment for finding in checked.findings for segment in self._finding(checked, finding))

    def end(self, summary: Summary) -> bytes:
        """Return the line of the sums."""
        return self._drawn([Segment(sums(summary, self._language), Style(bold=True)), Segment.line()])

    def _drawn(self, segments: Iterator[Segment] | list[Segment]) -> bytes:
        with self._console.capture() as capture:
            self._console.print(Segments(segments), crop=False, end="")
        return capture.get().encode(self._encoding, "replace")

    def _finding(self, checked: Checked, finding: Finding) -> Iterator[Segment]:
        rule, colour = finding.rule, Style.parse(_COLOURS[finding.rule.severity])
        dim = Style(dim=True)
        yield Segment(visible(place(checked.name, finding)), Style(bold=True))
        yield Segment("  ")
        yield Segment(rule.id, colour)
        yield Segment(f" {visible(finding.message(self._language))}  ")
        yield Segment(severity_word(finding, self._language), dim)
        yield Segment.line()
        margin = f"{finding.line:>6} │ "
        before, marked, after = excerpt(checked.text, finding, self._console.width - len(margin))
        yield from (Segment(margin, dim), Segment(before), Segment(marked, colour), Segment(after), Segment.line())
        yield from (Segment(" " * 7 + "│ ", dim), Segment(" " * width(before)))
        yield from (Segment("^" * max(width(marked), 1), colour), Segment.line())
        yield from (Segment(" " * 7 + "= ", dim), Segment(rule.basis.said(self._language), dim), Segment.line())


def excerpt(text: str, finding: Finding, columns: int) -> tuple[str, str, str]:
    """Return what of its line is shown of a finding: the text before it, its own, and the text behind it.

    Together they are no wider than so many columns, as far as the finding's own text allows.
    """
    begin, end = finding.start - finding.column + 1, line_end(text, finding.start)
    stop = min(finding.end, end)
    before = visible(text[begin : finding.start]).lstrip(" \u3000")
    marked, after = visible(text[finding.start : stop]), visible(text[stop:end])
    room = max(columns - width(marked), _SHORTEST)
    if width(before) + width(after) > room:
        left = max(room // 2, room - width(after))
        if width(before) > left:
            before = _CUT + _fitting(before[::-1], left - 1)[::-1]
        if width(after) > room - width(before):
            after = _fitting(after, room - width(before) - 1) + _CUT
    return before, marked, after


def _fitting(text: str, columns: int) -> str:
    """Return as much of a text from its beginning as fits into some columns."""
    used = 0
    for index, char in enumerate(text):
        used += width(char)
        if used > columns:
            return text[:index]
    return text
