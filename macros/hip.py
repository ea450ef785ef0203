"""The hip that moves: pictures over hip flexion, with lever and length of the muscles that flex it."""

from __future__ import annotations

from collections.abc import Sequence

from macros.charts import LineChart, Series
from macros.figures.manifest import HipEntry
from macros.page import MacroError, Page

NAMES = {
    "psoas": "Psoas",
    "iliacus": "Iliacus",
    "rectus_femoris": "Rectus fem.",
    "sartorius": "Sartorius",
    "tensor_fasciae_latae": "Tensor f. l.",
}
"""Key in the curves → short name for a chart."""

TRUSTED_TO = 100
"""Degrees of flexion beyond which the model's paths cut through what they would wrap around."""

STILL = (-20, 20, 60, 100)
"""Angles shown where the slider can't run."""


def moving_hip(page: Page) -> str:
    """A figure whose hip bends with a slider, beside lever and length of the hip flexors.

    Example: `moving_hip()`
    """
    hip = page.library.pictures["hip"]
    if hip is None:
        raise MacroError("the moving hip isn’t drawn yet: run `make figures`")
    angles = hip["curves"]["hip_flexion_deg"]
    drawn = [frame["angle"] for frame in hip["frames"]]
    return page.render(
        "moving_hip",
        frames=hip["frames"],
        still=STILL,
        charts=[
            (lever(hip), "Lever at the hip, millimeters"),
            (length(hip), "Length with tendon, % of standing"),
        ],
        angles=angles,
        rows=[at for at, angle in enumerate(angles) if angle in drawn],
        curves=hip["curves"]["muscles"],
        names=NAMES,
    )


def lever(hip: HipEntry) -> LineChart:
    """Moment arms for flexion, millimeters."""
    alt = "Lever of each hip flexor in millimeters over the bend of the hip; the table below has the numbers."
    return _chart(hip, "moment_arm_mm", 1, (0, 25, 50, 75, 100), alt)


def length(hip: HipEntry) -> LineChart:
    """Lengths against standing, percent."""
    alt = "Length of each hip flexor over the bend of the hip; the table below has the numbers."
    return _chart(hip, "length_to_standing", 100, (60, 70, 80, 90, 100, 110), alt)


def _chart(hip: HipEntry, key: str, factor: float, ticks: Sequence[float], alt: str) -> LineChart:
    angles, muscles = hip["curves"]["hip_flexion_deg"], hip["curves"]["muscles"]
    lines = [
        Series(name, muscle, angles, [factor * y for y in muscles[muscle][key]])
        for muscle, name in NAMES.items()
    ]
    return LineChart(alt, lines, (-20, 0, 20, 40, 60, 80, 100, 120), ticks, STILL[1], TRUSTED_TO)
