"""How long the hip flexors are in a posture, against standing upright."""

from __future__ import annotations

from functools import cache
from typing import TypedDict

import numpy as np

from macros.figures.model import Array, Side, anatomy

MEASURED = {
    "psoas": r"Ps_.*_{s}_tendon",
    "iliacus": r"iliacus_{s}_tendon",
    "rectus_femoris": r"recfem_{s}_tendon",
}
"""Muscle → pattern of its tendons' names; the psoas is the mean of its eleven fascicles."""


class SideLengths(TypedDict):
    """Lengths (muscle with its tendons) as a share of standing, 1.0 = as when standing."""

    psoas: float
    iliacus: float
    rectus_femoris: float


class Lengths(TypedDict):
    """Both sides."""

    right: SideLengths
    left: SideLengths


def meters(qpos: Array, side: Side, muscle: str) -> float:
    """Mean length of a muscle's paths, with tendon."""
    figure = anatomy()
    lengths = figure.lengths(qpos)
    return float(np.mean(lengths[figure.tendons(MEASURED[muscle].format(s=side))]))


@cache
def _standing(side: Side) -> dict[str, float]:
    return {muscle: meters(anatomy().neutral, side, muscle) for muscle in MEASURED}


def _of_side(qpos: Array, side: Side) -> SideLengths:
    share = {m: round(meters(qpos, side, m) / _standing(side)[m], 3) for m in MEASURED}
    return SideLengths(psoas=share["psoas"], iliacus=share["iliacus"], rectus_femoris=share["rectus_femoris"])


def lengths(qpos: Array) -> Lengths:
    """Lengths in one posture, both sides."""
    return Lengths(right=_of_side(qpos, "r"), left=_of_side(qpos, "l"))
