"""What pages carry so that they can be sent and handed out: exact address, QR code, citation, message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

import segno

from macros.exports.citations import page_citation
from macros.exports.site import SITE
from macros.templating import environment

_MASK = 3
"""One of the eight patterns that a code may be laid under. Trying them all for the evenest takes four times
as long, and cameras read any."""


@dataclass(frozen=True)
class Sheet:
    """A page as somebody hands it on."""

    title: str
    address: str
    """From the root of the site: `exercises/psoas-march.html`."""
    short: str | None
    """Short address for paper, from the root of the site; None where there is none."""
    reviewed: date
    site_url: str
    """Root of the site on the web."""

    @property
    def url(self) -> str:
        """The exact address."""
        return f"{self.site_url.rstrip('/')}/{self.address}"

    @property
    def typed(self) -> str:
        """The address to type from paper: short where there is one."""
        return typed(self.site_url, self.short or self.address)

    @property
    def short_url(self) -> str | None:
        """The whole short address."""
        return f"{self.site_url.rstrip('/')}/{self.short}" if self.short else None

    @property
    def citation(self) -> str:
        """How to cite the page, as text."""
        return page_citation(self.title, self.reviewed, self.url)["plain"]


@dataclass(frozen=True)
class QR:
    """A QR code as one dashed line through all rows, to and fro: half the bytes of a shape for each run."""

    modules: int
    """Squares on a side."""
    dashes: str
    """Lengths of dark and light, by turns, beginning with dark."""

    @property
    def line(self) -> str:
        """The path: each row, and one square beyond its ends, where the line turns."""
        side = self.modules + 2
        turns = f"v1h-{side}v1h{side}" * (self.modules // 2)
        return f"M0 .5h{self.modules + 1}{turns}"


def typed(site_url: str, address: str) -> str:
    """An address as somebody types it: without `https://`."""
    _, _, host = site_url.rstrip("/").rpartition("://")
    return f"{host}/{address}"


def kit(sheet: Sheet) -> str:
    """The block under a page's text with its address, QR code, citation and a text for a message, as HTML."""
    code = qr(sheet.url)
    made = environment().get_template("handout_kit.md.j2").render(sheet=sheet, code=code, site=SITE)
    return made.strip()


@lru_cache(maxsize=2_000)
def qr(text: str) -> QR:
    """The QR code of a text, in the smallest size, with as much correction as that size holds."""
    made = segno.make(text, error="l", boost_error=True, micro=False, mask=_MASK)
    rows = [list(row) for row in made.matrix]
    return QR(len(rows), dashes(rows))


def dashes(rows: list[list[int]]) -> str:
    """Lengths of dark and light along a line that runs through the rows to and fro.

    Between two rows it takes three light squares: out, down and in again. The first length is dark, as the
    corner of every code is.
    """
    line: list[int] = []
    for at, row in enumerate(rows):
        line += [*(reversed(row) if at % 2 else row), 0, 0, 0]
    return " ".join(str(len(list(run))) for _, run in groupby(map(bool, line)))
