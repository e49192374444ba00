"""Pages of speeches in a browser, and all that goes wrong in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechparse.render.html import render
from tests.render.samples import parsed

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page


class Opened:
    """Pages of speeches, opened from files as a reader opens them, and all that went wrong in them."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        """Open nothing yet."""
        self.browser = browser
        self.folder = folder
        self.requests: list[str] = []
        self.troubles: list[str] = []
        self.contexts: list[Any] = []

    def _refuse(self, dialog: Dialog) -> None:
        self.troubles.append(dialog.message)
        dialog.dismiss()

    def __call__(self, text: str, **settings: Any) -> Page:  # noqa: ANN401 -- as playwright's contexts take them
        """Return the page of a text in a context of its own; `settings` are those of the context."""
        path = self.folder / f"page{len(self.contexts)}.html"
        path.write_bytes(render(parsed(text), text))
        wide: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "locale": "zh-CN"}
        context = self.browser.new_context(**(wide | settings))
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.troubles.append(message.text))
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("dialog", self._refuse)
        page.goto(path.as_uri())
        self.requests.remove(path.as_uri())
        return page
