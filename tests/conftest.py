"""How often the property tests try.

`HYPOTHESIS_PROFILE=deep pytest tests/test_properties.py tests/test_dress.py` looks for new failures; the profile for
every day tries the same texts each time, so that a run says something about the change and not about its luck.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("daily", max_examples=100, deadline=None, derandomize=True, database=None)
settings.register_profile("deep", max_examples=20_000, deadline=None, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "daily"))
