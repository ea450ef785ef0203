"""What a finding does to the odds of something: a likelihood ratio, and where it comes from."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Model
from macros.models.links import ReferenceId
from macros.text import Name, Text

Result = Literal["positive", "negative"]
"""Whether the finding was there or not."""

Percent = Annotated[float, Field(ge=0, le=100)]


def _in_order(low: float | None, middle: float | None, high: float | None, name: str) -> None:
    if (low is None) != (high is None):
        raise PydanticCustomError("interval", "half an interval: give ci_low and ci_high, or neither")
    if low is None or high is None:
        return
    if middle is None:
        raise PydanticCustomError(
            "interval", f"an interval without {name}: add the {name}, or drop the interval"
        )
    if not low <= middle <= high:
        message = f"interval out of order: expected ci_low ≤ {name} ≤ ci_high, got {low}, {middle}, {high}"
        raise PydanticCustomError("interval", message)


class Share(Model):
    """A sensitivity or a specificity."""

    percent: Percent
    """Of 100 people with the disease (sensitivity), or without it (specificity)."""
    ci_low: Percent | None = None
    """Lower end of the 95 % interval."""
    ci_high: Percent | None = None
    """Upper end."""

    @model_validator(mode="after")
    def _interval_is_in_order(self) -> Self:
        _in_order(self.ci_low, self.percent, self.ci_high, "percent")
        return self


class Start(Model):
    """The chance before the test, in people like those who were studied."""

    percent: Annotated[float, Field(ge=0.01, le=99.99)]
    """Of 100 people."""
    people: Name
    """Whom it is about, and where: `people with back pain in primary care`."""
    ref: ReferenceId
    """Its own source."""


class Counts(Model):
    """People behind a ratio; an interval that the source doesn’t give is reckoned from them, and says so."""

    diseased: Annotated[int, Field(ge=2, le=1_000_000)]
    """People with the disease."""
    diseased_positive: Annotated[int, Field(ge=1, le=1_000_000)]
    """How many of them had the finding."""
    others: Annotated[int, Field(ge=2, le=1_000_000)]
    """People without the disease."""
    others_positive: Annotated[int, Field(ge=1, le=1_000_000)]
    """How many of them had the finding."""
    basis: Name
    """Where the counts stand, or from which figures of the source they follow."""

    @model_validator(mode="after")
    def _both_results_occur(self) -> Self:
        """Nobody, or everybody, with a result would make a ratio or its interval infinite."""
        for name, some, all_ in (
            ("diseased", self.diseased_positive, self.diseased),
            ("others", self.others_positive, self.others),
        ):
            if some >= all_:
                message = f"{name}_positive: expected fewer than {name} ({all_}), got {some}"
                raise PydanticCustomError("counts", message)
        return self


class Likelihood(Model):
    """What one finding does to the odds of one disease."""

    finding: Name
    """What was found or done, when the result is positive."""
    target: Name
    """What it is about: `broken vertebra`."""
    result: Result | None = None
    """Which result the ratio belongs to; without a ratio both follow from the shares or the counts."""
    ratio: Annotated[float, Field(ge=0.001, le=10_000)] | None = None
    """Likelihood ratio as the source reports it."""
    ci_low: Annotated[float, Field(ge=0.001, le=10_000)] | None = None
    """Lower end of its 95 % interval."""
    ci_high: Annotated[float, Field(ge=0.001, le=10_000)] | None = None
    """Upper end."""
    sensitivity: Share | None = None
    """People with the disease who have the finding."""
    specificity: Share | None = None
    """People without the disease who don't have it."""
    counts: Counts | None = None
    """People behind the ratio, where they are known: they give the intervals that the source doesn’t."""
    people: Name
    """Who was studied, and where."""
    number: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    """How many people; the page warns when they were few."""
    start: Start | None = None
    """Chance before, where a source gives one."""
    caveat: Text | None = None
    """Why the ratio may mislead."""
    ref: ReferenceId
    """Source of the ratio, or of sensitivity and specificity."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        both = self.sensitivity is not None and self.specificity is not None
        if self.ratio is None and self.counts is None and not both:
            raise PydanticCustomError(
                "ratio", "nothing to reckon with: add a ratio, or sensitivity and specificity"
            )
        if (self.ratio is None) != (self.result is None):
            missing = "ratio" if self.ratio is None else "result"
            raise PydanticCustomError("ratio", f"ratio and result belong together: add the {missing}")
        return self

    @model_validator(mode="after")
    def _interval_is_in_order(self) -> Self:
        _in_order(self.ci_low, self.ratio, self.ci_high, "ratio")
        return self

    @model_validator(mode="after")
    def _derived_ratios_are_finite(self) -> Self:
        """A share of 0 or 100 would make a ratio zero or infinite."""
        if self.sensitivity and self.specificity:
            for share in (self.sensitivity, self.specificity):
                if share.percent in (0, 100):
                    raise PydanticCustomError(
                        "ratio", f"{share.percent:g} % gives no finite ratio: give the source’s ratio alone"
                    )
        return self
