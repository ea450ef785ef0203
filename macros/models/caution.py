"""A caution that many exercises share."""

from __future__ import annotations

from typing import ClassVar

from macros.models.base import Items, Record
from macros.models.links import ReferenceId
from macros.models.vocabulary import Advice, Concern
from macros.text import Name, Text


class Caution(Record):
    """Who should leave an exercise out, ask first, or change it."""

    kind: ClassVar[str] = "caution"
    folder: ClassVar[str] = "cautions"
    has_page: ClassVar[bool] = False
    about: ClassVar[str] = "Who should leave an exercise out, ask first, or change it."

    name: Name
    """Short name: “Pregnancy, on the back”."""
    concern: Concern
    """The state of health it is about."""
    advice: Advice
    """What it asks for."""
    text: Text
    """The caution, as pages show it."""
    refs: Items[ReferenceId] = ()
    """Sources; without them it is our judgment."""

    @property
    def address(self) -> str:
        """Cautions stand under their concern, below the rules."""
        return f"rules/index.html#{self.concern.replace(' ', '-')}"
