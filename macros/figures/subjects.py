"""The records that have poses: what of them is drawn, and where they are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from macros.load import parse
from macros.models.assessment import Assessment
from macros.models.exercise import Exercise
from macros.models.pose import BodyPosition, Pose
from macros.models.vocabulary import Muscle

Kind = Literal["exercise", "assessment"]

ILIOPSOAS: tuple[Muscle, ...] = ("iliopsoas", "psoas major", "iliacus")
"""The muscles that every picture shows."""


@dataclass(frozen=True)
class Subject:
    """A record as far as its pictures show it."""

    kind: Kind
    id: str
    name: str
    position: BodyPosition
    poses: tuple[Pose, ...]
    muscles: tuple[Muscle, ...]
    """Drawn beside the iliopsoas, in the second color."""
    lengthens: tuple[Muscle, ...] = ()
    """What a stretch is for; nothing for other records."""

    @property
    def title(self) -> str:
        """“exercise bridge”, as messages name it."""
        return f"{self.kind} {self.id}"


def subject(record: Exercise | Assessment) -> Subject:
    """What is drawn of a record."""
    if isinstance(record, Assessment):
        return Subject(
            "assessment", record.id, record.name, record.position, record.poses, record.pictured_muscles
        )
    uses = tuple(use.muscle for use in record.primary_muscles)
    return Subject(
        "exercise",
        record.id,
        record.name,
        record.position,
        record.poses,
        tuple(muscle for muscle in uses if muscle not in ILIOPSOAS),
        uses if record.goal == "lengthen" else (),
    )


def subjects(root: Path) -> list[Subject]:
    """Everything with poses in a checkout.

    Reads these records alone: pictures need no references, and a wrong reference is no reason to stop.
    """
    return [subject(record) for record in _records(root)]


def _records(root: Path) -> Iterator[Exercise | Assessment]:
    for model in (Exercise, Assessment):
        for path in sorted((root / "data" / model.folder).glob("*.yml")):
            document, problems = parse(path.read_bytes(), path.name, path.stem)
            if document is None or problems:
                raise ValueError(f"{path}: `make check` says what is wrong")
            yield model.model_validate_json(json.dumps(document.data))
