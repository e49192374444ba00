"""The grounds of an outline in words: each run with its evidence, each candidate left out with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.explain import EVIDENCE, REASONS
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.explain import Explanation, Rejection, RunNote

_SHOWN: Final = 6
"""Members of a run that are written out; of a longer run the first ones and the last."""


def render(explanation: Explanation, name: str) -> str:
    """Return the lines to print, the last with its line feed; `name` says which input they are about."""
    return "".join(f"{visible(line)}\n" for line in _lines(explanation, name))


def _lines(explanation: Explanation, name: str) -> Iterator[str]:
    taken, rejected = len(explanation.runs), len(explanation.rejected)
    yield f"{name}: runs taken: {taken}, candidates not taken: {rejected}"
    for run in explanation.runs:
        yield from _run_lines(run)
    for rejection in explanation.rejected:
        yield _rejection_line(rejection)


def _run_lines(run: RunNote) -> Iterator[str]:
    members = [f"{marker} (line {line})" for marker, line in zip(run.markers, run.lines, strict=True)]
    if len(members) > _SHOWN:
        members[_SHOWN - 1 : -1] = ["…"]
    yield f"  taken: {' '.join(members)} [{run.family}]"
    for evidence in run.evidence:
        yield f"    {EVIDENCE.get(evidence, evidence)} [{evidence}]"


def _rejection_line(rejection: Rejection) -> str:
    sentence = REASONS.get(rejection.reason, rejection.reason)
    return (
        f"  not taken: {rejection.marker} (line {rejection.line}) [{rejection.family}]: {sentence} [{rejection.reason}]"
    )
