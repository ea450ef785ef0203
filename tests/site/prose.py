"""The words of a built page, as its readers meet them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import textstat
from lxml import html

from tests.site.crawl import BuiltPage

_NOT_PROSE = (
    "nav",
    "div[contains(@class, 'footnote')]",
    "p[contains(@class, 'reviewed')]",
    "p[contains(@class, 'meta')]",
    "p[contains(@class, 'aliases')]",
    "p[contains(@class, 'verdict-line')]",
    "ul[contains(@class, 'cards')]",
    "*[contains(@class, 'highlight')]",
)
"""What repeats other pages, or isn't text."""

_CLINICIANS = ("details[contains(@class, 'clinicians')]",)


@dataclass(frozen=True)
class Block:
    """A paragraph, list item or row of a table."""

    text: str
    sources: int
    """How many footnote marks stand in it."""
    section: str
    """Id of the heading above it."""
    lead: bool
    """Whether it is the short answer at the top."""


@dataclass(frozen=True)
class Prose:
    """The text of a page in blocks."""

    blocks: list[Block]

    @cached_property
    def text(self) -> str:
        """One text in which every block ends a sentence."""
        return " ".join(
            block.text if block.text.endswith((".", "!", "?", ":")) else f"{block.text}."
            for block in self.blocks
        )

    @property
    def grade(self) -> float:
        """Flesch–Kincaid grade: years of school in the United States."""
        return grade(self.text)

    def hardest(self, number: int) -> list[str]:
        """The sentences that raise the grade most."""
        sentences = re.split(r"(?<=[.!?])\s+", self.text)
        return sorted((one for one in sentences if len(one.split()) > 5), key=grade, reverse=True)[:number]


def grade(text: str) -> float:
    """Flesch–Kincaid grade of a text."""
    return float(textstat.flesch_kincaid_grade(text))


def prose(page: BuiltPage, *, clinicians: bool = False, without: tuple[str, ...] = ()) -> Prose:
    """The lay text of a page, with the clinician's layer if asked for, without more sections if named by id."""
    left_out = _NOT_PROSE if clinicians else _NOT_PROSE + _CLINICIANS
    found: list[Block] = []
    for article in page.tree.xpath("//article"):
        skipped = {node for path in left_out for node in article.xpath(f".//{path}")}
        found += [block for block in _blocks(article, skipped) if block.section not in without]
    return Prose(found)


def _blocks(article: html.HtmlElement, skipped: set[html.HtmlElement]) -> Iterator[Block]:
    section = ""
    for node in article.iter("h1", "h2", "h3", "h4", "p", "li", "dd", "tr"):
        if str(node.tag).startswith("h"):
            section = str(node.get("id", ""))
            continue
        if skipped & {node, *node.iterancestors()}:
            continue
        text = " ".join("".join(_own(node)).split())
        if text and section != "sources":
            yield Block(
                text,
                sources=len(node.xpath(".//sup[starts-with(@id, 'fnref')]")) + _table_sources(node),
                section=section,
                lead="lead" in str(node.get("class", "")).split(),
            )


def _table_sources(node: html.HtmlElement) -> int:
    """Sources of the page that a table around the block rests on as a whole (`data-refs`)."""
    named = " ".join(node.xpath("ancestor::*[@data-refs]/@data-refs")).split()
    return sum(bool(node.xpath("//li[@id=$id]", id=f"fn:{one}")) for one in named)


def _own(node: html.HtmlElement) -> Iterator[str]:
    """Its text without that of blocks inside it and without footnote marks."""
    yield node.text or ""
    for child in node:
        if not isinstance(child.tag, str):
            pass  # a comment
        elif child.tag in ("p", "ul", "ol", "dl", "table", "details", "section", "sup"):
            yield " " if child.tag != "sup" else ""
        elif not {"headerlink", "certainty", "verdict"} & set(str(child.get("class", "")).split()):
            yield from _own(child)
        yield child.tail or ""
