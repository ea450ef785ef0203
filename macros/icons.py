"""Natural frequencies: how many of 100 or of 1,000 people, as dots and in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.models import Reference
from macros.page import MacroError, Page
from macros.text import plain

COLUMNS = {100: 10, 1000: 40}
"""Dots in a row, for each number of people that can be drawn."""

PITCH = 14
"""From one dot to the next, in units of the view box."""

NUMBER_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


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


def named(count: int, of: int, facts: Iterable[str]) -> bool:
    """Whether facts name a number that is, rounded, this many: as a percentage or as so many of 1,000.

    The 95 of “95% CI” doesn't count.
    """
    return any(
        round(number * of / base + 1e-9) == count
        for fact in facts
        for number in _numbers(re.sub(r"95 ?% (?:CI|confidence|interval)", "", fact))
        for base in ((100, 1000) if number == int(number) else (100,))
    )


def _numbers(text: str) -> Iterator[float]:
    for word in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+", text.lower()):
        if word[0].isdigit():
            yield float(word.replace(",", ""))
        elif word in NUMBER_WORDS:
            yield float(NUMBER_WORDS.index(word))


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
        if not named(count, of, map(plain, source.facts)):
            raise MacroError(f"the facts of {reference} name no number that makes {count} of {of}")
    return page.render(
        "icons",
        source=source,
        arrays=[(Dots(count, of), f"{count:,} out of {of:,}", words) for count, words in counts],
        what=what,
    )
