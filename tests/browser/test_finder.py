"""Lists that can be filtered, sorted and sent."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.exercises import asks, barred
from macros.library import Library
from macros.models import Exercise
from tests.browser.reader import Reader

EXERCISES = "exercising/find.html"
TREATMENTS = "what-helps/find.html"


def shown(page: Page, list_id: str) -> list[str]:
    """Addresses of the rows that are shown, in their order."""
    rows = page.locator(f"#{list_id} > li:not([hidden]) > a:first-child")
    hrefs = rows.evaluate_all("links => links.map(one => one.getAttribute('href'))")
    return [str(href).rpartition("/")[2].removesuffix(".html") for href in hrefs]


@pytest.mark.everywhere
def test_choices_narrow_the_list_and_stand_in_the_address(reader: Reader, library: Library) -> None:
    page = reader.open(EXERCISES)
    exercises = library.all(Exercise)
    assert len(shown(page, "exercises-found")) == len(exercises)
    page.locator("fieldset[data-key=goal] [value=strengthen]").check()
    page.locator("fieldset[data-key=asks] [value=kneeling]").check()
    wanted = {one.id for one in exercises if one.goal == "strengthen" and "kneeling" not in asks(one)}
    assert set(shown(page, "exercises-found")) == wanted
    expect(page.locator("[data-found]")).to_have_text(f"{len(wanted)} of {len(exercises)}")
    expect(page).to_have_url(re.compile(r"#goal=strengthen&asks=kneeling$"))
    page.reload()
    assert set(shown(page, "exercises-found")) == wanted
    page.get_by_role("button", name="Show all").press("Enter")
    expect(page.locator("[data-found]")).to_have_text(f"{len(exercises)} of {len(exercises)}")


def test_every_count_is_what_a_click_leaves(reader: Reader) -> None:
    page = reader.open(f"{EXERCISES}#goal=control")
    form = page.locator("form.finder")
    form.evaluate("form => form.querySelectorAll('details').forEach(one => { one.open = true; })")
    for key in ("level", "asks", "concern", "needs", "suits"):
        boxes = form.locator(f"fieldset[data-key={key}] input:not(:disabled)")
        for value in boxes.evaluate_all("boxes => boxes.map(box => box.value)"):
            box = form.locator(f"fieldset[data-key={key}] input[value='{value}']")
            count = int(box.locator("xpath=..").locator(".count").inner_text())
            box.check()
            assert len(shown(page, "exercises-found")) == count > 0, (key, value)
            box.uncheck()


def test_what_is_wrong_for_you_is_left_out(reader: Reader, library: Library) -> None:
    page = reader.open(f"{EXERCISES}#concern=pregnancy|osteoporosis")
    wrong = {"pregnancy", "osteoporosis"}
    left = {one.id for one in library.all(Exercise) if not wrong & set(barred(library, one))}
    assert set(shown(page, "exercises-found")) == left


def test_nothing_but_what_is_at_home(reader: Reader, library: Library) -> None:
    found = shown(reader.open(f"{EXERCISES}#needs=gear"), "exercises-found")
    assert {"bridge", "heel-slide"} <= set(found)
    assert not {"psoas-march", "cable-knee-drive", "water-walking"} & set(found)
    assert 30 < len(found) < len(library.all(Exercise))


def test_sorted_by_length(reader: Reader) -> None:
    page = reader.open(EXERCISES)
    page.get_by_label("Sort by").select_option(label="longest iliopsoas first")
    lengths = page.locator("#exercises-found > li").evaluate_all(
        "all => all.map(one => Number(one.dataset.longest))"
    )
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > lengths[-1]
    expect(page).to_have_url(re.compile("sort=longest-down"))


def test_sorting_moves_the_rows_at_once_and_nothing_else(reader: Reader) -> None:
    page = reader.open(f"{EXERCISES}#goal=control")
    page.evaluate(
        """() => {
            window.puts = [];
            new MutationObserver(all => all.forEach(one => window.puts.push([one.target.id, one.addedNodes.length])))
                .observe(document.querySelector("article"), { childList: true, subtree: true });
        }"""
    )
    before = set(shown(page, "exercises-found"))
    page.get_by_label("Sort by").select_option(label="longest iliopsoas first")
    puts = page.evaluate("window.puts.filter(one => one[1])")
    assert puts == [["exercises-found", page.locator("#exercises-found > li").count()]]
    assert set(shown(page, "exercises-found")) == before


def test_nothing_left_is_said_beside_the_way_out(reader: Reader, library: Library) -> None:
    page = reader.open(f"{EXERCISES}#level=5&goal=relief")
    assert shown(page, "exercises-found") == []
    expect(page.get_by_text("Nothing fits all of these.")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(page.get_by_text("Nothing fits all of these.")).to_be_hidden()
    assert len(shown(page, "exercises-found")) == len(library.all(Exercise))


def test_an_address_that_nobody_made_shows_everything(reader: Reader, library: Library) -> None:
    for odd in (
        "#goal=nonsense",
        "#sort=nonsense",
        "#%ff",
        "#a=b=c&&",
        "#find",
        "#__proto__=x&goal=constructor&sort=__proto__",
    ):
        page = reader.open(f"{EXERCISES}{odd}")
        page.reload()
        assert len(shown(page, "exercises-found")) == len(library.all(Exercise)), odd


def test_treatments_are_found_by_people_and_verdict(reader: Reader) -> None:
    page = reader.open(TREATMENTS)
    page.get_by_label("Leg pain (sciatica)").check()
    found = shown(page, "treatments-found")
    assert "discectomy-sciatica" in found
    assert "exercise-chronic" not in found


def test_without_javascript_the_list_is_whole(browser: Browser, root: str, library: Library) -> None:
    reader = Reader(browser, root, java_script_enabled=False)
    page = reader.open(EXERCISES)
    assert len(shown(page, "exercises-found")) == len(library.all(Exercise))
    for address in (EXERCISES, TREATMENTS):
        reader.open(address)
        expect(page.locator("form.finder")).to_be_hidden()
        expect(page.locator("noscript > p").first).to_be_visible()
        expect(page.locator("noscript > p").first).to_contain_text("Filtering needs JavaScript")
    reader.context.close()
