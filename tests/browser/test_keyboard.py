"""Where the keyboard is: seen on every tool, and never behind the bar at the top."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.reader import Reader

TOOLS = [
    "exercising/find.html",
    "what-helps/find.html",
    "what-helps/guidelines.html",
    "exercising/my-log.html",
    "red-flags/check.html",
    "tight-or-weak/check.html",
    "clinicians/odds.html",
    "plan/index.html",
    "anatomy/moving-hip.html",
    "exercises/psoas-march.html",
]

FOCUSED = """() => {
    const node = document.activeElement;
    if (!node || !node.closest("article") || node.tagName === "H1") return null;
    const seen = one => {
        const style = getComputedStyle(one);
        const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
            && !/^rgba\\(.*, 0\\)$/.test(style.outlineColor);
        return outlined || style.boxShadow !== "none";
    };
    const box = node.getBoundingClientRect();
    return {
        what: node.tagName.toLowerCase() + " " + (node.type || "") + " " + (node.innerText || node.value || "").slice(0, 40),
        form: ["INPUT", "SELECT", "TEXTAREA", "BUTTON", "SUMMARY"].includes(node.tagName),
        width: parseFloat(getComputedStyle(node).outlineWidth),
        seen: seen(node),
        covered: box.top < document.querySelector(".md-header").getBoundingClientRect().bottom - 1,
        tall: box.height > innerHeight / 2
    };
}"""


def start(page: Page) -> None:
    """Tab begins behind the page's title."""
    page.locator("article h1").evaluate("title => { title.tabIndex = -1; title.focus(); }")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", TOOLS)
def test_focus_is_seen(browser: Browser, site: Path, address: str, scheme: str) -> None:
    reader = Reader(browser, site.as_uri(), color_scheme=scheme)
    page = reader.open(address)
    start(page)
    unseen, forms = [], 0
    for _ in range(40):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if not found:
            break
        forms += found["form"]
        if not found["seen"] or (found["form"] and found["width"] < 2):
            unseen.append(found["what"])
    reader.context.close()
    assert forms
    assert unseen == []


@pytest.mark.parametrize("address", ["exercising/find.html", "plan/index.html", "exercising/my-log.html"])
def test_the_bar_covers_no_focus_at_four_times_the_size(browser: Browser, site: Path, address: str) -> None:
    """1280 × 1024 at 400 % are 320 × 256: there and back, as the bar hides what comes from above."""
    reader = Reader(browser, site.as_uri(), viewport={"width": 320, "height": 256})
    page = reader.open(address)
    start(page)
    covered = []
    for key in ["Tab"] * 25 + ["Shift+Tab"] * 24:
        page.keyboard.press(key)
        page.wait_for_timeout(20)
        found = page.evaluate(FOCUSED)
        if found and found["covered"] and not found["tall"]:
            covered.append((key, found["what"]))
    top = page.locator(".md-top").evaluate("one => getComputedStyle(one).display")
    reader.context.close()
    assert covered == []
    assert top == "none"


@pytest.mark.parametrize(
    "address",
    [
        "exercises/psoas-march.html#dose",
        "red-flags/index.html#fever",
        "references/index.html#hayden2021exercise",
        "treatments/exercise-chronic.html#sources",
        "red-flags/check.html#where=back&who=adult",
    ],
)
@pytest.mark.parametrize("width", [360, 1280])
def test_what_an_address_names_stands_under_the_bar(
    browser: Browser, site: Path, address: str, width: int
) -> None:
    reader = Reader(browser, site.as_uri(), viewport={"width": width, "height": 600})
    page = reader.open(address)
    page.wait_for_timeout(300)
    id = address.partition("#")[2]
    gap = page.evaluate(
        """id => document.getElementById(id.includes("=") ? "question" : id).getBoundingClientRect().top
            - document.querySelector(".md-header").getBoundingClientRect().bottom""",
        id,
    )
    below = page.evaluate("document.documentElement.scrollHeight - innerHeight - scrollY")
    reader.context.close()
    assert gap >= 0
    assert gap <= 120 or below < 2
