"""Outlines made by hand or by chance, for the tests of what is written of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from speechparse.model import MAX_DEPTH, Item, Outline, Speech

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def item(
    marker: str = "一、", title: str = "", *children: Item, family: str = "han", text: str = "", line: int = 1
) -> Item:
    """Return an item of the first level with its children below it; levels and paths are set by `outline`."""
    return Item(marker, family, 1, 1, "1", title, text, None, line, 0, 0, 0, list(children))


def speech(title: str | None, *children: Item, closing: str | None = None, preamble: str | None = None) -> Speech:
    """Return a speech with its items."""
    return Speech(title, 0, 0, 0, None, preamble, None, None, list(children), closing)


def outline(*speeches: Speech, source: str | None = None) -> Outline:
    """Return an outline whose items know their levels and paths."""
    for one in speeches:
        _number(one.children)
    return Outline(0, list(speeches), source=source, encoding="utf-8")


def ladder(depth: int) -> Outline:
    """Return an outline that goes as deep as is said, one item a level, made without recursion."""
    top = current = item("一、", "第1层")
    for level in range(2, depth + 1):
        below = item("（一）", f"第{level}层", family="han-paren", line=level)
        current.children.append(below)
        current = below
    return outline(speech("阶梯", top))


def _number(items: list[Item]) -> None:
    stack = [(items, 1, "")]
    while stack:
        siblings, level, prefix = stack.pop()
        for place, one in enumerate(siblings, start=1):
            one.level, one.path = level, f"{prefix}{place}"
            stack.append((one.children, level + 1, f"{one.path}."))


_TEXTS = st.text(st.characters(codec=None), max_size=12) | st.sampled_from(
    ['"', "\\", "\x00\x1f\x7f", "\u2028", "\ud800", "\udcff讲话", "[/b]", "\n\r\t\f\b", "😀", "\ue000"]
)
_OFFSETS = st.integers(min_value=0, max_value=10**9)
_COUNTS = st.none() | st.integers(min_value=1, max_value=99)


def _items(children: SearchStrategy[list[Item]]) -> SearchStrategy[list[Item]]:
    return st.lists(
        st.builds(
            Item,
            marker=_TEXTS.filter(bool),
            family=st.sampled_from(["han", "han-paren", "自定"]),
            ordinal=_OFFSETS,
            level=st.integers(min_value=1, max_value=MAX_DEPTH),
            path=st.sampled_from(["1", "2.10", "1.1.1"]),
            title=_TEXTS,
            text=_TEXTS,
            announced=_COUNTS,
            line=st.integers(min_value=1),
            start=_OFFSETS,
            title_end=_OFFSETS,
            end=_OFFSETS,
            children=children,
        ),
        max_size=3,
    )


def outlines() -> SearchStrategy[Outline]:
    """Return outlines of every shape with any text in every field; spans are of the right types and no more."""
    speeches = st.builds(
        Speech,
        title=st.none() | _TEXTS,
        start=_OFFSETS,
        title_end=_OFFSETS,
        end=_OFFSETS,
        salutation=st.none() | _TEXTS,
        preamble=st.none() | _TEXTS,
        announced=_COUNTS,
        duplicate_of=st.none() | _OFFSETS,
        children=st.recursive(st.just([]), _items, max_leaves=6),
        closing=st.none() | _TEXTS,
    )
    return st.builds(
        Outline,
        length=_OFFSETS,
        speeches=st.lists(speeches, max_size=3),
        outside=st.lists(st.tuples(_OFFSETS, _OFFSETS), max_size=3),
        source=st.none() | _TEXTS,
        encoding=st.none() | st.just("gb18030"),
        error=st.none() | _TEXTS,
    )
