"""Forest plots put effects where they belong and never mix kinds of comparison."""

from __future__ import annotations

import re
from itertools import pairwise

from macros import forest
from macros.library import Library
from macros.models import Treatment
from macros.models.treatment import Effect
from tests.building import ROOT

CERTAIN = ("high", "moderate", "low", "very-low", "expert-opinion")


def pairs(library: Library) -> list[tuple[Treatment, Effect]]:
    return [(one, effect) for one in library.all(Treatment) for effect in one.effects]


def test_zero_is_in_the_middle_and_better_is_left() -> None:
    assert forest.place(0, 30) == 50
    assert forest.place(-30, 30) == 0
    assert forest.place(15, 30) == 75


def test_one_scale_holds_every_row(library: Library) -> None:
    plots = forest.plots(pairs(library))
    assert [plot.unit for plot in plots] == ["points", "smd", None]
    for plot in plots[:2]:
        assert len(plot.rows) > 50
        assert {row.effect.unit for row in plot.rows} == {plot.unit}
        for row in plot.rows:
            low, high = row.interval or (row.middle, row.middle)
            assert 0 <= low <= row.middle <= high <= 100, row
            assert (row.below_bar is not None) == (plot.unit == "points")


def test_the_scale_fits_what_it_shows(library: Library) -> None:
    exercise = library.get(Treatment, "exercise-chronic")
    plots = forest.plots([(exercise, effect) for effect in exercise.effects])
    assert [{row.reach for row in plot.rows} for plot in plots] == [{20}, {1}]


def test_numbers_under_the_scale_are_even(library: Library) -> None:
    exercise = library.get(Treatment, "exercise-chronic")
    blank = {"points": None, "smd": None, "ci_low": None, "ci_high": None}
    for unit in ("points", "smd"):
        for at in range(1, 50):
            value = -at * (2 if unit == "points" else 0.1)
            effect = exercise.effects[0].model_copy(update={**blank, unit: value})
            (plot,) = forest.plots([(exercise, effect)])
            numbers = [number for number, _ in plot.marks]
            assert 0 in numbers
            assert numbers == [-number for number in reversed(numbers)]
            assert 3 <= len(numbers) <= 5
            assert len({round(b - a, 6) for a, b in pairwise(numbers)}) == 1


def test_kinds_of_comparison_and_units_stay_apart(library: Library) -> None:
    plots = forest.plots(pairs(library))
    groups = forest.by_comparison(plots)
    comparable = [row for plot in plots for row in plot.rows if row.effect.against]
    assert sum(len(plot.rows) for _, group in groups for plot in group) == len(comparable)
    for against, group in groups:
        for plot in group:
            assert {(row.effect.against, row.effect.unit) for row in plot.rows} == {(against, plot.unit)}
            certain = [CERTAIN.index(row.effect.certainty) for row in plot.rows]
            assert certain == sorted(certain)


def test_a_figure_says_what_its_source_says(library: Library) -> None:
    """The number that is drawn stands in the words of the source, with either sign."""
    for treatment, effect in pairs(library):
        if effect.smd is not None:
            said = effect.reported.replace("−", "-")
            for number in filter(None, (effect.smd, effect.ci_low, effect.ci_high)):
                assert f"{abs(number):g}" in said, (treatment.id, effect.reported, number)


def test_the_drawing_says_what_it_shows(library: Library) -> None:
    exercise = library.get(Treatment, "exercise-chronic")
    blank = {"points": None, "smd": None, "ci_low": None, "ci_high": None, "measures": "pain"}
    for figures, message in (
        ({"points": -15, "ci_low": -18, "ci_high": -12}, "better, at or past the bar"),
        ({"points": -14.9, "ci_low": -18, "ci_high": -12}, "better, less than the bar"),
        ({"points": 9, "measures": "function"}, "worse, less than the bar"),
        ({"points": 10, "measures": "function"}, "worse, at or past the bar"),
        ({"points": -40, "ci_low": -81, "ci_high": 1}, "no clear difference"),
        ({"smd": -2, "ci_low": -3, "ci_high": -1}, "better"),
    ):
        effect = exercise.effects[0].model_copy(update={**blank, **figures})
        ((row,),) = (plot.rows for plot in forest.plots([(exercise, effect)]))
        assert row.message == message


def test_the_overview_leaves_nothing_out(library: Library) -> None:
    """Every effect that can stand beside others does so on the page of plots."""
    text = (ROOT / "docs/what-helps/plots.md").read_text(encoding="utf-8")
    shown = set(re.findall(r'forest_plot\("([^"]+)", "([^"]+)", "([^"]+)"\)', text))
    comparable = {
        (treatment.group, effect.measures, effect.term)
        for treatment, effect in pairs(library)
        if effect.measures and effect.against and effect.term
    }
    assert sorted(comparable - shown) == []
