"""An exercise: what it is for, how it is done, how much, and what is known of it."""

from __future__ import annotations

from math import ceil
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Certainty, Items, Model, ReviewedRecord
from macros.models.links import CautionId, ExerciseId, PatternId, ReferenceId, RuleId
from macros.models.pose import BodyPosition, Pose, shown_in_order
from macros.models.vocabulary import Advice, Concern, Muscle
from macros.text import Name, Summary, Text

Goal = Literal["lengthen", "strengthen", "control", "relief", "aerobic"]
Item = Literal[
    "ankle weight",
    "arm straps",
    "barbell",
    "bed",
    "bench",
    "block",
    "book",
    "cable machine",
    "chair",
    "cushion",
    "dumbbells",
    "exercise bike",
    "fixed point",
    "flat ground",
    "hill",
    "kettlebells",
    "long band",
    "mat",
    "mini-band",
    "parallel bars",
    "partner",
    "pole",
    "pool",
    "pull-up bar",
    "rail",
    "shoes",
    "sliders",
    "small object",
    "sock",
    "sofa",
    "step",
    "stick",
    "strap",
    "table",
    "towel",
    "treadmill",
    "wall",
    "weights or bags",
]


class MuscleUse(Model):
    """A muscle at work (or at length), and in what role."""

    muscle: Muscle
    """The muscle, in the words of Terminologia Anatomica."""
    role: Name | None = None
    """What it does here, where that isn't plain: “still leg, holding”."""


class Equipment(Model):
    """One thing that is needed, and what can stand in for it."""

    any_of: Items[Item]
    """The thing, or a choice of things that do equally well."""
    need: Literal["needed", "optional", "later"] = "needed"
    """`later`: for harder forms only."""
    note: Name | None = None
    """What matters about it: “without wheels”, “15–40 cm high”."""


class Mistake(Model):
    """A common error with its fix."""

    error: Name
    """What goes wrong, as somebody watching would see it."""
    fix: Text
    """What to do about it."""


class Dose(Model):
    """How much. One of `reps`, `hold_s` and `duration_s`, or `reps` with `hold_s` for each."""

    sets: Annotated[int, Field(ge=1, le=10)]
    """Rounds."""
    reps: Annotated[int, Field(ge=1, le=60)] | None = None
    """Repetitions a set (a side, where `per_side`)."""
    hold_s: Annotated[int, Field(ge=1, le=300)] | None = None
    """Seconds a position is held."""
    duration_s: Annotated[int, Field(ge=5, le=7200)] | None = None
    """Seconds a set goes on, where nothing is counted."""
    rep_s: Annotated[float, Field(ge=0.5, le=30)] | None = None
    """Seconds one repetition moves (holding not included); with `reps` only."""
    per_side: bool = False
    """True where each side has its own sets."""
    rest_s: Annotated[int, Field(ge=0, le=600)]
    """Seconds of rest between sets."""
    per_week: Annotated[int, Field(ge=1, le=21)]
    """Sessions a week."""
    tempo: Name
    """Speed, in words."""
    basis: Text
    """Where the dose comes from; without refs it says “our judgment”."""
    refs: Items[ReferenceId] = ()

    @model_validator(mode="after")
    def _has_an_amount(self) -> Self:
        if self.duration_s and (self.reps or self.hold_s):
            raise PydanticCustomError("dose", "duration_s stands alone: drop it, or drop reps and hold_s")
        if not (self.reps or self.hold_s or self.duration_s):
            raise PydanticCustomError("dose", "no amount: write reps, hold_s or duration_s")
        if (self.rep_s is None) != (self.reps is None):
            raise PydanticCustomError("dose", "reps and rep_s (seconds a repetition) go together")
        if not self.refs and "our judgment" not in self.basis.lower():
            raise PydanticCustomError("basis", "without refs it must say “our judgment”: add refs, or say so")
        return self

    @property
    def minutes(self) -> int:
        """Whole minutes one session takes: work and rest between sets, both sides, rounded up."""
        sides = 2 if self.per_side else 1
        work = self.duration_s or (self.reps or 1) * ((self.rep_s or 0) + (self.hold_s or 0))
        return max(1, ceil((self.sets * sides * work + (self.sets - 1) * self.rest_s) / 60))


class Evidence(Model):
    """What studies say, in one or two sentences."""

    statement: Text
    """What was found, in whom, against what; or that nothing was."""
    certainty: Certainty
    """GRADE word, or expert-opinion."""
    refs: Items[ReferenceId] = ()


class Sourced(Model):
    """A statement with its sources."""

    statement: Text
    refs: Items[ReferenceId]


class MuscleActivity(Model):
    """One measurement of muscle activity (EMG)."""

    muscle: Name
    """The muscle recorded."""
    activity: Name
    """The figure with its unit (usually percent of a maximal voluntary contraction, MVIC)."""
    condition: Text
    """The task it was measured in."""
    ref: ReferenceId


class OwnCaution(Model):
    """A caution that only this exercise needs."""

    concern: Concern
    """The state of health."""
    advice: Advice
    """What to do about it."""
    text: Text
    """The caution, in full."""


class Exercise(ReviewedRecord):
    """The heart of the site."""

    kind: ClassVar[str] = "exercise"
    folder: ClassVar[str] = "exercises"
    review_months = 24
    about: ClassVar[str] = "An exercise, with its poses, dose, cautions and evidence."

    name: Name
    """What readers call it."""
    aliases: Items[Name] = ()
    """Other names; search finds them."""
    summary: Annotated[Summary, Field(max_length=200)]
    """One sentence: what it is and what it is for."""
    goal: Goal
    """The one thing it is mainly for."""
    level: Annotated[int, Field(ge=1, le=5)]
    """1 for nearly everybody … 5 for trained people."""
    position: BodyPosition
    """Body position."""
    equipment: Items[Equipment] = ()
    """What is needed; nothing when left out."""
    primary_muscles: Items[MuscleUse]
    """Muscles it is for."""
    secondary_muscles: Items[MuscleUse] = ()
    """Muscles that help or are lengthened as well."""
    setup: Text
    """Starting position."""
    steps: Annotated[Items[Text], Field(max_length=10)]
    """What to do, in order; the page numbers them."""
    feel: Text
    """Where it should be felt (and where not)."""
    mistakes: Items[Mistake]
    """Common errors, each with its fix."""
    breathing: Text
    """How to breathe."""
    dose: Dose
    """How much, and on what grounds."""
    progressions: Items[ExerciseId] = ()
    """Harder versions, at most one level up; each lists this one under `regressions`."""
    regressions: Items[ExerciseId] = ()
    """Easier versions; each lists this one under `progressions`."""
    stop_if: Items[Text] = ()
    """Reasons to stop that only this exercise has; the rules for every exercise are added."""
    cautions: Items[CautionId] = ()
    """Shared cautions that apply."""
    own_cautions: Items[OwnCaution] = ()
    """Cautions that only this exercise needs."""
    rules: Items[RuleId] = ()
    """Further rules that apply, beside those for every exercise."""
    suits: Items[PatternId] = ()
    """Patterns of findings it suits."""
    evidence: Evidence
    """What studies say about it."""
    muscle_activity: Items[MuscleActivity] = ()
    """Measured muscle activity."""
    spine_load: Sourced | None = None
    """What is known of the load on the spine."""
    poses: Items[Pose]
    """Key frames for the pictures."""

    @model_validator(mode="after")
    def _poses_show_its_steps(self) -> Self:
        shown_in_order(self.poses, self.steps)
        return self
