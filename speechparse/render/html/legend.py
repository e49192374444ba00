"""Which colour is which family: the first marker of each, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.render.html.markup import escape, hue

if TYPE_CHECKING:
    from speechparse.model import Item, Speech


def legend(speech: Speech) -> str:
    """Return the families of a speech in the order in which they come up."""
    families: dict[str, list[Item]] = {}
    for item in speech.walk():
        families.setdefault(item.family, []).append(item)
    entries = "".join(
        f'<li class="{hue(items[0])}"><b>{escape(items[0].marker.strip())}</b> ×{len(items)}</li>'
        for items in families.values()
    )
    return f'<ul class="legend">{entries}</ul>' if entries else ""
