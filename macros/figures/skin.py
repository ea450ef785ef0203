"""The soft body: round cones fixed to the bones. It is what is seen and what touches the ground."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from macros.figures.model import Anatomy, Array, Side, anatomy

Point = tuple[float, float, float]
"""Of the standing figure: lateral, forward, up, meters."""


class Cone(NamedTuple):
    """A round cone: the hull of two balls."""

    name: str
    body: str
    start: Point
    start_radius: float
    end_body: str
    end: Point
    end_radius: float


def _cone(name: str, body: str, start: Point, r: float, end: Point, s: float, to: str = "") -> Cone:
    return Cone(name, body, start, r, to or body, end, s)


_LEVELS: list[tuple[str, str, float, float, float, float]] = [
    # name, body, half width to the center of the side columns, forward, up, radius
    ("hips", "pelvis", 0.072, -0.168, 0.935, 0.1),
    ("waist", "pelvis", 0.062, -0.17, 1.035, 0.095),
    ("belly", "lumbar3", 0.056, -0.174, 1.135, 0.092),
    ("ribs", "torso", 0.06, -0.186, 1.245, 0.097),
    ("chest", "torso", 0.07, -0.193, 1.35, 0.104),
    ("upper chest", "torso", 0.08, -0.205, 1.43, 0.086),
]
"""The trunk from below: at each level a bar across, between levels a column on each side."""


def _trunk() -> list[Cone]:
    """Bars and columns of the trunk. A bar starts on the right."""
    cones = [Cone(n, b, (x, y, z), r, b, (-x, y, z), r) for n, b, x, y, z, r in _LEVELS]
    for (name, body, x, y, z, r), (_, above, x2, y2, z2, r2) in pairwise(_LEVELS):
        for side, sign in (("r", 1), ("l", -1), ("middle", 0)):
            cones.append(Cone(f"{name} {side}", body, (sign * x, y, z), r, above, (sign * x2, y2, z2), r2))
    return cones


_HEAD = [
    _cone("neck", "torso", (0.0, -0.235, 1.485), 0.062, (0.0, -0.218, 1.6), 0.054, to="head"),
    _cone("skull", "head", (0.0, -0.228, 1.692), 0.081, (0.0, -0.185, 1.69), 0.081),
    _cone("face", "head", (0.0, -0.177, 1.66), 0.066, (0.0, -0.158, 1.598), 0.046),
    _cone("nose", "head", (0.0, -0.116, 1.668), 0.012, (0.0, -0.1, 1.642), 0.014),
]

_RIGHT = [
    _cone("buttock", "pelvis", (0.065, -0.218, 0.915), 0.092, (0.072, -0.2, 0.885), 0.09),
    _cone("thigh", "femur", (0.087, -0.17, 0.895), 0.093, (0.076, -0.16, 0.53), 0.06),
    _cone("knee", "tibia", (0.076, -0.158, 0.512), 0.058, (0.078, -0.178, 0.4), 0.057),
    _cone("shin", "tibia", (0.078, -0.178, 0.4), 0.057, (0.078, -0.172, 0.13), 0.037),
    _cone("instep", "talus", (0.078, -0.168, 0.13), 0.038, (0.082, -0.07, 0.083), 0.028, to="calcn"),
    _cone("inner sole", "calcn", (0.084, -0.207, 0.086), 0.036, (0.074, -0.045, 0.073), 0.023),
    _cone("outer sole", "calcn", (0.088, -0.2, 0.084), 0.034, (0.114, -0.055, 0.07), 0.02),
    _cone("great toe", "calcn", (0.074, -0.045, 0.073), 0.023, (0.07, 0.03, 0.066), 0.016, to="toes"),
    _cone("small toes", "calcn", (0.112, -0.052, 0.07), 0.02, (0.115, 0.01, 0.065), 0.015, to="toes"),
    _cone("shoulder", "torso", (0.07, -0.215, 1.468), 0.066, (0.168, -0.2, 1.468), 0.058, to="humerus"),
    _cone("upper arm", "humerus", (0.17, -0.2, 1.465), 0.056, (0.158, -0.195, 1.19), 0.042),
    _cone("forearm", "ulna", (0.162, -0.195, 1.185), 0.042, (0.173, -0.193, 1.1), 0.042),
    _cone("wrist", "ulna", (0.173, -0.193, 1.1), 0.042, (0.201, -0.177, 0.945), 0.026, to="radius"),
    _cone("palm index", "lunate", (0.203, -0.168, 0.93), 0.021, (0.213, -0.152, 0.85), 0.015),
    _cone("palm little", "lunate", (0.2, -0.183, 0.925), 0.02, (0.2, -0.194, 0.855), 0.014),
    _cone("palm middle", "lunate", (0.203, -0.175, 0.93), 0.021, (0.211, -0.172, 0.85), 0.015),
    _cone("index", "2proxph", (0.213, -0.152, 0.85), 0.0125, (0.222, -0.139, 0.765), 0.009, to="distph2"),
    _cone("middle", "3proxph", (0.213, -0.17, 0.85), 0.0125, (0.222, -0.165, 0.755), 0.009, to="distph3"),
    _cone("ring", "4proxph", (0.208, -0.184, 0.85), 0.012, (0.209, -0.191, 0.765), 0.009, to="distph4"),
    _cone("little", "5proxph", (0.199, -0.195, 0.857), 0.011, (0.193, -0.204, 0.785), 0.008, to="distph5"),
    _cone("thumb", "firstmc", (0.194, -0.15, 0.9), 0.016, (0.165, -0.112, 0.835), 0.01, to="distal_thumb"),
]


def _left(cone: Cone) -> Cone:
    """The same cone of the other side."""
    (a, b, c), (d, e, f) = cone.start, cone.end
    return cone._replace(start=(-a, b, c), end=(-d, e, f))


def _on(cone: Cone, side: Side) -> Cone:
    """A cone of one side, its bodies and itself with the side's letter."""

    def named(body: str) -> str:
        return body if body in ("pelvis", "torso") else f"{body}_{side}"

    return cone._replace(name=f"{cone.name}_{side}", body=named(cone.body), end_body=named(cone.end_body))


@dataclass(frozen=True)
class Skin:
    """Every cone's two balls: ball 2i starts cone i, ball 2i + 1 ends it."""

    names: list[str]
    """Cone names; those of a side end in _r or _l."""
    bodies: Array
    """Body of each ball, shape (2n,), integers."""
    offsets: Array
    """Center of each ball in its body's frame, meters, shape (2n, 3)."""
    radii: Array
    """Meters, shape (2n,)."""

    def centers(self, figure: Anatomy) -> Array:
        """World centers of the balls, meters, shape (2n, 3), as the figure stands now."""
        turns = figure.data.xmat.reshape(-1, 3, 3)[self.bodies]
        return np.asarray(figure.data.xpos[self.bodies] + np.einsum("nij,nj->ni", turns, self.offsets))

    def balls(self, names: Iterable[str]) -> list[int]:
        """Indices of the balls of the named cones; “heel_r.start” means one ball alone."""
        found: list[int] = []
        for name in names:
            cone, _, which = name.partition(".")
            first = 2 * self.names.index(cone)
            found += {"": [first, first + 1], "start": [first], "end": [first + 1]}[which]
        return found


@cache
def skin() -> Skin:
    """The body's outline."""
    figure = anatomy()
    cones = [*_trunk(), *_HEAD, *(_on(c, "r") for c in _RIGHT), *(_on(_left(c), "l") for c in _RIGHT)]
    return Skin(
        names=[cone.name for cone in cones],
        bodies=np.array([figure.body[b] for c in cones for b in (c.body, c.end_body)]),
        offsets=np.array(
            [o for c in cones for o in (figure.local(c.body, c.start), figure.local(c.end_body, c.end))]
        ),
        radii=np.array([r for c in cones for r in (c.start_radius, c.end_radius)]),
    )
