"""Reads a built site as a crawler does."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import html

# Attributes that make a browser fetch something.
FETCHING = {"src", "srcset", "data", "poster", "action", "formaction"}
FETCHING_RELS = {
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "modulepreload",
    "manifest",
    "preconnect",
    "dns-prefetch",
}


@dataclass
class BuiltPage:
    """One page of a built site."""

    address: str
    tree: html.HtmlElement
    size: int

    @cached_property
    def ids(self) -> list[str]:
        """All ids, in order."""
        return [str(id) for id in self.tree.xpath("//@id")]

    def opens_at(self, anchor: str) -> bool:
        """Whether a link's anchor is an id here, or a choice (`group=leg pain`) that the filters here have."""
        key, _, value = anchor.partition("=")
        choices = self.tree.xpath("//fieldset[@data-key=$key]//input[@value=$value]", key=key, value=value)
        return anchor in self.ids or bool(choices)

    @cached_property
    def links(self) -> list[str]:
        """Where its links lead, as written."""
        return [str(href) for href in self.tree.xpath("//a/@href")]

    @cached_property
    def fetched(self) -> list[str]:
        """What a browser fetches to show it, as written."""
        found = [str(node.get(name)) for name in FETCHING for node in self.tree.xpath(f"//*[@{name}]")]
        for node in self.tree.xpath("//link[@href]"):
            if FETCHING_RELS & set(str(node.get("rel")).split()):
                found.append(str(node.get("href")))
        return found

    def text(self, path: str) -> str:
        """The text of the first node an XPath finds, spaces made one."""
        nodes = self.tree.xpath(path)
        if not nodes:
            return ""
        return " ".join((nodes[0] if isinstance(nodes[0], str) else nodes[0].text_content()).split())


@dataclass
class BuiltSite:
    """A built site."""

    root: Path
    pages: dict[str, BuiltPage] = field(default_factory=dict)
    redirects: dict[str, BuiltPage] = field(default_factory=dict)
    """Small pages that lead on at once, by their addresses."""

    @classmethod
    def read(cls, root: Path) -> BuiltSite:
        """Every HTML page under a folder."""
        site = cls(root)
        for path in sorted(root.rglob("*.html")):
            address = path.relative_to(root).as_posix()
            content = path.read_bytes()
            page = BuiltPage(address, html.document_fromstring(content), len(content))
            leads_on = page.tree.xpath("//meta[@http-equiv='refresh']")
            (site.redirects if leads_on else site.pages)[address] = page
        return site

    def resolve(self, page: BuiltPage, href: str) -> tuple[str, str] | None:
        """(address, anchor) that a link inside the site leads to; None for other places."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        address = normpath(join(dirname(page.address), path)) if path else page.address
        return address, unquote(parts.fragment)

    def broken(self) -> list[str]:
        """Every link and fetched file that leads nowhere, with the page it stands on."""
        found = []
        for page in (*self.pages.values(), *self.redirects.values()):
            if page.address == "404.html":
                continue  # served at any depth, so its links count from the root of the web address
            for href in dict.fromkeys([*page.links, *page.fetched]):
                target = self.resolve(page, href)
                if target is None:
                    continue
                address, anchor = target
                if address in self.pages:
                    if anchor and not self.pages[address].opens_at(anchor):
                        found.append(f"{page.address}: {href}: no such anchor")
                elif not (self.root / address).is_file():
                    found.append(f"{page.address}: {href}: no such file")
        return found

    def addresses(self) -> list[str]:
        """Every address and every anchor with an id of ours that somebody may have linked to."""
        found = list(self.redirects)
        for page in self.pages.values():
            if page.address == "404.html":
                continue
            found.append(page.address)
            headings = page.tree.xpath("//article//*[self::h1 or self::h2 or self::h3]/@id")
            others = page.tree.xpath(
                "//article//li[@id]/@id | //article//details[@id]/@id | //article//p[@id]/@id"
            )
            anchors = {str(id) for id in [*headings, *others] if not str(id).startswith(("fn:", "fnref"))}
            found += [f"{page.address}#{anchor}" for anchor in sorted(anchors)]
        return found
