"""A term of the glossary."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.models.base import Items, Record
from macros.models.links import ReferenceId, StructureId
from macros.text import Name, Text


class Term(Record):
    """A word that readers meet, in plain words."""

    kind: ClassVar[str] = "term"
    folder: ClassVar[str] = "glossary"
    has_page: ClassVar[bool] = False
    about: ClassVar[str] = "A word that readers meet, in plain words."

    name: Name
    """The term."""
    aliases: Items[Name] = ()
    """Also called; search finds them."""
    meaning: Annotated[Text, Field(max_length=400)]
    """What it means, in plain words."""
    clinical: Text | None = None
    """What a clinician would add."""
    silent: Items[Name] = ()
    """Names (of those above) too common to be explained wherever a page first uses them."""
    structure: StructureId | None = None
    """The page of the part of the body it names."""
    refs: Items[ReferenceId] = ()
    """Sources, where the meaning states a fact."""
