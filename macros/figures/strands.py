"""Muscles of the plates as strands in the standing model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from macros.figures.flesh import Flesh, Point
from macros.figures.model import MIDLINE_X, Anatomy, Array, Side
from macros.figures.muscles import Belly

SAMPLES = 40
"""Pieces of a strand."""

SMOOTHING = 6
"""How often the corners of a path are rounded."""


def world(point: Point) -> Array:
    """A point of the standing figure (lateral, forward, up) in the model's world."""
    lateral, forward, up = point
    return np.array([MIDLINE_X - lateral, -forward, up])


def on_side(points: Sequence[Point], side: Side) -> Array:
    """Points of the right side in the world, mirrored for the left; shape (n, 3)."""
    return np.stack([world(point if side == "r" else (-point[0], *point[1:])) for point in points])


def resampled(points: Array, samples: int = SAMPLES, smoothing: int = SMOOTHING) -> Array:
    """A path in pieces of equal length with rounded corners, shape (samples + 1, 3)."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    at = np.linspace(0, along[-1], samples + 1)
    curve = np.stack([np.interp(at, along, points[:, i]) for i in range(3)], axis=1)
    for _ in range(smoothing):
        curve[1:-1] = (curve[:-2] + 2 * curve[1:-1] + curve[2:]) / 4
    return curve


def model_path(figure: Anatomy, name: str, side: Side) -> Array:
    """A path of the model from its upper to its lower end, after `Anatomy.lengths`; shape (n, 3)."""
    points = figure.path(figure.tendon[f"{name}_{side}_tendon"])
    return points if points[0, 2] >= points[-1, 2] else points[::-1]


def strands(figure: Anatomy, flesh: Flesh, side: Side) -> list[Belly]:
    """The strands of one muscle of one side.

    A sheet is filled with strands between its paths; other muscles get one strand for each path.
    """
    curves = []
    for path in flesh.paths:
        points = model_path(figure, path, side) if isinstance(path, str) else on_side(path, side)
        curves.append(_shortened(resampled(points), flesh.short))
    if flesh.sheet:
        stack, rank = np.stack(curves), np.linspace(0, len(curves) - 1, flesh.sheet)
        before = np.minimum(rank.astype(int), len(curves) - 2)
        share = (rank - before)[:, None, None]
        curves = list(stack[before] * (1 - share) + stack[before + 1] * share)
    at = np.linspace(0, 1, SAMPLES + 1)
    moved = np.sin(np.pi * at)[:, None] * _shift(flesh.bow, side) + at[:, None] * _shift(flesh.reach, side)
    thick = np.interp(at, (0, 0.12, flesh.taper, 1), (0.6, 1, 1, flesh.end))
    return [Belly(curve + moved, flesh.radius * thick) for curve in curves]


def _shortened(curve: Array, by: float) -> Array:
    """A resampled path without its last `by` meters."""
    length = float(np.linalg.norm(np.diff(curve, axis=0), axis=1).sum())
    kept = SAMPLES * (1 - by / length)
    rank = np.linspace(0, kept, SAMPLES + 1)
    return np.stack([np.interp(rank, np.arange(SAMPLES + 1), curve[:, i]) for i in range(3)], axis=1)


def _shift(by: Point, side: Side) -> Array:
    """A displacement in the world."""
    return np.asarray(on_side([by], side)[0] - world((0.0, 0.0, 0.0)))
