"""Reads the spec cases of fixtures/spec and draws outlines the way they are drawn there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechparse.model import Item, Outline, Speech

SPEC: Final = Path(__file__).resolve().parent.parent / "fixtures" / "spec"
"""The folder of the case files."""

HEADING: Final = "## "
FENCE: Final = "```"
SPEECH: Final = "#"


class SpecError(Exception):
    """A case file that does not have the form of fixtures/README.md."""


@dataclass(frozen=True, slots=True)
class Case:
    """A small text and the outline that it must give."""

    file: str
    """The name of the case file, without its folder."""
    line: int
    """The line of the case's heading, from 1."""
    title: str
    """What the heading says: the rule or the trap."""
    text: str
    """The text to parse, without a line feed at its end."""
    outline: str
    """The tree, as it is drawn in the file."""

    @property
    def name(self) -> str:
        """Return `file:line-title`, to find the case by."""
        return f"{self.file}:{self.line}-{self.title}"


def draw(outline: Outline) -> str:
    """Return the outline as a tree, each speech opened by its title line (`#` alone where it has no title)."""
    return "\n".join(line for speech in outline.speeches for line in (_opening(speech), *_items(speech)))


def draw_like(expected: str, outline: Outline) -> str:
    """Return the outline as a tree, without the title line of a lone speech where `expected` has none."""
    if expected.startswith(SPEECH) or len(outline.speeches) > 1:
        return draw(outline)
    return "\n".join(line for speech in outline.speeches for line in _items(speech))


def read_cases(folder: Path = SPEC) -> list[Case]:
    """Return every case below `folder`, in the order of file names and lines.

    Raises SpecError where a case lacks its text or its outline.
    """
    return [case for path in sorted(folder.glob("*.md")) for case in _cases(path)]


def _opening(speech: Speech) -> str:
    return f"{SPEECH} {speech.title or ''}".rstrip()


def _items(speech: Speech) -> Iterator[str]:
    return (_item(item) for item in speech.walk())


def _item(item: Item) -> str:
    indent = "  " * (item.level - 1)
    return f"{indent}{item.marker} {item.title}".rstrip()


def _cases(path: Path) -> Iterator[Case]:
    # A text may hold form feeds and other separators at which str.splitlines would cut: only a line feed ends a line.
    lines = path.read_text(encoding="utf-8").split("\n")
    starts = [number for number, inside, line in _marked(lines) if not inside and line.startswith(HEADING)]
    for start, end in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        body = lines[start : end - 1]
        yield Case(
            file=path.name,
            line=start,
            title=lines[start - 1].removeprefix(HEADING).strip(),
            text=_block(body, "text", f"{path.name}:{start}"),
            outline=_block(body, "outline", f"{path.name}:{start}"),
        )


def _marked(lines: Iterable[str]) -> Iterator[tuple[int, bool, str]]:
    """Yield each line with its number and whether it stands inside a block."""
    inside = False
    for number, line in enumerate(lines, 1):
        if line.startswith(FENCE):
            inside = not inside
        yield number, inside, line


def _block(lines: list[str], kind: str, where: str) -> str:
    opening = f"{FENCE}{kind}"
    if lines.count(opening) != 1:
        message = f"{where}: needs exactly one {opening} block"
        raise SpecError(message)
    first = lines.index(opening) + 1
    try:
        last = lines.index(FENCE, first)
    except ValueError:
        message = f"{where}: the {opening} block does not end"
        raise SpecError(message) from None
    return "\n".join(lines[first:last])


def marks_and_titles(drawn: str) -> Iterator[str]:
    """Yield what each line of a drawn tree claims to stand in the text: marker and title, or a speech's title."""
    for line in drawn.split("\n"):
        claim = re.sub(r"^#", "", line.strip())
        if claim.strip():
            yield claim.strip()
