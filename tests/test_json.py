"""What `speechparse.render.json` writes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hypothesis import given

from speechparse.render.json import render, render_line
from tests.outlines import item, ladder, outline, outlines, speech

if TYPE_CHECKING:
    from speechparse.model import Outline


def _as_the_library_would(one: Outline, text: str) -> bytes:
    """Return what `json.dumps` wrote as the bytes that the renderer promises for it."""
    return (re.sub("[\ud800-\udfff]", "\ufffd", text) + "\n").encode()


@given(outlines())
def test_indented_is_what_json_dumps_writes(one: Outline) -> None:
    """Byte for byte, whatever the outline holds."""
    assert _as_the_library_would(one, json.dumps(one.to_dict(), ensure_ascii=False, indent=2)) == render(one)


@given(outlines())
def test_a_line_is_what_json_dumps_writes_without_spaces(one: Outline) -> None:
    """Byte for byte, whatever the outline holds, and one line of it."""
    expected = _as_the_library_would(one, json.dumps(one.to_dict(), ensure_ascii=False, separators=(",", ":")))

    assert expected == render_line(one)
    assert render_line(one).count(b"\n") == 1


def test_a_document() -> None:
    """The order of the fields is part of the contract."""
    one = outline(speech("在大会上的讲话", item("一、", "抓学习"), closing="谢谢大家！"), source="a.txt")
    one.outside.append((0, 4))

    expected = """\
{
  "version": 1,
  "source": "a.txt",
  "encoding": "utf-8",
  "length": 0,
  "error": null,
  "speeches": [
    {
      "title": "在大会上的讲话",
      "start": 0,
      "title_end": 0,
      "end": 0,
      "salutation": null,
      "preamble": null,
      "announced": null,
      "duplicate_of": null,
      "children": [
        {
          "marker": "一、",
          "family": "han",
          "ordinal": 1,
          "level": 1,
          "path": "1",
          "title": "抓学习",
          "text": "",
          "announced": null,
          "line": 1,
          "start": 0,
          "title_end": 0,
          "end": 0,
          "children": []
        }
      ],
      "closing": "谢谢大家！"
    }
  ],
  "outside": [
    [
      0,
      4
    ]
  ]
}
"""

    assert expected == render(one).decode()


def test_only_what_json_must_escape_is_escaped() -> None:
    """Quotes, backslashes and controls are; Chinese, emoji and line separators stand as themselves."""
    one = outline(speech('"\\\x1b\t中😀\u2028'))

    assert '"title":"\\"\\\\\\u001b\\t中😀\u2028"' in render_line(one).decode()


def test_each_lone_surrogate_becomes_a_replacement_character() -> None:
    """Two halves that stand together are not joined: the text had no such character."""
    one = outline(speech("甲\ud83d\ude00乙"), source="讲话\udcff.txt")

    actual = json.loads(render(one))

    assert actual["speeches"][0]["title"] == "甲\ufffd\ufffd乙"
    assert actual["source"] == "讲话\ufffd.txt"


def test_no_depth_is_too_deep() -> None:
    """Nothing recurses, also where an outline is far deeper than the parser makes it."""
    actual = render_line(ladder(5000)).decode()

    assert actual.count('"marker"') == 5000
    assert actual.count("[") == actual.count("]")
    assert actual.count("{") == actual.count("}")
