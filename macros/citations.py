"""A Markdown extension: `[^some-reference]` is defined by the record of that reference.

Authors write plain footnotes; the definitions, under a heading “Sources”, come from
`data/references/`. An extension (not a MkDocs hook), because every engine that runs
Python-Markdown runs it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from macros.cite import citation
from macros.engine import page_path, stop, writes_files
from macros.exports.files import citation_path
from macros.library import UnknownRecord, load
from macros.models import Reference
from macros.page import relative

_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_CODE = re.compile(r"(`+).*?\1")


class CitationsExtension(Extension):
    """Option `data`: the data folder, seen from where the build runs."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"data": ["data", "Folder of the records"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's own name)
        """Run after macros and code fences, before footnotes are read."""
        md.preprocessors.register(Citations(md, Path(self.getConfig("data"))), "citations", 24)


class Citations(Preprocessor):
    """Adds the definitions of the references that a page cites, in the order of their first mark."""

    def __init__(self, md: Markdown, data: Path) -> None:
        super().__init__(md)
        self.data = data

    def run(self, lines: list[str]) -> list[str]:
        """The page's lines, and after them its sources."""
        marks = (_MARK.findall(_CODE.sub("", line)) for line in lines if "[^" in line)
        ids = list(dict.fromkeys(id for found in marks for id in found))
        if not ids:
            return lines
        library = load(self.data)
        definitions = []
        for id in ids:
            try:
                definitions.append(f"[^{id}]: {citation(library.get(Reference, id))}")
            except UnknownRecord as error:
                stop(f"footnote [^{id}]: {error}")
        heading = "## Sources {#sources data-search-exclude}"
        return [*lines, "", heading, "", *self.exports(), "", *definitions]

    def exports(self) -> list[str]:
        """A line that offers the page and its sources as files, where such files are written."""
        path = page_path(self.md)
        if path is None or not writes_files(self.md):
            return []
        address = f"{path.removesuffix('.md')}.html"
        links = (
            f'<a href="{relative(path, citation_path(address, ending))}" download>{name}</a>'
            for ending, name in {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}.items()
        )
        return [f"This page and its sources as a file: {', '.join(links)}.", "{: .export }"]


def makeExtension(**kwargs: Any) -> CitationsExtension:  # noqa: N802 (Markdown's own name)
    """Markdown's entry point."""
    return CitationsExtension(**kwargs)
