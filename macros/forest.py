"""Forest plots: where the effects of treatments lie on a scale of 0 to 100 points, better to the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import get_args

from macros.models import Treatment
from macros.models.treatment import Against, Effect, Measure

WORTHWHILE: dict[Measure, int] = {"pain": 15, "leg pain": 15, "function": 10}
"""Change in points that one person usually finds worthwhile (Ostelo 2008: pain 15 of 100, Oswestry 10)."""

STEP = 10
"""Distance between the marks of the scale, points."""


@dataclass(frozen=True)
class Row:
    """One comparison of a plot."""

    treatment: Treatment
    effect: Effect
    reach: int
    """The scale goes from −reach to +reach points."""

    @property
    def middle(self) -> float:
        """Place of the difference on the scale, percent of its width."""
        return place(self.effect.points or 0.0, self.reach)

    @property
    def interval(self) -> tuple[float, float] | None:
        """Places of the ends of the 95% interval, percent; None where it isn't known."""
        if self.effect.ci_low is None or self.effect.ci_high is None:
            return None
        return place(self.effect.ci_low, self.reach), place(self.effect.ci_high, self.reach)

    @property
    def unnoticed(self) -> tuple[float, float]:
        """Ends of the zone of differences smaller than what one person usually finds worthwhile, percent."""
        worthwhile = WORTHWHILE[self.effect.measures or "pain"]
        return place(-worthwhile, self.reach), place(worthwhile, self.reach)


def place(points: float, reach: int) -> float:
    """Percent of the width at which a number of points lies."""
    return round(50 + 50 * points / reach, 2)


def rows(pairs: Sequence[tuple[Treatment, Effect]]) -> list[Row]:
    """Rows of one plot, on one scale that holds them all."""
    plotted = [(treatment, effect) for treatment, effect in pairs if effect.points is not None]
    values = [
        abs(value)
        for _, effect in plotted
        for value in (effect.points, effect.ci_low, effect.ci_high)
        if value is not None
    ]
    reach = max(2 * STEP, STEP * ceil(max(values, default=0) / STEP))
    return [Row(treatment, effect, reach) for treatment, effect in plotted]


def marks(reach: int) -> list[tuple[int, float]]:
    """Numbers under a scale with their places: at most five, zero in the middle."""
    step = STEP * ceil(reach / STEP / 2)
    return [(points, place(points, reach)) for points in range(-step * (reach // step), reach + 1, step)]


def by_comparison(found: Sequence[Row]) -> list[tuple[Against, list[Row]]]:
    """Rows by what they were compared with, because such kinds can't be ranked against each other.

    Inside a kind: surest first, then the largest gain.
    """
    surest = ("high", "moderate", "low", "very-low", "expert-opinion")
    groups: list[tuple[Against, list[Row]]] = []
    for against in get_args(Against):
        fitting = [row for row in found if row.effect.against == against]
        fitting.sort(key=lambda row: (surest.index(row.effect.certainty), row.effect.points))
        if fitting:
            groups.append((against, fitting))
    return groups
