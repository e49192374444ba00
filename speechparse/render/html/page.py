"""The page around the speeches: one file, no request to anywhere, and a policy under which only its own code runs."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.render.html import share
from speechparse.render.html.legend import legend
from speechparse.render.html.markup import both, escape
from speechparse.render.html.notes import count_note
from speechparse.render.html.speech import body
from speechparse.render.html.tree import open_level, tree
from speechparse.render.labels import document_name, speech_name
from speechparse.render.paragraphs import Paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Outline, Speech

_STYLES: Final = ("base.css", "bar.css", "tree.css", "speech.css", "narrow.css", "print.css")
_SCRIPTS: Final = ("dom.js", "tree.js", "reading.js", "find.js", "view.js", "start.js")

_ICON: Final = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' "
    "rx='3' fill='%23b3261e'/%3E%3Cpath d='M3 4h10M5 8h8M7 12h6' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E"
)


class _Assets(NamedTuple):
    """What every page has in common, with the hashes that its policy names."""

    style: str
    script: str
    dialog: str
    policy: str


def render(outline: Outline, text: str) -> bytes:
    """Return the page, with a tab for each speech."""
    return "".join(_page(outline, text, _assets())).encode()


@cache
def _assets() -> _Assets:
    style = "".join(map(_asset, _STYLES)) + share.widths()
    script = '"use strict";(()=>{\n' + "".join(map(_asset, _SCRIPTS)) + "})();"
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )
    return _Assets(style, script, _asset("help.html"), policy)


def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode("ascii")


def _page(outline: Outline, text: str, assets: _Assets) -> Iterator[str]:
    name = outline.speeches[0].title if len(outline.speeches) == 1 else None
    yield (
        '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{assets.policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">\n'
        f'<title>{escape(name or document_name(outline))}</title><link rel="icon" href="{_ICON}">\n'
        f"<style>{assets.style}</style></head>\n<body>\n"
    )
    yield from _bar(outline)
    paragraphs = Paragraphs(text)
    first = 0
    yield "<main>\n"
    for index, speech in enumerate(outline.speeches):
        yield from _speech(outline, index, first, text, paragraphs)
        first += sum(1 for _ in speech.walk())
    if not outline.speeches:
        yield f'<p class="nothing">{both("没有讲话", "no speech found")}</p>'
    yield f"</main>\n{assets.dialog}<script>{assets.script}</script>\n</body></html>\n"


def _bar(outline: Outline) -> Iterator[str]:
    """Yield the line above everything: the button of the outline on a phone, the tabs, the settings."""
    word = both("提纲", "Outline")
    yield (
        f'<header class="top"><button id="menu" aria-expanded="false">☰<span class="word">{word}</span></button>'
        '<div id="tabs" role="tablist">'
    )
    for index, speech in enumerate(outline.speeches if len(outline.speeches) > 1 else []):
        same = ""
        if speech.duplicate_of is not None:
            same = f"<small>{both(f'同第 {speech.duplicate_of + 1} 篇', f'same as {speech.duplicate_of + 1}')}</small>"
        yield (
            f'<button role="tab" id="tab{index}" aria-controls="s{index}" aria-selected="{str(index == 0).lower()}" '
            f'tabindex="{-(index > 0)}"><b>{index + 1}</b> {escape(speech_name(speech, outline))}{same}</button>'
        )
    yield (
        '</div><p id="here"></p>'
        '<button id="language" lang="en" title="English / 中文">EN</button>'
        '<button id="theme" aria-label="明暗 / light or dark">◐</button>'
        '<button id="keys" aria-label="按键 / keys">?</button></header>\n'
    )


def _speech(outline: Outline, index: int, first: int, text: str, paragraphs: Paragraphs) -> Iterator[str]:
    speech = outline.speeches[index]
    several = len(outline.speeches) > 1
    panel = f' role="tabpanel" aria-labelledby="tab{index}"' if several else ""
    yield f'<section class="speech{"" if index else " on"}" id="s{index}"{panel}>\n<nav aria-label="提纲 / outline">'
    yield _controls(speech)
    yield _whole(speech, speech_name(speech, outline))
    yield from tree(speech, first) if speech.children else (_no_items(),)
    yield f'</nav>\n<article><h1 tabindex="-1">{escape(speech_name(speech, outline))}</h1>'
    yield _figures(speech, outline)
    yield share.bar(speech, first)
    yield legend(speech)
    yield from body(speech, index, first, text, paragraphs)
    yield "</article></section>\n"


def _no_items() -> str:
    return f'<p class="nothing">{both("没有编号的要点", "no numbered points found")}</p>'


def _controls(speech: Speech) -> str:
    deepest = max((item.level for item in speech.walk()), default=0)
    shown = open_level(speech)
    levels = "".join(
        f'<button data-level="{level}" aria-pressed="{str(level == shown).lower()}">{level}</button>'
        for level in range(1, min(deepest, 9) + 1)
    )
    word = both("层", "Level")
    group = f'<div class="levels" role="group" aria-label="层级 / levels">{word}{levels}</div>' if levels else ""
    return (
        '<div class="controls"><input type="search" placeholder="搜索提纲和正文 /" aria-label="搜索 / search" '
        f'autocomplete="off" spellcheck="false">{group}<output aria-live="polite"></output></div>'
    )


def _whole(speech: Speech, name: str) -> str:
    """Return what stands above the outline: the way to the beginning, and whether the announced count holds."""
    note = count_note(speech)
    return f'<p class="whole"><button class="begin">{escape(name)}</button>{note.markup() if note else ""}</p>'


def _figures(speech: Speech, outline: Outline) -> str:
    levels = [item.level for item in speech.walk()]
    size, deepest = speech.end - speech.start, max(levels, default=0)
    figures = both(
        f"{size:,} 字 · {len(levels)} 点 · {deepest} 层",
        f"{size:,} characters · {len(levels)} points · {deepest} levels",
    )
    source = f" · {escape(outline.source)}" if outline.source else ""
    return f'<p class="figures">{figures}{source}</p>'
