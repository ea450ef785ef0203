"""The built site, page by page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from zlib import compress

import pytest
from lxml import html

from macros.library import Library
from macros.models import KINDS
from tests.building import ROOT
from tests.site.crawl import BuiltSite

LEDGER = ROOT / "tests/site/addresses.txt"

# What a phone loads for a page of text: HTML without the theme. The bibliography and indexes list everything.
MOST_BYTES = 120_000
LONG_PAGES = {
    "references/index.html",
    "clinicians/index.html",
    "clinicians/differential.html",
    "clinicians/evidence.html",
    "clinicians/tests.html",
    "what-helps/plots.html",
    "treatments/index.html",
    "plan/index.html",
    "red-flags/index.html",
    "glossary/index.html",
    "exercises/index.html",
    "about/authoring.html",
}


@pytest.fixture(scope="session")
def built(site: Path) -> BuiltSite:
    return BuiltSite.read(site)


def test_no_link_and_no_file_is_broken(built: BuiltSite) -> None:
    assert built.broken() == []


def test_nothing_is_fetched_from_elsewhere(built: BuiltSite) -> None:
    found = [
        f"{page.address}: {address}"
        for page in built.pages.values()
        for address in page.fetched
        if address.startswith(("http:", "https:", "//"))
    ]
    assert found == []


def test_every_page_says_what_it_is(built: BuiltSite) -> None:
    titles: dict[str, str] = {}
    for page in built.pages.values():
        if page.address == "404.html":
            continue
        title = page.text("//title")
        assert title, page.address
        assert title not in titles, f"{page.address} and {titles[title]} share a title"
        titles[title] = page.address
        description = page.text("//meta[@name='description']/@content")
        assert len(description) >= 20, page.address
        canonical = page.text("//link[@rel='canonical']/@href")
        assert canonical.endswith(
            (f"/{page.address}", "/") if page.address == "index.html" else f"/{page.address}"
        )
        assert len(page.tree.xpath("//article//h1")) == 1, page.address
        assert page.tree.xpath("//html/@lang") == ["en"], page.address


def test_every_id_is_used_once_on_its_page(built: BuiltSite) -> None:
    for page in built.pages.values():
        twice = sorted({id for id in page.ids if page.ids.count(id) > 1})
        assert twice == [], page.address


def test_every_page_says_when_it_was_reviewed(built: BuiltSite) -> None:
    for page in built.pages.values():
        if page.address == "404.html":
            continue
        line = page.text("//p[contains(@class, 'reviewed')]")
        assert "Last reviewed by the editors: " in line, page.address
        assert "Next review due: " in line, page.address


def test_every_record_page_leads_back(built: BuiltSite, library: Library) -> None:
    for kind, model in KINDS.items():
        for record in library.records[kind].values():
            if model.has_page:
                page = built.pages[record.address]
                crumbs = [str(href) for href in page.tree.xpath("//nav[@aria-label='Breadcrumbs']//a/@href")]
                assert crumbs[0] == "../index.html", record.address
                assert crumbs[1].partition("#")[0] == "index.html", record.address


def test_every_record_can_be_reached_from_an_index(built: BuiltSite, library: Library) -> None:
    for kind, model in KINDS.items():
        if not model.has_page:
            continue
        index = built.pages[f"{model.folder}/index.html"]
        listed = {target[0] for href in index.links if (target := built.resolve(index, href))}
        missing = [record.id for record in library.records[kind].values() if record.address not in listed]
        assert missing == [], kind


def test_every_page_is_in_the_navigation_or_an_index(built: BuiltSite) -> None:
    start = "index.html"
    seen, waiting = {start}, [start]
    while waiting:
        page = built.pages[waiting.pop()]
        for href in page.links:
            target = built.resolve(page, href)
            if target and target[0] in built.pages and target[0] not in seen:
                seen.add(target[0])
                waiting.append(target[0])
    assert set(built.pages) - seen - {"404.html"} == set()


def test_anchored_records_stand_where_links_lead(built: BuiltSite, library: Library) -> None:
    for kind in ("red-flag", "reference", "term", "rule"):
        for record in library.records[kind].values():
            address, _, anchor = record.address.partition("#")
            assert anchor in built.pages[address].ids, record.address


def test_footnotes_have_sources_and_say_what_was_read(built: BuiltSite) -> None:
    for page in built.pages.values():
        notes = page.tree.xpath("//div[contains(@class, 'footnote')]//li")
        marks = page.tree.xpath("//sup[starts-with(@id, 'fnref')]")
        assert bool(notes) == bool(marks), page.address
        for note in notes:
            text = " ".join(note.text_content().split())
            assert "ead: " in text or "Not read" in text, f"{page.address}: {text}"
            assert note.xpath(".//a[starts-with(@href, 'http')]"), f"{page.address}: {text}"


def test_an_exercise_page_has_all_its_parts(built: BuiltSite, library: Library) -> None:
    parts = ["how-to", "feel", "dose", "stop", "not-for", "mistakes", "evidence", "for-clinicians", "related"]
    for record in library.records["exercise"].values():
        page = built.pages[record.address]
        assert [part for part in parts if part not in page.ids] == [], record.id
        assert "emergency department now" in page.text("//section[@data-urgency='emergency-now']"), record.id


def test_no_macro_was_left_as_text(built: BuiltSite) -> None:
    for page in built.pages.values():
        if page.address == "about/authoring.html":
            continue  # shows macros
        text = page.text("//article")
        assert "{{" not in text, page.address
        assert "{:" not in text, page.address
        assert "Rendering Error" not in text, page.address


def test_pages_stay_small(built: BuiltSite) -> None:
    large = {page.address: page.size for page in built.pages.values() if page.size > MOST_BYTES}
    assert set(large) <= LONG_PAGES, large


def test_a_plot_is_small_and_reads_as_a_table(built: BuiltSite) -> None:
    """Each at most 12 KB as sent; whoever doesn't see the drawing hears what it shows."""
    count = 0
    for page in built.pages.values():
        for plot in page.tree.xpath("//div[@class='forest']"):
            count += 1
            assert len(compress(html.tostring(plot, with_tail=False))) <= 12 * 1024, page.address
            rows = plot.xpath(".//tbody/tr")
            assert rows, page.address
            for row in rows:
                cells = [" ".join(cell.text_content().split()) for cell in row.xpath("./td")]
                assert "against" in cells[0], page.address
                assert re.search(r"certainty|opinion", cells[1]), page.address
                for drawing in row.xpath(".//*[local-name()='svg']"):
                    assert re.search("difference|better|worse", drawing.get("aria-label", "")), page.address
    assert count > 80


def test_addresses_are_for_ever(built: BuiltSite) -> None:
    """Lines may be added to the ledger (`make addresses`), never removed without a redirect."""
    published = LEDGER.read_text(encoding="utf-8").split()
    now = set(built.addresses())
    assert [address for address in published if address not in now] == [], "published addresses are gone"
    assert sorted(now - set(published)) == [], "new addresses: run `make addresses` and commit the ledger"


def test_search_index_knows_every_record_by_name_and_alias(site: Path, library: Library) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    by_page: dict[str, str] = {}
    for entry in index["docs"]:
        address = entry["location"].partition("#")[0] or "index.html"
        by_page[address] = by_page.get(address, "") + f" {entry['title']} {entry['text']}".lower()
    for kind in ("exercise", "structure", "condition", "treatment", "claim", "assessment", "term"):
        for record in library.records[kind].values():
            words = by_page[record.address.partition("#")[0]].replace("&amp;", "&")
            for name in (record.label, *getattr(record, "aliases", ())):
                assert str(name).lower() in words, f"{record.address}: {name}"
