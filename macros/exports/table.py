"""The exercises as a flat table (RFC 4180), and the description of its columns (Table Schema)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from macros.library import Library, links
from macros.models import Caution, Exercise
from macros.models.links import ReferenceId
from macros.text import Text, plain

JOINT = "; "
"""Stands between the items of a list; inside an item it becomes a comma."""

Value = str | int | float | bool | None | Iterable[str]


@dataclass(frozen=True)
class Column:
    """A column: its name and type, what it means, and where its value comes from."""

    name: str
    type: Literal["string", "integer", "number", "boolean", "date"]
    meaning: str
    value: Callable[[Exercise, Library], Value]


def _equipment(need: str) -> Callable[[Exercise, Library], list[str]]:
    return lambda one, _: [" or ".join(thing.any_of) for thing in one.equipment if thing.need == need]


def _cautions(one: Exercise, library: Library) -> dict[str, None]:
    shared = (library.get(Caution, id) for id in one.cautions)
    asked = [(caution.concern, caution.advice) for caution in shared]
    asked += [(caution.concern, caution.advice) for caution in one.own_cautions]
    return dict.fromkeys(f"{concern}: {advice}" for concern, advice in asked)


def _sources(one: Exercise, _: Library) -> dict[str, None]:
    return dict.fromkeys(str(link) for _, link in links(one) if isinstance(link, ReferenceId))


COLUMNS = (
    Column("id", "string", "Permanent id", lambda one, _: one.id),
    Column("name", "string", "What readers call it", lambda one, _: one.name),
    Column("address", "string", "Page, from the root of the site", lambda one, _: one.address),
    Column("summary", "string", "What it is and what it is for", lambda one, _: one.summary),
    Column("goal", "string", "The one thing it is mainly for", lambda one, _: one.goal),
    Column("level", "integer", "1 for nearly everybody … 5 for trained people", lambda one, _: one.level),
    Column("position", "string", "Body position", lambda one, _: one.position),
    Column("equipment", "string", "List: what is needed", _equipment("needed")),
    Column("equipment_optional", "string", "List: what helps", _equipment("optional")),
    Column("equipment_later", "string", "List: what harder forms need", _equipment("later")),
    Column(
        "primary_muscles",
        "string",
        "List: muscles it is for",
        lambda one, _: (use.muscle for use in one.primary_muscles),
    ),
    Column(
        "secondary_muscles",
        "string",
        "List: muscles that help or are lengthened as well",
        lambda one, _: (use.muscle for use in one.secondary_muscles),
    ),
    Column("setup", "string", "Starting position", lambda one, _: one.setup),
    Column("steps", "string", "List: what to do, in order", lambda one, _: one.steps),
    Column("feel", "string", "Where it should be felt", lambda one, _: one.feel),
    Column("breathing", "string", "How to breathe", lambda one, _: one.breathing),
    Column("sets", "integer", "Rounds", lambda one, _: one.dose.sets),
    Column("reps", "integer", "Repetitions a set", lambda one, _: one.dose.reps),
    Column("hold_s", "integer", "Seconds a position is held", lambda one, _: one.dose.hold_s),
    Column("duration_s", "integer", "Seconds a set goes on", lambda one, _: one.dose.duration_s),
    Column("rep_s", "number", "Seconds one repetition moves", lambda one, _: one.dose.rep_s),
    Column("per_side", "boolean", "Each side has its own sets", lambda one, _: one.dose.per_side),
    Column("rest_s", "integer", "Seconds of rest between sets", lambda one, _: one.dose.rest_s),
    Column("per_week", "integer", "Sessions a week", lambda one, _: one.dose.per_week),
    Column("minutes", "integer", "Minutes a session takes", lambda one, _: one.dose.minutes),
    Column("tempo", "string", "Speed, in words", lambda one, _: one.dose.tempo),
    Column("dose_basis", "string", "Where the dose comes from", lambda one, _: one.dose.basis),
    Column("stop_if", "string", "List: reasons to stop, beside rules.json", lambda one, _: one.stop_if),
    Column("cautions", "string", "List: state of health, and what it asks for", _cautions),
    Column("easier", "string", "List: ids of easier versions", lambda one, _: one.regressions),
    Column("harder", "string", "List: ids of harder versions", lambda one, _: one.progressions),
    Column("suits", "string", "List: ids of patterns it suits", lambda one, _: one.suits),
    Column("evidence", "string", "What studies say", lambda one, _: one.evidence.statement),
    Column("certainty", "string", "How sure that is (GRADE)", lambda one, _: one.evidence.certainty),
    Column("sources", "string", "List: ids of references", _sources),
    Column("reviewed", "date", "Day of the last review", lambda one, _: one.reviewed.isoformat()),
    Column("review_due", "date", "Day of the next review", lambda one, _: one.review_due.isoformat()),
)


def exercises_csv(library: Library) -> str:
    """One row for each exercise, in the order of their ids."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(column.name for column in COLUMNS)
    for one in library.all(Exercise):
        writer.writerow(_cell(column.value(one, library)) for column in COLUMNS)
    return file.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (str, int, float)):
        return _words(value) if isinstance(value, str) else f"{value:g}"
    return JOINT.join(_words(item).replace(JOINT, ", ") for item in value)


def _words(text: str) -> str:
    return plain(text) if isinstance(text, Text) else text


def table_schema() -> dict[str, Any]:
    """The columns in the words of Frictionless Table Schema (v1)."""
    fields = [{"name": column.name, "type": column.type, "description": column.meaning} for column in COLUMNS]
    return {"fields": fields, "primaryKey": "id", "missingValues": [""]}
