"""Forest plots: where the effects of treatments lie on a scale of 0 to 100 points, better to the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import get_args

from macros.models import Treatment
from macros.models.treatment import Against, Effect, Measure, Unit

BAR: dict[Measure, int] = {"pain": 15, "leg pain": 15, "function": 10}
"""Difference between groups, in points, that reviewers called important (Hayden 2021)."""

STEP: dict[Unit, float] = {"points": 10, "smd": 0.5}
"""Distance between the marks of the scale."""


@dataclass(frozen=True)
class Row:
    """One comparison of a plot."""

    treatment: Treatment
    effect: Effect
    reach: float
    """The scale goes from −reach to +reach, in the unit of the effect; 0 where there is no figure."""

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
    def below_bar(self) -> tuple[float, float] | None:
        """Ends of the zone of points that reviewers don't call important, percent; None for other units."""
        if self.effect.unit != "points" or self.effect.measures is None:
            return None
        bar = BAR[self.effect.measures]
        return place(-bar, self.reach), place(bar, self.reach)

    @property
    def message(self) -> str:
        """What the drawing shows, for those who don't see it."""
        middle, low, high = self.effect.figure or 0.0, self.effect.ci_low, self.effect.ci_high
        if low is not None and high is not None and low <= 0 <= high:
            return "no clear difference"
        side = "better" if middle < 0 else "worse"
        if self.effect.unit != "points" or self.effect.measures is None:
            return side
        return f"{side}, {'less than' if abs(middle) < BAR[self.effect.measures] else 'at or past'} the bar"


@dataclass(frozen=True)
class Plot:
    """Comparisons in one unit, on one scale; without a unit they are findings in words."""

    unit: Unit | None
    rows: tuple[Row, ...]

    @property
    def marks(self) -> list[tuple[float, float]]:
        """Numbers under the scale with their places in percent: at most five, zero in the middle."""
        if self.unit is None:
            return []
        reach = self.rows[0].reach
        step = STEP[self.unit] * ceil(reach / STEP[self.unit] / 2)
        count = int(reach // step)
        return [(step * number, place(step * number, reach)) for number in range(-count, count + 1)]


def place(value: float, reach: float) -> float:
    """Percent of the width at which a value lies."""
    return round(50 + 50 * value / reach, 2)


def plots(pairs: Sequence[tuple[Treatment, Effect]]) -> list[Plot]:
    """A plot for each unit that the effects have, each on a scale that holds all its rows.

    Points come first, findings without a figure last.
    """
    found = []
    for unit in (*get_args(Unit), None):
        plotted = [(treatment, effect) for treatment, effect in pairs if effect.unit == unit]
        values = [
            abs(value)
            for _, effect in plotted
            for value in (effect.figure, effect.ci_low, effect.ci_high)
            if value is not None
        ]
        step = STEP[unit] if unit else 0
        reach = max(2 * step, step * ceil(max(values, default=0) / step)) if step else 0
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
            rows.sort(key=lambda row: (surest.index(row.effect.certainty), row.effect.figure or 0))
            if rows:
                fitting.append(Plot(plot.unit, tuple(rows)))
        if fitting:
            groups.append((against, fitting))
    return groups
