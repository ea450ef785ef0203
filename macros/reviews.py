"""What is due for review, and what is overdue. No function here looks at the clock: today is an argument."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from macros.library import Library
from macros.models.base import ReviewedRecord, add_months

GRACE_MONTHS = 3
"""How long after its day a review may come before a test fails.

A quarter of the shortest interval (12 months): enough to read anew what falls due in one batch, and
too little for a page to miss its year without anybody noticing.
"""


@dataclass(frozen=True)
class Due:
    """Something that was reviewed and will be again."""

    name: str
    day: date
    """By which it should be reviewed."""


def next_due(library: Library) -> list[ReviewedRecord]:
    """All records with a review date, the soonest first; on one day warning signs lead."""
    first = ("red-flag", "condition", "treatment", "claim")
    records = [
        record
        for kind in library.records.values()
        for record in kind.values()
        if isinstance(record, ReviewedRecord)
    ]
    return sorted(
        records,
        key=lambda one: (
            one.review_due,
            first.index(one.kind) if one.kind in first else len(first),
            one.kind,
            one.id,
        ),
    )


def overdue(due: Iterable[Due], today: date) -> list[str]:
    """What is past its day by more than the grace, in words."""
    return [
        f"{one.name}: due {one.day}, {GRACE_MONTHS} months of grace are over"
        for one in due
        if add_months(one.day, GRACE_MONTHS) < today
    ]
