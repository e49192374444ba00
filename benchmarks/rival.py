"""The rival: what a programmer writes in an afternoon. Speechparse is judged against it.

A regular expression breaks lines before inline markers, a fixed table gives each family its level, a stack makes the
tree. It is meant to be good at that: the table is as full as we can make it, both widths and both scripts, and the
usual guards (no digit after `1.`, punctuation after 第一) are there. What it cannot have is a second look: every match
is a marker, and a family has one level for ever.

    python -m benchmarks.rival outline --format json FILE

prints what the bench's scorer reads, so that both are scored by the same program.
"""

from __future__ import annotations

import json
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

NUMERAL: Final = "[〇○零一二三四五六七八九十百]{1,5}"
DIGITS: Final = "[0-9０-９]{1,2}"
AFTER: Final = "[，,、：:]"

# ORDERED: a row's place is its level, and the first row that matches wins.
LEVELS: Final = (
    rf"第(?:{NUMERAL}|{DIGITS})(?:编|編|卷|部分|篇)",
    rf"第(?:{NUMERAL}|{DIGITS})章",
    rf"第(?:{NUMERAL}|{DIGITS})[节節]",
    rf"第(?:{NUMERAL}|{DIGITS})[条條](?![意是])",
    r"[壹贰貳叁參肆伍陆陸柒捌玖拾]{1,3}[、．.]",
    rf"{NUMERAL}[、．.]",
    rf"[（(〔]{NUMERAL}[）)〕]|[㈠-㈩]",
    rf"{DIGITS}(?:[、．]|\.(?![0-9]))|[⒈-⒛]",
    rf"{DIGITS}\.{DIGITS}(?![0-9%％万亿萬億.])",
    rf"{DIGITS}\.{DIGITS}\.{DIGITS}(?![0-9.])",
    rf"[（(]{DIGITS}[）)]|[⑴-⒇]",
    rf"{DIGITS}[）)]",
    r"[①-⑳❶-❿]",
    r"[甲乙丙丁戊己庚辛]、|[（(][甲乙丙丁戊己庚辛][）)]",
    r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][、．.]",
    r"[A-Ha-h][.．、)）](?![A-Za-z])",
    rf"第{NUMERAL}(?:[个個](?:方面|问题|問題|关键词|關鍵詞|[词詞字])?|方面|件事|句[话話]|[点點条條项項类類步])?(?:{AFTER}|是)",
    rf"(?:首先|其次|再次|再者|最后|最後)(?:{AFTER}|[是要])",
    rf"其{NUMERAL}(?:{AFTER}|是)",
    rf"{NUMERAL}是",
    rf"{NUMERAL}要",
    rf"{NUMERAL}[抓看靠促练練查曰则則来來]",
    r"另?一方面",
)
MARKER: Final = re.compile("|".join(f"(?P<level{number}>{row})" for number, row in enumerate(LEVELS)))
# A sentence or clause ends, or bold does, or a page lost its line break and kept the indent; then a marker.
BREAK: Final = re.compile(rf"(?:[，,。；：！？!?;:…”）)*]|[ \u3000]{{2}})\s*(?={'|'.join(LEVELS)})")
TITLE: Final = re.compile(r"[^。；：！？!?;:\n]*")
BLANK: Final = " \t\u3000\u00a0\r#*>"

Row = tuple[int, int | None, str]
"""An item: where its marker starts, where its parent's does, its title."""


def broken(text: str) -> list[tuple[int, str]]:
    """Return the lines of a text with their offsets, inline markers on lines of their own."""
    lines: list[tuple[int, str]] = []
    begin = 0
    for line in text.splitlines(keepends=True):
        cuts = [begin, *(begin + seam.end() for seam in BREAK.finditer(line)), begin + len(line)]
        lines.extend((one, text[one:other]) for one, other in pairwise(cuts))
        begin += len(line)
    return lines


def outline(text: str) -> list[Row]:
    """Return the items of a text in its order."""
    rows: list[Row] = []
    stack: list[tuple[int, int]] = []
    for offset, line in broken(text):
        body = line.lstrip(BLANK)
        marker = MARKER.match(body)
        if marker is None:
            continue
        start = offset + len(line) - len(body)
        level = marker.lastindex or 0
        while stack and stack[-1][0] >= level:
            stack.pop()
        title = TITLE.match(body, marker.end())
        rows.append((start, stack[-1][1] if stack else None, title[0].strip() if title else ""))
        stack.append((level, start))
    return rows


def document(text: str) -> dict[str, Any]:
    """Return the outline of a text in the shape that the bench's scorer reads: one speech, whatever the page holds."""
    top: list[dict[str, Any]] = []
    items: dict[int, dict[str, Any]] = {}
    for start, parent, title in outline(text):
        marker = MARKER.match(text, start)
        item = {"marker": marker[0] if marker else "", "start": start, "title": title, "children": []}
        items[start] = item
        (top if parent is None else items[parent]["children"]).append(item)
    return {"speeches": [{"title": None, "start": 0, "end": len(text), "closing": None, "children": top}]}


def read(path: Path) -> str:
    """Return a file's text: UTF-8, or GB18030 where it is not."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def main() -> int:
    """Print the outline of the file that the last argument names."""
    sys.stdout.write(json.dumps(document(read(Path(sys.argv[-1]))), ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
