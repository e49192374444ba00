"""How often `announced` is right: the number of points that a text announces before a list of items (讲三点意见).

benchmarks/announcements.json holds a label for each list of the labelled speeches, by offset only: the document, the
marker of the list's `first` item, the list's `place` among those of one parent, whether the list is `optional`, the
number `announced` for it (null where the text before it names none, or only 几点) and where `at` its numeral stands.

An outline has room for one number an item or speech, the one of its first list. So a label is compared where a list of
the parse starts there. Where none does, the parse is wrong, unless the list is optional or follows another one under
the same parent: then the label is left out, and the count of those is printed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import corpus, labelled
from speechparse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechparse import Item, Outline, Speech

LABELS: Final = Path(__file__).with_name("announcements.json")
INDEX: Final = "index.json"
OTHER_SET: Final = "the labelled speeches are not the ones that announcements.json was made for: label them again"


@dataclass(frozen=True, slots=True)
class Label:
    """What a careful reader says of one list; offsets are code points of the document's decoded text."""

    doc: str
    first: int
    place: int
    optional: bool
    announced: int | None
    at: int | None

    @property
    def needed(self) -> bool:
        """Whether a parse without this list is wrong."""
        return self.place == 1 and not self.optional


@dataclass(slots=True)
class Tally:
    """How many labels were compared and how many were right, definite numbers and others apart."""

    right: int = 0
    definite: int = 0
    right_undefined: int = 0
    undefined: int = 0
    left_out: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, label: Label, found: dict[int, int | None]) -> None:
        """Count one label against the lists of a parse."""
        known = label.first in found
        if not known and not label.needed:
            self.left_out += 1
            return
        agrees = known and found[label.first] == label.announced
        if label.announced is None:
            self.undefined += 1
            self.right_undefined += agrees
        else:
            self.definite += 1
            self.right += agrees
        if not agrees:
            got = found[label.first] if known else "no such list"
            want = "none" if label.announced is None else f"{label.announced} @{label.at}"
            self.wrong.append(f"{label.doc} @{label.first}: {'none' if got is None else got}, labelled {want}")

    def line(self) -> str:
        """Return the figures as a line."""
        total = self.definite + self.undefined
        share = (self.right + self.right_undefined) / (total or 1)
        return (
            f"announced right {self.right} of {self.definite} definite, "
            f"{self.right_undefined} of {self.undefined} undefined, "
            f"total {self.right + self.right_undefined} of {total} ({share:.1%}); {self.left_out} left out"
        )


def load(path: Path) -> tuple[str, list[Label]]:
    """Return the SHA-256 of the index that the labels belong to, and the labels."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return data["sha256"], [Label(**row) for row in data["labels"]]


def announced(outline: Outline) -> dict[int, int | None]:
    """Return what is announced for each list of a parse, by where the list's first item starts."""
    parents: list[Speech | Item] = [*outline.speeches, *outline.walk()]
    return {parent.children[0].start: parent.announced for parent in parents if parent.children}


def tally(labels: Iterable[Label], folder: Path) -> Tally:
    """Parse each labelled document of a folder once and return how its labels compare."""
    result = Tally()
    found: dict[str, dict[int, int | None]] = {}
    for label in labels:
        if label.doc not in found:
            text = (folder / f"{label.doc}.txt").read_bytes().decode("utf-8-sig")
            found[label.doc] = announced(parse(text))
        result.add(label, found[label.doc])
    return result


def main(_arguments: list[str]) -> int:
    """Print the figures and a line for each wrong label; return 1 where the labels belong to other documents."""
    if not labelled.present():
        print(f"announcements {labelled.ABSENT}")
        return 0
    digest, labels = load(LABELS)
    if digest != hashlib.sha256((corpus.LABELLED / INDEX).read_bytes()).hexdigest():
        print(OTHER_SET)
        return 1
    result = tally(labels, corpus.LABELLED)
    print(result.line())
    print("".join(f"  {line}\n" for line in result.wrong), end="")
    return 0
