"""A reader over http and from the disk, with the network cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import Reader

WAYS = ("http", "file")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests marked `everywhere` run over http and from a disk, the others on one of the two, by their name.

    Each tool has a journey that runs everywhere; what is left differs in its logic, not in how it is loaded.
    """
    if "root" in metafunc.fixturenames:
        name = metafunc.function.__name__
        both = metafunc.definition.get_closest_marker("everywhere")
        metafunc.parametrize("root", WAYS if both else [WAYS[crc32(name.encode()) % 2]], indirect=True)


@pytest.fixture
def root(request: pytest.FixtureRequest, http: str, site: Path) -> str:
    return http if request.param == "http" else site.as_uri()


@pytest.fixture
def reader(browser: Browser, root: str) -> Iterator[Reader]:
    somebody = Reader(browser, root)
    yield somebody
    somebody.context.close()
    assert somebody.strayed == []
    assert somebody.errors == []
