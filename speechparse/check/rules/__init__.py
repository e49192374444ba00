"""Every rule, one module each, in the order in which findings at one place are shown."""

from __future__ import annotations

from typing import Final

from speechparse.check.rules import (
    n001_gap,
    n002_repeat,
    n003_start,
    n004_single,
    n005_skipped_level,
    n006_reversed_levels,
    n007_mixed_families,
    n008_too_deep,
    n009_mixed_sets,
    n010_mixed_systems,
    n011_count,
    n012_no_list,
    n013_restart,
    n014_order,
    n015_closing_count,
    p101_word_mark,
    p102_han_mark,
    p103_arabic_mark,
    p104_bracket_mark,
    p105_decimal_mark,
    p106_chapter_gap,
    p107_running_mark,
    p108_heading_end,
    p109_width,
    p110_look_alike,
    p111_sibling_mark,
)

RULES: Final = (  # ORDERED: of fixes at one place the first is made.
    n001_gap.RULE,
    n002_repeat.RULE,
    n003_start.RULE,
    n004_single.RULE,
    n005_skipped_level.RULE,
    n006_reversed_levels.RULE,
    n007_mixed_families.RULE,
    n008_too_deep.RULE,
    n009_mixed_sets.RULE,
    n010_mixed_systems.RULE,
    n011_count.RULE,
    n012_no_list.RULE,
    n013_restart.RULE,
    n014_order.RULE,
    n015_closing_count.RULE,
    p101_word_mark.RULE,
    p102_han_mark.RULE,
    p103_arabic_mark.RULE,
    p104_bracket_mark.RULE,
    p105_decimal_mark.RULE,
    p106_chapter_gap.RULE,
    p107_running_mark.RULE,
    p108_heading_end.RULE,
    p109_width.RULE,
    p110_look_alike.RULE,
    p111_sibling_mark.RULE,
)
"""Every rule, in the order of the ids."""

BY_ID: Final = {rule.id: rule for rule in RULES}
