"""Writes what is made from the models, and tells when it has gone stale."""

from __future__ import annotations

from pathlib import Path

from macros.fields import field_tables, json_schema
from macros.models import KINDS

_BEGIN, _END = "<!-- fields: made by `make generate` -->", "<!-- end of fields -->"


def generated(data: Path) -> dict[Path, str]:
    """Every generated file of a data folder with the text it should have."""
    files = {data / "schemas" / f"{kind}.json": json_schema(model) for kind, model in KINDS.items()}
    readme = data / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"{readme}: the lines “{_BEGIN}” and “{_END}” must stand in it")
    files[readme] = f"{before}{_BEGIN}\n\n{field_tables(list(KINDS.values()))}\n{_END}{after}"
    return files


def write(data: Path) -> list[Path]:
    """Bring every generated file up to date; returns those that changed."""
    changed = stale(data)
    for path in changed:
        path.parent.mkdir(exist_ok=True)
        path.write_text(generated(data)[path], encoding="utf-8")
    return changed


def stale(data: Path) -> list[Path]:
    """Generated files that aren't what they should be (missing ones too)."""
    return [
        path
        for path, text in generated(data).items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
