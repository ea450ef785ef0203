"""Charts as SVG: where things lie, in the units of a view box. How they look is in templates and styles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.figures.labels import spread

LABEL = 26
"""Height of a line’s name, in units of the view box."""


@dataclass(frozen=True)
class Scale:
    """From values to positions along one axis."""

    low: float
    high: float
    """Values at the ends."""
    start: float
    end: float
    """Positions of the ends, in the view box."""

    def __call__(self, value: float) -> float:
        """Position of a value, to a tenth of a unit."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


@dataclass(frozen=True)
class Series:
    """One line of a chart."""

    name: str
    key: str
    """For styles and scripts."""
    xs: Sequence[float]
    ys: Sequence[float]

    def path(self, x: Scale, y: Scale) -> str:
        """The line as SVG path data."""
        return "M" + "L".join(f"{x(a):g} {y(b):g}" for a, b in zip(self.xs, self.ys, strict=True))


@dataclass(frozen=True)
class LineChart:
    """Lines over one quantity, each named at its right end."""

    alt: str
    """What the chart shows, in a sentence."""
    lines: Sequence[Series]
    x_ticks: Sequence[float]
    y_ticks: Sequence[float]
    marked: float
    """Value of x that a line marks."""
    doubtful: float | None = None
    """Values of x beyond this are shown as doubtful."""
    width: int = 640
    height: int = 380

    @property
    def x(self) -> Scale:
        """Room on the left for numbers, on the right for names."""
        return Scale(self.lines[0].xs[0], self.lines[0].xs[-1], 56, self.width - 150)

    @property
    def y(self) -> Scale:
        """Upward; room below for numbers."""
        return Scale(self.y_ticks[0], self.y_ticks[-1], self.height - 40, 14)

    @property
    def labels(self) -> list[float]:
        """Height of each line's name."""
        ends = [self.y(line.ys[-1]) for line in self.lines]
        order = sorted(range(len(ends)), key=lambda at: ends[at])
        placed = spread([ends[at] for at in order], [LABEL] * len(ends), self.height, gap=0)
        return [placed[order.index(at)] for at in range(len(ends))]
