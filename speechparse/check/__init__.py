r"""Proofreads the numbering of speeches: gaps, repeats, counts that do not agree, marks against the standard.

>>> from speechparse.check import check_text
>>> [finding.message() for finding in check_text("一、抓播种\n二、抓管护\n四、抓收储\n")]
['gap: 二、 is followed by 四、 (三、 is missing)']
"""

from __future__ import annotations

from speechparse.check.checker import check_outline, check_text
from speechparse.check.finding import Edit, Finding, Fix, Severity
from speechparse.check.rule import Rule
from speechparse.check.rules import RULES

__all__ = ["RULES", "Edit", "Finding", "Fix", "Rule", "Severity", "check_outline", "check_text"]
