"""A program: exercises put together for weeks or stages."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.models.base import Certainty, Items, Model, ReviewedRecord
from macros.models.links import ExerciseId, ReferenceId, RuleId
from macros.text import Name, Summary, Text


class ProgramItem(Model):
    """One exercise of a session."""

    exercise: ExerciseId
    dose: Name
    """How much in this session, in words: “3 × 10 each side”."""


class Session(Model):
    """What is done on one day."""

    name: Name
    frequency: Name
    """How often: “4 a week”."""
    items: Items[ProgramItem]


class Stage(Model):
    """Some weeks, or a stage that opens when its criteria are met."""

    label: Name
    """“Weeks 1–2”."""
    focus: Name
    """What this stage is about."""
    opens_when: Text | None = None
    """What must be true before it begins, where days don't decide."""
    sessions: Items[Session]


class Program(ReviewedRecord):
    """Exercises put together."""

    kind: ClassVar[str] = "program"
    folder: ClassVar[str] = "programs"
    review_months = 24
    about: ClassVar[str] = "Exercises put together for some weeks or stages."

    name: Name
    """What readers call it."""
    summary: Annotated[Summary, Field(max_length=200)]
    """One sentence: for whom, how long, what it may do."""
    for_whom: Text
    """Who it is for."""
    optional_note: Text | None = None
    """What does as well, where the program is one choice among equals."""
    not_for: Items[Text]
    """Who should not use it; the rules for every program are added."""
    stages: Items[Stage]
    """Weeks or stages in order."""
    progression: Items[Text]
    """When to go on, and when to drop back."""
    rules: Items[RuleId] = ()
    """Further rules that apply, beside those for every program."""
    measures: Items[Name]
    """What to write down to see whether it works."""
    certainty: Certainty
    """How sure it is that the program does what it is for."""
    certainty_note: Text
    """Why."""
    refs: Items[ReferenceId]
    """Sources."""
