"""The page that a macro is called on: where it is, what it may set, how it links."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from macros import pictures
from macros.figures.manifest import FrameEntry
from macros.handout import Sheet, kit, typed
from macros.models import Assessment, Exercise, Link, Record, ReviewedRecord
from macros.short import short
from macros.templating import environment
from macros.text import escape, plain

if TYPE_CHECKING:
    from macros.library import Library


class MacroError(ValueError):
    """An author asked for something that doesn't exist; the message says what does."""


Prose = Callable[[], str]
"""What stands between `{% call … %}` and `{% endcall %}` in a page."""


@dataclass(frozen=True)
class Page:
    """A page of the site while it is made."""

    path: str
    """Source file under `docs/`: `exercises/psoas-march.md`."""
    meta: dict[str, Any]
    """Front matter; a record's page gets its title and description from the record."""
    library: Library
    site_url: str = ""
    """Where the site stands on the web, as its configuration says."""

    @property
    def address(self) -> str:
        """From the root of the site: `exercises/psoas-march.html`."""
        return self.path.removesuffix(".md") + ".html"

    def render(self, template: str, **values: object) -> str:
        """A template of `macros/templates/` as Markdown."""
        made = environment().get_template(f"{template}.md.j2")
        return made.render(page=self, library=self.library, link=self.link, **values).strip()

    def typed(self, target: Record | str) -> str:
        """Address of a record (short where it has one), or one counted from the root, as typed from paper."""
        address = target if isinstance(target, str) else short(target) or target.address
        return typed(self.site_url, address)

    def show(self, record: Record, description: str, *crumbs: tuple[str, str]) -> None:
        """Make this a record's page: title and description (unless its front matter has them), breadcrumbs.

        A crumb is a title and an address. All is escaped here, because the theme puts it in as it is.
        """
        self.meta.setdefault("title", html.escape(record.label, quote=False))
        self.meta.setdefault("description", html.escape(plain(description)))
        self.meta.setdefault("hide", ["navigation"])  # it isn't in the tree
        trail = (("Start", "index.html"), *crumbs)
        self.meta["crumbs"] = [{"title": html.escape(title), "address": address} for title, address in trail]
        if isinstance(record, ReviewedRecord):
            self.hand_on(record.reviewed, short(record))

    def hand_on(self, reviewed: date, short: str | None = None) -> None:
        """Give the page its block of address, QR code and citation, which the theme puts under the text."""
        title = html.unescape(str(self.meta.get("title", "")))
        self.meta["kit"] = kit(Sheet(title, self.address, short, reviewed, self.site_url))

    def picture(self, record: Exercise | Assessment) -> FrameEntry | None:
        """The picture that stands for a record on a card; None before it is drawn."""
        shown = pictures.frames(self.library.pictures, record)
        return shown.last if shown else None

    def drawn(self, file: str) -> Markup:
        """Relative link to a picture of the manifest."""
        return self.href(pictures.address(file))

    def prose(self, caller: Prose | None) -> Markup:
        """An author's Markdown from a call block, ready for a template; empty without one."""
        return Markup(caller() if caller else "")

    def href(self, address: str) -> Markup:
        """Relative link to an address counted from the root of the site."""
        return Markup(relative(self.path, address))

    def link(self, target: Record | Link) -> Markup:
        """A link to a record, shown by its name."""
        record = self.library.find(target) if isinstance(target, Link) else target
        return Markup(f'<a href="{self.href(record.address)}">{escape(record.label)}</a>')


def relative(path: str, address: str) -> str:
    """Link from the page with the source file `path` to an address counted from the root of the site."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    target, _, anchor = address.partition("#")
    if anchor and target == f"{folder}/{name}.html".lstrip("/"):
        return f"#{anchor}"
    if folder and address.startswith(f"{folder}/"):
        return address[len(folder) + 1 :]
    return "../" * (folder.count("/") + 1) + address if folder else address
