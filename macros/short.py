"""Short addresses of records, for paper."""

from __future__ import annotations

from macros.models import Record

LETTERS = {
    "exercise": "e",
    "program": "p",
    "assessment": "t",  # test
    "pattern": "f",  # finding
    "structure": "a",  # anatomy
    "condition": "c",
    "treatment": "h",  # help
    "claim": "s",  # what people say
    "red-flag": "w",  # warning sign
}
"""The folder of a kind's short addresses. Permanent: they stand on paper."""


def short(record: Record) -> str | None:
    """The short address of a record, to be typed from paper: `e/psoas-march`; None for a kind without.

    A letter keeps kinds apart that share ids. It has no ending: it is a folder, which every web server opens.
    """
    letter = LETTERS.get(record.kind)
    return f"{letter}/{record.id}" if letter else None
