"""Sheets to hand out: one page each, on both papers, also in large type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.library import Library
from macros.models import Assessment, Claim, Condition, Exercise, Pattern, Program
from tests.browser.reader import Reader

PAPERS = ("A4", "Letter")
MOST_PAGES = {"exercise": 1, "program": 2}
TWO_SIDES = {"red-flags/fracture.html", "red-flags/hip-groin.html", "assessments/bed-edge-home-thomas.html"}
"""Longer than one side at ten points, and nothing in them can go."""
PARTS = 6
"""So that two workers share the work evenly."""
LARGE = "document.documentElement.style.fontSize = '156.25%'"  # the theme's 125 %, times 125 %


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """One page for all, without scripts: the style of paper needs none."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("part", range(PARTS))
def test_every_sheet_fits_its_paper(paper: Page, site: Path, library: Library, part: int) -> None:
    """All on both papers; in large type a fifth of them, chosen by name, and every program."""
    long = {}
    for record in [*library.all(Exercise), *library.all(Program)][part::PARTS]:
        paper.goto(f"{site.as_uri()}/{record.address}")
        for large in (False, True):
            if large and record.kind == "exercise" and crc32(record.id.encode()) % 5:
                continue
            if large:
                paper.evaluate(LARGE)
            for size in PAPERS:
                count = pages(paper.pdf(format=size))
                if count > MOST_PAGES[record.kind]:
                    long[record.address, size, large] = count
    assert long == {}


def test_other_pages_to_hand_out_fit_a_sheet(paper: Page, site: Path, library: Library) -> None:
    """Pages of warning signs, and a quarter of the conditions, tests, patterns and claims, chosen by name."""
    records = [record for kind in (Condition, Assessment, Pattern, Claim) for record in library.all(kind)]
    handed = [record.address for record in records if crc32(record.id.encode()) % 4 == 0]
    signs = (
        "cancer",
        "cauda-equina",
        "children",
        "fracture",
        "hip-groin",
        "infection",
        "inflammatory",
        "pregnancy",
    )
    long = {}
    for address in [*handed, *(f"red-flags/{name}.html" for name in signs)]:
        paper.goto(f"{site.as_uri()}/{address}")
        most = 2 if address in TWO_SIDES else 1
        count = max(pages(paper.pdf(format=size)) for size in PAPERS)
        if count > most:
            long[address] = count
    assert len(handed) > 30
    assert long == {}


def test_a_sheet_carries_what_it_needs_and_no_more(paper: Page, site: Path) -> None:
    paper.goto(f"{site.as_uri()}/exercises/psoas-march.html")
    paper.emulate_media(media="print")
    for part in ("h1", ".lead", ".paper", "#how-to", "#dose", "#stop", ".urgent", ".handout .lines"):
        expect(paper.locator(f"article {part}").first).to_be_visible()
    for part in ("#mistakes", "#evidence", "#related", ".footnote", ".kit", "#for-clinicians", ".reviewed"):
        expect(paper.locator(f"article {part}").first).to_be_hidden()
    expect(paper.locator(".paper")).to_contain_text("/e/psoas-march")
    expect(paper.locator(".handout")).to_contain_text("Reviewed")
    smallest = paper.locator("article :is(p, li, .paper, .handout div, figcaption, td):visible").evaluate_all(
        "found => Math.min(...found.map(one => parseFloat(getComputedStyle(one).fontSize)))"
    )
    assert smallest >= 10 * 96 / 72 - 0.01  # ten points


def test_nothing_of_it_shows_on_a_screen(paper: Page, site: Path) -> None:
    paper.emulate_media(media="screen")
    paper.goto(f"{site.as_uri()}/exercises/psoas-march.html")
    for part in (".paper", ".print-only", ".handout"):
        expect(paper.locator(part).first).to_be_hidden()


def test_a_block_prints_only_when_the_reader_opened_it(browser: Browser, site: Path) -> None:
    """The theme's script opens every block before it prints."""
    reader = Reader(browser, site.as_uri())
    page = reader.open("exercises/psoas-march.html")
    block = page.locator("#for-clinicians")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(block).to_have_attribute("open", "")  # the theme's doing
    expect(block).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="null")
    expect(block).not_to_have_attribute("open", "")
    expect(block).to_be_visible()
    closed = pages(page.pdf(format="A4"))
    page.locator("#for-clinicians > summary").click()
    page.wait_for_timeout(100)
    assert closed == 1
    assert pages(page.pdf(format="A4")) >= closed
    page.emulate_media(media="print")
    expect(page.get_by_text("Works mainly:")).to_be_visible()
    expect(page.locator("details.before")).to_be_hidden()
    reader.context.close()
    assert reader.errors == []


def assert_one_sheet_each_time(page: Page) -> None:
    """On both papers, twice, and what was open on the screen stays so."""
    blocks = page.locator("article details")
    before = blocks.evaluate_all("all => all.map(one => one.open)")
    assert [pages(page.pdf(format=size)) for size in (*PAPERS, *PAPERS)] == [1, 1, 1, 1]
    assert blocks.evaluate_all("all => all.map(one => one.open)") == before


@pytest.mark.parametrize("address", ["red-flags/check.html", "tight-or-weak/check.html"])
@pytest.mark.parametrize("opened", [False, True])
def test_a_check_before_its_result_prints_one_sheet(
    browser: Browser, site: Path, address: str, opened: bool
) -> None:
    """With the address of a list to print; however often, and whatever was open on the screen stays so."""
    reader = Reader(browser, site.as_uri())
    page = reader.open(address)
    if opened:
        page.locator("#whole-list > summary").click()
    assert_one_sheet_each_time(page)
    page.emulate_media(media="print")
    for part in ("h1", ".lead", ".paper .qr", ".check > .print-only"):
        expect(page.locator(f"article {part}").first).to_be_visible()
    for part in ("#question", "#whole-list", "#related", "#sources"):
        expect(page.locator(part).first).to_be_hidden()
    reader.context.close()
    assert reader.errors == []


@pytest.mark.parametrize(
    "address",
    [
        "red-flags/check.html#where=back&who=adult&yes=bladder-change",
        "tight-or-weak/check.html#warning-sign=no&new-weakness=no&joint=yes",
    ],
)
def test_a_result_goes_on_one_sheet(browser: Browser, site: Path, address: str) -> None:
    reader = Reader(browser, site.as_uri())
    page = reader.open(address)
    assert_one_sheet_each_time(page)
    page.emulate_media(media="print")
    for part in ("h1", ".paper .qr", "#question", ".check [data-body]"):
        expect(page.locator(f"article {part}").first).to_be_visible()
    for part in ("#whole-list", "#related", "#sources", ".footnote", ".check button", ".check > .print-only"):
        expect(page.locator(part).first).to_be_hidden()
    assert page.locator(".md-content__inner").evaluate("one => getComputedStyle(one).columnCount") == "auto"
    for summary in page.locator(".summary").all():
        assert summary.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    smallest = page.locator(".check :is(p, li, pre, h3):visible").evaluate_all(
        "found => Math.min(...found.map(one => parseFloat(getComputedStyle(one).fontSize)))"
    )
    assert smallest >= 10 * 96 / 72 - 0.01  # ten points
    reader.context.close()
    assert reader.errors == []


def test_the_plan_for_a_flare_up_is_one_page(paper: Page, site: Path) -> None:
    paper.emulate_media(media="print")
    paper.goto(f"{site.as_uri()}/start/flare-up-plan.html")
    assert [pages(paper.pdf(format=size)) for size in PAPERS] == [1, 1]
    for part in ("h1", ".urgent", "#mine", "#today", "#week", "#help", ".handout", ".paper .qr"):
        expect(paper.locator(f"article {part}").first).to_be_visible()
    for part in ("#after", "#related", ".footnote", "#sources"):
        expect(paper.locator(f"article {part}").first).to_be_hidden()


def test_the_kit_copies(browser: Browser, http: str) -> None:
    reader = Reader(browser, http, permissions=["clipboard-read", "clipboard-write"])
    page = reader.open("exercises/psoas-march.html")
    page.locator(".kit > summary").click()
    page.get_by_role("button", name="Copy: Address").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/exercises/psoas-march.html")
    page.get_by_label("Section", exact=True).select_option("dose")
    page.get_by_role("button", name="Copy: link to this section").click()
    page.wait_for_timeout(100)
    assert page.evaluate("navigator.clipboard.readText()").endswith("/exercises/psoas-march.html#dose")
    page.locator("#how-to").hover()
    page.locator("#how-to .headerlink").click()
    expect(page.get_by_text("Link to this section copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("#how-to")
    reader.context.close()
    assert reader.strayed == []
    assert reader.errors == []


def test_the_kit_is_text_without_a_script(paper: Page, site: Path) -> None:
    paper.emulate_media(media="screen")
    paper.goto(f"{site.as_uri()}/programs/weak-hip-flexors.html")
    paper.locator(".kit > summary").click()
    expect(paper.locator(".kit")).to_contain_text("/p/weak-hip-flexors")
    expect(paper.locator(".kit button")).to_have_count(0)
