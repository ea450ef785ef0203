"""What is drawn: colors, shapes of props, and which muscles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from macros.figures.model import Array

Color = tuple[float, float, float]


def color(text: str) -> Color:
    """“#c4472f” → three numbers from 0 to 1."""
    return (int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255)


BONE = color("#efe2c4")
SKIN_LIGHT = color("#b7cfcc")
SKIN_RIM = color("#557f7e")
ILIOPSOAS = color("#c4472f")
MUSCLE = color("#e3a83c")
MAT = color("#7f9b98")
WOOD = color("#b39a7a")
METAL = color("#8d979c")
CLOTH = color("#a9b7b5")
BAND = color("#3f7f86")
WATER = color("#6fa9c4")
SADDLE = color("#5e6a6f")
SHADOW = color("#101817")

Kind = Literal["box", "cylinder", "capsule", "ellipsoid"]


@dataclass(frozen=True)
class Shape:
    """One solid of a prop."""

    kind: Kind
    center: Array
    """World, meters, shape (3,)."""
    size: Array
    """Half sizes of a box or ellipsoid; radius, radius, half length of the others; shape (3,)."""
    turn: Array
    """Rotation matrix from the solid's frame, shape (3, 3)."""
    color: Color
    alpha: float = 1.0
    """Less than 1 for what is seen through."""
    vast: bool = False
    """Goes on beyond the picture: the camera need not hold all of it."""


def box(low: Array, high: Array, tint: Color, alpha: float = 1.0, *, vast: bool = False) -> Shape:
    """An upright box between two corners."""
    low, high = np.minimum(low, high), np.maximum(low, high)
    return Shape("box", (low + high) / 2, (high - low) / 2, np.eye(3), tint, alpha, vast)


def rod(start: Array, end: Array, radius: float, tint: Color, kind: Kind = "capsule") -> Shape:
    """A rod between two points."""
    along = end - start
    length = float(np.linalg.norm(along))
    z = along / length if length > 1e-9 else np.array([0.0, 0.0, 1.0])
    x = np.cross([1.0, 0.0, 0.0] if abs(z[0]) < 0.9 else [0.0, 1.0, 0.0], z)
    x /= np.linalg.norm(x)
    turn = np.stack([x, np.cross(z, x), z], axis=1)
    return Shape(kind, (start + end) / 2, np.array([radius, radius, length / 2]), turn, tint)
