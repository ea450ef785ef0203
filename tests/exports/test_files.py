"""The files beside the pages."""

from __future__ import annotations

import json
from datetime import date
from time import process_time

import pytest
from markdown import markdown

from macros.exports.files import CitedPage, citation_files, cited_in, records_by_address, site_files
from macros.library import Library, UnknownRecord
from macros.models import Exercise, Reference

SITE_URL = "https://example.org/"
MARCH = CitedPage(
    "exercises/psoas-march.html", "Psoas march", date(2026, 11, 21), ("hu2011aslr", "garber2011acsm")
)


def test_a_page_comes_first_then_its_sources_as_cited(library: Library) -> None:
    files = dict(citation_files(library, [MARCH], SITE_URL))
    assert list(files) == [f"cite/exercises/psoas-march.{ending}" for ending in ("bib", "ris", "json")]
    items = json.loads(files["cite/exercises/psoas-march.json"])
    assert [item["id"] for item in items] == [
        "iliopsoas-exercises-psoas-march",
        "hu2011aslr",
        "garber2011acsm",
    ]
    assert items[0]["URL"] == "https://example.org/exercises/psoas-march.html"
    bib, ris = (files[f"cite/exercises/psoas-march.{ending}"].decode() for ending in ("bib", "ris"))
    assert [line.partition("{")[0] for line in bib.splitlines() if line.startswith("@")] == [
        "@misc",
        "@article",
        "@article",
    ]
    assert ris.count("ER  - \r\n") == 3


def test_a_page_without_sources_has_no_files(library: Library) -> None:
    assert list(citation_files(library, [MARCH._replace(cited=())], SITE_URL)) == []


def test_an_unknown_source_is_refused(library: Library) -> None:
    with pytest.raises(UnknownRecord, match="did you mean “hu2011aslr”"):
        list(citation_files(library, [MARCH._replace(cited=("hu2011aslrr",))], SITE_URL))


def many(library: Library, number: int) -> list[CitedPage]:
    ids = [reference.id for reference in library.all(Reference)]
    return [
        CitedPage(f"claims/{at}.html", f"Page {at}", date(2026, 11, 21), tuple(ids[at % 700 : at % 700 + 25]))
        for at in range(number)
    ]


def test_same_data_same_bytes_each_path_once(library: Library) -> None:
    once, again = (list(site_files(library, many(library, 20), SITE_URL)) for _ in range(2))
    assert once == again
    assert len(dict(once)) == len(once)


def test_a_whole_site_takes_less_than_a_second(library: Library) -> None:
    start = process_time()
    files = dict(site_files(library, many(library, 460), SITE_URL.rstrip("/")))
    assert process_time() - start < 1
    assert len(files) > 3 * 460
    assert all(path.isascii() and not path.startswith("/") for path in files)


def test_every_exercise_can_be_cited(library: Library) -> None:
    pages = [
        CitedPage(one.address, one.label, one.reviewed, ("hu2011aslr",)) for one in library.all(Exercise)
    ]
    items = [
        json.loads(content)[0]
        for path, content in citation_files(library, pages, SITE_URL)
        if path.endswith(".json")
    ]
    assert [item["URL"] for item in items] == [SITE_URL + page.address for page in pages]
    assert len({item["id"] for item in items}) == len(items)


def test_sources_are_read_from_the_footnotes_in_their_order() -> None:
    html = markdown("One[^b-2] two[^a1].\n\n[^b-2]: First.\n[^a1]: Second.", extensions=["footnotes"])
    assert cited_in(html) == ("b-2", "a1")
    assert cited_in('<p id="fn:x">no note</p>') == ()


def test_a_page_finds_its_record(library: Library) -> None:
    records = records_by_address(library)
    assert records["exercises/psoas-march.html"] is library.get(Exercise, "psoas-march")
    assert not [address for address in records if "#" in address]
