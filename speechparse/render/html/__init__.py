"""The outline beside the speech, as one page that opens anywhere, offline: the page people show each other."""

from __future__ import annotations

from speechparse.render.html.page import render

__all__ = ["render"]
