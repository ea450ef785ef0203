"""Pictures that move when asked, and stand side by side otherwise."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader

EXERCISE = "exercises/half-kneeling-hip-flexor-stretch.html"
HIP = "anatomy/moving-hip.html"


def test_key_frames_play_in_one_place_and_stop(reader: Reader) -> None:
    page = reader.open(EXERCISE)
    frames = page.locator(".frames figure")
    places = {frame.bounding_box()["x"] for frame in frames.all()}  # type: ignore[index]
    assert len(places) == frames.count() > 1
    page.get_by_role("button", name="Play as a movement").press("Enter")
    shown = page.locator(".frames figure.now")
    expect(shown).to_have_count(1)
    first = shown.locator("img").get_attribute("src")
    expect(shown.locator("img")).not_to_have_attribute("src", str(first), timeout=5000)
    assert len({frame.bounding_box()["x"] for frame in frames.all()}) == 1  # type: ignore[index]
    page.get_by_role("button", name="Show side by side").press("Enter")
    assert {frame.bounding_box()["x"] for frame in frames.all()} == places  # type: ignore[index]


@pytest.mark.everywhere
def test_every_picture_of_an_exercise_loads(reader: Reader) -> None:
    page = reader.open(EXERCISE)
    sizes = page.locator(".frames img").evaluate_all(
        "all => all.map(one => [one.naturalWidth, one.width > 0])"
    )
    assert len(sizes) > 1
    assert all(width > 0 and shown for width, shown in sizes)


@pytest.mark.everywhere
def test_the_hip_follows_the_slider(reader: Reader) -> None:
    loaded: list[str] = []
    reader.page.on("request", lambda request: loaded.append(request.url))
    page = reader.open(HIP)
    before = sum("/hip/" in url for url in loaded)
    slider = page.get_by_role("slider", name="Bend the hip")
    slider.focus()
    slider.press("End")
    expect(page.locator("#hip output")).to_have_text("120°")
    expect(slider).to_have_attribute("aria-valuetext", "120° bent")
    picture = page.locator("#hip .stage img:visible")
    expect(picture).to_have_count(1)
    expect(picture).to_have_attribute("data-angle", "120")
    slider.press("Home")
    expect(picture).to_have_attribute("data-angle", "-20")
    expect(slider).to_have_attribute("aria-valuetext", "20° behind")
    expect(page.locator(".values li").nth(1)).to_contain_text("Iliacus")
    assert before <= 4 < sum("/hip/" in url for url in loaded)


def test_without_javascript_the_hip_stands_in_four_pictures(browser: Browser, root: str) -> None:
    reader = Reader(browser, root, java_script_enabled=False)
    page = reader.open(HIP)
    expect(page.locator("#hip .frames img")).to_have_count(4)
    page.get_by_text("The numbers").click()
    expect(page.get_by_role("rowheader", name="−20°")).to_be_visible()
    reader.context.close()


def test_a_plate_leads_to_what_it_names(reader: Reader) -> None:
    page = reader.open("anatomy/plates.html")
    page.locator("#plate-psoas-front").get_by_role("link", name="Iliacus").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Iliacus")
    expect(page.locator("figure.plate a.here")).to_have_count(1)
    expect(page.locator("figure.plate a.here")).to_contain_text("Iliacus")
