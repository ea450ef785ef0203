"""Somebody who reads the site in a real browser."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect


class Reader:
    """Somebody with a browser; notes every request that leaves the site and every error."""

    def __init__(self, browser: Browser, root: str, **options: Any) -> None:
        self.root = root
        self.context: BrowserContext = browser.new_context(**options)
        self.strayed: list[str] = []
        self.errors: list[str] = []
        self.context.route(re.compile(r".*"), self._route)
        self.page: Page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def _route(self, route: Any) -> None:
        if route.request.url.startswith(self.root):
            route.continue_()
        else:
            self.strayed.append(route.request.url)
            route.abort()

    def open(self, address: str) -> Page:
        self.page.goto(f"{self.root}/{address}")
        return self.page

    def type_into_search(self, words: str) -> None:
        """Letter by letter: the theme listens to keys."""
        self.page.keyboard.press("/")
        expect(self.page.get_by_role("textbox", name="Search")).to_be_focused()
        self.page.keyboard.type(words, delay=10)

    def finds(self, words: str, address: str) -> list[str]:
        """Search, and wait until a page is among the first results; returns them (without it after ten seconds)."""
        self.type_into_search(words)
        links = self.page.locator(".md-search-result__item > a.md-search-result__link")
        for _ in range(100):
            hrefs = links.evaluate_all("links => links.map(link => link.href)")
            pages = [str(href).removeprefix(f"{self.root}/").partition("#")[0] for href in hrefs]
            found = list(dict.fromkeys(pages))[:5]
            if address in found:
                break
            self.page.wait_for_timeout(100)
        return found
