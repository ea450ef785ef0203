"""Natural frequencies: how many of 100 or of 1,000 people, as dots and in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.models import Reference, Treatment
from macros.models.treatment import Frequency
from macros.page import MacroError, Page
from macros.text import count_named, plain

COLUMNS = {100: 10, 1000: 40}
"""Dots in a row, for each number of people that can be drawn."""

PITCH = 14
"""From one dot to the next, in units of the view box."""


@dataclass(frozen=True)
class Dots:
    """People as dots in rows: a path is one stroke a row, made of dashes of no length with round caps."""

    count: int
    of: int

    @property
    def width(self) -> int:
        """Of the view box."""
        return PITCH * COLUMNS[self.of]

    @property
    def height(self) -> int:
        """Of the view box."""
        return PITCH * self.of // COLUMNS[self.of]

    @property
    def filled(self) -> str:
        """SVG path through those who are counted: the first ones, row by row from the top."""
        return strokes(0, self.count, COLUMNS[self.of])

    @property
    def hollow(self) -> str:
        """SVG path through the others."""
        return strokes(self.count, self.of, COLUMNS[self.of])


def strokes(first: int, end: int, columns: int) -> str:
    """SVG path data through the dots from `first` up to `end` (not included), row by row.

    Each stroke is a tenth of a unit too long, so that the dash at its end is drawn in every browser.
    """
    found = []
    while first < end:
        row, column = divmod(first, columns)
        dots = min(columns - column, end - first)
        x, y = PITCH // 2 + PITCH * column, PITCH // 2 + PITCH * row
        found.append(f"M{x} {y}h{PITCH * (dots - 1)}.1")
        first += dots
    return "".join(found)


def icon_arrays(
    page: Page, reference: str, counts: Sequence[tuple[int, str]], of: int = 100, what: str = ""
) -> str:
    """How many of 100 (or of 1,000) people, as dots with the words beside them, from one source.

    `counts`: pairs of a number and what it counts (“at age 20”). `what`: who, when, against what.
    The facts of the reference must name each number. Relative figures can't be drawn: they count nobody.

    Example: `icon_arrays("dasilva2019recurrence", ((69, "had pain again"),), what="Within a year")`
    """
    source = page.library.get(Reference, reference)
    if of not in COLUMNS:
        raise MacroError(f"of={of!r}: expected 100 or 1000")
    if not what or not counts:
        raise MacroError("icon_arrays needs counts and what was counted in whom")
    for count, _ in counts:
        if not isinstance(count, int) or not 0 <= count <= of:
            raise MacroError(f"{count!r} of {of}: expected a whole number from 0 to {of}")
        if not count_named(count, of, map(plain, source.facts)):
            raise MacroError(f"the facts of {reference} name no number that makes {count} of {of}")
    return page.render("icons", source=source.id, arrays=arrays(counts, of), what=what)


def frequencies(page: Page, id: str) -> str:
    """Gains and harms of a treatment as numbers of people, drawn: those of its record.

    Example: `frequencies("nsaid-acute")`
    """
    shown = page.library.get(Treatment, id).frequencies
    if not shown:
        raise MacroError(f"the treatment {id} has no frequencies")
    return "\n\n".join(
        page.render("icons", source=one.ref, arrays=people(one), what=one.what) for one in shown
    )


def people(frequency: Frequency) -> list[tuple[Dots, str, str]]:
    """A frequency as pictures with their words."""
    return arrays([(share.count, share.whom) for share in frequency.shares], frequency.of)


def arrays(counts: Iterable[tuple[int, str]], of: int) -> list[tuple[Dots, str, str]]:
    """Dots, the number in words, and what it counts."""
    return [(Dots(count, of), f"{count:,} out of {of:,}", words) for count, words in counts]
