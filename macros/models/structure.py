"""A part of the body."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Items, ReviewedRecord
from macros.models.links import ReferenceId
from macros.text import Name, Summary, Text


class Structure(ReviewedRecord):
    """A muscle, nerve, bone, joint part or neighbor of the iliopsoas."""

    kind: ClassVar[str] = "structure"
    folder: ClassVar[str] = "structures"
    review_months = 36
    about: ClassVar[str] = "A part of the body: muscle, nerve, bone, bursa, joint part or neighbor."

    name: Name
    """Name in Terminologia Anatomica (English)."""
    latin: Name | None = None
    """Name in Terminologia Anatomica (Latin)."""
    aliases: Items[Name] = ()
    """Other names; search finds them."""
    type: Literal[
        "muscle", "tendon", "nerve", "bone", "joint", "bursa", "ligament", "fascia", "organ", "vessel"
    ]
    """What it is."""
    summary: Annotated[Summary, Field(max_length=240)]
    """One sentence in plain words."""
    origin: Text | None = None
    """Muscles: where it arises."""
    insertion: Text | None = None
    """Muscles: where it ends."""
    nerve: Text | None = None
    """Muscles: nerve supply."""
    roots: Name | None = None
    """Muscles: spinal segments."""
    blood_supply: Text | None = None
    """Muscles: arteries."""
    action: Text | None = None
    """Muscles: what it does."""
    clinical: Text
    """Why it matters in the clinic."""
    disagreement: Text | None = None
    """Where sources differ."""
    refs: Items[ReferenceId]
    """Sources."""

    @model_validator(mode="after")
    def _muscles_are_complete(self) -> Self:
        if self.type == "muscle":
            for key in ("origin", "insertion", "nerve", "roots", "blood_supply", "action"):
                if getattr(self, key) is None:
                    raise PydanticCustomError("muscle", f"a muscle needs {key}: add it")
        return self
