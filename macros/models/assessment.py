"""A test of length, strength or control of the hip flexors."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from macros.models.accuracy import Likelihood
from macros.models.base import Items, Model, ReviewedRecord
from macros.models.links import ReferenceId, RuleId
from macros.models.pose import BodyPosition, Pose, shown_in_order
from macros.models.vocabulary import Muscle
from macros.text import Name, Summary, Text


class Measurement(Model):
    """A finding about the test, with its sources."""

    finding: Text
    """Figure with unit, in whom, by what method."""
    refs: Items[ReferenceId]


class Assessment(ReviewedRecord):
    """A test, how it is done and what it can tell."""

    kind: ClassVar[str] = "assessment"
    folder: ClassVar[str] = "assessments"
    review_months = 24
    about: ClassVar[str] = "A test of length, strength or control, with its norms and its errors."

    name: Name
    """Usual name of the test."""
    aliases: Items[Name] = ()
    """Other names; search finds them."""
    summary: Annotated[Summary, Field(max_length=200)]
    """One sentence: what it shows, and what it can't."""
    target: Literal["tight", "weak", "control", "joint", "nerve", "posture"]
    """The question it is meant to answer."""
    home_use: Literal["yes", "partly", "no"]
    """Whether it can be done at home."""
    home_note: Text
    """What that depends on."""
    setup: Text
    """Starting position."""
    steps: Items[Text]
    """What to do, in order."""
    positive: Text
    """The finding that counts, and what it means."""
    negative: Text
    """The other finding, and what it doesn't exclude."""
    norms: Items[Measurement] = ()
    """Values in people without complaints."""
    reliability: Items[Measurement] = ()
    """How well repeated tests agree."""
    validity: Items[Measurement] = ()
    """How well it shows what it claims to show."""
    likelihoods: Items[Likelihood] = ()
    """What its result does to the odds, for the picture."""
    unknown: Text | None = None
    """What nobody has measured."""
    cautions: Items[Text]
    """Who should take care, beside the rules for every test."""
    rules: Items[RuleId] = ()
    """Further rules that apply."""
    refs: Items[ReferenceId]
    """Sources."""
    position: BodyPosition
    """Body position."""
    pictured_muscles: Items[Muscle] = ()
    """Muscles that the pictures show beside the iliopsoas."""
    poses: Items[Pose]
    """Key frames for the pictures."""

    @model_validator(mode="after")
    def _poses_show_its_steps(self) -> Self:
        shown_in_order(self.poses, self.steps)
        return self
