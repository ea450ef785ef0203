"""A treatment in one population: what it does, how sure that is, what it costs."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Certainty, Items, Model, ReviewedRecord
from macros.models.links import ReferenceId
from macros.text import Name, Summary, Text, plain

Category = Literal[
    "self-care",
    "exercise",
    "hands-on",
    "medicine",
    "psychological",
    "device",
    "procedure",
    "surgery",
    "prevention",
]
Group = Literal[
    "new back pain",
    "lasting back pain",
    "leg pain",
    "narrow canal",
    "broken vertebra",
    "front of the hip",
    "prevention",
    "any back pain",
]
Measure = Literal["pain", "leg pain", "function"]
Against = Literal[
    "placebo or sham", "no treatment or usual care", "the same care without it", "another treatment", "mixed"
]
Term = Literal["short", "medium", "long"]
Unit = Literal["points", "smd"]
Part = Literal["new pain", "lasting pain", "leg pain", "back pain alone"]
PARTS: tuple[tuple[Part, Part], ...] = (("new pain", "lasting pain"), ("leg pain", "back pain alone"))
"""Who has the one doesn't have the other."""
Verdict = Literal["recommended", "worth-considering", "little-or-no-benefit", "uncertain", "not-recommended"]


class Effect(Model):
    """One comparison: the treatment against something, for one outcome at one time."""

    outcome: Name
    measures: Measure | None = None
    """What the figure or the finding counts. Only with this, the kind of comparison and a term does an effect
    stand beside those of other treatments."""
    comparison: Name
    """What it was compared with."""
    against: Against | None = None
    """Its kind; plots never mix kinds. With “the same care without it” both groups get a treatment; pooled
    kinds are mixed."""
    time: Name
    """When it was measured."""
    term: Term | None = None
    """Up to three months, up to a year, or a year and more after the start.

    Left out where the source doesn't say: such an effect is drawn on the treatment's page alone.
    """
    points: Annotated[float, Field(ge=-100, le=100)] | None = None
    """Mean difference on a 0–100 scale; negative means less pain or disability with the treatment."""
    smd: Annotated[float, Field(ge=-5, le=5)] | None = None
    """Standardized mean difference, for trials pooled over several scales; negative means better here too."""
    ci_low: Annotated[float, Field(ge=-100, le=100)] | None = None
    """Lower end of the 95 % interval, in the unit of the figure."""
    ci_high: Annotated[float, Field(ge=-100, le=100)] | None = None
    """Upper end."""
    reported: Text
    """The figure as the source reports it, in its own scale."""
    trials: Annotated[int, Field(ge=1, le=1000)] | None = None
    participants: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    certainty: Certainty
    ref: ReferenceId

    @property
    def unit(self) -> Unit | None:
        """What the figure is in; None without a figure that can be plotted."""
        return "points" if self.points is not None else "smd" if self.smd is not None else None

    @property
    def figure(self) -> float | None:
        """The difference, in its unit; negative means better with the treatment."""
        return self.points if self.points is not None else self.smd

    @model_validator(mode="after")
    def _figure_can_be_plotted(self) -> Self:
        if self.points is not None and self.smd is not None:
            raise PydanticCustomError("points", "points and smd: one effect has one figure, drop the other")
        missing = [name for name in ("measures", "against") if getattr(self, name) is None]
        if self.unit and missing:
            raise PydanticCustomError(
                "points",
                f"{self.unit} need{'s' if self.unit == 'smd' else ''} {', '.join(missing)}: "
                f"add, or drop the {self.unit}",
            )
        return self

    @model_validator(mode="after")
    def _interval_is_in_order(self) -> Self:
        low, middle, high = self.ci_low, self.figure, self.ci_high
        if (low is None) != (high is None):
            raise PydanticCustomError("interval", "half an interval: give ci_low and ci_high, or neither")
        if low is not None and high is not None:
            if middle is None:
                raise PydanticCustomError(
                    "interval", "an interval without a figure: add points or smd, or drop the interval"
                )
            if not low <= middle <= high:
                message = (
                    f"interval out of order: expected ci_low ≤ {self.unit} ≤ ci_high, "
                    f"got {low}, {middle}, {high}"
                )
                raise PydanticCustomError("interval", message)
        return self


class Share(Model):
    """How many people, out of those of a frequency."""

    count: Annotated[int, Field(ge=0, le=1000)]
    """People."""
    whom: Name
    """Who they are: “with pregabalin”."""


class Frequency(Model):
    """Of how many people something was true, with the treatment and without it. Drawn as people."""

    what: Name
    """What was true, in whom and when."""
    of: Literal[100, 1000] = 100
    """Out of how many; finer shares are rounded."""
    shares: Items[Share]
    """With the treatment first."""
    ref: ReferenceId

    @model_validator(mode="after")
    def _not_more_than_all(self) -> Self:
        for share in self.shares:
            if share.count > self.of:
                raise PydanticCustomError("shares", f"{share.count} of {self.of}: more than all")
        if not self.shares:
            raise PydanticCustomError("shares", "no shares: add at least one")
        return self


class Position(Model):
    """What one guideline says."""

    guideline: ReferenceId
    position: Literal["for", "against", "neutral", "not addressed"]
    strength: Literal["strong", "weak"] | None = None
    """As the guideline grades it. Strong: “should”, “offer”, “do not offer”; weak: “conditional”, “consider”,
    “may”, “can”. Left out where we didn't read a grade."""
    only: Items[Part] = ()
    """The part of the treatment's population that the guideline speaks of, where it isn't the whole."""
    condition: Annotated[Name, Field(max_length=60)] | None = None
    """What it depends on: “only together with exercise”."""

    @property
    def terms(self) -> list[str]:
        """Strength, part and condition, in words."""
        words = [f"{self.strength} advice"] if self.strength else []
        return [
            *words,
            *(f"only {part}" for part in self.only),
            *([self.condition] if self.condition else []),
        ]

    def meets(self, other: Position) -> bool:
        """Some people belong to the part that this one speaks of and to that of the other."""
        parts = ((set(self.only), set(other.only)), (set(other.only), set(self.only)))
        return not any(first in one and second in two for first, second in PARTS for one, two in parts)

    @model_validator(mode="after")
    def _parts_are_parts(self) -> Self:
        for pair in PARTS:
            if set(pair) <= set(self.only):
                raise PydanticCustomError("only", f"{pair[0]} and {pair[1]} are everybody: drop both")
        return self


class Treatment(ReviewedRecord):
    """One treatment for one group of people."""

    kind: ClassVar[str] = "treatment"
    folder: ClassVar[str] = "treatments"
    review_months = 12
    about: ClassVar[str] = "A treatment for one group of people: effects, harms, effort, guidelines."

    name: Name
    """Clinical name, with the population where that is needed."""
    plain_name: Name
    """What readers call it."""
    aliases: Items[Name] = ()
    """Other names; search finds them."""
    category: Category
    population: Name
    """Whom the evidence is about."""
    group: Group
    """The kind of complaint, for tables and plots."""
    verdict: Verdict
    """Our reading of the whole."""
    verdict_basis: Summary
    """Why, in a sentence."""
    certainty: Certainty
    """Certainty of the finding that the verdict rests on."""
    summary: Summary
    """Plain words: what it does, how sure, what to expect."""
    not_for: Text | None = None
    """Who should leave it out, or ask first; shown right below the verdict."""
    effects: Items[Effect] = ()
    """What was measured."""
    frequencies: Items[Frequency] = ()
    """Gains and harms as numbers of people; the facts of the source must name them."""
    harms: Text
    """What can go wrong, and how often where known."""
    burden: Text
    """Cost, time and effort."""
    guidelines: Items[Position] = ()
    """What guidelines say (only those read)."""
    clinical: Text
    """For clinicians: the figures and their limits."""
    refs: Items[ReferenceId]
    """Sources."""

    @property
    def label(self) -> str:
        """The plain name."""
        return plain(self.plain_name)
