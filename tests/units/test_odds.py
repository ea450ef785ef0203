"""From the chance before to the chance after."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from macros.library import Library
from macros.models import Assessment, RedFlag
from macros.models.accuracy import Counts, Likelihood
from macros.odds import (
    HEIGHT,
    UNIT,
    after,
    along,
    counted,
    derived,
    figure,
    groups,
    height,
    line,
    questions,
    ranked,
    readings,
    rough,
    shown,
)

PERCENT = st.floats(0.01, 99.99)
RATIO = st.floats(0.01, 1000)
NAMED: dict[str, Any] = {"finding": "sign", "target": "disease", "people": "people", "ref": "hu2011aslr"}


def counts(diseased_positive: int, diseased: int, others_positive: int, others: int) -> dict[str, Any]:
    return {
        "diseased": diseased,
        "diseased_positive": diseased_positive,
        "others": others,
        "others_positive": others_positive,
        "basis": "a table of the source",
    }


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


def test_what_nobody_measured_is_given_in_tens() -> None:
    assert [rough(one) for one in (0.2, 4.9, 5, 14.3, 25, 66.7, 93.7, 94.9, 95, 99.9)] == [
        "under 10", "under 10", "about 10", "about 10", "about 30", "about 70", "about 90", "about 90", "over 90",
        "over 90",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("people", "ratio", "interval"),
    [
        ((5, 21, 2, 51), 6.1, (1.3, 29)),  # squat and
        ((7, 21, 3, 51), 5.7, (1.6, 20)),  # groin pain, as the JAMA review of 2019 prints them
        ((50, 100, 50, 100), 1, (0.76, 1.32)),
    ],
)
def test_the_log_method_gives_printed_intervals(
    people: tuple[int, int, int, int], ratio: float, interval: tuple[float, float]
) -> None:
    found, ends = counted(Counts.model_validate(counts(*people)), "positive")
    assert found == pytest.approx(ratio, rel=0.01)
    assert ends == pytest.approx(interval, rel=0.02)


@given(st.integers(1, 99), st.integers(1, 99), st.integers(2, 20))
def test_more_people_narrow_the_interval_around_the_same_ratio(some: int, others: int, times: int) -> None:
    few, many = (
        counted(Counts.model_validate(counts(some * n, 100 * n, others * n, 100 * n)), "negative")
        for n in (1, times)
    )
    assert few[0] == pytest.approx(many[0])
    assert few[1][0] < many[1][0] < many[0] < many[1][1] < few[1][1]


@pytest.mark.parametrize("people", [(21, 21, 1, 51), (0, 21, 1, 51), (10, 21, 51, 51), (10, 21, 0, 51)])
def test_counts_without_one_of_the_results_give_no_interval(people: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValidationError):
        likelihood(counts=counts(*people))


def test_a_reported_ratio_stays_as_it_is_and_the_other_result_is_derived() -> None:
    both = {"sensitivity": {"percent": 24}, "specificity": {"percent": 96}}
    up, down = readings(likelihood(result="positive", ratio=6.1, ci_low=1.3, ci_high=29, **both))
    assert (up.words, up.remark, up.chance(34)) == ("6.1 (1.3 to 29)", "", "76 (40 to 94)")
    assert (down.words, down.interval, down.chance(34)) == ("0.79", None, "about 30")
    assert down.remark == "derived by us, interval not given"
    assert [one.derived for one in readings(likelihood(**both))] == [True, True]
    (only,) = readings(likelihood(result="negative", ratio=0.2))
    assert (only.result, only.remark) == ("negative", "interval not given")


def test_counts_fill_the_gaps_and_say_so() -> None:
    people = counts(10, 21, 1, 51)
    up, down = readings(likelihood(result="positive", ratio=24.3, counts=people))
    assert (up.words, up.remark) == ("24.3 (3.3 to 178)", "interval: our reckoning from the counts")
    assert (down.words, down.remark) == (
        "0.53 (0.35 to 0.80)",
        "ratio and interval: our reckoning from the counts",
    )
    up, down = readings(likelihood(result="positive", ratio=24, ci_low=4, ci_high=140, counts=people))
    assert (up.words, up.remark, down.counted) == ("24.0 (4 to 140)", "", True)


def test_findings_with_one_start_share_a_slider() -> None:
    start = {"percent": 5.0, "people": "people", "ref": "hu2011aslr"}
    found = groups(
        [
            likelihood(result="positive", ratio=ratio, start=one)
            for ratio, one in ((2.0, start), (3.0, None), (4.0, start))
        ]
    )
    assert [(group.percent, len(group.findings)) for group in found] == [(5, 2), (None, 1)]


def test_findings_without_an_interval_stand_last_in_their_group() -> None:
    (group,) = groups(
        [
            likelihood(result="positive", ratio=60.0),
            likelihood(result="positive", ratio=2.0, ci_low=1, ci_high=4),
        ]
    )
    assert [one.ratio for one, _ in group.findings] == [2, 60]
    assert group.unsure


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


def test_the_table_runs_by_question_from_raising_to_lowering(library: Library) -> None:
    rows = ranked([*library.all(Assessment), *library.all(RedFlag)])
    asked = questions(rows)
    assert [row for one in asked for row in (*one.sure, *one.unsure)] == rows
    assert len({one.target for one in asked}) == len(asked)
    for one in asked:
        for part in (one.sure, one.unsure):
            ratios = [row.reading.ratio for row in part]
            assert ratios == sorted(ratios, reverse=True)
        assert all(row.reading.interval for row in one.sure)
        assert not any(row.reading.interval for row in one.unsure)
    known = [bool(one.sure) for one in asked]
    assert known == sorted(known, reverse=True)


def test_without_a_chance_before_there_is_none_after(library: Library) -> None:
    rows = ranked([*library.all(Assessment), *library.all(RedFlag)])
    assert all((row.chance is None) == (row.reading.likelihood.start is None) for row in rows)
    assert any(row.chance is None for row in rows)


def test_counts_fit_the_reported_shares(library: Library) -> None:
    records: list[Assessment | RedFlag] = [*library.all(Assessment), *library.all(RedFlag)]
    some = [one for record in records for one in record.likelihoods if one.counts]
    assert some
    for one in some:
        people = one.counts
        assert people
        assert one.number == people.diseased + people.others, one.finding
        if one.sensitivity and one.specificity:
            shares = (
                100 * people.diseased_positive / people.diseased,
                100 * people.others_positive / people.others,
            )
            assert shares[0] == pytest.approx(one.sensitivity.percent, abs=0.51), one.finding
            assert 100 - shares[1] == pytest.approx(one.specificity.percent, abs=0.51), one.finding
        if one.ratio:
            assert counted(people, "positive")[0] == pytest.approx(one.ratio, rel=0.01), one.finding


def test_reported_ratios_fit_their_sensitivity_and_specificity(library: Library) -> None:
    """Pooled ratios needn't be the quotient of pooled shares; far from it they would be a slip of the pen."""
    records: list[Assessment | RedFlag] = [*library.all(Assessment), *library.all(RedFlag)]
    for record in records:
        for one in record.likelihoods:
            if one.ratio and one.result and one.sensitivity and one.specificity:
                expected = derived(one.sensitivity.percent, one.specificity.percent, one.result)
                assert one.ratio == pytest.approx(expected, rel=0.1), (record.id, one.finding)
