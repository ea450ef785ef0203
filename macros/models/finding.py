"""A question of the self-check, and its answers."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import ID_PATTERN, Items, Model, Record
from macros.models.links import AssessmentId, FindingId
from macros.text import Name, Summary, Text

SELF_CHECK = "tight-or-weak/self-check.html"
"""The page that asks the questions."""


class Answer(Model):
    """One way to answer."""

    id: Annotated[str, Field(pattern=f"^{ID_PATTERN}$", max_length=30)]
    """Permanent, unique among the answers of the question."""
    name: Name
    """What the reader ticks."""


class Finding(Record):
    """One thing that a reader can find out about themselves."""

    kind: ClassVar[str] = "finding"
    folder: ClassVar[str] = "findings"
    has_page: ClassVar[bool] = False
    about: ClassVar[str] = (
        "A question of the self-check with its answers; patterns say which answers they need."
    )

    name: Name
    """Short name."""
    question: Summary
    """The question, in plain words."""
    order: Annotated[int, Field(ge=1, le=99)]
    """Place among the questions; most urgent first."""
    answers: Items[Answer]
    """At least two; the reader picks one."""
    how: Text
    """How to find out, and what counts."""
    assessment: AssessmentId | None = None
    """The test behind it."""

    @property
    def address(self) -> str:
        """Its question on the page of the self-check."""
        return f"{SELF_CHECK}#{self.id}"

    @model_validator(mode="after")
    def _a_choice(self) -> Self:
        ids = [answer.id for answer in self.answers]
        if len(ids) < 2 or len(set(ids)) < len(ids):
            raise PydanticCustomError("answers", "a question needs two answers or more, each with its own id")
        return self


class Found(Model):
    """A question answered in one of the ways that count."""

    finding: FindingId
    answers: Items[str]
    """Ids of the answers that count."""
