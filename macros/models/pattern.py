"""A pattern of findings, and what to try first."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.models.base import Certainty, Items, ReviewedRecord
from macros.models.finding import Found
from macros.models.links import AssessmentId, ProgramId, ReferenceId, UrgencyId
from macros.text import Name, Summary, Text


class Pattern(ReviewedRecord):
    """Findings that belong together, with a way out."""

    kind: ClassVar[str] = "pattern"
    folder: ClassVar[str] = "patterns"
    review_months = 24
    about: ClassVar[str] = "Findings that belong together: what they may mean and what to try first."

    name: Name
    """Short name."""
    aliases: Items[Name] = ()
    """Other names; search finds them."""
    summary: Annotated[Summary, Field(max_length=200)]
    """One sentence: what it probably is and what to do."""
    order: Annotated[int, Field(ge=1, le=99)]
    """Patterns are checked in this order; the first that fits decides."""
    findings: Items[Text]
    """What is found; in clinicians' terms where needed."""
    when: Items[Items[Found]] = ()
    """For the self-check: it fits if all answers of one of these cases were given; always without."""
    meaning: Text
    """What it may mean."""
    try_first: Items[Text]
    """What to do first."""
    avoid: Items[Text]
    """What to leave alone."""
    refer_if: Items[Text]
    """When to see a clinician."""
    urgency: UrgencyId | None = None
    """How soon, where the pattern itself asks for a clinician."""
    no_exercises: bool = False
    """True where no exercise may be offered before somebody has looked."""
    assessments: Items[AssessmentId] = ()
    """Tests that show it."""
    programs: Items[ProgramId] = ()
    """Ready plans for it."""
    certainty: Certainty
    """How sure the advice is."""
    refs: Items[ReferenceId] = ()
    """Sources."""

    @property
    def found_by_a_sign(self) -> bool:
        """Whether a warning sign leads here: then that sign says how soon, not the pattern."""
        return any(found.finding == "warning-sign" for case in self.when for found in case)
