"""The page as a file: what is in it, and what can never be."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given

from speechparse.model import Outline
from speechparse.render.html import render
from speechparse.render.html.notes import count_note, gap_notes
from speechparse.render.labels import NO_TITLE
from speechparse.render.visible import visible
from tests.outlines import item, ladder, outline, speech
from tests.render.samples import ATTACKS, FAULTY, HOSTILE, HOSTILE_MORE, NESTED, PAGE, parsed, speeches

ADDRESSES = {"a": "#t", "link": "data:image/svg+xml,"}
VOID = frozenset(("meta", "link", "input", "rect"))


class Reader(HTMLParser):
    """Elements, attributes and text of a page; raises where a tag closes another than the last one opened."""

    def __init__(self, page: bytes) -> None:
        """Read a page."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(page.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element of a drawing."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the last element."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep text with the element that it is in."""
        self.texts.append((self._open[-1] if self._open else "", data))

    def text(self, *tags: str) -> str:
        """Return the text in elements of these tags."""
        return "".join(data for tag, data in self.texts if tag in tags)


SHAPE = Counter(tag for tag, _ in Reader(render(parsed("一、甲\n二、乙\n"), "一、甲\n二、乙\n")).elements)


def test_policy_names_the_only_style_and_the_only_script() -> None:
    """By their hashes; nothing else may run, load or be sent."""
    page = render(parsed(HOSTILE), HOSTILE)
    reader = Reader(page)

    [policy] = [
        values["content"] for tag, values in reader.elements if values.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in (policy or "").split("; "))
    assert rules["default-src"] == "'none'"
    for tag in ("style", "script"):
        assert sum(one == tag for one, _ in reader.elements) == 1
        digest = b64encode(sha256(reader.text(tag).encode()).digest()).decode()
        assert rules[f"{tag}-src"] == f"'sha256-{digest}'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert "unsafe" not in (policy or "")


def test_nothing_is_loaded() -> None:
    """No address of any kind but those inside the page and the icon, which is in it."""
    reader = Reader(render(parsed(HOSTILE), HOSTILE))

    for tag, values in reader.elements:
        assert not {"src", "srcset", "action", "formaction", "data", "poster", "style"} & set(values)
        assert not [name for name in values if name.startswith("on")]
        assert "href" not in values or (values["href"] or "").startswith(ADDRESSES[tag])
    style = reader.text("style")
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("text", [HOSTILE, HOSTILE_MORE], ids=["first", "more"])
def test_a_hostile_speech_has_the_elements_of_a_harmless_one(text: str) -> None:
    """Every tag is one that the page has anyway."""
    tags = {tag for tag, _ in Reader(render(parsed(text), text)).elements}

    assert tags - {"ul", "p", "i", "text", "span", "em", "h3"} <= set(SHAPE)


def test_attacks_in_every_field() -> None:
    """Titles, markers, families, texts, the source."""
    for attack in ATTACKS:
        made = outline(
            speech(attack, item(attack, attack, item("（一）", attack, text=attack), family=attack)), source=attack
        )
        made.length = 10
        made.speeches[0].end = 10

        tags = {tag for tag, _ in Reader(render(made, "0123456789")).elements}

        assert not tags & {"img", "iframe", "object", "embed", "base"}


@given(speeches())
def test_the_page_shows_all_of_every_speech(text: str) -> None:
    """Each character that is not white space, in order; ids are unique and every link has its target."""
    made = parsed(text)

    reader = Reader(render(made, text))

    ids = [values["id"] for _, values in reader.elements if "id" in values]
    assert len(ids) == len(set(ids))
    links = {(values["href"] or "")[1:] for tag, values in reader.elements if tag == "a"}
    assert links == {f"t{number}" for number in range(len(list(made.walk())))} <= set(ids)


@pytest.mark.parametrize("text", [NESTED, FAULTY, HOSTILE], ids=["nested", "faulty", "hostile"])
def test_the_text_is_whole(text: str) -> None:
    """What the right side shows, without its notes, is the speech."""
    page = render(parsed(text, None), text).decode()
    article = page[page.index("<article>") : page.index("</article>")]
    words = re.sub(
        r'<span class="note.*?</span></span>|<svg.*?</svg>|<p class="figures">.*?</p>|<ul class="legend">.*?</ul>',
        "",
        article,
    )

    shown = re.sub(r"<[^>]*>|\s", "", words)

    assert unescape(shown).removeprefix(NO_TITLE) == visible(re.sub(r"\s", "", text))


def test_one_speech_has_no_tabs_and_several_have() -> None:
    """One for each, and the repeated one says so."""
    assert not [1 for _, values in Reader(render(parsed(NESTED), NESTED)).elements if values.get("role") == "tab"]

    reader = Reader(render(parsed(PAGE), PAGE))

    assert sum(values.get("role") == "tab" for _, values in reader.elements) == 3
    assert "同第 1 篇" in reader.text("span")


def test_counts_and_gaps_are_shown_on_both_sides() -> None:
    """What is announced and does not hold, and the number that is missing."""
    labels = [data for _, data in Reader(render(parsed(FAULTY), FAULTY)).texts]

    assert labels.count("说有 4 点，实有 3 点") == 2
    assert labels.count("说有 3 点，实有 2 点") == 2
    assert labels.count("缺第 3 点") == 2


def test_good_counts_are_shown_too() -> None:
    """Green, on both sides."""
    labels = [data for _, data in Reader(render(parsed(NESTED), NESTED)).texts]

    assert labels.count("✓ 3 点") == 4
    assert not [label for label in labels if "说有" in label]


def _numbered(*numbers: int, family: str = "han") -> list[str]:
    items = [item("x", family=family) for _ in numbers]
    for place, (one, number) in enumerate(zip(items, numbers, strict=True)):
        one.ordinal, one.start = number, place
    return [re.sub("<[^>]*>", "|", note.label) for note in gap_notes(items).values()]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 2, 3), ""),
        ((1, 3), "缺第 2 点"),
        ((1, 5), "缺第 2–4 点"),
        ((1, 1), "第 1 点重号"),
        ((1, 2, 1, 2), ""),
        ((1, 2, 2), "第 2 点重号"),
        ((1, 3, 2), "缺第 2 点 第 3 点之后是第 2 点"),
        ((7, 8), ""),
    ],
)
def test_gaps(numbers: tuple[int, ...], said: str) -> None:
    """A list may begin anywhere and begin again at 1; other steps are odd."""
    found = " ".join(label.split("|")[1] for label in _numbered(*numbers))

    assert found == said


def test_a_count_is_that_of_the_first_list() -> None:
    """Two lists below one item: the words before the first announce the first."""
    one = item(
        "（一）",
        "甲",
        *(item("一是", family="shi") for _ in range(3)),
        *(item("1.", family="arabic") for _ in range(2)),
    )
    for place, child in enumerate(one.children):
        child.ordinal = place % 3 + 1
    one.announced = 3

    note = count_note(one)

    assert note is not None
    assert note.kind == "good"


def test_without_speech_or_items() -> None:
    """It is said in both languages."""
    assert "no speech found" in Reader(render(Outline(0), "")).text("span")
    plain = "今天天气很好。\n大家都来了。\n"
    assert "no numbered points found" in Reader(render(parsed(plain), plain)).text("span")


def test_the_deepest_outline() -> None:
    """No recursion is used up by its levels."""
    assert sum(values.get("role") == "treeitem" for _, values in Reader(render(ladder(32), "")).elements) == 32


def test_assets_cannot_end_their_element() -> None:
    """Else the hash would be of something else."""
    reader = Reader(render(Outline(0), ""))

    assert "</" not in reader.text("style")
    assert "</script" not in reader.text("script")
