"""Addresses to hand on: every page tells its own, short ones lead where they should."""

from __future__ import annotations

from pathlib import Path
from zlib import compress

import pytest
from lxml import html

from macros.library import Library
from macros.models import KINDS
from macros.redirects import read_moved, redirect_files
from macros.short import short
from tests.building import ROOT
from tests.site.crawl import BuiltPage, BuiltSite
from tests.site.test_pages import built as built  # the same site, read once for each module

MOST_BYTES = 1_400
"""Of the block under a page, over the wire: long addresses have large codes."""


@pytest.fixture(scope="module")
def redirects(library: Library) -> dict[str, bytes]:
    moved, problems = read_moved(ROOT)
    assert problems == []
    return dict(redirect_files(library, moved))


def kit(page: BuiltPage) -> list[str]:
    return [str(text).strip() for text in page.tree.xpath("//details[@class='kit']//span/text()")]


def test_every_page_tells_its_exact_address(
    built: BuiltSite, library: Library, redirects: dict[str, bytes]
) -> None:
    records = {
        record.address: record
        for kind, model in KINDS.items()
        if model.has_page
        for record in library.records[kind].values()
    }
    for page in built.pages.values():
        if page.address == "404.html" or page.address in redirects:
            continue
        texts = kit(page)
        assert texts, page.address
        assert texts[0].endswith(f"/{page.address}"), page.address
        canonical = page.text("//link[@rel='canonical']/@href")
        assert canonical in (texts[0], texts[0].removesuffix("index.html")), page.address
        record = records.get(page.address)
        if record:
            assert texts[1].endswith(f"/{short(record)}"), page.address
        assert texts[0] in texts[-1], page.address  # the citation
        assert "Reviewed " in texts[-1], page.address


def test_the_block_is_light(built: BuiltSite) -> None:
    sizes = []
    for page in built.pages.values():
        blocks = page.tree.xpath("//div[@class='paper'] | //details[@class='kit']")
        if not blocks:
            continue
        sizes.append(len(compress(b"".join(html.tostring(block, with_tail=False) for block in blocks))))
    assert sorted(sizes)[len(sizes) // 2] <= 1_100
    assert max(sizes) <= MOST_BYTES


def test_every_redirect_leads_to_a_page(built: BuiltSite, redirects: dict[str, bytes]) -> None:
    for path, content in redirects.items():
        page = BuiltPage(path, html.document_fromstring(content), len(content))
        (href,) = page.links
        target = built.resolve(page, href)
        assert target, path
        address, anchor = target
        assert address not in redirects, f"{path} leads to another redirect"
        assert address in built.pages, f"{path}: {href}"
        assert not anchor or anchor in built.pages[address].ids, f"{path}: {href}"
        assert page.text("//link[@rel='canonical']/@href") == href
        assert page.text("//meta[@http-equiv='refresh']/@content") == f"0; url={href}"
        assert page.text("//title")


def test_every_record_with_a_page_has_a_short_address(redirects: dict[str, bytes], library: Library) -> None:
    for kind, model in KINDS.items():
        for record in library.records[kind].values():
            if model.has_page:
                assert f"{short(record)}/index.html" in redirects, record.address


def test_no_redirect_hides_a_page(redirects: dict[str, bytes]) -> None:
    sources = {path.relative_to(ROOT / "docs").as_posix() for path in Path(ROOT / "docs").rglob("*.md")}
    assert {path.removesuffix(".html") + ".md" for path in redirects} & sources == set()
