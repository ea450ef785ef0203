"""A safety or dosing rule that many pages share."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.models.base import Items, Record
from macros.models.links import ReferenceId, UrgencyId
from macros.text import Name, Text


class Rule(Record):
    """Written once, shown wherever it applies."""

    kind: ClassVar[str] = "rule"
    folder: ClassVar[str] = "rules"
    has_page: ClassVar[bool] = False
    about: ClassVar[str] = "A safety or dosing rule, written once and shown wherever it applies."

    name: Name
    """Heading of the rule."""
    order: Annotated[int, Field(ge=1, le=99)]
    """Place among the rules on a page; most urgent first."""
    applies_to: Literal[
        "every exercise", "every program", "exercises and programs", "every assessment", "named records"
    ]
    """Where it is shown without being named; `named records` only where a record lists it."""
    role: Literal["stop", "before", "dose"]
    """Stop and get help; read before beginning; how hard and how much."""
    urgency: UrgencyId | None = None
    """How soon to act, where that is the same for all its items."""
    items: Items[Text]
    """The rule, a sentence or sign each."""
    basis: Text | None = None
    """Where it comes from, if not from the refs alone."""
    refs: Items[ReferenceId] = ()
    """Sources."""
