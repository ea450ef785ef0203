"""Work on the site from a terminal: `python -m macros check`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from macros import generate, scaffold
from macros.build import build
from macros.library import read
from macros.pages import pages_match_records
from macros.problems import report
from macros.redirects import read_moved

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="check the data files and report every problem")
    commands.add_parser("build", help="build the site; the last good one stays when something is wrong")
    commands.add_parser("generate", help="rewrite what is made from the models")
    making = commands.add_parser("new", help="make a record to fill in, and its page")
    making.add_argument("kind", help="kind of record: exercise, program, claim …")
    making.add_argument("id", help="its permanent id: psoas-march")
    options = parser.parse_args(arguments)
    match options.command:
        case "check":
            return check(ROOT)
        case "build":
            return check(ROOT, quiet=True) or build(ROOT, ROOT / "site")
        case "generate":
            for path in generate.write(ROOT / "data"):
                print(f"Wrote {path.relative_to(ROOT)}.")
            return 0
        case _:
            return new(ROOT, options.kind, options.id)


def check(root: Path, *, quiet: bool = False) -> int:
    """Report every problem of the data under `root`; 1 when there is one."""
    library, problems = read(root / "data")
    problems += [*pages_match_records(root), *read_moved(root)[1]]
    if problems:
        print(report(sorted(set(problems))), file=sys.stderr)
        return 1
    if not quiet:
        count = sum(len(records) for records in library.records.values())
        print(f"{count} records, no problems.")
    return 0


def new(root: Path, kind: str, id: str) -> int:
    """Make a record and its page; 1 when that isn't possible."""
    try:
        for path in scaffold.new(root, kind, id):
            print(f"Wrote {path.relative_to(root)}.")
    except scaffold.CannotMake as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
