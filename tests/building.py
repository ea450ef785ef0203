"""Building sites for tests."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """One worker at a time."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def mkdocs(root: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build a tree strictly with MkDocs."""
    return run(["mkdocs", "build", "--strict", "--site-dir", str(site)], root)


def run(module: list[str], root: Path) -> subprocess.CompletedProcess[str]:
    """Run a Python module in a tree, as the Makefile does."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "COLUMNS": "500"}
    command = [sys.executable, "-m", *module]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def copy_tree(target: Path, *parts: str) -> Path:
    """A copy of the project (or of some of its parts) that a test may change."""
    target.mkdir(parents=True, exist_ok=True)
    for part in parts or ("data", "docs", "macros", "mkdocs.yml"):
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / part)
    return target
