"""What a result does to the odds: from the chance before, through a likelihood ratio, to the chance after.

Fagan's idea: on axes of log odds a ratio is a rise of the same height, wherever one begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from macros.charts import Scale
from macros.models import Assessment, RedFlag
from macros.models.accuracy import Likelihood, Result, Start

STARTS = (1, 5, 10, 25, 50)
"""Chances before in the tables, of 100."""

EXAMPLE = 10.0
"""Chance before where no source gives one; pages say that it is an example."""

FEW = 100
"""Fewer people than this give a ratio that the next study may overturn (our judgment)."""


def after(percent: float, ratio: float) -> float:
    """Chance after a result, of 100: odds after = odds before × likelihood ratio.

    `percent` is the chance before, of 100, from 0 to 100; `ratio` is above 0. Certainty stays certainty.
    """
    if not 0 <= percent <= 100:
        raise ValueError(f"chance before {percent}: expected 0 to 100 of 100")
    if ratio <= 0:
        raise ValueError(f"likelihood ratio {ratio}: expected more than 0")
    weight = percent * ratio
    return 100 * weight / (weight + 100 - percent)


def derived(sensitivity: float, specificity: float, result: Result) -> float:
    """Likelihood ratio from sensitivity and specificity in percent.

    LR+ = sensitivity / (100 − specificity); LR− = (100 − sensitivity) / specificity.
    """
    if result == "positive":
        return sensitivity / (100 - specificity)
    return (100 - sensitivity) / specificity


def shown(percent: float) -> str:
    """A chance of 100 in the figures that its certainty allows: “0.7”, “24”, “over 99”."""
    if percent < 0.1:
        return "under 0.1"
    if percent > 99:
        return "over 99"
    return f"{percent:.1f}".removesuffix(".0") if percent < 1 else f"{percent:.0f}"


def figure(ratio: float) -> str:
    """A ratio with two figures: “0.29”, “6.1”, “24”; a whole number stays whole."""
    return f"{ratio:.2f}" if ratio < 1 else f"{ratio:.1f}" if ratio < 100 else f"{ratio:.0f}"


@dataclass(frozen=True)
class Reading:
    """One result of one finding."""

    likelihood: Likelihood
    result: Result
    ratio: float
    interval: tuple[float, float] | None = None
    """Ends of the 95 % interval, where the source gives one."""
    derived: bool = False
    """Reckoned from sensitivity and specificity, not reported."""

    def chance(self, percent: float) -> str:
        """The chance after, with what the ends of the interval give: “76 (40 to 94)”."""
        middle = shown(after(percent, self.ratio))
        if self.interval is None:
            return middle
        low, high = (shown(after(percent, end)) for end in self.interval)
        return f"{middle} ({low} to {high})"

    @property
    def words(self) -> str:
        """The ratio with its interval: “6.1 (1.3 to 29)”."""
        if self.interval is None:
            return figure(self.ratio)
        return f"{figure(self.ratio)} ({self.interval[0]:g} to {self.interval[1]:g})"


def readings(likelihood: Likelihood) -> list[Reading]:
    """What both results do, as far as it is known: reported ratios as they are, others derived."""
    found = []
    for result in ("positive", "negative"):
        if likelihood.result == result and likelihood.ratio is not None:
            ends = likelihood.ci_low, likelihood.ci_high
            interval = None if ends[0] is None or ends[1] is None else (ends[0], ends[1])
            found.append(Reading(likelihood, likelihood.result, likelihood.ratio, interval))
        elif likelihood.sensitivity and likelihood.specificity:
            shares = likelihood.sensitivity.percent, likelihood.specificity.percent
            found.append(Reading(likelihood, result, derived(*shares, result), derived=True))
    return found


@dataclass(frozen=True)
class Group:
    """Findings about one thing, with one chance before: they share a slider and a table."""

    target: str
    start: Start | None
    findings: Sequence[tuple[Likelihood, list[Reading]]]

    @property
    def percent(self) -> float:
        """Where pictures and words begin, of 100."""
        return self.start.percent if self.start else EXAMPLE


def groups(likelihoods: Iterable[Likelihood]) -> list[Group]:
    """Findings by what they are about and by their chance before, in the order of the record."""
    found: dict[tuple[str, Start | None], list[tuple[Likelihood, list[Reading]]]] = {}
    for one in likelihoods:
        found.setdefault((one.target, one.start), []).append((one, readings(one)))
    return [Group(target, start, findings) for (target, start), findings in found.items()]


@dataclass(frozen=True)
class Row:
    """One result in the table of all tests and signs."""

    record: Assessment | RedFlag
    reading: Reading

    @property
    def address(self) -> str:
        """Where its picture is, from the root of the site."""
        if isinstance(self.record, Assessment):
            return f"{self.record.address}#odds"
        return f"clinicians/index.html#for-clinicians-{self.record.id}"

    @property
    def percent(self) -> float:
        """The chance before."""
        start = self.reading.likelihood.start
        return start.percent if start else EXAMPLE


def ranked(records: Iterable[Assessment | RedFlag]) -> list[Row]:
    """Every result with a ratio, from the one that raises the odds most to the one that lowers them most."""
    rows = [
        Row(record, reading) for record in records for one in record.likelihoods for reading in readings(one)
    ]
    return sorted(
        rows, key=lambda row: (-row.reading.ratio, row.record.label, row.reading.likelihood.finding)
    )


WIDTH, HEIGHT = 320, 250
"""View box of the picture."""

LEFT, RIGHT = 66, 254
"""Places of the two axes."""

TICKS = (0.1, 1, 3, 10, 25, 50, 75, 90, 97, 99, 99.9)
"""Marks of both axes, of 100."""

_END = log(99.95 / 0.05)
HEIGHTS = Scale(-_END, _END, HEIGHT - 10, 30)
"""From log odds to heights in the view box: 0.05 of 100 at the bottom, 99.95 at the top."""

UNIT = round((HEIGHTS.start - HEIGHTS.end) / (2 * _END), 4)
"""Height of one unit of log odds; the script draws with it."""


def height(percent: float) -> float:
    """Where a chance lies on an axis; beyond the ends it stays at the end."""
    kept = min(max(percent, 0.05), 99.95)
    return HEIGHTS(log(kept / (100 - kept)))


def line(percent: float, ratio: float) -> tuple[float, float]:
    """Heights of a line's two ends: the chance before on the left axis, the chance after on the right one."""
    return height(percent), height(after(percent, ratio))


SPAN = (0.05, 100.0)
"""Ends of the scale of ratios in the table of all, on a log scale."""

MARKS = (0.1, 1, 10, 100)
"""Numbers over that scale."""


def along(ratio: float) -> float:
    """Percent of the width at which a ratio lies on a log scale from 0.05 to 100; 1 says nothing."""
    low, high = (log(end) for end in SPAN)
    return round(100 * (min(max(log(ratio), low), high) - low) / (high - low), 2)
