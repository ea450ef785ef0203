"""How soon to act: the one table that every page uses."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.models.base import Record
from macros.text import Name, Text


class Urgency(Record):
    """A level of urgency."""

    kind: ClassVar[str] = "urgency"
    folder: ClassVar[str] = "urgency"
    has_page: ClassVar[bool] = False
    about: ClassVar[str] = "A level of urgency: the words that every page uses for it."

    name: Name
    """Short name: “Emergency now”."""
    heading: Name
    """Heading over a list of signs: “Go to the emergency department now if …”."""
    order: Annotated[int, Field(ge=1, le=9)]
    """1 is most urgent."""
    action: Text
    """What to do, in plain words."""
