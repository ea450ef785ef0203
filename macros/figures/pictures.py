"""Cameras and colors: from the frames of a record to its pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image

from macros.figures import scene
from macros.figures.model import anatomy
from macros.figures.muscles import bellies, second_color, tendons_of
from macros.figures.render import Camera, framed, painter
from macros.figures.scene import Shape
from macros.figures.skin import skin
from macros.figures.stage import Placed, Props, stage
from macros.models.exercise import MuscleUse
from macros.models.pose import BodyPosition, Pose

SIDE, FRONT = Camera(16, -9), Camera(72, -9)
FROM_ABOVE, LYING_FRONT = Camera(14, -52), Camera(90, -12)


def camera_for(pose: Pose, position: BodyPosition) -> Camera:
    """The direction a pose is looked at from."""
    if pose.view == "side":
        return SIDE
    if position == "supine":
        return FROM_ABOVE
    if position == "side-lying":
        return LYING_FRONT
    return FRONT


def _corners(shape: Shape) -> np.ndarray:
    """Corners of the box around a solid, shape (8, 3)."""
    x, y, z = shape.size
    if shape.kind == "capsule":
        z += x
    signs = np.array([[a, b, c] for a in (-1, 1) for b in (-1, 1) for c in (-1, 1)])
    return np.asarray(shape.center + (signs * [x, y, z]) @ shape.turn.T)


def cameras(placed: Sequence[Placed], props: Props, position: BodyPosition) -> list[Camera]:
    """One camera for each frame; frames seen from the same direction share one."""
    views = [camera_for(p.pose, position) for p in placed]
    found: list[Camera] = []
    for view in views:
        same = [p for p, other in zip(placed, views, strict=True) if other == view]
        solids = [shape for p in same for shape in props.shapes(p) if not shape.vast]
        points = np.concatenate([*(p.centers for p in same), *(_corners(shape) for shape in solids)])
        radii = np.concatenate([*(skin().radii for _ in same), np.zeros(8 * len(solids))])
        found.append(framed(view, points, radii))
    height = max(camera.height for camera in found)
    return [replace(camera, height=height) for camera in found]


def pictures(
    poses: Sequence[Pose], position: BodyPosition, muscles: Sequence[MuscleUse]
) -> list[tuple[Image.Image, Placed]]:
    """The pictures of a record, frame by frame."""
    placed = stage(poses, position)
    props = Props(placed, position)
    views = cameras(placed, props, position)
    return list(zip(_drawn(placed, views, props, second_color(tuple(muscles))), placed, strict=True))


def _drawn(
    placed: Sequence[Placed], views: Sequence[Camera], props: Props, second: Sequence[str]
) -> list[Image.Image]:
    """A picture of each placed figure: the iliopsoas in its color, other muscles in the second."""
    figure, brush = anatomy(), painter()
    others = sorted({t for muscle in second for t in tendons_of(figure, muscle)})
    iliopsoas = tendons_of(figure, "iliopsoas")
    drawn = []
    for now, camera in zip(placed, views, strict=True):
        figure.lengths(now.frame.qpos)
        groups = [(bellies(figure, others), scene.MUSCLE), (bellies(figure, iliopsoas), scene.ILIOPSOAS)]
        drawn.append(brush.paint(camera, groups, props.shapes(now), ground=props.ground(now)))
    return drawn


AROUND_HIP = ["ribs", "waist", "hips", "thigh_r", "thigh_l", "knee_r", "knee_l"]
"""Parts of the body that the moving hip shows whole."""


def moving_hip(angles: Sequence[int]) -> list[Image.Image]:
    """Standing on the left leg while the right hip moves to each angle (degrees); trunk and thighs."""
    placed = stage([hip_pose(angle) for angle in angles], "standing")
    near = skin().balls(AROUND_HIP)
    points = np.concatenate([now.centers[near] for now in placed])
    camera = framed(SIDE, points, np.tile(skin().radii[near], len(placed)))
    return _drawn(placed, [camera] * len(placed), Props(placed, "standing"), ["hip flexors"])


def hip_pose(angle: int) -> Pose:
    """Standing on the left leg with the right hip at an angle; the knee bends as the thigh rises."""
    knee = round(max(0.0, min(angle, 90) * 80 / 90)) if angle >= 0 else 15
    both = {"right": 0, "left": 0}
    return Pose.model_validate(
        {
            "frame": f"{angle}°",
            "step": 0,
            "view": "side",
            "support": "left foot",
            "trunk_lean": 0,
            "trunk_flexion": 0,
            "head_flexion": 0,
            "hip_flexion": {"right": angle, "left": 0},
            "knee_flexion": {"right": knee, "left": 0},
            "ankle_dorsiflexion": both,
            "shoulder_flexion": {"right": 50, "left": 50},  # arms out of the way
            "elbow_flexion": {"right": 115, "left": 115},
        }
    )
