"""Records and their pages belong together: neither stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.models import KINDS
from macros.problems import Problem
from macros.scaffold import page_text


def pages_match_records(root: Path) -> Iterator[Problem]:
    """A record without its page, a page without its record, a page that shows another record."""
    for model in KINDS.values():
        if not model.has_page:
            continue
        records = {path.stem for path in (root / "data" / model.folder).glob("*.yml")}
        pages = {
            path.stem: path for path in (root / "docs" / model.folder).glob("*.md") if path.stem != "index"
        }
        for id in sorted(records - set(pages)):
            file = f"docs/{model.folder}/{id}.md"
            yield Problem(
                file, 1, 1, id, "", f"the record has no page: write {page_text(model, id).strip()} into it"
            )
        for id in sorted(set(pages) - records):
            yield Problem(
                f"docs/{model.folder}/{id}.md", 1, 1, id, "", f"a page without a {model.kind} of its name"
            )
        for id in sorted(set(pages) & records):
            call = page_text(model, id).strip()
            block = f"{{% call {call.strip('{} ')} %}}"
            text = pages[id].read_text(encoding="utf-8")
            if call not in text and block not in text:
                yield Problem(
                    f"docs/{model.folder}/{id}.md", 1, 1, id, "", f"the page doesn't show its record: {call}"
                )
