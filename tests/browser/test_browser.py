"""A real browser, over http and from the disk, with the network cut."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader

# One page of every kind.
KINDS_OF_PAGE = [
    "index.html",
    "red-flags/index.html",
    "tight-or-weak/index.html",
    "exercises/index.html",
    "exercises/psoas-march.html",
    "exercising/by-length.html",
    "programs/short-hip-flexors.html",
    "assessments/modified-thomas-test.html",
    "patterns/short-strong.html",
    "structures/psoas-major.html",
    "anatomy/plates.html",
    "anatomy/moving-hip.html",
    "conditions/spinal-stenosis.html",
    "treatments/exercise-chronic.html",
    "claims/sitting-shortens-hip-flexors.html",
    "references/index.html",
    "glossary/index.html",
    "rules/index.html",
    "clinicians/index.html",
    "about/authoring.html",
    "404.html",
]


@pytest.mark.everywhere
def test_walk_from_the_start_to_an_exercise(reader: Reader) -> None:
    page = reader.open("index.html")
    page.get_by_role("article").get_by_role("link", name="Exercises", exact=True).first.click()
    expect(page).to_have_title("Exercises - Iliopsoas & Back Pain")
    page.get_by_role("link", name="Psoas march with band").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Psoas march with band")
    page.get_by_label("Breadcrumbs").get_by_role("link", name="Exercises").click()
    expect(page).to_have_title("Exercises - Iliopsoas & Back Pain")


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("psoas march", "exercises/psoas-march.html"),
        ("supine banded march", "exercises/psoas-march.html"),
        ("tensor fasciae latae", "structures/tensor-fasciae-latae.html"),
        ("narrow spinal canal", "conditions/spinal-stenosis.html"),
        ("kendall test", "assessments/modified-thomas-test.html"),
        ("traction", "treatments/traction.html"),
        ("muscle of the soul", "claims/psoas-is-the-muscle-of-the-soul.html"),
        ("cauda equina", "red-flags/cauda-equina.html"),
    ],
)
def test_search_finds_names_and_aliases(reader: Reader, words: str, address: str) -> None:
    reader.open("index.html")
    assert address in reader.finds(words, address)


def test_search_says_when_nothing_was_found(reader: Reader) -> None:
    page = reader.open("about/index.html")
    reader.type_into_search("xyzzyqwert")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents", timeout=20_000)


@pytest.mark.everywhere
def test_the_search_index_waits_for_a_search(reader: Reader) -> None:
    """The theme alone fetches and builds it on every page."""
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    page = reader.open("exercises/psoas-march.html")
    page.wait_for_timeout(500)
    assert [url for url in asked if "search_index" in url] == []
    page.get_by_role("textbox", name="Search").focus()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching", timeout=20_000)
    assert len([url for url in asked if "search_index" in url]) == 1


@pytest.mark.everywhere
def test_an_address_can_hold_a_search(reader: Reader) -> None:
    page = reader.open("index.html?q=traction")
    found = page.locator(".md-search-result__item a[href*='treatments/traction.html']").first
    expect(found).to_be_visible(timeout=20_000)


@pytest.mark.everywhere
def test_dark_mode_is_kept_from_page_to_page(reader: Reader) -> None:
    page = reader.open("index.html")
    body = page.locator("body")
    for _ in range(3):
        page.locator("[data-md-component=palette] label:visible").click()
        if body.get_attribute("data-md-color-scheme") == "slate":
            break
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    reader.open("exercises/psoas-march.html")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_a_link_to_the_clinicians_block_opens_it(reader: Reader) -> None:
    page = reader.open("exercises/psoas-march.html")
    block = page.locator("details#for-clinicians")
    expect(block).not_to_have_attribute("open", re.compile(".*"))
    reader.open("exercises/psoas-march.html#for-clinicians")
    page.reload()
    expect(block).to_have_attribute("open", "")


def test_a_footnote_shows_its_source_in_place(reader: Reader) -> None:
    page = reader.open("exercises/psoas-march.html")
    page.locator("sup[id^=fnref] a").first.hover()
    expect(page.locator(".md-tooltip2--active").first).to_contain_text("Read:", timeout=10_000)


@pytest.mark.everywhere
def test_keyboard_alone(reader: Reader) -> None:
    page = reader.open("exercises/psoas-march.html")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#psoas-march$"))
    page.wait_for_timeout(500)  # the theme closes its search when the anchor changes
    summary = page.locator("details#for-clinicians > summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details#for-clinicians")).to_have_attribute("open", "")
    reader.type_into_search("bridge")
    page.wait_for_selector(".md-search-result__item a", timeout=20_000)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("bridge"))


def test_nothing_scrolls_sideways_on_a_narrow_phone(browser: Browser, root: str) -> None:
    width = 320
    reader = Reader(browser, root, viewport={"width": width, "height": 700})
    wide = []
    for address in KINDS_OF_PAGE[:-1]:
        page = reader.open(address)
        inner = page.evaluate("document.documentElement.scrollWidth")
        if inner > width:
            wide.append((address, inner))
    reader.context.close()
    assert wide == []


@pytest.mark.everywhere
def test_everything_reads_without_javascript(browser: Browser, root: str) -> None:
    reader = Reader(browser, root, java_script_enabled=False)
    for address in KINDS_OF_PAGE[:-1]:
        page = reader.open(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert len(page.locator("article").inner_text()) > 200, address
    page = reader.open("exercises/psoas-march.html")
    page.locator("details#for-clinicians > summary").click()
    expect(page.get_by_text("Works mainly:")).to_be_visible()
    page.get_by_role("link", name="Seated march").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Seated march")
    reader.context.close()
    assert reader.strayed == []


def test_paper_has_the_text_and_no_navigation(reader: Reader) -> None:
    page = reader.open("exercises/psoas-march.html")
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 5
    page.emulate_media(media="print")
    for part in (".md-header", ".md-tabs", ".md-sidebar--primary", ".md-footer", ".md-path"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.get_by_text("How to do it").last).to_be_visible()


@pytest.mark.everywhere
def test_every_page_opens_without_an_error(reader: Reader) -> None:
    for address in KINDS_OF_PAGE[:-1]:
        reader.open(address)
        reader.page.wait_for_load_state("load")


def test_no_motion_for_those_who_ask(browser: Browser, root: str) -> None:
    reader = Reader(browser, root, reduced_motion="reduce")
    page = reader.open("index.html")
    duration = page.locator(".md-header").evaluate("node => getComputedStyle(node).transitionDuration")
    reader.context.close()
    assert set(duration.split(", ")) == {"0s"}


def test_an_old_browser_asks_nobody_for_help(browser: Browser, root: str) -> None:
    reader = Reader(browser, root)
    reader.context.add_init_script("delete window.ResizeObserver")
    page = reader.open("exercises/psoas-march.html")
    page.wait_for_timeout(500)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    reader.context.close()
    assert reader.strayed == []
