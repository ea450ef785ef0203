"""How sure the whole site is: counts of what its statements and sources rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from pydantic import BaseModel

from macros import labels
from macros.library import Library
from macros.models import KINDS, Record, Reference
from macros.models.base import Certainty
from macros.models.reference import Design
from macros.page import Page
from macros.reviews import next_due

SHOWN = 12
"""How many lines the lists of old sources and of reviews to come have."""


@dataclass(frozen=True)
class Counted:
    """A line of a table of counts."""

    name: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Sum of the line."""
        return sum(self.counts)


def rated(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Certainty]]:
    """Every certainty inside a record, with the names of the fields that lead to it: `effects.certainty`."""
    if isinstance(value, BaseModel):
        for name, part in value:
            if name == "certainty" and part in get_args(Certainty):
                yield ".".join((*path, name)), part
            else:
                yield from rated(part, (*path, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from rated(part, path)


def statements(library: Library) -> list[Counted]:
    """For each kind of rated statement how many have which certainty, in the order of the levels."""
    found: dict[str, Counter[str]] = {}
    for kind, records in library.records.items():
        for record in records.values():
            for path, level in rated(record):
                name = labels.RATED.get(f"{kind}.{path}", f"{kind}: {path}")
                found.setdefault(name, Counter())[level] += 1
    lines = [
        Counted(name, tuple(levels[code] for code in labels.CERTAINTY)) for name, levels in found.items()
    ]
    return sorted(lines, key=lambda one: (-one.total, one.name))


def sources(library: Library) -> list[Counted]:
    """For each design how many references were read how, in the order of `labels.READ`."""
    found: Counter[tuple[str, str]] = Counter((one.design, one.read) for one in library.all(Reference))
    lines = [
        Counted(labels.DESIGNS[design], tuple(found[design, read] for read in labels.READ))
        for design in get_args(Design)
    ]
    return [line for line in lines if line.total]


def summed(name: str, lines: list[Counted]) -> Counted:
    """One line that adds up the others."""
    return Counted(name, tuple(map(sum, zip(*(line.counts for line in lines), strict=True))))


def oldest(library: Library) -> list[tuple[Reference, int]]:
    """Reviews of studies and guidelines that records rest on, the oldest first, with how many records do."""
    leaned = []
    for reference in library.all(Reference):
        users = {
            (use.by.kind, use.by.id)
            for use in library.uses.get(("reference", reference.id), [])
            if use.by.kind != "reference"
        }
        if users and reference.design in ("systematic-review", "guideline") and reference.year:
            leaned.append((reference, len(users)))
    return sorted(leaned, key=lambda one: (one[0].year or 0, -one[1], one[0].id))


def certainty_overview(page: Page) -> str:
    """How many statements rest on what certainty, how sources were read, which are old, what comes next.

    Example: `certainty_overview()`
    """
    library = page.library
    rows, read, due = statements(library), sources(library), next_due(library)
    by_kind = sorted(due, key=lambda one: list(KINDS).index(one.kind))
    return page.render(
        "certainty_overview",
        statements=rows,
        all=summed("All together", rows),
        read=read,
        all_read=summed("All together", read),
        oldest=oldest(library)[:SHOWN],
        due=due[:SHOWN],
        kinds=[_kind(list(records)) for _, records in groupby(by_kind, key=lambda one: one.kind)],
    )


def _kind(records: list[Record]) -> tuple[str, int, object]:
    """Name of a kind, how many records it has, and the first day on which one of them is due."""
    first = min(record.review_due for record in records)  # type: ignore[attr-defined]
    return labels.KINDS.get(records[0].kind, records[0].kind.capitalize()), len(records), first
