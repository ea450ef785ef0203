"""The page that a macro is called on: where it is, what it may set, how it links."""

from __future__ import annotations

import html
from dataclasses import dataclass
from posixpath import relpath
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from macros import labels
from macros.models import Link, Record
from macros.templating import environment
from macros.text import Text, escape, inline, plain

if TYPE_CHECKING:
    from macros.library import Library


class MacroError(ValueError):
    """An author asked for something that doesn't exist; the message says what does."""


@dataclass(frozen=True)
class Page:
    """A page of the site while it is made."""

    path: str
    """Source file under `docs/`: `exercises/psoas-march.md`."""
    meta: dict[str, Any]
    """Front matter; a record's page gets its title and description from the record."""
    library: Library

    def render(self, template: str, **values: object) -> str:
        """A template of `macros/templates/` as Markdown."""
        shown = {"page": self, "library": self.library, "labels": labels, "link": self.link, "cite": cite}
        return environment().get_template(f"{template}.md.j2").render(**shown, **values).strip()

    def describe(self, title: str, description: str) -> None:
        """Set the page's title and description, unless its front matter has its own.

        They are escaped here, because the theme puts them into the page's head as they are.
        """
        self.meta.setdefault("title", html.escape(title, quote=False))
        self.meta.setdefault("description", html.escape(plain(description)))

    def href(self, address: str) -> Markup:
        """Relative link to an address counted from the root of the site."""
        path, _, anchor = address.partition("#")
        here = self.path.removesuffix(".md") + ".html"
        folder = here.rpartition("/")[0] or "."
        relative = "" if path == here and anchor else relpath(path, folder)
        return Markup(f"{relative}#{anchor}" if anchor else relative)

    def link(self, target: Record | Link, text: str | None = None) -> Markup:
        """A link to a record, shown by its name unless another text is given."""
        record = self.library.find(target) if isinstance(target, Link) else target
        shown = (
            escape(record.label) if text is None else inline(text) if isinstance(text, Text) else escape(text)
        )
        return Markup(f'<a href="{self.href(record.address)}">{shown}</a>')


def cite(*refs: str | tuple[str, ...]) -> Markup:
    """Footnote marks for references: ids, or lists of ids."""
    ids = [id for ref in refs for id in ([ref] if isinstance(ref, str) else ref)]
    return Markup("".join(f"[^{id}]" for id in dict.fromkeys(ids)))
