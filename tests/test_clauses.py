"""Clauses that only lead up to the point of a title."""

from __future__ import annotations

import pytest

from speechparse.clauses import leads_up


@pytest.mark.parametrize(
    "clause",
    [
        "对因病返困的农户",
        "在三个移民新村",
        "在产业发展上",
        "在修路的过程中",
        "为了孩子们的安全",
        "通过东西协作",
        "只有把账目摊在桌面上",
        "围绕粮食安全问题",
        "入汛以来",
        "当前",
        "我认为",
        "對因病返困的農戶",
    ],
)
def test_leads_up(clause: str) -> None:
    """An adverbial, a condition, a time, or words that open a sentence."""
    assert leads_up(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "",
        "守住耕地红线",
        "对照清单逐项过筛",
        "在抓落实上下功夫",
        "在学懂弄通上见实效",
        "从严管理干部队伍",
        "对标先进地区",
        "围绕中心抓落实",
        "加强对困难群众的帮扶",
    ],
)
def test_is_a_point(clause: str) -> None:
    """A clause with a verb of its own."""
    assert not leads_up(clause)
