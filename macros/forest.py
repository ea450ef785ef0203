"""Forest plots: where the effects of treatments lie on a scale of 0 to 100 points, better to the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import get_args

from macros.models import Treatment
from macros.models.treatment import Against, Effect, Measure, Unit

WORTHWHILE: dict[Measure, int] = {"pain": 15, "leg pain": 15, "function": 10}
"""Change in points that one person usually finds worthwhile (Ostelo 2008: pain 15 of 100, Oswestry 10)."""

SMALL = 0.2
"""Standardized difference that a rule of thumb calls small (Cohen 1988, in Cochrane Handbook 5.1, 12.6.2)."""

STEP: dict[Unit, float] = {"points": 10, "smd": 0.5}
"""Distance between the marks of the scale."""


@dataclass(frozen=True)
class Row:
    """One comparison of a plot."""

    treatment: Treatment
    effect: Effect
    reach: float
    """The scale goes from −reach to +reach, in the unit of the effect."""

    @property
    def middle(self) -> float:
        """Place of the difference on the scale, percent of its width."""
        return place(self.effect.figure or 0.0, self.reach)

    @property
    def interval(self) -> tuple[float, float] | None:
        """Places of the ends of the 95% interval, percent; None where it isn't known."""
        if self.effect.ci_low is None or self.effect.ci_high is None:
            return None
        return place(self.effect.ci_low, self.reach), place(self.effect.ci_high, self.reach)

    @property
    def unnoticed(self) -> tuple[float, float]:
        """Ends of the zone of points too few to matter to one person, or of less than a small difference."""
        bound = SMALL if self.effect.unit == "smd" else WORTHWHILE[self.effect.measures or "pain"]
        return place(-bound, self.reach), place(bound, self.reach)


@dataclass(frozen=True)
class Plot:
    """Comparisons in one unit, on one scale."""

    unit: Unit
    rows: tuple[Row, ...]

    @property
    def marks(self) -> list[tuple[float, float]]:
        """Numbers under the scale with their places in percent: at most five, zero in the middle."""
        reach = self.rows[0].reach
        step = STEP[self.unit] * ceil(reach / STEP[self.unit] / 2)
        count = int(reach // step)
        return [(step * number, place(step * number, reach)) for number in range(-count, count + 1)]


def place(value: float, reach: float) -> float:
    """Percent of the width at which a value lies."""
    return round(50 + 50 * value / reach, 2)


def plots(pairs: Sequence[tuple[Treatment, Effect]]) -> list[Plot]:
    """A plot for each unit that the effects have, points first, each on a scale that holds all its rows."""
    found = []
    for unit in get_args(Unit):
        plotted = [(treatment, effect) for treatment, effect in pairs if effect.unit == unit]
        values = [
            abs(value)
            for _, effect in plotted
            for value in (effect.figure, effect.ci_low, effect.ci_high)
            if value is not None
        ]
        reach = max(2 * STEP[unit], STEP[unit] * ceil(max(values, default=0) / STEP[unit]))
        if plotted:
            found.append(Plot(unit, tuple(Row(treatment, effect, reach) for treatment, effect in plotted)))
    return found


def by_comparison(found: Sequence[Plot]) -> list[tuple[Against, list[Plot]]]:
    """Plots by what was compared with, because such kinds can't be ranked against each other.

    Inside a plot: surest first, then the largest gain.
    """
    surest = ("high", "moderate", "low", "very-low", "expert-opinion")
    groups: list[tuple[Against, list[Plot]]] = []
    for against in get_args(Against):
        fitting = []
        for plot in found:
            rows = [row for row in plot.rows if row.effect.against == against]
            rows.sort(key=lambda row: (surest.index(row.effect.certainty), row.effect.figure))
            if rows:
                fitting.append(Plot(plot.unit, tuple(rows)))
        if fitting:
            groups.append((against, fitting))
    return groups
