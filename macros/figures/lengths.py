"""How long the hip flexors are in a posture, against standing upright."""

from __future__ import annotations

from functools import cache

import numpy as np

from macros.figures.model import Array, Side, anatomy

MEASURED = {
    "psoas": r"Ps_.*_{s}_tendon",
    "iliacus": r"iliacus_{s}_tendon",
    "rectus_femoris": r"recfem_{s}_tendon",
}
"""Muscle → pattern of its tendons' names; the psoas is the mean of its eleven fascicles."""


def meters(qpos: Array, side: Side, muscle: str) -> float:
    """Mean length of a muscle's paths, with tendon."""
    figure = anatomy()
    lengths = figure.lengths(qpos)
    return float(np.mean(lengths[figure.tendons(MEASURED[muscle].format(s=side))]))


@cache
def _standing(side: Side) -> dict[str, float]:
    return {muscle: meters(anatomy().neutral, side, muscle) for muscle in MEASURED}


def _of_side(qpos: Array, side: Side) -> dict[str, float]:
    return {muscle: round(meters(qpos, side, muscle) / _standing(side)[muscle], 3) for muscle in MEASURED}


def lengths(qpos: Array) -> dict[str, dict[str, float]]:
    """Side → muscle → length with its tendons in one posture, as a share of its length in standing."""
    return {"right": _of_side(qpos, "r"), "left": _of_side(qpos, "l")}
