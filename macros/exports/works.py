"""What can be cited, in neutral terms: the sources of the site, and its own pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from macros.cite import READ
from macros.exports.site import LICENSE, SITE
from macros.models import Reference
from macros.models.reference import Design
from macros.templating import day
from macros.text import plain

Genre = Literal["article", "preprint", "book", "report", "page"]

NOT_AUTHORS = frozenset({"et al", "Authors not confirmed"})
"""What a list of authors may hold beside names."""

_MEASURED: frozenset[Design] = frozenset(
    {
        "systematic-review",
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
    }
)
"""Designs of studies: with a year and a journal they are articles, even where we know no volume."""

_INSTITUTION = re.compile(r"\b(?:University|Agency|Organization)\b")
_NO_JOURNAL = re.compile(r"ClinicalTrials|\bmeeting\b|\bIndex\b|\bScholars\b")
_CATALOG = "https://search.worldcat.org/"
_ARXIV = "10.48550/"


@dataclass(frozen=True)
class Author:
    """A person by family name and initials, or an organization by its name alone."""

    family: str
    given: str = ""
    """“O. G.”; empty for organizations."""
    suffix: str = ""
    """“Jr”."""


@dataclass(frozen=True)
class Work:
    """Something that can be cited."""

    id: str
    genre: Genre
    title: str
    authors: tuple[Author, ...]
    issued: tuple[int, ...] = ()
    """Year, or year, month and day; empty when unknown."""
    more_authors: bool = False
    """There are others, who aren't named."""
    container: str = ""
    """Journal or website."""
    publisher: str = ""
    place: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    url: str = ""
    note: str = ""
    """To be shown with the citation."""
    annotation: str = ""
    """For whoever keeps the citation: what of the source was read."""


def work(reference: Reference) -> Work:
    """What a reference record says, in neutral terms."""
    names = [str(name) for name in reference.authors if name not in NOT_AUTHORS]
    container = plain(reference.container or "")
    kind = genre(reference)
    published = kind in ("book", "report")
    place, _, publisher = container.rpartition(": ") if published else ("", "", "")
    volume = re.fullmatch(r"(.+?)\((.+)\)", reference.volume or "")
    return Work(
        id=reference.id,
        genre=kind,
        title=plain(reference.title),
        authors=tuple(author(name, container) for name in names),
        issued=(reference.year,) if reference.year else (),
        more_authors="et al" in reference.authors,
        container="" if published else container,
        publisher=publisher,
        place=place,
        volume=volume[1] if volume else str(reference.volume or ""),
        issue=volume[2] if volume else "",
        pages=str(reference.pages or ""),
        doi=reference.doi or "",
        pmid=str(reference.pmid or ""),
        pmcid=reference.pmcid or "",
        isbn=reference.isbn or "",
        url="" if reference.doi or reference.pmid else reference.url or "",
        annotation=_annotation(reference),
    )


def genre(reference: Reference) -> Genre:
    """What kind of publication it is, told from what the record has."""
    container = reference.container or ""
    if reference.design == "web-page":
        return "page"
    if reference.doi and reference.doi.startswith(_ARXIV):
        return "preprint"
    if reference.design == "textbook" and (
        reference.isbn or reference.doi or (reference.url or "").startswith(_CATALOG)
    ):
        return "book"
    if reference.doi or reference.pmid or reference.pmcid or reference.volume or reference.pages:
        return "article"
    if reference.year and (
        reference.design == "guideline" or (reference.design != "textbook" and _INSTITUTION.search(container))
    ):
        return "report"
    measured = reference.design in _MEASURED and reference.year and not _NO_JOURNAL.search(container)
    return "article" if container and (measured or "Journal" in container) else "page"


def author(name: str, container: str = "") -> Author:
    """“Menezes Costa LdC” or “Pope TL Jr” in parts; whatever isn't written like a person stays whole.

    A site that names itself as its author is no person, even where its name ends like one (“Example TENS”).
    """
    words = name.split(" ")
    suffix = words.pop() if words[-1] in ("Jr", "Sr", "II", "III") and len(words) > 2 else ""
    if len(words) < 2 or name == container or not _are_initials(words[-1]):
        return Author(name)
    return Author(" ".join(words[:-1]), _spread(words[-1]), suffix)


def _are_initials(word: str) -> bool:
    """“AB”, “LdC”, and “Ga”, which tells G. from another G. of the same family."""
    lower = sum(not char.isupper() for char in word)
    return word.isalpha() and word[0].isupper() and len(word) <= 4 and lower <= 1


def _spread(initials: str) -> str:
    one = len(initials) == 2 and initials[1].islower()
    return f"{initials}." if one else " ".join(f"{letter}." for letter in initials)


def _annotation(reference: Reference) -> str:
    parts = [READ[reference.read].rstrip(".")]
    if "et al" in reference.authors:
        parts.append("Not all authors are named")
    if "Authors not confirmed" in reference.authors:
        parts.append("Authors not confirmed")
    return ". ".join(parts)


def page_work(title: str, reviewed: date, address: str) -> Work:
    """A page of this site. Its editors go by the name of the site; the date is that of the last review."""
    path = re.sub(r"^https?://[^/]+/|\.html$", "", address)
    return Work(
        id="iliopsoas-" + (re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-") or "index"),
        genre="page",
        title=title,
        authors=(Author(SITE),),
        issued=(reviewed.year, reviewed.month, reviewed.day),
        url=address,
        note=f"Reviewed {day(reviewed)}. License: {LICENSE}",
    )
