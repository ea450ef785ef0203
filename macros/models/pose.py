"""A pose: the joint angles of one key frame, from which the pictures are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field
from pydantic_core import PydanticCustomError

from macros.models.base import Items, Model
from macros.text import Name

BodyPosition = Literal[
    "supine",
    "prone",
    "side-lying",
    "sitting",
    "hands and knees",
    "kneeling",
    "half-kneeling",
    "standing",
    "hanging",
]

Prop = Literal[
    "band",
    "bar",
    "bed",
    "bench",
    "bike",
    "block",
    "cable",
    "chair",
    "cushion",
    "dumbbells",
    "mat",
    "pillow",
    "slider",
    "slope",
    "step",
    "stick",
    "strap",
    "wall",
    "water to chest",
]

A = TypeVar("A")


class Sides(Model, Generic[A]):
    """Degrees for the right and the left limb."""

    right: A
    left: A


HipFlexion = Sides[Annotated[int, Field(ge=-35, le=150)]]
HipAbduction = Sides[Annotated[int, Field(ge=-40, le=90)]]
HipRotation = Sides[Annotated[int, Field(ge=-60, le=90)]]
KneeFlexion = Sides[Annotated[int, Field(ge=-5, le=160)]]
AnkleDorsiflexion = Sides[Annotated[int, Field(ge=-90, le=45)]]
ShoulderAngle = Sides[Annotated[int, Field(ge=-80, le=185)]]
ElbowFlexion = Sides[Annotated[int, Field(ge=-10, le=155)]]


class Pose(Model):
    """One key frame: joint angles in degrees, 0 = anatomical standing, flexion positive."""

    frame: Name
    """Name of the frame: start, end, tuck …"""
    step: Annotated[int, Field(ge=0, le=10)]
    """The step it shows the end of; 0 for the starting position."""
    view: Literal["side", "front"]
    """Side: the figure faces right. Front, when lying on the side: seen from the front."""
    support: Name
    """What of the body rests on something."""
    trunk_lean: Annotated[int, Field(ge=-180, le=180)]
    """Pelvis-to-shoulder line from upright: 90 face down, −90 face up; lying on the side: 90."""
    trunk_flexion: Annotated[int, Field(ge=-60, le=90)]
    """Rounding (+) or arching (−) of the trunk against the pelvis."""
    trunk_side_bend: Annotated[int, Field(ge=-50, le=50)] = 0
    """To the left."""
    trunk_rotation: Annotated[int, Field(ge=-90, le=90)] = 0
    """To the right."""
    head_flexion: Annotated[int, Field(ge=-60, le=60)]
    hip_flexion: HipFlexion
    hip_abduction: HipAbduction | None = None
    hip_external_rotation: HipRotation | None = None
    knee_flexion: KneeFlexion
    ankle_dorsiflexion: AnkleDorsiflexion
    """Foot drawn up is positive, pointed negative."""
    shoulder_flexion: ShoulderAngle
    """0 by the side, 90 forward, 180 overhead."""
    shoulder_abduction: ShoulderAngle | None = None
    elbow_flexion: ElbowFlexion
    props: Items[Prop] = ()
    """Things drawn with the figure."""
    note: Name | None = None
    """What the angles don't say."""


def shown_in_order(poses: Sequence[Pose], steps: Sequence[object]) -> None:
    """Poses show steps that exist, in the order of the steps; else a PydanticCustomError."""
    before = 0
    for pose in poses:
        if pose.step > len(steps):
            raise PydanticCustomError(
                "step", f"pose “{pose.frame}”: there is no step {pose.step}, the last is {len(steps)}"
            )
        if pose.step < before:
            raise PydanticCustomError(
                "step", f"pose “{pose.frame}” shows step {pose.step} after one that shows step {before}"
            )
        before = pose.step
