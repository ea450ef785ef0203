"""What several test modules share: the real library, the built site, a browser."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from macros.library import Library, load
from tests.building import ROOT, lock, mkdocs


@pytest.fixture(scope="session")
def library() -> Library:
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built strictly, once for all workers."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder = shared / "site"
    with lock(shared / "site.lock"):
        if not folder.exists():
            result = mkdocs(ROOT, shared / "site-building")
            assert result.returncode == 0, result.stdout + result.stderr
            (shared / "site-building").rename(folder)
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        pass


@pytest.fixture(scope="session")
def http(site: Path) -> Iterator[str]:
    """The site over http on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")  # fastest first
    found = next((path for name in names if (path := shutil.which(name))), None)
    assert found, "no Chromium: .ci/tools installs one"
    with sync_playwright() as playwright:
        options = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        if os.geteuid() == 0:
            options.append("--no-sandbox")
        chromium = playwright.chromium.launch(executable_path=found, args=options)
        yield chromium
        chromium.close()
