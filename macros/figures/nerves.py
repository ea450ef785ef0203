"""Courses of nerves and of the inguinal ligament over the plates: schematic. Data only.

Points are of the standing figure: lateral (to its right), forward, up, in meters; they follow the records
of the nerves and the bones of the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from macros.figures.flesh import BOTH, Point, Sides


@dataclass(frozen=True)
class Trace:
    """A nerve or a ligament as a line."""

    structure: str | None
    """Record in data/structures."""
    points: tuple[Point, ...]
    """Of the right side."""
    width: float
    """Pixels."""
    hidden: Sides = ()
    """Sides where it is inside or behind muscle or bone: to be drawn dashed or pale."""
    sides: Sides = BOTH
    kind: Literal["nerve", "ligament"] = "nerve"


_IN_PSOAS: Sides = ("r",)
_BARE: Sides = ("l",)
"""Sides of the plate of nerves: with the psoas, which hides them, and without."""

NERVES = (
    # from the foramina below L1 to L4 into the back part of the psoas
    Trace(
        "lumbar-nerves", ((0.016, -0.216, 1.2), (0.026, -0.205, 1.185), (0.03, -0.196, 1.16)), 4, _IN_PSOAS
    ),
    Trace("lumbar-nerves", ((0.016, -0.208, 1.17), (0.028, -0.2, 1.15), (0.034, -0.19, 1.12)), 5, _IN_PSOAS),
    Trace(
        "lumbar-nerves", ((0.016, -0.204, 1.135), (0.028, -0.198, 1.118), (0.037, -0.188, 1.09)), 5, _IN_PSOAS
    ),
    Trace(
        "lumbar-nerves", ((0.016, -0.204, 1.1), (0.028, -0.198, 1.086), (0.043, -0.186, 1.068)), 5, _IN_PSOAS
    ),
    Trace("lumbar-plexus", ((0.03, -0.196, 1.16), (0.032, -0.192, 1.14), (0.034, -0.19, 1.12)), 3, _IN_PSOAS),
    Trace(
        "femoral-nerve", ((0.034, -0.19, 1.12), (0.038, -0.188, 1.085), (0.052, -0.176, 1.05)), 7, _IN_PSOAS
    ),
    Trace(
        "femoral-nerve",
        ((0.052, -0.176, 1.05), (0.064, -0.14, 1.0), (0.072, -0.105, 0.955), (0.073, -0.1, 0.905)),
        7,
    ),
    Trace("femoral-nerve", ((0.073, -0.1, 0.907), (0.082, -0.1, 0.875), (0.086, -0.102, 0.845)), 4),
    Trace("femoral-nerve", ((0.073, -0.1, 0.907), (0.073, -0.1, 0.875), (0.071, -0.102, 0.845)), 4),
    Trace(
        "genitofemoral-nerve",
        ((0.026, -0.205, 1.185), (0.034, -0.19, 1.16), (0.036, -0.168, 1.132)),
        3,
        _IN_PSOAS,
    ),
    Trace(
        "genitofemoral-nerve",
        (
            (0.036, -0.168, 1.132),
            (0.042, -0.145, 1.07),
            (0.05, -0.115, 1.0),
            (0.059, -0.1, 0.955),
            (0.062, -0.096, 0.905),
        ),
        3,
    ),
    Trace(
        "genitofemoral-nerve",
        ((0.05, -0.115, 1.0), (0.051, -0.1, 0.965), (0.033, -0.09, 0.925), (0.022, -0.09, 0.9)),
        3,
    ),
    Trace(
        "obturator-nerve",
        ((0.034, -0.192, 1.12), (0.031, -0.196, 1.085), (0.033, -0.196, 1.05)),
        5,
        _IN_PSOAS,
    ),
    Trace(
        "obturator-nerve",
        ((0.033, -0.196, 1.05), (0.046, -0.19, 1.005), (0.05, -0.165, 0.955), (0.046, -0.13, 0.912)),
        5,
    ),
    Trace("obturator-nerve", ((0.046, -0.13, 0.912), (0.046, -0.118, 0.88), (0.05, -0.115, 0.85)), 5, BOTH),
    Trace(
        "lateral-femoral-cutaneous-nerve",
        ((0.028, -0.2, 1.15), (0.042, -0.192, 1.118), (0.056, -0.188, 1.088)),
        4,
        _IN_PSOAS,
    ),
    Trace(
        "lateral-femoral-cutaneous-nerve",
        (
            (0.056, -0.188, 1.088),
            (0.085, -0.16, 1.045),
            (0.105, -0.115, 1.005),
            (0.111, -0.098, 0.985),
            (0.117, -0.1, 0.92),
            (0.12, -0.11, 0.85),
        ),
        4,
    ),
    # the trunk to the sacral plexus, and the sciatic nerve that leaves the pelvis at the back
    Trace(
        None,
        ((0.022, -0.2, 1.092), (0.023, -0.2, 1.06), (0.033, -0.2, 1.02), (0.046, -0.208, 0.985)),
        5,
        sides=_BARE,
    ),
    Trace(
        "lumbar-nerves", ((0.014, -0.208, 1.065), (0.022, -0.205, 1.05), (0.031, -0.2, 1.027)), 5, sides=_BARE
    ),
    Trace(
        "sciatic-nerve", ((0.018, -0.214, 1.02), (0.034, -0.21, 1.0), (0.046, -0.208, 0.985)), 4, sides=_BARE
    ),
    Trace(
        "sciatic-nerve",
        ((0.016, -0.226, 0.995), (0.034, -0.216, 0.985), (0.053, -0.212, 0.968)),
        4,
        sides=_BARE,
    ),
    Trace("sciatic-nerve", ((0.046, -0.208, 0.985), (0.055, -0.214, 0.965)), 8, sides=_BARE),
    Trace(
        "sciatic-nerve",
        ((0.055, -0.214, 0.965), (0.074, -0.222, 0.935), (0.092, -0.215, 0.89), (0.098, -0.2, 0.82)),
        8,
        BOTH,
        _BARE,
    ),
)
"""From the spine downward; each nerve in pieces, as it is hidden or not."""

INGUINAL_LIGAMENT = Trace(
    "inguinal-ligament",
    ((0.123, -0.1, 1.0), (0.076, -0.092, 0.958), (0.026, -0.094, 0.924)),
    5,
    kind="ligament",
)
