"""Moment arm and length of the hip flexors over hip flexion."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from macros.figures.atlas import CURVES
from macros.figures.manifest import Curves
from macros.figures.model import anatomy
from macros.figures.muscles import tendons_of

STEP = float(np.radians(0.5))
"""Angle over which a length is differentiated, radians."""

SOURCE = "MyoFullBody (myo-sim), a model of one body: compare shapes, not people"


def _lengths(muscle: str, flexion: float, knee: float) -> float:
    """Mean length of the right-hand paths of a muscle, meters; angles in radians."""
    figure = anatomy()
    qpos = figure.neutral.copy()
    qpos[figure.joint["hip_flexion_r"]] = flexion
    qpos[figure.joint["knee_angle_r"]] = knee
    figure.couple(qpos)
    own = [t for t in tendons_of(figure, muscle) if "_r_" in figure.model.tendon(t).name]
    return float(np.mean(figure.lengths(qpos)[own]))


def curves(angles: Sequence[int], knee: int = 0) -> Curves:
    """Curves over hip flexion, pelvis and spine as in standing, the knee at a fixed angle (degrees).

    The moment arm is the change of length for each radian of flexion (virtual work): positive
    where the muscle flexes the hip.
    """
    bent = float(np.radians(knee))
    muscles: dict[str, dict[str, list[float]]] = {}
    for key, muscle in CURVES.items():
        standing = _lengths(muscle, 0.0, 0.0)
        arms, lengths = [], []
        for angle in angles:
            at = float(np.radians(angle))
            before, after = _lengths(muscle, at - STEP, bent), _lengths(muscle, at + STEP, bent)
            arms.append(round(-(after - before) / (2 * STEP) * 1000, 1))
            lengths.append(round(_lengths(muscle, at, bent) / standing, 4))
        muscles[key] = {"moment_arm_mm": arms, "length_to_standing": lengths}
    return Curves(hip_flexion_deg=list(angles), knee_flexion_deg=knee, muscles=muscles, source=SOURCE)
