"""Which encoding bytes are in, where neither a byte order mark nor strict UTF-8 says so.

Each candidate reads the bytes, and each reading is priced by a model of Chinese text: a frequent character costs few
bits, one that hardly ever occurs costs many. The cheapest reading is the likeliest. A reading that costs about as much
as the bytes themselves explains nothing, so then there is no guess. Readings are compared in bits and not by their
share of good characters because each encoding makes another number of characters of the same bytes.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain
from typing import Final

import regex

SAMPLE: Final = 1 << 15
"""How many bytes are looked at: 32 KiB."""

HIGH: Final = regex.compile(rb"[\x80-\xff]")

CANDIDATES: Final = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
"""In the order of preference. UTF-8 is here for files that a few bad bytes keep from being strict UTF-8."""

PUNCTUATION: Final = (
    "\u3000、。，；：？！“”‘’（）《》【】「」『』〔〕—…·％－．／０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩～＊─━═│☆★●○◆■□▲△※→"
)

ASCII_BITS: Final = 7
PUNCTUATION_BITS: Final = 6
COMMON_BITS: Final = 10
NEVER_BITS: Final = 32
"""For what no text holds: controls, private use, unassigned, half-width katakana, the mark of undecodable bytes."""

NOISE_BITS: Final = 7
"""What a byte may cost at most: Chinese costs some 5, bytes without meaning 8, other languages read as Chinese over 7.

ASCII must not cost less than this, or a page of it would pay for whatever stands between.
"""

RANGES: Final = (
    (0x4E00, 0x9FFF, 18),  # the other Hanzi: a tenth of the text shared by twenty thousand
    (0x00A0, 0x017F, 22),  # Latin letters with accents
    (0x0370, 0x04FF, 22),  # Greek, Cyrillic
    (0x2000, 0x2642, 22),  # spaces, symbols, Roman and circled numerals, box drawing
    (0x3003, 0x33FF, 22),  # kana, bopomofo, squared letters
    (0xFF01, 0xFF5E, 22),  # full-width ASCII
    (0x1F300, 0x1FAFF, 24),  # emoji
)
"""First and last code point and bits of the characters that a Chinese text may well hold but seldom does."""


def guess(data: bytes) -> str | None:
    """Return the name of the candidate under which the bytes look most like Chinese text.

    The bytes need not be valid in it: a file may be damaged. None where under no candidate they look like text.
    """
    sample = _sample(data)
    prices = {name: _price(sample.decode(name, "replace")) for name in CANDIDATES}
    cheapest = min(CANDIDATES, key=prices.__getitem__)
    return cheapest if prices[cheapest] <= len(sample) * NOISE_BITS else None


def _sample(data: bytes) -> bytes:
    """Return at most `SAMPLE` bytes around the first that is not ASCII, from a character's border in any encoding.

    Before that byte every byte is a character by itself, or half of one in UTF-16, which is why the start is even.
    """
    high = HIGH.search(data)
    first = max(0, min(high.start(), len(data) - SAMPLE)) & ~1 if high else 0
    return data[first : first + SAMPLE]


def _price(text: str) -> int:
    """Return the bits that the text costs."""
    known = _known_bits()
    return sum(count * (known.get(char) or _seldom_bits(ord(char))) for char, count in Counter(text).items())


@cache
def _known_bits() -> dict[str, int]:
    """Return the price of each character that Chinese text is full of."""
    from speechparse.common_characters import SIMPLIFIED, TRADITIONAL  # noqa: PLC0415 - most files need no guess

    return {
        **dict.fromkeys(SIMPLIFIED + TRADITIONAL, COMMON_BITS),
        **dict.fromkeys(PUNCTUATION, PUNCTUATION_BITS),
        **dict.fromkeys(map(chr, chain(b"\t\n\r\f", range(0x20, 0x7F))), ASCII_BITS),
    }


def _seldom_bits(code: int) -> int:
    """Return the price of any other character."""
    return next((bits for first, last, bits in RANGES if first <= code <= last), NEVER_BITS)
