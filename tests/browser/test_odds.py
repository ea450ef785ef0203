"""What a result does to the odds: slider, words, lines and the table without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from macros.library import Library
from macros.models import Assessment, RedFlag
from macros.odds import after, ranked, shown
from tests.browser.reader import Reader

TEST = "assessments/femoral-nerve-stretch.html"
"""A test of which no chance before is known."""

BROKEN = "clinicians/index.html#odds-accident-earlier"
"""A sign with a chance before."""

SIGNS = "clinicians/index.html"
ALL = "clinicians/odds.html"


def lines(box: Locator) -> list[str]:
    paths = box.locator(".fagan path:is([data-ratio], .between)")
    return [str(line) for line in paths.evaluate_all("all => all.map(one => one.getAttribute('d'))")]


def test_keys_move_words_and_lines_and_lead_back(reader: Reader) -> None:
    page = reader.open(BROKEN)
    box = page.locator("#odds-accident-earlier div.odds")
    slider = box.get_by_role("slider", name=re.compile("Chance before"))
    expect(slider).to_have_attribute("aria-valuetext", "5 of 100 before, 25 of 100 after")
    expect(box.locator(".chance b[data-ratio]")).to_have_text("25 (13 to 42)")
    before = lines(box)
    slider.focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "10 of 100 before, 41 of 100 after")
    expect(box.locator(".chance [data-before]")).to_have_text("10")
    expect(box.locator(".chance b[data-ratio]")).to_have_text("41 (24 to 60)")
    assert all(old != new for old, new in zip(before, lines(box), strict=True))
    box.get_by_role("button", name="Back to 5 of 100").press("Enter")
    expect(slider).to_be_focused()
    expect(slider).to_have_attribute("aria-valuetext", "5 of 100 before, 25 of 100 after")
    assert lines(box) == before


def test_without_a_chance_before_nothing_is_set_until_the_reader_sets_it(reader: Reader) -> None:
    page = reader.open(f"{TEST}#odds")
    box = page.locator("div.odds")
    slider = box.get_by_role("slider", name=re.compile("Chance before"))
    expect(slider).to_have_attribute("aria-valuetext", "not set")
    expect(slider).to_have_class("unset")
    expect(box.locator(".reckoned")).to_be_hidden()
    assert not any(lines(box))
    slider.focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "5 of 100 before, 27 of 100 after")
    expect(box.locator(".reckoned")).to_have_text(": from 5 of 100 before to 27 (11 to 53) with it")
    assert all(lines(box))
    box.get_by_role("button", name="Set nothing again").click()
    expect(slider).to_have_attribute("aria-valuetext", "not set")
    expect(box.locator(".reckoned")).to_be_hidden()


def test_the_script_draws_and_reckons_as_the_build_does(browser: Browser, root: str) -> None:
    """The slider at rest redraws every line; without a script the lines stand where the build put them."""
    drawn = []
    for script in (False, True):
        reader = Reader(browser, root, java_script_enabled=script)
        page = reader.open("assessments/hip-joint-screen.html")
        paths = page.content().split('class="odds"', 1)[1]
        drawn.append(
            [[float(n) for n in re.findall(r"[\d.]+", d)] for d in re.findall(r' d="([^"]+)"', paths)]
        )
        reader.context.close()
    still, moved = drawn
    assert len(still) == len(moved) > 20
    for one, other in zip(still, moved, strict=True):
        assert all(abs(a - b) <= 0.11 for a, b in zip(one, other, strict=True))


@pytest.mark.everywhere
def test_one_slider_sets_every_row(reader: Reader, library: Library) -> None:
    page = reader.open(ALL)
    rows = ranked([*library.all(Assessment), *library.all(RedFlag)])
    results = page.locator(".odds.all td b[data-ratio]")
    expect(results).to_have_count(len(rows))
    own = results.all_inner_texts()
    assert own == [row.chance or "not given" for row in rows]
    slider = page.locator(".odds.all").get_by_role("slider")
    expect(slider).to_have_attribute("aria-valuetext", "each row’s own chance before")
    expect(slider).to_have_value("0")
    slider.focus()
    page.keyboard.press("PageUp")
    percent = float(page.locator(".odds.all td [data-before]").first.inner_text())
    assert set(page.locator(".odds.all td [data-before]").all_inner_texts()) == {f"{percent:g}"}
    assert results.all_inner_texts() == [row.reading.chance(percent) for row in rows]
    by_ratio = sorted(rows, key=lambda row: row.reading.ratio)
    ends = [by_ratio[at].reading.point(percent) for at in (0, -1)]
    text = f"{percent:g} of 100 before, {ends[0]} to {ends[1]} of 100 after"
    expect(slider).to_have_attribute("aria-valuetext", text)
    page.get_by_role("button", name="Each row’s own again").click()
    assert results.all_inner_texts() == own
    expect(slider).to_have_value("0")


def test_a_row_without_an_interval_says_so_and_is_drawn_open(reader: Reader) -> None:
    page = reader.open(ALL)
    row = page.get_by_role("row", name=re.compile("^Fever "))
    expect(row).to_contain_text("interval not given")
    expect(row).to_contain_text("17.9 → about 90")
    expect(row.locator("svg")).to_have_attribute("data-certainty", "very-low")
    expect(row.locator(".interval")).to_have_count(0)


def test_marks_of_sources_are_not_glued_to_numbers(reader: Reader) -> None:
    for address in (ALL, SIGNS, "assessments/hip-joint-screen.html"):
        before = (
            reader.open(address)
            .locator(".odds sup")
            .evaluate_all("all => all.map(one => (one.previousSibling || {}).textContent || '')")
        )
        assert before, address
        assert not [text for text in before if re.search(r"\d[.,]?$", text)], address


def test_a_link_to_a_picture_opens_its_block(reader: Reader) -> None:
    page = reader.open(ALL)
    page.get_by_role("row", name=re.compile("^An injury before")).get_by_role("link").last.click()
    expect(page.locator("#odds-accident-earlier .fagan svg")).to_be_visible()


def test_pictures_of_warning_signs_wait_in_closed_blocks(reader: Reader) -> None:
    page = reader.open(SIGNS)
    pictures = page.locator(".fagan")
    assert pictures.count() > 10
    assert not any(picture.is_visible() for picture in pictures.all())


def test_without_a_script_there_are_words_picture_and_table(browser: Browser, root: str) -> None:
    reader = Reader(browser, root, java_script_enabled=False)
    page = reader.open(SIGNS)
    page.locator("#odds-accident-earlier > summary").click()
    box = page.locator("#odds-accident-earlier div.odds")
    expect(box.locator("input")).to_have_count(0)
    expect(box.locator(".chance")).to_contain_text("from 5 of 100 before to 25 (13 to 42) with it")
    expect(box.locator(".fagan svg")).to_be_visible()
    expect(box.get_by_role("rowheader")).to_have_text("After: An injury before the pain, with it")
    cells = box.locator("tbody td").all_inner_texts()
    assert [cell.strip() for cell in cells] == [shown(after(start, 6.2)) for start in (1, 5, 10, 25, 50)]
    page = reader.open(TEST)
    page.locator("#odds > summary").click()
    expect(page.locator(".reckoned")).to_be_hidden()
    expect(page.locator("div.odds .start")).to_contain_text("we give none for the chance after")
    reader.context.close()


def test_on_a_phone_text_stays_legible_and_nothing_sticks_out(browser: Browser, root: str) -> None:
    reader = Reader(browser, root, viewport={"width": 360, "height": 740})
    for address in (TEST, "assessments/hip-joint-screen.html", ALL):
        page = reader.open(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
        sizes = page.locator(".fagan text").evaluate_all(
            "all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"
        )
        assert all(size >= 10 for size in sizes), address
    reader.context.close()
