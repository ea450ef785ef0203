"""Builds the site beside the last one and swaps when it is whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path


def build(root: Path, site: Path) -> int:
    """Build `root` strictly into `site` and return the exit status; on any error the old site stays."""
    beside = site.with_name(f".{site.name}-next")
    before = site.with_name(f".{site.name}-before")
    shutil.rmtree(beside, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(beside)]
    status = subprocess.run(command, cwd=root, check=False).returncode
    if status:
        shutil.rmtree(beside, ignore_errors=True)
        kept = " The last good site stays." if site.exists() else ""
        print(f"The site was not built.{kept}", file=sys.stderr)
        return status
    shutil.rmtree(before, ignore_errors=True)
    if site.exists():
        site.rename(before)
    try:
        beside.rename(site)
    except OSError:
        if before.exists():
            before.rename(site)
        raise
    shutil.rmtree(before, ignore_errors=True)
    print(f"The site is in {site.relative_to(root)}/.")
    return 0
