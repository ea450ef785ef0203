"""Numbers for ever, doses from words, and a second reader of links, written from their description alone."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.library import Library
from macros.models import Exercise, Program
from macros.models.exercise import Dose
from macros.plan import LEDGER, PARTS, codes, data, new_codes, numbers, taken, weekly
from macros.text import plain
from macros.triage import script_data
from tests.building import ROOT

FIRST = (70, "cca6c9fd0f84f9a9a089734c67b9c1b254ad39c3e992f80c48ba31085ec6d4d9")
"""The first lines of the ledger: how many, and their SHA-256. Nobody may ever change them; others follow them."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
CHECK = "abcdefghijkmnpqrstuvwxyz23456789"
SIZES = {"sets": 3, "reps": 5, "hold": 5, "rest": 5, "week": 3}
LIMITS = {"sets": (1, 10), "reps": (0, 60), "hold": (0, 7200), "rest": (0, 600), "week": (1, 21)}


@cache
def pieces() -> dict[str, str]:
    """Bits of a code → piece of a word, from the table in plan-code.js."""
    script = (ROOT / "docs/assets/javascripts/plan-code.js").read_text(encoding="utf-8")
    table = script.partition("var PIECES = [")[2].partition("\n  ];")[0]
    rows = json.loads("[" + re.sub(r'" \+\s*"', "", table).rstrip().removesuffix(",") + "]")
    found, code = {}, 0
    for length, row in enumerate(rows, start=1):
        code *= 2
        for piece in row.split("|") if row else ():
            found[f"{code:0{length}b}"] = piece
            code += 1
    assert code == 2 ** len(rows), "the code has a gap or two pieces share one"
    return found


class Bits:
    """Reads a link's letters bit by bit."""

    def __init__(self, letters: str) -> None:
        self.bits = iter("".join(f"{LETTERS.index(letter):06b}" for letter in letters))

    def read(self, count: int) -> int:
        return int("".join(next(self.bits) for _ in range(count)), 2)

    def number(self, size: int) -> int:
        number, shift = 0, 0
        while True:
            more = self.read(1)
            number += self.read(size) << shift
            shift += size
            if not more:
                return number

    def text(self) -> str:
        text, code, capital = "", "", False
        if not self.read(1):
            return ""
        while True:
            code += next(self.bits)
            piece = pieces().get(code)
            if piece is None:
                continue
            code = ""
            if piece == "E":
                return text
            if piece == "C":
                capital = True
                continue
            if piece == "U":
                piece = chr(self.number(7))
            text += piece[0].upper() + piece[1:] if capital else piece
            capital = False


def read(link: str) -> dict[str, Any]:
    """A plan from the part of a link after “#”."""
    assert link[0] == "1"
    total = 7
    for letter in link[:-3]:
        total = (total * 61 + ord(letter)) % 32749
    assert link[-3:] == CHECK[total >> 10] + CHECK[total >> 5 & 31] + CHECK[total & 31]
    bits = Bits(link[1:-3])
    plan: dict[str, Any] = {"title": bits.text(), "greeting": bits.text(), "items": []}
    for _ in range(bits.number(4)):
        code = bits.number(7)
        parts = [part for part in PARTS if bits.read(1)] if bits.read(1) else []
        dose = {part: bits.number(SIZES[part]) for part in parts}
        plan["items"].append({"code": code, "dose": dose, "note": bits.text()})
    return plan


@pytest.mark.parametrize("golden", json.loads((ROOT / "tests/browser/plan-links.json").read_text("utf-8")))
def test_published_links_mean_the_same_for_ever(golden: dict[str, Any]) -> None:
    assert read(golden["link"]) == golden["plan"]


def test_numbers_and_their_doses_never_change() -> None:
    lines = [line for line in LEDGER.read_text("utf-8").splitlines() if not line.startswith("#")]
    first = "".join(f"{line}\n" for line in lines[: FIRST[0]])
    assert hashlib.sha256(first.encode()).hexdigest() == FIRST[1]
    known = codes(LEDGER.read_text("utf-8"))
    assert [code.line for code in known] == lines
    assert [code.number for code in known] == list(range(1, len(known) + 1))
    assert len({code.exercise for code in known}) == len(known)


def test_every_exercise_has_a_number(library: Library) -> None:
    known = codes(LEDGER.read_text("utf-8"))
    missing = [code.line for code in new_codes(known, library.all(Exercise))]
    assert missing == [], "run `python -m macros.plan`"


def test_every_dose_fits_into_a_link(library: Library) -> None:
    for one in library.all(Exercise):
        for part, value in zip(PARTS, numbers(one.dose), strict=True):
            low, high = LIMITS[part]
            assert low <= value <= high, (one.id, part)


def dose(**fields: Any) -> Dose:
    always = {"sets": 3, "rest_s": 30, "per_week": 3, "tempo": "slow", "basis": "our judgment"}
    return Dose.model_validate({**always, **fields})


COUNTED = dose(reps=10, rep_s=4)
BOTH = dose(reps=5, rep_s=4, hold_s=10, per_side=True)
HELD = dose(hold_s=30, per_side=True)
LASTING = dose(duration_s=600)


@pytest.mark.parametrize(
    ("words", "kind", "expected", "note"),
    [
        ("2 × 8", COUNTED, {"sets": 2, "reps": 8}, ""),
        ("10", COUNTED, {"sets": 1}, ""),
        ("3 × 10, no hands", COUNTED, {}, "no hands"),
        ("2 × 8; slowly", COUNTED, {"sets": 2, "reps": 8}, "slowly"),
        ("4 × 20 s", COUNTED, {"sets": 4, "reps": 0, "hold": 20}, ""),
        ("2 × 10 each side", COUNTED, {}, "Dose here: 2 × 10 each side"),
        ("2 × 10 each side, held 3 s", BOTH, {"sets": 2, "reps": 10, "hold": 3}, ""),
        ("2 × 10 each side", BOTH, {"sets": 2, "reps": 10, "hold": 0}, ""),
        ("2 × 10", BOTH, {}, "Dose here: 2 × 10"),
        ("30 s each side", HELD, {"sets": 1}, ""),
        ("3 × 45 s each side, hands on the chair", HELD, {"hold": 45}, "hands on the chair"),
        ("3 × 10 each side", HELD, {}, "Dose here: 3 × 10 each side"),
        ("5 min", LASTING, {"sets": 1, "hold": 300}, ""),
        ("10–15 min, twice a day", LASTING, {}, "Dose here: 10–15 min, twice a day"),
        ("as long as you like", LASTING, {}, "Dose here: as long as you like"),
    ],
)
def test_a_programs_words_become_numbers_only_where_they_are_plain(
    words: str, kind: Dose, expected: dict[str, int], note: str
) -> None:
    found = taken(words, kind)
    assert (found.dose, found.note) == (expected, note)


@given(st.text(alphabet="0123456789 ×,;seachidmn–"))
def test_no_words_of_a_dose_get_lost(words: str) -> None:
    found = taken(words, COUNTED)
    assert found.dose or found.note or set(re.findall(r"\d+", words)) <= {"3", "10"}


def test_times_a_week() -> None:
    assert [weekly(words) for words in ("4 a week", "2 a week, not on days in a row", "1–2 a week", "daily")] == [
        4, 2, None, None,
    ]  # fmt: skip


def test_sessions_of_programs_fit_into_plans(library: Library) -> None:
    found = data(library, codes(LEDGER.read_text("utf-8")))
    sessions = [session for program in found["programs"] for session in program["sessions"]]
    assert len(sessions) == sum(len(stage.sessions) for one in library.all(Program) for stage in one.stages)
    for session in sessions:
        for _, changed, note in session["items"]:
            assert len(note) <= 140, note
            assert all(LIMITS[part][0] <= value <= LIMITS[part][1] for part, value in changed.items())
    plainly = [row for session in sessions for row in session["items"] if not row[2].startswith("Dose here")]
    assert len(plainly) > 0.7 * sum(len(session["items"]) for session in sessions)


def test_the_data_of_the_page_stay_small_and_inside_their_element(library: Library) -> None:
    text = str(script_data(data(library, codes(LEDGER.read_text("utf-8")))))
    assert "<" not in text
    assert len(text.encode()) < 1100 * len(library.all(Exercise))
    back = json.loads(text.replace("{ {", "{{"))
    assert {one["name"] for one in back["exercises"]} == {plain(one.name) for one in library.all(Exercise)}


def test_an_exercise_without_a_number_waits_and_a_number_without_exercise_stays(library: Library) -> None:
    known = codes(LEDGER.read_text("utf-8"))
    found = data(library, known[1:])
    assert len(found["exercises"]) == len(library.all(Exercise)) - 1
    gone = codes("# words\n7 moved-away 3 10 0 60 3\n")
    assert data(library, gone)["gone"] == [[7, "moved-away"]]
    assert [code.number for code in new_codes(gone, library.all(Exercise)[:2])] == [8, 9]


def test_a_revised_dose_leaves_old_links_alone(library: Library) -> None:
    known = codes("1 bridge 1 2 3 4 5\n")
    (one,) = data(library, known)["exercises"]
    assert one["linked"] == (1, 2, 3, 4, 5)
    assert one["dose"] == numbers(library.get(Exercise, "bridge").dose)
