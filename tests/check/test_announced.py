"""Counts that announce a list."""

from __future__ import annotations

import pytest

from speechparse.check.announced import Announcement, announcement_before


def _before(words: str) -> Announcement | None:
    return announcement_before(words, 0, len(words))


@pytest.mark.parametrize(
    ("words", "count", "shown"),
    [
        ("下面，我讲三点意见。", 3, "三点"),
        ("讲四个方面的意见：\n\n　　", 4, "四个方面"),
        ("要抓好两件大事。", 2, "两件大事"),
        ("重点做好9个方面工作：", 9, "9个方面"),
        ("必须处理好三对关系。", 3, "三对关系"),
        ("我谈三点体会，算不上要求，与大家共勉：", 3, "三点"),
        ("應當遵守以下三項要求：", 3, "三項"),
        ("我就讲三句。", 3, "三句"),
        ("集中办了十二件实事：", 12, "十二件实事"),
        ("（二）理顺两大关系。", 2, "两大关系"),
    ],
)
def test_announcements(words: str, count: int, shown: str) -> None:
    """The count, and the words that a message shows."""
    found = _before(words)

    assert found is not None
    assert (found.number, found.words) == (count, shown)
    assert words[found.start : found.end] == shown


@pytest.mark.parametrize(
    "words",
    [
        "讲几点意见。",
        "讲一点意见。",
        "第三个问题：",
        "做到“三个坚持”。",
        "走访了三个村。",
        "过了三个月。",
        "二十七件申请书：",
        "完善一批制度、理顺两大关系、注重三个结合。",
        "讲三点意见。我先说去年。",
        "近三项工作：",
        "1.5个方面：",
    ],
)
def test_other_counts(words: str) -> None:
    """Not certain, not of points, not right before the list."""
    assert _before(words) is None


def test_nothing_before_the_beginning() -> None:
    """The parent's own marker bounds the look back."""
    assert announcement_before("讲三点意见。一是好。", 4, 6) is None
