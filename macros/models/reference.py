"""A source: paper, guideline, book or page."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Items, Names, Record
from macros.text import Name, Text

Design = Literal[
    "systematic-review",
    "guideline",
    "rct",
    "non-randomized-trial",
    "cohort",
    "case-control",
    "cross-sectional",
    "diagnostic-accuracy",
    "case-series",
    "emg",
    "imaging",
    "biomechanics-model",
    "cadaver",
    "narrative-review",
    "textbook",
    "web-page",
]


def _not_next_year(year: int) -> int:
    if year > date.today().year:
        raise PydanticCustomError("year", f"expected a year up to {date.today().year}, got {year}")
    return year


class Reference(Record):
    """Where a statement comes from, and what of it was read."""

    kind: ClassVar[str] = "reference"
    folder: ClassVar[str] = "references"
    has_page: ClassVar[bool] = False
    about: ClassVar[str] = "A source, how to find it, and what of it was read."

    authors: Names[Name]
    """`Family AB` each, or an organization. A list that goes on ends with `et al`."""
    title: Annotated[Text, Field(max_length=400)]
    """Title as printed."""
    container: Name | None = None
    """Journal, publisher or site."""
    year: Annotated[int, Field(ge=1500), AfterValidator(_not_next_year)] | None = None
    """Year of publication; left out for pages without one."""
    volume: Annotated[Name, Field(pattern=r"^[\w().\- ]+$")] | None = None
    """Volume with issue: “30(2)”."""
    pages: Annotated[Name, Field(pattern=r"^[\w.:,;\- ]+$")] | None = None
    """Pages or article number: “301-310”."""
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,9}/[^\s\"{}|\\^`]+$", max_length=200)] | None = None
    """Digital object identifier, without address: `10.1136/bmj.a171`."""
    pmid: Annotated[int, Field(ge=1, le=99_999_999)] | None = None
    """PubMed number."""
    pmcid: Annotated[str, Field(pattern=r"^PMC\d{4,9}$")] | None = None
    """PubMed Central number: `PMC2483884`."""
    isbn: Annotated[str, Field(pattern=r"^[\dX][\dX-]{8,16}$")] | None = None
    """Book number."""
    url: (
        Annotated[str, Field(pattern=r"^https?://[^\s<>\"{}|\\^`]+\.[^\s<>\"{}|\\^`]+$", max_length=400)]
        | None
    ) = None
    """Address beginning with http:// or https://, for what has no DOI or PMID."""
    design: Design
    """Kind of study."""
    read: Literal["full text", "abstract", "secondary", "memory"]
    """What the editors read: secondary = what another source says of it; memory = not checked."""
    read_note: Text | None = None
    """What could not be confirmed."""
    facts: Items[Text] = ()
    """What it found, in our own words."""

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.doi or self.pmid or self.url):
            raise PydanticCustomError(
                "identifier", "no identifier: add doi, pmid or url, so that readers can find it"
            )
        return self

    @property
    def label(self) -> str:
        """“Hu 2011”, “World Health Organization 2023”."""
        first = self.authors[0]
        family = first.rsplit(" ", 1)[0] if len(self.authors) > 1 else first
        return f"{family} {self.year}" if self.year else str(family)
