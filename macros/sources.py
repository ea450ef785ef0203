"""Macros for citations, the bibliography and review dates."""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby
from pathlib import Path
from unicodedata import normalize

from macros.cite import READ, citation
from macros.models import Reference
from macros.models.base import add_months
from macros.page import MacroError, Page
from macros.templating import cite as marks


def cite(page: Page, *ids: str) -> str:
    """Footnote marks for references; the same as writing `[^id]` for each.

    Example: `cite("garber2011acsm", "ingram2025stretchdose")`
    """
    return str(marks(tuple(page.library.get(Reference, id).id for id in ids)))


def bibliography(page: Page) -> str:
    """Every reference by first author, with what was read of it, and links to the pages that rest on it.

    Example: `bibliography()`
    """
    references = sorted(
        page.library.all(Reference),
        key=lambda one: (_letter(one.authors[0]), one.authors[0].lower(), one.year or 0, one.id),
    )
    users = {
        reference.id: sorted(
            {
                use.by.address: use.by for use in page.library.uses.get(("reference", reference.id), [])
            }.values(),
            key=lambda record: record.label,
        )
        for reference in references
    }
    prose = cited_in_prose(page.library.docs)
    letters = groupby(references, key=lambda one: _letter(one.authors[0]))
    return page.render(
        "bibliography",
        letters=[(letter, list(group)) for letter, group in letters],
        citation=citation,
        users=users,
        prose=prose,
    )


def cited_in_prose(docs: Path | None) -> dict[str, list[tuple[str, str]]]:
    """For each reference the pages whose own text cites it: (address, title), by address."""
    found: dict[str, list[tuple[str, str]]] = {}
    if docs is None:
        return found
    for path in sorted(docs.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        title = _TITLE.search(text)
        if not title:  # a record's page: the record says what it cites
            continue
        address = path.relative_to(docs).with_suffix(".html").as_posix()
        for id in dict.fromkeys(_MARK.findall(text)):
            found.setdefault(id, []).append((address, title[1].strip("'\"")))
    return found


_TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)
_MARK = re.compile(r"\[\^([a-z0-9-]+)\]")


def _letter(name: str) -> str:
    """First letter without accents, for headings: “É” is “E”; “Other” for what isn't a Latin letter."""
    letter = normalize("NFKD", name)[0].upper()
    return letter if letter.isascii() and letter.isalpha() else "Other"


def references_read(page: Page) -> str:
    """How many references were read in full, as an abstract, second-hand, or not at all.

    Example: `references_read()`
    """
    references = page.library.all(Reference)
    rows = [(READ[read], sum(one.read == read for one in references)) for read in READ]
    return page.render("references_read", rows=rows)


def review_dates(page: Page) -> str:
    """When the page was last reviewed and is next due, by `reviewed` and `review_months` in its front matter.

    Example: `review_dates()`
    """
    day, months = _review(page)
    page.hand_on(day)
    return page.render("review_dates", day_of_review=day, due=add_months(day, months))


def handout(page: Page, *lines: str) -> str:
    """Where the sheet ends that this page prints on: what stands behind it is left to the screen.

    `lines`: what the clinician may write down, each a line to fill in.

    Example: `handout("What we agreed")`
    """
    day, _ = _review(page)
    return page.render("handout", source=page.typed(page.address), reviewed=day, lines=lines)


def _review(page: Page) -> tuple[date, int]:
    """The day of the last review and the months to the next, from the front matter."""
    day, months = page.meta.get("reviewed"), page.meta.get("review_months")
    if isinstance(day, str):  # Zensical hands dates on as text
        day = date.fromisoformat(day[:10])
    if not isinstance(day, date) or not isinstance(months, int):
        raise MacroError("the page's front matter needs “reviewed: 2026-11-21” and “review_months: 12”")
    return day, months
