"""Every file that the site carries beside its pages: citations of each page, open data, `llms.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from macros.exports.citations import FORMATS
from macros.exports.opendata import data_files
from macros.exports.works import Work, page_work, work
from macros.library import Library
from macros.models import Record, Reference

_NOTE = re.compile(r'<li id="fn:([a-z0-9-]+)"')


class CitedPage(NamedTuple):
    """A page of the site, and what it rests on."""

    address: str
    """From the root of the site: `exercises/psoas-march.html`."""
    title: str
    reviewed: date
    """Day of the last review."""
    cited: tuple[str, ...]
    """Ids of references, in the order in which the page cites them."""


def cited_in(html: str) -> tuple[str, ...]:
    """Ids of the references among the footnotes of a page, in the order in which readers see them."""
    return tuple(_NOTE.findall(html))


def records_by_address(library: Library) -> dict[str, Record]:
    """The records that have pages of their own, by the address of the page."""
    return {
        record.address: record
        for records in library.records.values()
        for record in records.values()
        if record.has_page
    }


def site_files(library: Library, pages: Iterable[CitedPage], site_url: str) -> Iterator[tuple[str, bytes]]:
    """All files with their paths in the site. Same data, same bytes.

    Raises UnknownRecord when a page cites a reference that doesn't exist.
    """
    root = site_url.rstrip("/") + "/"
    yield from data_files(library, root)
    yield from citation_files(library, pages, root)


def citation_files(library: Library, pages: Iterable[CitedPage], root: str) -> Iterator[tuple[str, bytes]]:
    """For each page with sources a file in each format; the page's own citation comes first."""
    entries: dict[str, dict[str, str]] = {}  # each reference is written once, however many pages cite it
    for page in pages:
        if not page.cited:
            continue
        for id in page.cited:
            if id not in entries:
                entries[id] = _entries(work(library.get(Reference, id)))
        own = _entries(page_work(page.title, page.reviewed, root + page.address))
        for ending, made in FORMATS.items():
            text = made.join([own[ending], *(entries[id][ending] for id in page.cited)])
            yield citation_path(page.address, ending), text.encode()


def citation_path(address: str, ending: str) -> str:
    """Where the sources of a page are: `cite/exercises/psoas-march.bib`."""
    return f"cite/{address.removesuffix('.html')}.{ending}"


def _entries(source: Work) -> dict[str, str]:
    return {ending: made.entry(source) for ending, made in FORMATS.items()}
