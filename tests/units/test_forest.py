"""Forest plots put effects where they belong and never mix kinds of comparison."""

from __future__ import annotations

from itertools import pairwise

from macros import forest
from macros.library import Library
from macros.models import Treatment
from macros.models.treatment import Effect


def pairs(library: Library) -> list[tuple[Treatment, Effect]]:
    return [(one, effect) for one in library.all(Treatment) for effect in one.effects]


def test_zero_is_in_the_middle_and_better_is_left() -> None:
    assert forest.place(0, 30) == 50
    assert forest.place(-30, 30) == 0
    assert forest.place(15, 30) == 75


def test_one_scale_holds_every_row(library: Library) -> None:
    rows = forest.rows(pairs(library))
    assert len(rows) > 70
    for row in rows:
        low, high = row.interval or (row.middle, row.middle)
        assert 0 <= low <= row.middle <= high <= 100, row
        assert row.unnoticed[0] < 50 < row.unnoticed[1]


def test_the_scale_fits_what_it_shows(library: Library) -> None:
    exercise = library.get(Treatment, "exercise-chronic")
    assert {row.reach for row in forest.rows([(exercise, effect) for effect in exercise.effects])} == {20}


def test_numbers_under_the_scale_are_even() -> None:
    for reach in range(20, 101, 10):
        numbers = [number for number, _ in forest.marks(reach)]
        assert 0 in numbers
        assert numbers == [-number for number in reversed(numbers)]
        assert 3 <= len(numbers) <= 5
        assert len({b - a for a, b in pairwise(numbers)}) == 1


def test_kinds_of_comparison_stay_apart(library: Library) -> None:
    rows = forest.rows(pairs(library))
    groups = forest.by_comparison(rows)
    assert sum(len(group) for _, group in groups) == len(rows)
    for against, group in groups:
        assert {row.effect.against for row in group} == {against}
        certain = [("high", "moderate", "low", "very-low").index(row.effect.certainty) for row in group]
        assert certain == sorted(certain)
