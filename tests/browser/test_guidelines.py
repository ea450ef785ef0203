"""Guidelines side by side: a table to filter, cards on a phone, whole without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from macros import labels
from macros.library import Library
from macros.models import Treatment
from tests.browser.reader import Reader

ADDRESS = "what-helps/guidelines.html"
ROWS = "#guidelines-matrix tbody > tr:not(.heading)"


@pytest.fixture(scope="session")
def listed(library: Library) -> list[Treatment]:
    return [one for one in library.all(Treatment) if one.guidelines]


def shown(page: Page) -> set[str]:
    """Ids of the treatments whose rows can be seen."""
    hrefs = page.locator(f"{ROWS} > th > a:visible").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    return {str(href).rpartition("/")[2].removesuffix(".html") for href in hrefs}


@pytest.mark.everywhere
def test_people_kind_and_position_narrow_the_table(reader: Reader, listed: list[Treatment]) -> None:
    page = reader.open(ADDRESS)
    assert shown(page) == {one.id for one in listed}
    page.get_by_label("Lasting back pain").check()
    page.get_by_label("Hands-on treatment").check()
    page.get_by_label("against", exact=False).first.check()
    wanted = {
        one.id
        for one in listed
        if (one.group, one.category) == ("lasting back pain", "hands-on")
        and "against" in {row.position for row in one.guidelines}
    }
    assert wanted
    assert shown(page) == wanted
    expect(page.locator("[data-found]")).to_have_text(f"{len(wanted)} of {len(listed)}")
    headings = page.locator("#guidelines-matrix tr.heading:visible")
    assert headings.all_inner_texts() == ["Lasting back pain"]
    page.reload()
    assert shown(page) == wanted
    page.get_by_role("button", name="Show all").press("Enter")
    expect(page.locator("[data-found]")).to_have_text(f"{len(listed)} of {len(listed)}")
    assert shown(page) == {one.id for one in listed}


def test_one_guideline_with_one_position(reader: Reader, listed: list[Treatment]) -> None:
    page = reader.open(ADDRESS)
    page.locator("summary", has_text="One guideline").click()
    page.get_by_label("WHO 2023: against").check()
    wanted = {
        one.id
        for one in listed
        if any((row.guideline, row.position) == ("who2023lbp", "against") for row in one.guidelines)
    }
    assert wanted
    assert shown(page) == wanted


def test_sorting_stays_inside_a_complaint(reader: Reader) -> None:
    page = reader.open(ADDRESS)
    page.get_by_label("Sort by").select_option(label="number of guidelines")
    for group in page.locator("#guidelines-matrix tbody").all():
        first, *rows = group.locator("tr").all()
        assert first.get_attribute("class") == "heading"
        numbers = [int(row.get_attribute("data-listed") or 0) for row in rows]
        assert numbers == sorted(numbers, reverse=True)
        assert len({row.get_attribute("data-group") for row in rows}) == 1


def test_head_and_first_column_stay_while_the_box_scrolls(reader: Reader) -> None:
    page = reader.open(ADDRESS)
    page.set_viewport_size({"width": 1000, "height": 700})
    box = page.locator(".matrix-box")
    box.evaluate("box => { box.scrollIntoView(); box.scrollTop = 600; box.scrollLeft = 80; }")
    expect(page.locator("#guidelines-matrix thead th").first).to_be_in_viewport()
    edges = box.evaluate(
        """box => [box.querySelector('thead th'), box.querySelectorAll('tbody th[scope=row]')[20]].map(
            cell => [cell.getBoundingClientRect().top - box.getBoundingClientRect().top,
                     cell.getBoundingClientRect().left - box.getBoundingClientRect().left])"""
    )
    assert edges[0][0] < 3
    assert edges[0][1] < 3
    assert edges[1][1] < 3


def test_on_a_phone_every_treatment_is_a_card(browser: Browser, root: str, library: Library) -> None:
    reader = Reader(browser, root, viewport={"width": 360, "height": 780})
    page = reader.open(ADDRESS)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("#guidelines-matrix thead")).to_be_hidden()
    card = page.locator(f"{ROWS}:has(a[href$='/acupuncture-chronic.html'])")
    treatment = library.get(Treatment, "acupuncture-chronic")
    said = {
        " ".join(
            [
                f"{labels.GUIDELINES[row.guideline]}: {labels.STAND_MARKS[row.position]} {row.position}",
                *row.terms,
            ]
        )
        for row in treatment.guidelines
    }
    cells = card.locator("td:visible")
    assert {" ".join(text.split()) for text in cells.all_inner_texts()} == said
    lefts = cells.evaluate_all("all => all.map(one => one.getBoundingClientRect().left)")
    assert len(set(lefts)) == 1
    page.get_by_label("Leg pain (sciatica)").check()
    assert page.locator(f"{ROWS}:visible").count() < 5
    reader.context.close()
    assert reader.errors == []


def test_without_javascript_the_table_is_whole(browser: Browser, root: str, listed: list[Treatment]) -> None:
    reader = Reader(browser, root, java_script_enabled=False)
    page = reader.open(ADDRESS)
    expect(page.locator("form.finder")).to_be_hidden()
    assert shown(page) == {one.id for one in listed}
    links = page.locator(f"{ROWS} td > a")
    assert links.count() == sum(len(one.guidelines) for one in listed)
    for href in set(links.evaluate_all("all => all.map(one => one.getAttribute('href'))")):
        assert re.fullmatch(r"\.\./treatments/[a-z-]+\.html#guidelines", str(href))
    heads = page.locator("#guidelines-matrix thead a")
    for href in heads.evaluate_all("all => all.map(one => one.getAttribute('href'))"):
        assert re.fullmatch(r"\.\./references/index\.html#[a-z0-9-]+", str(href))
    reader.context.close()


def test_from_a_treatment_to_its_row_and_back(reader: Reader) -> None:
    page = reader.open("treatments/epidural-radicular.html")
    page.locator("a[href$='guidelines.html#epidural-radicular']").click()
    row = page.locator("#guidelines-matrix tr:target")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("only lasting pain")
    row.locator("td[data-position='for'] a").click()
    expect(page).to_have_url(re.compile(r"epidural-radicular\.html#guidelines$"))
    expect(page.locator("#guidelines")).to_be_in_viewport()


def test_marks_and_words_say_the_same(reader: Reader) -> None:
    page = reader.open(ADDRESS)
    for position, mark in labels.STAND_MARKS.items():
        for cell in page.locator(f"#guidelines-matrix td[data-position='{position}'] > a").all()[:3]:
            assert " ".join(cell.inner_text().split()) == f"{mark} {labels.STANDS[position]}"
