"""The ledger of exported fields: `python -m tests.exports.fields` writes `fields.txt` anew.

Its first line is the version. Whoever renames or removes a field raises the first number of
`macros.exports.opendata.VERSION`, whoever adds one the second; then the ledger is written anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.exports.opendata import VERSION, schema
from macros.exports.table import COLUMNS
from macros.models import KINDS

LEDGER = Path(__file__).with_name("fields.txt")


def fields() -> set[str]:
    """Every field of every kind, `exercise.dose.sets`, and the columns of the table."""
    found = {f"exercises.csv.{column.name}" for column in COLUMNS}
    for kind, model in KINDS.items():
        made = schema(model)
        found |= {f"{kind}.{name}" for name in _names(made["properties"]["records"]["items"], made["$defs"])}
    return found


def _names(part: dict[str, Any], parts: dict[str, Any]) -> Iterator[str]:
    if "$ref" in part:
        part = parts[part["$ref"].rpartition("/")[2]]
    for choice in (*part.get("anyOf", ()), *filter(None, [part.get("items")])):
        yield from _names(choice, parts)
    for name, inner in part.get("properties", {}).items():
        yield name
        yield from (f"{name}.{deeper}" for deeper in _names(inner, parts))


def main() -> None:
    """Write the ledger."""
    LEDGER.write_text("\n".join([VERSION, *sorted(fields())]) + "\n", encoding="utf-8")
    print(f"{len(fields())} fields in version {VERSION}.")


if __name__ == "__main__":
    main()
