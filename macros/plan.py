"""A plan that travels inside a link: what the page of the builder knows of exercises and programs.

Links name exercises by numbers and hold what differs from a dose. Both stand in `plan-codes.txt` and never
change, so that an old link means the same for ever, also when a record's dose is revised.
Run this module (`python -m macros.plan`) to number new exercises.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros import pictures
from macros.exercises import rules_for
from macros.library import Library, load
from macros.models import Caution, Exercise, Program
from macros.models.exercise import Dose, OwnCaution
from macros.models.vocabulary import Concern
from macros.page import Page
from macros.templating import capital, sentence
from macros.text import plain
from macros.triage import script_data

LEDGER = Path(__file__).with_name("plan-codes.txt")

MANY = 4
"""More exercises than this get a gentle warning (our judgment)."""

Numbers = tuple[int, int, int, int, int]
"""Sets, repetitions, seconds of a hold (or of the whole set), seconds of rest, times a week; 0 for none."""


PARTS = ("sets", "reps", "hold", "rest", "week")
"""Names of these numbers in links and scripts."""


@dataclass(frozen=True)
class Code:
    """An exercise's number in links, and the dose that links are counted from."""

    number: int
    exercise: str
    dose: Numbers

    @property
    def line(self) -> str:
        """The line of the ledger."""
        return " ".join(map(str, (self.number, self.exercise, *self.dose)))


def codes(ledger: str) -> list[Code]:
    """The ledger read: one line a number, comments left out."""
    found = []
    for line in ledger.splitlines():
        if line and not line.startswith("#"):
            number, exercise, sets, reps, hold, rest, week = line.split()
            found.append(Code(int(number), exercise, (int(sets), int(reps), int(hold), int(rest), int(week))))
    return found


def numbers(dose: Dose) -> Numbers:
    """A record's dose as links count it."""
    return dose.sets, dose.reps or 0, dose.duration_s or dose.hold_s or 0, dose.rest_s, dose.per_week


def new_codes(known: Sequence[Code], exercises: Sequence[Exercise]) -> list[Code]:
    """Numbers for the exercises that have none yet, after the highest one given."""
    named = {code.exercise for code in known}
    start = max((code.number for code in known), default=0) + 1
    unnamed = [exercise for exercise in exercises if exercise.id not in named]
    return [Code(start + at, one.id, numbers(one.dose)) for at, one in enumerate(unnamed)]


@dataclass(frozen=True)
class Taken:
    """What could be taken from the words of a program's dose."""

    dose: dict[str, int]
    """Parts of the dose that differ from the exercise's own, as links name them."""
    note: str
    """The words that are left."""


INSTEAD = "Dose here: "
"""Before a program's dose that numbers can't say."""

_AMOUNT = re.compile(
    r"(?:(?P<sets>\d+) × )?(?P<count>\d+)(?: (?P<unit>s|min))?(?P<side>,? each side)?"
    r"(?:, held (?P<hold>\d+) s)?(?:(?:[,;] )(?P<note>.+)|$)"
)


def taken(words: str, dose: Dose) -> Taken:
    """A dose in words (“2 × 10 each side, held 3 s; slowly”) as numbers and a note.

    What doesn't fit the exercise's own kind of dose stays whole in the note.
    """
    match = _AMOUNT.fullmatch(words)
    if match is None or bool(match["side"]) != dose.per_side:
        return Taken({}, f"{INSTEAD}{words}")
    found = {"sets": int(match["sets"] or 1)}
    count = int(match["count"])
    if match["unit"]:
        found |= {"reps": 0, "hold": count * (60 if match["unit"] == "min" else 1)}
    elif dose.reps:
        found |= {"reps": count, "hold": int(match["hold"] or 0)}
    else:  # a bare count says nothing of how long
        return Taken({}, f"{INSTEAD}{words}")
    old = dict(zip(PARTS, numbers(dose), strict=True))
    return Taken({part: value for part, value in found.items() if value != old[part]}, match["note"] or "")


def weekly(words: str) -> int | None:
    """Times a week, where the words say just that: “4 a week”, “2 a week, not on days in a row”."""
    match = re.match(r"(\d+) a week\b", words)
    return int(match[1]) if match else None


def plan_builder(page: Page) -> str:
    """The page of plans: build one, send it as a link, follow it.

    Example: `plan_builder()`
    """
    library = page.library
    known = codes(LEDGER.read_text(encoding="utf-8"))
    rules = rules_for(library, "every exercise")
    return page.render(
        "plan",
        exercises=sorted(library.all(Exercise), key=lambda one: one.name.lower()),
        programs=library.all(Program),
        stop=rules["stop"],
        before=rules["before"],
        many=MANY,
        data=script_data(data(library, known)),
    )


def data(library: Library, known: Sequence[Code]) -> dict[str, Any]:
    """All that the scripts need of the records; empty parts are left out."""
    shared = library.all(Caution)
    places = {caution.id: at for at, caution in enumerate(shared)}
    numbered = {code.exercise: code for code in known}
    return {
        "cautions": [_caution(caution) for caution in shared],
        "concerns": [{"id": concern, "name": capital(concern)} for concern in concerns(library) if concern],
        "exercises": [
            _exercise(library, one, numbered[one.id], places)
            for one in library.all(Exercise)
            if one.id in numbered
        ],
        "gone": [
            [code.number, code.exercise]
            for code in known
            if code.exercise not in library.records[Exercise.kind]
        ],
        "programs": [_program(library, one) for one in library.all(Program)],
    }


def concerns(library: Library) -> list[Concern]:
    """States of health that any exercise has a caution for."""
    rows: list[Caution | OwnCaution] = [*library.all(Caution)]
    for exercise in library.all(Exercise):
        rows += exercise.own_cautions
    return sorted({row.concern for row in rows})


def _caution(row: Caution | OwnCaution) -> list[str]:
    return [row.concern, row.advice, plain(row.text)]


def _exercise(library: Library, one: Exercise, code: Code, places: dict[str, int]) -> dict[str, Any]:
    drawn = pictures.frames(library.pictures, one)
    now = numbers(one.dose)
    found = {
        "code": code.number,
        "id": one.id,
        "name": plain(one.name),
        "also": [plain(alias) for alias in one.aliases],
        "dose": now,
        "linked": code.dose if code.dose != now else None,
        "lasts": one.dose.duration_s is not None,
        "sides": one.dose.per_side,
        "rep": one.dose.rep_s,
        "tempo": plain(one.dose.tempo),
        "setup": plain(one.setup),
        "steps": [plain(step) for step in one.steps],
        "feel": plain(one.feel),
        "stop": [plain(sentence(text)) for text in one.stop_if],
        "cautions": [*(places[id] for id in one.cautions), *map(_caution, one.own_cautions)],
        "frames": [
            _frame(one.id, at, frame) for at, frame in enumerate(drawn.shown if drawn else (), start=1)
        ],
    }
    return {key: value for key, value in found.items() if value not in (None, False, [], "")}


def _frame(id: str, at: int, frame: pictures.Frame) -> list[int | str]:
    """Step and note, and the file where it isn't called as usual."""
    usual = f"{Exercise.folder}/{id}-{at}.webp"
    file = [] if frame.entry["file"] == usual else [frame.entry["file"]]
    return [frame.pose.step, plain(frame.pose.note or ""), *file]


def _program(library: Library, one: Program) -> dict[str, Any]:
    sessions = []
    for stage in one.stages:
        for session in stage.sessions:
            week = weekly(session.frequency)
            items = []
            for item in session.items:
                exercise = library.get(Exercise, item.exercise)
                part = taken(plain(item.dose), exercise.dose)
                changed = {"week": week} if week not in (None, exercise.dose.per_week) else {}
                dose = {**part.dose, **changed}
                items.append([exercise.id, dose, part.note])
            name = f"{plain(stage.label)}: {plain(session.name)}"
            sessions.append({"name": name, "often": plain(session.frequency), "items": items})
    return {"id": one.id, "name": plain(one.name), "sessions": sessions}


def main() -> int:
    """Add new exercises to the ledger."""
    known = codes(LEDGER.read_text(encoding="utf-8"))
    added = new_codes(known, load(Path("data")).all(Exercise))
    with LEDGER.open("a", encoding="utf-8") as ledger:
        ledger.writelines(f"{code.line}\n" for code in added)
    print(f"{len(added)} added to {LEDGER.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
