"""What a result does to the odds: from the chance before, through a likelihood ratio, to the chance after.

Fagan's idea: on axes of log odds a ratio is a rise of the same height, wherever one begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import exp, floor, log, sqrt

from macros.charts import Scale
from macros.models import Assessment, RedFlag
from macros.models.accuracy import Counts, Likelihood, Result, Start

STARTS = (1, 5, 10, 25, 50)
"""Chances before in the tables, of 100."""

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


def counted(counts: Counts, result: Result) -> tuple[float, tuple[float, float]]:
    """Likelihood ratio and its 95 % interval from the people behind it.

    Log method: Katz and others, Biometrics 1978;34:469-474. With a of n and b of m people, the logarithm of
    (a/n) / (b/m) has a standard error of √(1/a − 1/n + 1/b − 1/m). Sound for a ratio of two shares in
    separate groups; with few people it is a rough guide.
    """
    a, b = counts.diseased_positive, counts.others_positive
    if result == "negative":
        a, b = counts.diseased - a, counts.others - b
    ratio = (a / counts.diseased) / (b / counts.others)
    spread = exp(1.96 * sqrt(1 / a - 1 / counts.diseased + 1 / b - 1 / counts.others))
    return ratio, (ratio / spread, ratio * spread)


def shown(percent: float) -> str:
    """A chance of 100 in the figures that its certainty allows: “0.7”, “24”, “over 99”."""
    if percent < 0.1:
        return "under 0.1"
    if percent > 99:
        return "over 99"
    return f"{percent:.1f}".removesuffix(".0") if percent < 1 else f"{percent:.0f}"


def rough(percent: float) -> str:
    """A chance of 100 whose certainty nobody knows, in tens: “about 70”, “under 10”, “over 90”."""
    if percent < 5:
        return "under 10"
    if percent >= 95:
        return "over 90"
    return f"about {10 * floor(percent / 10 + 0.5)}"


def figure(ratio: float) -> str:
    """A ratio with two figures: “0.29”, “6.1”, “24”; a whole number stays whole."""
    return f"{ratio:.2f}" if ratio < 1 else f"{ratio:.1f}" if ratio < 100 else f"{ratio:.0f}"


def two_figures(end: float) -> str:
    """An end of an interval that we reckoned: “0.62”, “1.0”, “178”."""
    return f"{end:.2f}" if end < 0.995 else f"{end:.1f}" if end < 9.95 else f"{end:.0f}"


@dataclass(frozen=True)
class Reading:
    """One result of one finding."""

    likelihood: Likelihood
    result: Result
    ratio: float
    interval: tuple[float, float] | None = None
    """Ends of the 95 % interval, where the source gives one or the counts."""
    derived: bool = False
    """Reckoned by us, not reported: from the counts, or from sensitivity and specificity."""
    counted: bool = False
    """The interval is our reckoning from the counts."""

    def point(self, percent: float) -> str:
        """The chance after alone: “76”; in tens where no interval is known: “about 80”."""
        chance = after(percent, self.ratio)
        return rough(chance) if self.interval is None else shown(chance)

    def chance(self, percent: float) -> str:
        """The chance after, with what the ends of the interval give: “76 (40 to 94)”."""
        if self.interval is None:
            return self.point(percent)
        low, high = (shown(after(percent, end)) for end in self.interval)
        return f"{self.point(percent)} ({low} to {high})"

    @property
    def words(self) -> str:
        """The ratio with its interval: “6.1 (1.3 to 29)”."""
        if self.interval is None:
            return figure(self.ratio)
        low, high = (two_figures(end) if self.counted else f"{end:g}" for end in self.interval)
        return f"{figure(self.ratio)} ({low} to {high})"

    @property
    def remark(self) -> str:
        """Where ratio and interval come from, if not from the source: “interval not given”."""
        if self.counted:
            return f"{'ratio and interval' if self.derived else 'interval'}: our reckoning from the counts"
        said = ["derived by us"] if self.derived else []
        return ", ".join([*said, "interval not given"] if self.interval is None else said)


def readings(likelihood: Likelihood) -> list[Reading]:
    """What both results do, as far as it is known.

    Reported ratios and intervals stay as they are. Gaps are filled from the counts, or else a ratio is
    derived from sensitivity and specificity.
    """
    found = []
    for result in ("positive", "negative"):
        reported = likelihood.ratio if likelihood.result == result else None
        if reported is not None and likelihood.ci_low is not None and likelihood.ci_high is not None:
            found.append(Reading(likelihood, result, reported, (likelihood.ci_low, likelihood.ci_high)))
        elif likelihood.counts:
            ratio, interval = counted(likelihood.counts, result)
            found.append(Reading(likelihood, result, reported or ratio, interval, reported is None, True))
        elif reported is not None:
            found.append(Reading(likelihood, result, reported))
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
    def percent(self) -> float | None:
        """Where pictures and words begin, of 100; nothing where no source gives a chance before."""
        return self.start.percent if self.start else None

    @property
    def unsure(self) -> bool:
        """Whether some result comes without an interval."""
        return any(reading.interval is None for _, found in self.findings for reading in found)


def groups(likelihoods: Iterable[Likelihood]) -> list[Group]:
    """Findings by what they are about and by their chance before, in the order of the record.

    Inside a group, findings of which no interval is known stand last.
    """
    found: dict[tuple[str, Start | None], list[tuple[Likelihood, list[Reading]]]] = {}
    for one in likelihoods:
        found.setdefault((one.target, one.start), []).append((one, readings(one)))
    return [
        Group(
            target,
            start,
            sorted(findings, key=lambda pair: all(reading.interval is None for reading in pair[1])),
        )
        for (target, start), findings in found.items()
    ]


@dataclass(frozen=True)
class Row:
    """One result in the table of all tests and signs."""

    record: Assessment | RedFlag
    reading: Reading

    @property
    def address(self) -> str:
        """The block that holds its picture, from the root of the site; a link to it opens it."""
        if isinstance(self.record, Assessment):
            return f"{self.record.address}#odds"
        return f"clinicians/index.html#odds-{self.record.id}"

    @property
    def start(self) -> Start | None:
        """The chance before, where a source gives one."""
        return self.reading.likelihood.start

    @property
    def chance(self) -> str | None:
        """The chance after from the row’s own chance before; nothing without one."""
        return self.reading.chance(self.start.percent) if self.start else None


@dataclass(frozen=True)
class Question:
    """All rows about one thing: a chance before makes sense for one of them at a time."""

    target: str
    sure: Sequence[Row]
    """Rows with an interval."""
    unsure: Sequence[Row]
    """Rows of which no interval is known: each may rest on a handful of people."""


def ranked(records: Iterable[Assessment | RedFlag]) -> list[Row]:
    """Every result with a ratio, in the order of the table.

    By what it is about: things with intervals first, then by name. Inside, results without an interval last;
    then from the one that raises the odds most to the one that lowers them most.
    """
    rows = [
        Row(record, reading) for record in records for one in record.likelihoods for reading in readings(one)
    ]
    measured = {row.reading.likelihood.target for row in rows if row.reading.interval}

    def place(row: Row) -> tuple[bool, str, bool, float, str, str]:
        one = row.reading.likelihood
        unsure = row.reading.interval is None
        known = one.target in measured
        return not known, one.target.casefold(), unsure, -row.reading.ratio, row.record.label, one.finding

    return sorted(rows, key=place)


def questions(rows: Iterable[Row]) -> list[Question]:
    """Ranked rows by what they are about, those with and those without an interval apart."""
    asked = []
    for target, some in groupby(rows, key=lambda row: row.reading.likelihood.target):
        found = list(some)
        sure = [row for row in found if row.reading.interval]
        asked.append(Question(target, sure, [row for row in found if not row.reading.interval]))
    return asked


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


SPAN = (0.05, 200.0)
"""Ends of the scale of ratios in the table of all, on a log scale."""

MARKS = (0.1, 1, 10, 100)
"""Numbers over that scale."""


def along(ratio: float) -> float:
    """Percent of the width at which a ratio lies on a log scale from 0.05 to 200; 1 says nothing."""
    low, high = (log(end) for end in SPAN)
    return round(100 * (min(max(log(ratio), low), high) - low) / (high - low), 2)
