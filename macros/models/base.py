"""What every record has in common, and the types its fields are made of."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from macros.text import plain

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"

Certainty = Literal["high", "moderate", "low", "very-low", "expert-opinion"]
"""GRADE's four levels, and opinion where nothing was measured."""


class Model(BaseModel):
    """A part of a record: no unknown keys, no changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)


def _not_empty(items: tuple[Any, ...]) -> tuple[Any, ...]:
    if not items:
        raise PydanticCustomError("list", "empty list: add an item, or leave the key out")
    return items


def _no_repeats(items: tuple[Any, ...]) -> tuple[Any, ...]:
    twice = next((item for at, item in enumerate(items) if item in items[:at]), None)
    if twice is not None:
        raise PydanticCustomError("list", f"“{twice}” stands in the list twice")
    return items


T = TypeVar("T")

Items = Annotated[tuple[T, ...], AfterValidator(_not_empty), AfterValidator(_no_repeats)]
"""A list with at least one item and none twice."""

Names = Annotated[tuple[T, ...], AfterValidator(_not_empty)]
"""A list with at least one item; two people may share a name."""


def _not_in_the_future(day: date) -> date:
    if day > date.today():
        raise PydanticCustomError("date", f"{day} lies in the future: give the day of the last review")
    return day


class Record(Model):
    """One thing with a permanent id: the file name, and the address of its page."""

    kind: ClassVar[str]
    """Singular, as `new` and messages say it."""
    folder: ClassVar[str]
    """Folder under `data/`, and under `docs/` where records have pages of their own."""
    has_page: ClassVar[bool] = True
    review_months: ClassVar[int | None] = None
    """How long a review holds; None where the pages that use the record are reviewed."""
    about: ClassVar[str]
    """What a record of this kind is, for `data/README.md`."""

    id: Annotated[str, Field(pattern=f"^{ID_PATTERN}$", max_length=80)]
    """Permanent; equals the file name, in kebab-case, never used again for something else."""

    @property
    def address(self) -> str:
        """Where readers find it, from the root of the site: a page, or an anchor on the page of its kind."""
        return f"{self.folder}/{self.id}.html" if self.has_page else f"{self.folder}/index.html#{self.id}"

    @property
    def label(self) -> str:
        """What readers call it."""
        return plain(str(getattr(self, "name", self.id)))


class ReviewedRecord(Record):
    """A record whose content is due for review again after a fixed time."""

    reviewed: Annotated[date, AfterValidator(_not_in_the_future)]
    """Day of the last review, `2026-11-21`."""

    @property
    def review_due(self) -> date:
        """The day by which the record should be reviewed again."""
        assert self.review_months is not None
        return add_months(self.reviewed, self.review_months)


def add_months(day: date, months: int) -> date:
    """The same day some months later (the month's last day where it has no such day)."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
