"""`make serve` shows an edit of data, a page or Python without a restart by hand."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.building import ROOT
from tests.tiny import tiny


def wait_for(address: str, words: str, seconds: float) -> str:
    """The page as soon as it has the words; the last answer when it never does."""
    page, end = "", time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                page = answer.read().decode()
        except OSError:
            page = ""
        if words in page:
            break
        time.sleep(0.3)
    return page


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_edits_of_data_pages_and_python_are_seen(tmp_path: Path) -> None:
    tree = tiny(tmp_path, "{{ exercise_goals() }}\n\nNew here?", own_macros=True)
    recipe = re.search(r"^serve:.*\n\t.*\n\t@(.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert recipe
    port = free_port()
    command = recipe[1].replace("$(RUN)", sys.executable) + f" --dev-addr 127.0.0.1:{port}"
    server = subprocess.Popen(
        ["/bin/sh", "-c", f"exec env {command}"],
        cwd=tree,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        index = f"http://127.0.0.1:{port}/index.html"
        assert "Toe tap" in wait_for(index, "Toe tap", 60)
        time.sleep(1)
        for file, before, after in (
            ("data/exercises/toe-tap.yml", "name: Toe tap", "name: Toe tap, edited"),
            ("docs/index.md", "New here?", "New to this?"),
            ("macros/labels.py", '"Control"', '"Steady trunk first"'),
        ):
            path = tree / file
            text = path.read_text(encoding="utf-8")
            assert before in text
            path.write_text(text.replace(before, after), encoding="utf-8")
            seen = after.removeprefix("name: ").strip('"')
            assert seen in wait_for(index, seen, 60), file
    finally:
        server.terminate()  # the watcher ends the server, which leads a group of its own
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
