"""The quality gate: the figures on the labelled speeches may only rise.

    python -m benchmarks gate            # fails where a figure is below its floor
    python -m benchmarks gate --raise    # pins the figures of today as floors, and refuses to lower any

benchmarks/floors.json holds the floors, and the SHA-256 of the labelled set that they were measured on: figures of
another set prove nothing, so with another set the gate fails until somebody has looked and pinned again.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import corpus, labelled

FLOORS: Final = Path(__file__).with_name("floors.json")
FIGURES: Final = ("F1", "edgeF1", "exact", "split", "titles", "ends", "closings")
"""What has a floor. Precision and recall have none of their own: F1 is what one may be given for the other in."""

OTHER_SET: Final = (
    "the labelled set is not the one that the floors were measured on: "
    "look at the figures, then run `python -m benchmarks gate --raise`"
)

Floors = dict[str, dict[str, float]]
"""By variant of the documents, then by figure."""


@dataclass(frozen=True, slots=True)
class Pin:
    """The floors and the labelled set that they belong to."""

    digest: str
    floors: Floors


def load(path: Path) -> Pin:
    """Return what is pinned; nothing at all where there is no file yet."""
    if not path.exists():
        return Pin("", {})
    data = json.loads(path.read_text(encoding="utf-8"))
    return Pin(data["labelled"], data["floors"])


def save(pin: Pin, path: Path) -> None:
    """Write what is pinned."""
    data = {"labelled": pin.digest, "floors": pin.floors}
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def floors_of(figures: labelled.Figures) -> Floors:
    """Return the figures as floors, cut to four decimals: a floor must not lie above what it was made from."""
    return {
        variant: {name: math.floor(row[name] * 1e4 + 1e-6) / 1e4 for name in FIGURES}
        for variant, row in figures.items()
    }


def fallen(floors: Floors, now: Floors) -> list[str]:
    """Return a line for each figure that is below its floor or gone."""
    return [
        f"{variant} {name}: {now.get(variant, {}).get(name, 0.0):g} is below the floor {floor:g}"
        for variant, row in floors.items()
        for name, floor in row.items()
        if now.get(variant, {}).get(name, 0.0) < floor
    ]


def crashed(figures: labelled.Figures) -> list[str]:
    """Return a line for each variant with documents on which the command failed."""
    return [
        f"{variant}: the command failed on {row['failures']} documents"
        for variant, row in figures.items()
        if row["failures"]
    ]


def check(pin: Pin, digest: str, figures: labelled.Figures) -> list[str]:
    """Return what is wrong with the figures, a line each."""
    if not pin.floors:
        return ["no floors are pinned: run `python -m benchmarks gate --raise`"]
    if pin.digest != digest:
        return [OTHER_SET]
    return crashed(figures) + fallen(pin.floors, floors_of(figures))


def raised(pin: Pin, digest: str, figures: labelled.Figures) -> tuple[Pin, list[str]]:
    """Return the pin with its floors raised to the figures, or the old pin and why it must stay."""
    now = floors_of(figures)
    if wrong := crashed(figures) + fallen(pin.floors, now):
        return pin, wrong
    return Pin(digest, now), []


def main(arguments: list[str]) -> int:
    """Compare or pin; return 1 where a figure fell."""
    if not labelled.present():
        print(f"gate {labelled.ABSENT}")
        return 0
    pin, digest = load(FLOORS), labelled.digest(corpus.LABELLED)
    figures = labelled.score(labelled.SPEECHPARSE)
    if "--raise" in arguments:
        pin, wrong = raised(pin, digest, figures)
        if not wrong:
            save(pin, FLOORS)
    else:
        wrong = check(pin, digest, figures)
    print("\n".join(wrong) if wrong else f"no figure is below its floor ({len(pin.floors)} variants)")
    return int(bool(wrong))
