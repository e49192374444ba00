"""One real Chromium for all browser tests, and pages in it."""

from __future__ import annotations

from shutil import which
from typing import TYPE_CHECKING, Final

import pytest

from tests.render.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")

_FLAGS: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
"""For a machine without a screen, and without a network that Chromium would ask."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; skip the test where it, or what drives it, is not installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = next(filter(None, map(which, _NAMES)), None)
    if program is None:
        pytest.skip("Chromium is not installed: run .ci/browser.sh")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=list(_FLAGS))
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Open pages; at the end none of them may have asked for anything, or have said anything on the console."""
    pages = Opened(browser, tmp_path)
    yield pages
    for context in pages.contexts:
        context.close()
    assert pages.requests == []
    assert pages.troubles == []
