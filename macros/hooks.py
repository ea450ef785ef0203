"""MkDocs-only extras: nothing here changes what readers see on a page."""

from __future__ import annotations

import gc
import html
from datetime import date
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.plugins import event_priority

from macros import library
from macros.engine import stop
from macros.exports.files import CitedPage, cited_in, records_by_address, site_files
from macros.exports.jsonld import page_object, script
from macros.redirects import read_moved, redirect_files

_pages: dict[str, CitedPage] = {}
"""The pages of this build with what they cite, by address."""

_scripts: dict[str, str] = {}
"""What each page says of itself to machines, by address."""


@event_priority(100)
def on_config(config: Any) -> None:
    """Look at the data files again at the start of every build (engines without hooks look once a second)."""
    library.look_again()


def on_pre_build(config: Any) -> None:
    """Let Python's collector pass over the records, which all stay, and look for garbage less often.

    A build makes many objects and little garbage in cycles; looking for it takes a tenth of the time.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    _pages.clear()
    _scripts.clear()


def on_page_content(content: str, page: Any, config: Any, files: Any) -> None:
    """Note what a page cites, and what it says of itself to machines."""
    address = page.file.dest_uri
    records = _library(config)
    record = _by_address(records).get(address)
    reviewed = getattr(record, "reviewed", None) or page.meta.get("reviewed")
    if not isinstance(reviewed, date):
        return
    shown = CitedPage(address, html.unescape(page.title), reviewed, cited_in(content))
    _pages[address] = shown
    description = html.unescape(page.meta.get("description", ""))
    made = page_object(shown, description, records, config.site_url, record)
    if made:
        _scripts[address] = script(made)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Put it into the head of the page."""
    return output.replace("</head>", f"{_scripts.get(page.file.dest_uri, '')}</head>", 1)


def on_post_build(config: Any) -> None:
    """Write citations of each page, open data, `llms.txt` and redirects beside the pages."""
    records = _library(config)
    moved, problems = read_moved(Path(config.config_file_path).parent)
    if problems:
        stop("\n".join(str(problem) for problem in problems))
    written = chain(site_files(records, _pages.values(), config.site_url), redirect_files(records, moved))
    for path, content in written:
        target = Path(config.site_dir) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


_by_address = lru_cache(maxsize=1)(records_by_address)
"""The records with pages, found once for each library."""


def _library(config: Any) -> library.Library:
    return library.load(Path(config.config_file_path).parent / "data")
