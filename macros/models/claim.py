"""Something people say, checked."""

from __future__ import annotations

from typing import ClassVar, Literal

from macros.models.base import Certainty, Items, ReviewedRecord
from macros.models.links import AssessmentId, ConditionId, ExerciseId, ReferenceId, StructureId, TreatmentId
from macros.text import Name, Summary, Text

ClaimVerdict = Literal["supported", "mostly-supported", "mixed", "untested", "unsupported", "contradicted"]


class Claim(ReviewedRecord):
    """A popular statement and what is known about it."""

    kind: ClassVar[str] = "claim"
    folder: ClassVar[str] = "claims"
    review_months = 12
    about: ClassVar[str] = "Something people say about the iliopsoas or back pain, checked."

    claim: Name
    """The statement, as people make it."""
    aliases: Items[Name] = ()
    """Other wordings; search finds them."""
    said_by: Name
    """Who says it."""
    verdict: ClaimVerdict
    """What the evidence makes of it."""
    summary: Summary
    """The verdict in one line."""
    explanation: Items[Text]
    """Why, a paragraph each."""
    certainty: Certainty
    """How sure the verdict is."""
    instead: Text
    """What to do, or to say, instead."""
    refs: Items[ReferenceId]
    """Sources."""
    exercises: Items[ExerciseId] = ()
    """Exercises that help with the point."""
    structures: Items[StructureId] = ()
    """Parts of the body it is about."""
    assessments: Items[AssessmentId] = ()
    """Tests it is about."""
    treatments: Items[TreatmentId] = ()
    """Treatments it is about."""
    conditions: Items[ConditionId] = ()
    """Conditions it is about."""

    @property
    def label(self) -> str:
        """The claim itself."""
        return str(self.claim)
