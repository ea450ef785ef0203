"""Minutes and words of a dose."""

from __future__ import annotations

from typing import Any

import pytest

from macros.exercises import amount, duration
from macros.models.exercise import Dose

CASES: list[tuple[dict[str, Any], int, str]] = [
    ({"sets": 3, "reps": 10, "rep_s": 5, "rest_s": 60}, 5, "3 sets of 10"),
    ({"sets": 3, "reps": 10, "rep_s": 5, "rest_s": 60, "per_side": True}, 7, "3 sets of 10 on each side"),
    ({"sets": 2, "reps": 6, "rep_s": 2, "hold_s": 8, "rest_s": 30}, 3, "2 sets of 6, held 8 s each"),
    ({"sets": 3, "hold_s": 30, "rest_s": 15, "per_side": True}, 4, "3 times 30 s held on each side"),
    ({"sets": 1, "duration_s": 600, "rest_s": 0}, 10, "10 min"),
    ({"sets": 4, "duration_s": 90, "rest_s": 30}, 8, "4 times 1 min 30 s"),
    ({"sets": 1, "reps": 1, "rep_s": 1, "rest_s": 0}, 1, "1"),
]


@pytest.mark.parametrize(("fields", "minutes", "words"), CASES, ids=lambda case: str(case)[:40])
def test_dose(fields: dict[str, Any], minutes: int, words: str) -> None:
    dose = Dose.model_validate({**fields, "per_week": 3, "tempo": "slow", "basis": "Our judgment."})
    assert (dose.minutes, amount(dose)) == (minutes, words)


def test_duration() -> None:
    assert [duration(seconds) for seconds in (45, 120, 90)] == ["45 s", "2 min", "1 min 30 s"]
