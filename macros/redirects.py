"""Small pages that lead on: short addresses for paper, and the old addresses of records that moved.

They are plain files beside the pages, because every server and every disk can carry those. They work without
JavaScript: a refresh in the head, and a link for whoever doesn't follow it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from html import escape
from pathlib import Path

from macros.exports.site import SITE
from macros.library import Library
from macros.load import parse
from macros.models import KINDS
from macros.page import relative
from macros.problems import Problem, did_you_mean
from macros.short import LETTERS, short

MOVED = "data/moved.yml"
"""Old addresses and where they lead now; the file is missing until something moves."""


def redirect_files(library: Library, moved: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Every redirect page with its path in the site. Same data, same bytes.

    `moved` leads from old addresses to new ones; a moved record's old short address goes on working too.
    """
    for kind, letter in LETTERS.items():
        model = KINDS[kind]
        yield _file(f"{letter}/index.html", f"{model.folder}/index.html", SITE)
        for record in library.records[kind].values():
            yield _file(f"{short(record)}/index.html", record.address, record.label)
    for old, new in moved.items():
        yield _file(old, new, new)
        folder, _, name = old.partition("/")
        for kind, letter in LETTERS.items():
            if KINDS[kind].has_page and KINDS[kind].folder == folder:
                yield _file(f"{letter}/{name.removesuffix('.html')}/index.html", new, new)


def _file(path: str, target: str, title: str) -> tuple[str, bytes]:
    return path, redirect_page(relative(path.removesuffix(".html"), target), title).encode()


def redirect_page(href: str, title: str) -> str:
    """A page that leads to `href`, a relative link, at once; the title says where to."""
    to, name = escape(href), escape(title)
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{name}</title>\n'
        f'<meta http-equiv="refresh" content="0; url={to}">\n<link rel="canonical" href="{to}">\n'
        '<meta name="robots" content="noindex">\n<meta name="viewport" content="width=device-width">\n'
        f'<p>This address leads to <a href="{to}">{name}</a>.</p>\n</html>\n'
    )


def read_moved(root: Path) -> tuple[dict[str, str], list[Problem]]:
    """What `data/moved.yml` says, as far as it is sound, and what is wrong with it."""
    file = root / MOVED
    if not file.exists():
        return {}, []
    document, problems = parse(file.read_bytes(), MOVED, "moved")
    if document is None:
        return {}, problems
    docs = root / "docs"
    pages = {path.relative_to(docs).with_suffix(".html").as_posix() for path in docs.rglob("*.md")}
    found = {old: str(new) for old, new in document.data.items()}
    sound: dict[str, str] = {}
    for old, new in found.items():
        fault = moved_fault(old, new, found, pages)
        if fault:
            problems.append(Problem(MOVED, *document.place((old,)), "moved", old, fault))
        else:
            sound[old] = new
    return sound, problems


def moved_fault(old: str, new: str, moved: Collection[str], pages: Collection[str]) -> str | None:
    """What is wrong with one move, in words; None when it is sound.

    `moved` are all old addresses, `pages` all pages of the site.
    """
    target = new.partition("#")[0]
    if not old.endswith(".html") or old.startswith(("/", "http:", "https:")) or ".." in old or "#" in old:
        return "expected the old address of a page, counted from the root of the site: exercises/old.html"
    if old in pages:
        return "a page of the site stands at this address: only an address without a page can lead on"
    if target in moved:
        return f"“{target}” has moved too: lead to where it is now, without a chain or a loop"
    if target not in pages:
        return f"there is no page “{target}”{did_you_mean(target, pages)}"
    return None
