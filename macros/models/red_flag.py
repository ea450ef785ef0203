"""A warning sign, and how soon to act on it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.models.accuracy import Likelihood
from macros.models.base import Items, Model, ReviewedRecord
from macros.models.links import ConditionId, ReferenceId, UrgencyId
from macros.models.vocabulary import Region
from macros.text import Name, Summary, Text


class Accuracy(Model):
    """What the sign does to the odds."""

    measure: Literal[
        "sensitivity", "specificity", "positive likelihood ratio", "negative likelihood ratio", "probability"
    ]
    value: Text
    """Figure with its interval where known, for what, in whom."""
    refs: Items[ReferenceId]


class Upgrade(Model):
    """When the sign asks for more haste."""

    urgency: UrgencyId
    if_also: Text
    """What must be there too."""


class RedFlag(ReviewedRecord):
    """A sign that asks for a clinician, by urgency."""

    kind: ClassVar[str] = "red-flag"
    folder: ClassVar[str] = "red-flags"
    has_page: ClassVar[bool] = False
    review_months = 12
    about: ClassVar[str] = "A warning sign, the question that finds it, and how soon to act."

    name: Name
    """Short name of the sign, in plain words."""
    question: Summary
    """Yes-or-no question in plain words."""
    signs: Items[Name] = ()
    """Bullets of the question, where it has parts: any one counts."""
    clinical_term: Name
    """What clinicians call it."""
    suspects: Text
    """What it may mean."""
    conditions: Items[ConditionId] = ()
    """Conditions behind it that have a page."""
    urgency: UrgencyId
    """How soon to act."""
    order: Annotated[int, Field(ge=1, le=99)] = 50
    """Place among the signs of the same urgency: 1 first."""
    upgrade: Upgrade | None = None
    """When to act sooner."""
    action: Text
    """What the reader does."""
    clinician_action: Text
    """What a clinician does."""
    accuracy: Items[Accuracy] = ()
    """Measured accuracy; the page says so when there is none."""
    likelihoods: Items[Likelihood] = ()
    """What the sign does to the odds, for the picture."""
    caveat: Text
    """What it can't tell."""
    region: Region
    """Which pain it belongs to."""
    refs: Items[ReferenceId]
    """Sources."""
