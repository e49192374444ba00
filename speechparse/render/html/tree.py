"""The left side of the page: a speech's items as a tree of links into its text."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from speechparse.render.html.markup import escape, hue, percent
from speechparse.render.html.notes import count_note, gap_notes
from speechparse.render.labels import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Speech


MOST_ROWS: Final = 300
"""Rows with which an outline opens at the most: of a longer one the lower levels are closed at first."""


def open_level(speech: Speech) -> int:
    """Return the level down to which the tree of a speech is open when the page opens."""
    sizes = Counter(item.level for item in speech.walk())
    rows = list(accumulate(sizes[level] for level in range(1, max(sizes, default=0) + 1)))
    return max(sum(size <= MOST_ROWS for size in rows), 1)


def tree(speech: Speech, first: int) -> Iterator[str]:
    """Yield the tree; items are numbered from `first` on, in the order of the text: `o5` is the row of `t5`."""
    yield '<ul role="tree" aria-label="提纲 / outline">'
    length = speech.end - speech.start
    number, level = first, open_level(speech)
    arrays = [(iter(speech.children), gap_notes(speech.children))]
    while arrays:
        items, gaps = arrays[-1]
        item = next(items, None)
        if item is None:
            arrays.pop()
            yield "</ul></li>" if arrays else "</ul>"
            continue
        gap = gaps.get(item.start)
        yield _row(item, number, item.level < level, length, gap.markup() if gap else "")
        if item.children:
            yield f'<ul role="group" id="g{number}">'
            arrays.append((iter(item.children), gap_notes(item.children)))
        else:
            yield "</li>"
        number += 1


def _row(item: Item, number: int, is_open: bool, length: int, gap: str) -> str:  # noqa: FBT001 -- what is known of a row
    share = percent(item.end - item.start, length)
    below = f' aria-expanded="{str(is_open).lower()}" aria-owns="g{number}"' if item.children else ""
    count = count_note(item)
    title = escape(item.title) if item.title else f"<em>{escape(excerpt(item.text))}</em>"
    return (
        f'<li role="none"><a role="treeitem" aria-level="{item.level}"{below} id="o{number}" href="#t{number}" '
        f'tabindex="-1" class="{hue(item)} w{share}">{gap}<b>{escape(item.marker.strip())}</b> {title}'
        f"{count.markup() if count else ''}</a>"
    )
