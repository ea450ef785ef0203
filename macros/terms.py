"""A Markdown extension: the first time a page uses a word of the glossary, the word explains itself.

It becomes a link to its entry, with the meaning as its title: a tooltip where the theme's script runs,
an ordinary link everywhere else. An extension, so that every engine that runs Python-Markdown has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from macros.engine import page_path
from macros.library import Library, load
from macros.models import Term
from macros.page import Page
from macros.text import plain

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z]+s?")

_NEVER_IN = {"a", "abbr", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary", "sup"}
_NEVER_UNDER = {"aliases", "basis", "footnote", "meta", "reviewed", "urgent"}

Index = dict[str, list[tuple[list[str], Term]]]
"""First word of a term (small letters) → all words of its names, longest first, and the term."""


class TermsExtension(Extension):
    """Option `data`: the data folder, seen from where the build runs."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"data": ["data", "Folder of the records"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's own name)
        """Run when the tree is done, after engines have made links to pages relative."""
        md.treeprocessors.register(Terms(md, Path(self.getConfig("data"))), "terms", -10)


class Terms(Treeprocessor):
    """Links the first use of each term on a page to the glossary."""

    def __init__(self, md: Markdown, data: Path) -> None:
        super().__init__(md)
        self.data = data

    def run(self, root: Element) -> None:
        """Change the page's tree in place."""
        path = page_path(self.md)
        if path is None or path.startswith(f"{Term.folder}/"):
            return
        library = load(self.data)
        self.page, self.index = Page(path, {}, library), index(library)
        subject = PurePosixPath(path).stem
        self.seen = {term.id for term in library.all(Term) if subject in (term.id, term.structure)}
        self.in_link = False  # between the <a> and </a> that a template wrote
        self._visit(root)

    def _visit(self, node: Element) -> None:
        free = node.tag not in _NEVER_IN and not _NEVER_UNDER & set(node.get("class", "").split())
        children = list(node)
        if free:
            self._link(node, None, node.text)
        for child in children:
            if free:
                self._visit(child)
                self._link(node, child, child.tail)

    def _link(self, parent: Element, before: Element | None, text: str | None) -> None:
        """Link the terms in a text of `parent`: its first, or the one after a child."""
        if not text or not text.strip():
            return
        end, last = 0, before
        for start, stop, term in list(self._found(text)):
            self._put(parent, last, text[end:start])
            link = Element(
                "a", {"class": "term", "href": self.page.href(term.address), "title": plain(term.meaning)}
            )
            link.text = text[start:stop]
            at = 0 if last is None else list(parent).index(last) + 1
            parent.insert(at, link)
            end, last = stop, link
        if end:
            self._put(parent, last, text[end:])

    @staticmethod
    def _put(parent: Element, last: Element | None, text: str) -> None:
        if last is None:
            parent.text = text
        else:
            last.tail = text

    def _found(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Terms not met before in a text outside links, with their places."""
        end = 0
        for piece in _STASHED.finditer(text):
            yield from self._found_between(text, end, piece.start())
            raw = self.md.htmlStash.rawHtmlBlocks[int(piece[1])]
            if isinstance(raw, str) and raw.startswith(("<a ", "</a")):
                self.in_link = not raw.startswith("</a")
            end = piece.end()
        yield from self._found_between(text, end, len(text))

    def _found_between(self, text: str, start: int, stop: int) -> Iterator[tuple[int, int, Term]]:
        if self.in_link:
            return
        words = list(_WORD.finditer(text, start, stop))
        skip = 0
        for at, word in enumerate(words):
            for names, term in self.index.get(_base(word[0]), ()) if at >= skip else ():
                said = words[at : at + len(names)]
                if term.id not in self.seen and _same(text, said, names):
                    self.seen.add(term.id)
                    skip = at + len(names)
                    yield word.start(), said[-1].end(), term
                    break


@lru_cache(maxsize=2)
def index(library: Library) -> Index:
    """All names of all terms that explain themselves where they are used."""
    found: Index = {}
    for term in library.all(Term):
        for name in (term.name, *term.aliases):
            if name in term.silent:
                continue
            words = _WORD.findall(plain(name))
            if words and " ".join(words) == plain(name):  # “abduction, adduction” is a title, not a word
                found.setdefault(_base(words[0]), []).append((words, term))
    for names in found.values():
        names.sort(key=lambda one: len(one[0]), reverse=True)
    return found


def _base(word: str) -> str:
    return word.lower().removesuffix("s")


def _same(text: str, said: list[re.Match[str]], names: list[str]) -> bool:
    """Whether words that follow each other are the term: in any case unless it is an acronym, one or many."""
    if len(said) < len(names):
        return False
    gaps = (text[one.end() : two.start()] for one, two in pairwise(said))
    return all(gap.isspace() for gap in gaps) and all(
        word[0].removesuffix("s") == name.removesuffix("s")
        if _ACRONYM.fullmatch(name)
        else _base(word[0]) == _base(name)
        for word, name in zip(said, names, strict=False)
    )


def makeExtension(**kwargs: Any) -> TermsExtension:  # noqa: N802 (Markdown's own name)
    """Markdown's entry point."""
    return TermsExtension(**kwargs)
