"""A reader over http and from the disk, with the network cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import Reader


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, http: str, site: Path) -> str:
    return http if request.param == "http" else site.as_uri()


@pytest.fixture
def reader(browser: Browser, root: str) -> Iterator[Reader]:
    somebody = Reader(browser, root)
    yield somebody
    somebody.context.close()
    assert somebody.strayed == []
    assert somebody.errors == []
