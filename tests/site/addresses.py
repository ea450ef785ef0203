"""`make addresses`: add the site's new addresses to the ledger (nothing is ever taken out)."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.building import ROOT
from tests.site.crawl import BuiltSite

LEDGER = ROOT / "tests/site/addresses.txt"


def main() -> int:
    """Read the built site; returns the exit status."""
    site = ROOT / "site"
    if not (site / "index.html").exists():
        print("There is no site yet: run `make build` first.", file=sys.stderr)
        return 1
    published = LEDGER.read_text(encoding="utf-8").split() if LEDGER.exists() else []
    new = sorted(set(BuiltSite.read(site).addresses()) - set(published))
    Path(LEDGER).write_text(
        "".join(f"{address}\n" for address in sorted([*published, *new])), encoding="utf-8"
    )
    print(f"{len(new)} addresses added, {len(published) + len(new)} in all.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
