"""A condition that can be behind back, hip or groin pain."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.models.base import Items, ReviewedRecord
from macros.models.links import ExerciseId, ProgramId, ReferenceId, TreatmentId, UrgencyId
from macros.models.vocabulary import Region
from macros.text import Name, Summary, Text, plain


class Condition(ReviewedRecord):
    """A diagnosis to think of."""

    kind: ClassVar[str] = "condition"
    folder: ClassVar[str] = "conditions"
    review_months = 12
    about: ClassVar[str] = "A diagnosis that can be behind back, hip or groin pain."

    name: Name
    """Clinical name."""
    plain_name: Name
    """What readers call it."""
    aliases: Items[Name] = ()
    """Other names; search finds them."""
    summary: Annotated[Summary, Field(max_length=200)]
    """One sentence: what it is and how soon it needs somebody."""
    region: Region
    """Where it is felt."""
    features: Items[Text]
    """What it is usually like."""
    frequency: Text
    """How often, with figure, setting and population; or that no figure is known."""
    confirm: Text
    """How it is told from other things."""
    outlook: Text
    """How it usually goes on, with figure, time and population; or that none is known."""
    what_helps: Items[Text]
    """What is done about it and what the reader can do, each with how sure that is."""
    urgency: UrgencyId
    """How soon to be seen."""
    upgrade_if: Text | None = None
    """When it is more urgent than that."""
    disagreement: Text | None = None
    """Where sources differ."""
    treatments: Items[TreatmentId] = ()
    """Treatments tested for it."""
    programs: Items[ProgramId] = ()
    """Programs that fit it."""
    exercises: Items[ExerciseId] = ()
    """Exercises that fit it, where no program does."""
    refs: Items[ReferenceId]
    """Sources of what names none itself."""

    @property
    def label(self) -> str:
        """The plain name."""
        return plain(self.plain_name)
