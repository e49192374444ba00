"""The trees of fixtures/speeches fit their texts: every quoted piece stands there, in order, with nothing left over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.speech_files import ExpectedPage, Quote, SpeechFileError, parse_tree, read_page, squeeze, tree_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.speech_files import ExpectedItem, ExpectedSpeech

TITLE_MARKS: Final = "，。；：！？,;:!?"
HEAD: Final = "salutation: -\npreamble: -\nannounced: -\nclosing: -\n"
BAD_TREES: Final = (
    "",
    "一、 甲 | text - | end 甲",
    "# 题\nsalutation: -\npreamble: -\nclosing: -",
    f"# 题\n{HEAD}一、 甲",
    f"# 题\n{HEAD} 一、 甲 | text - | end 甲",
    f"# 题\n{HEAD}  （一） 甲 | text - | end 甲",
)


def find(text: str, piece: str, start: int, end: int) -> int:
    """Return where `piece` first stands in `text[start:end]`; fail where it does not."""
    place = text.find(squeeze(piece), start, end)
    assert place >= 0, f"{piece} not in {text[start:end][:200]}"
    return place


def after(text: str, piece: str, start: int, end: int) -> int:
    """Return where the last `piece` of `text[start:end]` ends; fail where there is none."""
    place = text.rfind(squeeze(piece), start, end)
    assert place >= 0, f"{piece} not in {text[start:end][-200:]}"
    return place + len(squeeze(piece))


def skip_mark(text: str, place: int) -> int:
    """Return the place after the mark that ends a title, where one stands at `place`."""
    return place + (text[place : place + 1] in TITLE_MARKS and place < len(text))


def item_starts(text: str, items: tuple[ExpectedItem, ...], start: int) -> list[int]:
    """Return where each item's marker stands: its title must follow at once."""
    places = []
    for item in items:
        place = find(text, item.marker + item.title, start, len(text))
        places.append(place)
        start = place + len(squeeze(item.marker + item.title))
    return places


def follows(before: tuple[ExpectedItem, ...], level: int, left: str) -> bool:
    """Tell whether `left`, which follows an item of `level`, ends the own text of an item above it."""
    for item in reversed(before):
        if item.level < level:
            if item.text and left.endswith(squeeze(item.text.last)):
                return True
            level = item.level
    return False


def check_items(text: str, items: tuple[ExpectedItem, ...], starts: list[int], limit: int) -> None:
    """Check each item's text and end against the item that follows it; `limit` is where the last must stop."""
    ends = [0] * len(items)
    for number in reversed(range(len(items))):
        item = items[number]
        later = range(number + 1, len(items))
        boundary = next((starts[other] for other in later if items[other].level <= item.level), limit)
        children = [other for other in later if starts[other] < boundary]
        body = skip_mark(text, starts[number] + len(squeeze(item.marker + item.title)))
        own = starts[children[0]] if children else boundary
        ends[number] = after(text, item.end, starts[number], boundary)
        left = text[ends[number] : boundary]
        assert not left or follows(items[:number], item.level, left), f"{item.drawn} leaves {left}"
        assert all(ends[number] >= ends[child] for child in children), f"{item.drawn} ends before its children"
        if item.text is None:
            assert own == body or (not children and ends[number] == body), f"{item.drawn} has text"
        else:
            assert find(text, item.text.first, body, boundary) == body, f"{item.drawn}: text begins elsewhere"
            assert after(text, item.text.last, body, ends[number]) in {ends[number], own}, f"{item.drawn}: text ends"


def check_speech(text: str, speech: ExpectedSpeech, start: int) -> tuple[int, int]:
    """Check one speech that stands after `start`; return where it begins and ends."""
    opening = speech.salutation or (speech.preamble and speech.preamble.first) or speech.items[0].marker
    place = find(text, opening, start, len(text))
    begin = text.rfind(squeeze(speech.title or ""), start, place)
    assert begin >= 0, speech.title
    head = place + len(squeeze(speech.salutation or ""))
    starts = item_starts(text, speech.items, head)
    if speech.preamble:
        assert speech.preamble.fits(text[head : starts[0]])
    if speech.closing is None:
        limit = end = after(text, speech.items[-1].end, starts[-1], len(text))
    else:
        limit = find(text, speech.closing.first, starts[-1], len(text))
        end = find(text, speech.closing.last, limit, len(text)) + len(squeeze(speech.closing.last))
    check_items(text, speech.items, starts, limit)
    last_ends = max(after(text, item.end, place, limit) for item, place in zip(speech.items, starts, strict=True))
    assert last_ends == limit, f"{speech.title}: text between the last item and the closing"
    return begin, end


def check_page(page: ExpectedPage) -> None:
    """Check that the tree accounts for all of the text."""
    text = squeeze(page.text)
    gaps = []
    done = 0
    for speech in page.speeches:
        begin, end = check_speech(text, speech, done)
        gaps.append(text[done:begin])
        done = end
    gaps = [gap for gap in (*gaps, text[done:]) if gap]
    assert [quote.fits(gap) for quote, gap in zip(page.outside, gaps, strict=True)] == [True] * len(gaps)


@pytest.mark.parametrize("tree", tree_files(), ids=lambda tree: tree.stem)
def test_a_drawn_tree_fits_its_text(tree: Path) -> None:
    """Titles, markers, texts, ends, closings and page text stand in the text as the tree says."""
    check_page(read_page(tree))


@pytest.mark.parametrize("tree", tree_files(), ids=lambda tree: tree.stem)
def test_a_drawn_tree_announces_what_it_has(tree: Path) -> None:
    """Speech fixtures carry no fault: an item that announces N children has N."""
    for speech in read_page(tree).speeches:
        for number, item in enumerate(speech.items):
            if item.announced is not None:
                below = []
                for other in speech.items[number + 1 :]:
                    if other.level <= item.level:
                        break
                    below.append(other.level == item.level + 1)
                assert sum(below) == item.announced, item.drawn


@pytest.mark.parametrize("tree", tree_files(), ids=lambda tree: tree.stem)
def test_a_duplicate_repeats_an_earlier_speech(tree: Path) -> None:
    """A speech drawn as a duplicate has the very head, items and closing of the one that it names."""
    speeches = read_page(tree).speeches
    for speech in speeches:
        if speech.duplicate_of is not None:
            first = speeches[speech.duplicate_of]
            assert speech.title != first.title
            assert (speech.preamble, speech.closing, speech.items) == (first.preamble, first.closing, first.items)


@pytest.mark.parametrize(
    "tree", BAD_TREES, ids=["empty", "no-title", "no-announced", "no-end", "odd-indent", "too-deep"]
)
def test_a_bad_tree_is_refused(tree: str) -> None:
    """A line that does not have the form of fixtures/README.md is an error, not a tree with less in it."""
    with pytest.raises(SpeechFileError):
        parse_tree(tree, "")


@pytest.mark.parametrize(
    ("quote", "text", "fits"),
    [
        (Quote("甲", "丁"), "甲乙\n　　丙丁", True),
        (Quote("甲", "丁"), "甲乙丙", False),
        (Quote("甲乙", "乙丙"), "甲乙丙", False),
        (Quote("甲乙"), "甲\n乙", True),
        (Quote("甲乙"), "甲乙丙", False),
    ],
)
def test_a_quote_knows_its_text(quote: Quote, text: str, *, fits: bool) -> None:
    """First and last characters decide, white space aside; they may not overlap."""
    assert quote.fits(text) is fits
