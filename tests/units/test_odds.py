"""From the chance before to the chance after."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.library import Library
from macros.models import Assessment, RedFlag
from macros.models.accuracy import Likelihood
from macros.odds import (
    EXAMPLE,
    HEIGHT,
    UNIT,
    after,
    along,
    derived,
    figure,
    groups,
    height,
    line,
    ranked,
    readings,
    shown,
)

PERCENT = st.floats(0.01, 99.99)
RATIO = st.floats(0.01, 1000)
NAMED: dict[str, Any] = {"finding": "sign", "target": "disease", "people": "people", "ref": "hu2011aslr"}


def likelihood(**fields: Any) -> Likelihood:
    return Likelihood.model_validate(NAMED | fields)


@pytest.mark.parametrize(
    ("before", "ratio", "expected"),
    [
        (5, 6.2, 24.6),
        (34, 6.1, 75.9),
        (0.7, 23.7, 14.3),
        (50, 1, 50),
        (50, 3, 75),
        (0, 9, 0),
        (100, 0.1, 100),
    ],
)
def test_worked_examples(before: float, ratio: float, expected: float) -> None:
    assert after(before, ratio) == pytest.approx(expected, abs=0.05)


@given(PERCENT, RATIO)
def test_a_chance_stays_a_chance(before: float, ratio: float) -> None:
    assert 0 < after(before, ratio) < 100


@given(PERCENT)
def test_a_ratio_of_one_changes_nothing(before: float) -> None:
    assert after(before, 1) == pytest.approx(before)


@given(PERCENT, PERCENT, RATIO)
def test_who_begins_higher_ends_higher(one: float, other: float, ratio: float) -> None:
    low, high = sorted((one, other))
    assert after(low, ratio) <= after(high, ratio)


@given(PERCENT, RATIO, RATIO)
def test_a_larger_ratio_ends_higher(before: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert after(before, low) <= after(before, high)


@given(PERCENT, RATIO)
def test_the_opposite_ratio_leads_back(before: float, ratio: float) -> None:
    assert after(after(before, ratio), 1 / ratio) == pytest.approx(before, rel=1e-6)


@pytest.mark.parametrize(("before", "ratio"), [(-1, 2), (101, 2), (5, 0), (5, -1)])
def test_what_makes_no_sense_is_refused(before: float, ratio: float) -> None:
    with pytest.raises(ValueError, match="expected"):
        after(before, ratio)


def test_ratios_follow_from_sensitivity_and_specificity() -> None:
    assert derived(86, 75, "positive") == pytest.approx(3.44)
    assert derived(86, 75, "negative") == pytest.approx(0.1867, abs=1e-4)


@given(st.floats(1, 99), st.floats(1, 99), st.floats(1, 99))
def test_derived_ratios_agree_with_counting_people(
    sensitivity: float, specificity: float, before: float
) -> None:
    """Of 100 people: those with both sign and disease among all with the sign."""
    hit, false = before * sensitivity, (100 - before) * (100 - specificity)
    assert after(before, derived(sensitivity, specificity, "positive")) == pytest.approx(
        100 * hit / (hit + false)
    )
    missed, cleared = before * (100 - sensitivity), (100 - before) * specificity
    expected = 100 * missed / (missed + cleared)
    assert after(before, derived(sensitivity, specificity, "negative")) == pytest.approx(expected)


def test_words() -> None:
    assert [shown(one) for one in (0.04, 0.7, 0.97, 1.2, 24.6, 99, 99.4)] == [
        "under 0.1", "0.7", "1", "1", "25", "99", "over 99",
    ]  # fmt: skip
    assert [figure(one) for one in (0.286, 6.1, 68.8, 120)] == ["0.29", "6.1", "68.8", "120"]


def test_a_reported_ratio_stays_as_it_is_and_the_other_result_is_derived() -> None:
    both = {"sensitivity": {"percent": 24}, "specificity": {"percent": 96}}
    up, down = readings(likelihood(result="positive", ratio=6.1, ci_low=1.3, ci_high=29, **both))
    assert (up.words, up.derived, up.chance(34)) == ("6.1 (1.3 to 29)", False, "76 (40 to 94)")
    assert (down.words, down.derived, down.interval, down.chance(34)) == ("0.79", True, None, "29")
    assert [one.derived for one in readings(likelihood(**both))] == [True, True]
    assert [one.result for one in readings(likelihood(result="negative", ratio=0.2))] == ["negative"]


def test_findings_with_one_start_share_a_slider() -> None:
    start = {"percent": 5.0, "people": "people", "ref": "hu2011aslr"}
    found = groups(
        [
            likelihood(result="positive", ratio=ratio, start=one)
            for ratio, one in ((2.0, start), (3.0, None), (4.0, start))
        ]
    )
    assert [(group.percent, len(group.findings)) for group in found] == [(5, 2), (EXAMPLE, 1)]


@given(PERCENT, PERCENT, RATIO)
def test_on_the_axes_a_ratio_rises_by_the_same_height(one: float, other: float, ratio: float) -> None:
    rises = [start - end for start, end in (line(before, ratio) for before in (one, other))]
    inside = all(
        0.05 <= chance <= 99.95 for before in (one, other) for chance in (before, after(before, ratio))
    )
    assert not inside or rises[0] == pytest.approx(rises[1], abs=0.25)
    assert all(0 < height(before) < HEIGHT for before in (one, other))


def test_the_script_draws_with_the_same_measure() -> None:
    assert height(50) - height(100 * 2.718281828 / 3.718281828) == pytest.approx(UNIT, abs=0.1)


def test_no_effect_lies_between_lowering_and_raising() -> None:
    assert along(0.01) == 0 < along(0.5) < along(1) < along(2) < 100 == along(500)


def test_the_table_runs_from_raising_to_lowering(library: Library) -> None:
    rows = ranked([*library.all(Assessment), *library.all(RedFlag)])
    ratios = [row.reading.ratio for row in rows]
    assert ratios == sorted(ratios, reverse=True)
    assert ratios[0] > 1 > ratios[-1]


def test_reported_ratios_fit_their_sensitivity_and_specificity(library: Library) -> None:
    """Pooled ratios needn't be the quotient of pooled shares; far from it they would be a slip of the pen."""
    records: list[Assessment | RedFlag] = [*library.all(Assessment), *library.all(RedFlag)]
    for record in records:
        for one in record.likelihoods:
            if one.ratio and one.result and one.sensitivity and one.specificity:
                expected = derived(one.sensitivity.percent, one.specificity.percent, one.result)
                assert one.ratio == pytest.approx(expected, rel=0.1), (record.id, one.finding)
