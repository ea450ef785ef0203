"""Pictures made ahead by `make figures`, as pages show them: what is there, and what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from statistics import mean
from typing import Literal

from macros.figures.manifest import FOLDER, FrameEntry, Manifest
from macros.models import Assessment, Exercise
from macros.models.pose import Pose
from macros.templating import TEMPLATES

Side = Literal["right", "left"]
SIDES: tuple[Side, Side] = ("right", "left")

SAME = 0.01
"""Difference of lengths (share of standing) too small to speak of."""


@dataclass(frozen=True)
class Length:
    """How long a muscle of the model is, with its tendons, in one position."""

    muscle: str
    """Name as readers see it."""
    share: float
    """Of its length in upright standing: 1.06 is six percent longer."""

    @property
    def words(self) -> str:
        """“about 6% longer than when you stand”."""
        percent = round(abs(self.share - 1) * 100)
        if not percent:
            return "about as long as when you stand"
        return f"about {percent}% {'longer' if self.share > 1 else 'shorter'} than when you stand"

    @property
    def short(self) -> str:
        """“+6%”."""
        percent = round((self.share - 1) * 100)
        return f"{percent:+d}%".replace("-", "−") if percent else "±0%"


@dataclass(frozen=True)
class Frame:
    """One key frame of an exercise or a test."""

    entry: FrameEntry
    pose: Pose
    side: Side | None
    """Side whose lengths are told; None where both sides are alike."""

    @property
    def lengths(self) -> list[Length]:
        """Of the iliopsoas and of the rectus femoris."""
        of = self.entry["lengths"][self.side or "right"]
        return [Length("Iliopsoas", iliopsoas(of)), Length("Rectus femoris", of["rectus_femoris"])]


@dataclass(frozen=True)
class Frames:
    """The key frames of a record, in the order of its steps."""

    entries: Sequence[FrameEntry]
    poses: Sequence[Pose]

    @cached_property
    def side(self) -> Side | None:
        """The side that moves most, in the length of its iliopsoas; None where the sides stay alike."""
        shares = {side: [iliopsoas(entry["lengths"][side]) for entry in self.entries] for side in SIDES}
        if all(abs(right - left) < SAME for right, left in zip(shares["right"], shares["left"], strict=True)):
            return None
        return max(SIDES, key=lambda side: max(shares[side]) - min(shares[side]))

    @property
    def shown(self) -> list[Frame]:
        """The frames with the side that they tell of."""
        return [Frame(entry, pose, self.side) for entry, pose in zip(self.entries, self.poses, strict=True)]

    @property
    def longest(self) -> Length:
        """The longest that the iliopsoas of either side gets."""
        return Length("Iliopsoas", max(iliopsoas(e["lengths"][s]) for e in self.entries for s in SIDES))

    @property
    def shortest(self) -> Length:
        """The shortest that the iliopsoas of either side gets."""
        return Length("Iliopsoas", min(iliopsoas(e["lengths"][s]) for e in self.entries for s in SIDES))

    @property
    def last(self) -> FrameEntry:
        """The picture that stands for all on a card."""
        return self.entries[-1]


def frames(manifest: Manifest, record: Exercise | Assessment) -> Frames | None:
    """Key frames of a record; None before they are drawn."""
    drawn = manifest["exercises"] if isinstance(record, Exercise) else manifest["assessments"]
    entry = drawn.get(record.id)
    if entry is None or len(entry["frames"]) != len(record.poses):
        return None
    return Frames(entry["frames"], record.poses)


SECTIONS = tuple(
    sorted(path.name.removesuffix(".svg.j2") for path in (TEMPLATES / "plates").glob("*.svg.j2"))
)
"""Plates drawn by hand, as templates."""


def plates_of(manifest: Manifest, structure: str) -> list[str]:
    """Plates with a label for a structure, drawn ones first."""
    drawn = [
        id
        for id, plate in manifest["plates"].items()
        if structure in {label["structure"] for label in plate["labels"]}
    ]
    return [*drawn, *(id for id in SECTIONS if structure in _labeled(id))]


@cache
def _labeled(section: str) -> frozenset[str]:
    """Structures that the labels of a hand-drawn plate link to."""
    source = (TEMPLATES / f"plates/{section}.svg.j2").read_text(encoding="utf-8")
    return frozenset(re.findall(r"structures/([a-z0-9-]+)\.html", source))


def iliopsoas(of: Mapping[str, float]) -> float:
    """Length of the iliopsoas as a share of standing: the mean of psoas major and iliacus."""
    return mean((of["psoas"], of["iliacus"]))


def address(file: str) -> str:
    """Address of a picture from the root of the site."""
    return f"{FOLDER.relative_to('docs').as_posix()}/{file}"
