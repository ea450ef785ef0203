"""People as dots: as many as the words say, in little space, and only what a source names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.icons import COLUMNS, PITCH, Dots, icon_arrays, strokes
from macros.library import Library
from macros.page import MacroError, Page
from macros.text import count_named

STROKE = re.compile(r"M(\d+) (\d+)h(\d+)\.1")


def places(path: str) -> list[tuple[float, float]]:
    """Where a browser puts the dots of a path."""
    found: list[tuple[float, float]] = []
    for x, y, length in STROKE.findall(path):
        found += [(int(x) + along, float(y)) for along in range(0, int(length) + 1, PITCH)]
    return found


@given(st.sampled_from(sorted(COLUMNS)), st.data())
def test_every_person_is_one_dot_inside_the_picture(of: int, data: st.DataObject) -> None:
    dots = Dots(data.draw(st.integers(0, of)), of)
    filled, hollow = places(dots.filled), places(dots.hollow)
    assert (len(filled), len(hollow)) == (dots.count, of - dots.count)
    assert len({*filled, *hollow}) == of
    assert all(0 < x < dots.width and 0 < y < dots.height for x, y in filled + hollow)


def test_rows_are_filled_from_the_top() -> None:
    assert strokes(0, 12, 10) == "M7 7h126.1M7 21h14.1"
    assert strokes(12, 20, 10) == "M35 21h98.1"
    assert strokes(0, 0, 10) == ""


@pytest.mark.parametrize(
    ("count", "of", "fact"),
    [
        (37, 100, "Disc degeneration 37% at 20 to 96% at 80."),
        (80, 100, "80.4% had at least one red flag"),
        (1, 100, "Serious pathology in 11 (0.9%)"),
        (51, 100, "514 against 367 per 1000"),
        (3, 1000, "of 1,000 people three more than with placebo"),
    ],
)
def test_a_number_is_found_in_the_facts(count: int, of: int, fact: str) -> None:
    assert count_named(count, of, [fact])


@pytest.mark.parametrize(
    ("count", "fact"), [(38, "Disc degeneration 37% at 20"), (95, "69% (95% CI 62 to 74)"), (28, "HR 0.72")]
)
def test_a_number_that_no_fact_names_is_not_found(count: int, fact: str) -> None:
    assert not count_named(count, 100, [fact])


@pytest.fixture
def page(library: Library) -> Page:
    return Page("red-flags/imaging.md", {}, library)


def test_a_picture_says_what_it_shows_and_stays_small(page: Page) -> None:
    made = icon_arrays(
        page, "brinjikji2015asymptomatic", ((37, "at age 20"), (96, "at age 80")), what="Worn discs"
    )
    pictures = re.findall(r"<svg.*?</svg>", made)
    assert [re.findall(r'role="img" aria-label="([^"]+)"', one) for one in pictures] == [
        ["37 out of 100 at age 20"],
        ["96 out of 100 at age 80"],
    ]
    assert "<strong>37 out of 100</strong> at age 20" in made
    assert made.count("[^brinjikji2015asymptomatic]") == 1
    thousand = icon_arrays(page, "cnt2013nsaid", ((3, "more"),), of=1000, what="Heart attacks in a year")
    assert max(len(one) for one in (*pictures, *re.findall(r"<svg.*?</svg>", thousand))) <= 2048
    assert "3 out of 1,000" in thousand


@pytest.mark.parametrize(
    ("counts", "of", "message"),
    [
        (((38, "at age 20"),), 100, "name no number that makes 38 of 100"),
        (((101, "at age 20"),), 100, "expected a whole number from 0 to 100"),
        (((37, "at age 20"),), 50, "expected 100 or 1000"),
        ((), 100, "needs counts"),
    ],
)
def test_what_nobody_counted_is_refused(
    page: Page, counts: tuple[tuple[int, str], ...], of: int, message: str
) -> None:
    with pytest.raises(MacroError, match=message):
        icon_arrays(page, "brinjikji2015asymptomatic", counts, of=of, what="Worn discs")
