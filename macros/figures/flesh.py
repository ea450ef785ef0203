"""Muscles and discs as they are drawn on the plates. Data only.

Points are of the standing figure: lateral (to its right), forward, up, in meters. Paths are those of the
model where they have a name; those made of points are set after the records of the muscles and the bones
of the model, where it lacks the muscle or draws a straight line through others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float, float]
Sides = tuple[Literal["r", "l"], ...]
BOTH: Sides = ("r", "l")

TINTS = {
    "psoas": "#c4472f",
    "psoas behind": "#8d2a22",
    "iliacus": "#e07f5f",
    "tendon": "#f0c4b4",
    "amber": "#d99a2b",
    "light": "#ecc06a",
    "brown": "#a9702a",
    "ocher": "#c08a4a",
    "disc": "#9fb9bd",
}
"""Name → color: reds belong to the iliopsoas alone."""


@dataclass(frozen=True)
class Flesh:
    """A muscle or tendon."""

    tint: str
    """Name in TINTS."""
    paths: tuple[str | tuple[Point, ...], ...]
    """Names of the model's tendons without side, or points of the right side."""
    radius: float
    """Of a strand where it is thickest, meters; drawn by eye, the model knows no shapes."""
    sheet: int = 0
    """Strands to fill the space between the paths with; 0 for one strand a path."""
    taper: float = 0.75
    """Share of the length after which a strand thins."""
    end: float = 0.4
    """Thickness at the lower end, as a share."""
    short: float = 0.0
    """Meters of the lower end that are left to a tendon drawn for itself."""
    bow: Point = (0.0, 0.0, 0.0)
    """How far the middle is moved: the model's paths are straight between their points."""
    reach: Point = (0.0, 0.0, 0.0)
    """How far the lower end is moved, the rest by its share: the model's trunk muscles end on a pelvis
    that is not quite the one it shows."""
    sides: Sides = BOTH
    alpha: float = 1.0


FRONT_FASCICLES = ("Ps_L1_VB", "Ps_L1_L2_IVD", "Ps_L2_L3_IVD", "Ps_L3_L4_IVD", "Ps_L4_L5_IVD", "Ps_L5_VB")
BACK_FASCICLES = ("Ps_L1_TP", "Ps_L2_TP", "Ps_L3_TP", "Ps_L4_TP", "Ps_L5_TP")


def _disc(up: float, front: float, fall: float = 0.0) -> Flesh:
    """A disc between two vertebrae; `fall`: how much lower its front is than its back."""

    def row(forward: float, half: float, up: float) -> tuple[Point, ...]:
        return ((half, forward - 0.004, up), (0.0, forward, up), (-half, forward - 0.004, up))

    rows = (
        row(front, 0.012, up - fall / 2),
        row(front - 0.014, 0.016, up),
        row(front - 0.028, 0.01, up + fall / 2),
    )
    return Flesh("disc", rows, 0.0055, sheet=17, end=0.6, taper=0.88, sides=("r",))


DISCS = (
    _disc(1.232, -0.2, -0.004),
    _disc(1.2045, -0.192, -0.004),
    _disc(1.1725, -0.184),
    _disc(1.138, -0.18),
    _disc(1.1025, -0.18, 0.002),
    _disc(1.066, -0.186, 0.012),
)
"""Discs T12–L1 to L5–S1, in the gaps that the model leaves for them; schematic."""

PSOAS_BACK = Flesh("psoas behind", BACK_FASCICLES, 0.0075, end=0.3, short=0.05, bow=(0.006, 0.0, 0.0))
PSOAS_FRONT = Flesh("psoas", FRONT_FASCICLES, 0.0085, end=0.35, short=0.045, bow=(0.005, 0.004, 0.0))

_ILIACUS: tuple[tuple[Point, ...], ...] = (
    ((0.117, -0.11, 1.008), (0.088, -0.107, 0.944), (0.09, -0.128, 0.901), (0.103, -0.162, 0.862)),
    ((0.119, -0.128, 1.038), (0.085, -0.11, 0.944), (0.088, -0.128, 0.901), (0.102, -0.162, 0.864)),
    ((0.11, -0.147, 1.06), (0.082, -0.112, 0.944), (0.086, -0.128, 0.901), (0.1, -0.16, 0.866)),
    ((0.092, -0.165, 1.066), (0.079, -0.114, 0.944), (0.084, -0.128, 0.901), (0.098, -0.16, 0.868)),
    ((0.07, -0.183, 1.058), (0.076, -0.116, 0.944), (0.082, -0.128, 0.901), (0.096, -0.16, 0.87)),
    ((0.05, -0.186, 1.028), (0.074, -0.118, 0.944), (0.081, -0.13, 0.901), (0.094, -0.16, 0.872)),
)
"""From the rim of the iliac fossa, front to back, over the brim of the pelvis where the model's one line
runs, to the femur."""

ILIACUS = Flesh("iliacus", _ILIACUS, 0.0062, sheet=14, end=0.5, bow=(-0.002, 0.006, 0.0))
TENDON = Flesh(
    "tendon",
    (((0.06, -0.13, 0.962), (0.064, -0.118, 0.932), (0.075, -0.148, 0.893), (0.087, -0.178, 0.87)),),
    0.0062,
    end=0.75,
)
LESSER_TROCHANTER: Point = (0.092, -0.178, 0.863)

ILIOPSOAS = (PSOAS_BACK, PSOAS_FRONT, ILIACUS, TENDON)


RECTUS_FEMORIS = Flesh("amber", ("recfem",), 0.017, taper=0.5, end=0.25, bow=(0.0, 0.012, 0.0))
SARTORIUS = Flesh(
    "brown",
    (
        (
            (0.121, -0.102, 0.998), (0.102, -0.082, 0.93), (0.075, -0.08, 0.83), (0.05, -0.09, 0.7),
            (0.034, -0.13, 0.58), (0.038, -0.17, 0.5), (0.05, -0.172, 0.457), (0.073, -0.142, 0.436),
        ),
    ),
    0.0105,
    taper=0.8,
)  # fmt: skip
ADDUCTOR_LONGUS = Flesh("light", ("addlong",), 0.012, taper=0.7)
TENSOR = Flesh(
    "ocher",
    (((0.118, -0.115, 1.015), (0.132, -0.12, 0.87)), ((0.128, -0.13, 1.022), (0.138, -0.132, 0.87))),
    0.009,
    sheet=3,
)
TRACT = Flesh(
    "tendon",
    (
        ((0.136, -0.122, 0.89), (0.139, -0.12, 0.822), (0.115, -0.14, 0.516), (0.111, -0.14, 0.476)),
        ((0.138, -0.134, 0.89), (0.141, -0.138, 0.822), (0.114, -0.15, 0.516), (0.109, -0.15, 0.476)),
    ),
    0.0035,
    sheet=4,
    end=0.8,
)
PECTINEUS = Flesh(
    "brown",
    (((0.034, -0.102, 0.926), (0.085, -0.165, 0.84)), ((0.052, -0.108, 0.93), (0.088, -0.17, 0.862))),
    0.008,
    sheet=4,
)

VASTI = (
    Flesh("light", ("vasint",), 0.012, taper=0.6, end=0.3),
    Flesh(
        "brown",
        (((0.128, -0.132, 0.86), (0.09, -0.112, 0.545)), ((0.122, -0.155, 0.72), (0.098, -0.12, 0.53))),
        0.013,
        sheet=4,
        taper=0.6,
        end=0.3,
        bow=(0.016, 0.014, 0.0),
    ),
    Flesh(
        "brown",
        (((0.092, -0.14, 0.78), (0.062, -0.113, 0.55)), ((0.08, -0.15, 0.68), (0.055, -0.125, 0.53))),
        0.012,
        sheet=4,
        taper=0.65,
        end=0.3,
        bow=(-0.026, 0.01, 0.0),
    ),
)
HAMSTRINGS = (
    Flesh("amber", ("bflh",), 0.016, taper=0.6, end=0.25),
    Flesh("amber", ("bfsh",), 0.01, taper=0.6, end=0.25),
    Flesh("brown", ("semimem",), 0.017, taper=0.7, end=0.3),
    Flesh("light", ("semiten",), 0.013, taper=0.5, end=0.25, bow=(0.004, -0.018, 0.0)),
)

QUADRATUS = Flesh(
    "light",
    (
        "QL_post_I.1-L3", "QL_post_I.2-L4", "QL_post_I.2-L3", "QL_post_I.2-L2", "QL_post_I.3-L1",
        "QL_post_I.3-L2", "QL_post_I.3-L3", "QL_mid_L3-12.3", "QL_mid_L3-12.2", "QL_mid_L3-12.1",
        "QL_mid_L2-12.1", "QL_mid_L4-12.3", "QL_ant_I.2-T12", "QL_ant_I.3-T12", "QL_ant_I.2-12.1",
        "QL_ant_I.3-12.1", "QL_ant_I.3-12.2", "QL_ant_I.3-12.3",
    ),
    0.0045,
    reach=(0.004, 0.004, -0.036),
)  # fmt: skip
ERECTOR = Flesh(
    "amber",
    (
        *(f"IL_R{n}" for n in range(5, 13)),
        *(f"IL_L{n}" for n in range(1, 5)),
        *(f"LTpT_R{n}" for n in range(4, 13)),
        *(f"LTpT_T{n}" for n in range(3, 13)),
    ),
    0.0055,
    end=0.7,
    reach=(0.0, -0.01, -0.045),
)
MULTIFIDUS = Flesh(
    "brown",
    (
        "MF_m1s", "MF_m1t.1", "MF_m1t.2", "MF_m1t.3", "MF_m2s", "MF_m2t.1", "MF_m2t.2", "MF_m2t.3", "MF_m3s",
        "MF_m3t.1", "MF_m3t.2", "MF_m3t.3", "MF_m4s", "MF_m4t.1", "MF_m4t.2", "MF_m4t.3", "MF_m5s",
        "MF_m5t.1", "MF_m5t.2", "MF_m5t.3", "MF_m1.laminar", "MF_m2.laminar", "MF_m3.laminar",
        "MF_m4.laminar", "MF_m5.laminar",
    ),
    0.0042,
)  # fmt: skip
GLUTEUS_MAXIMUS = Flesh(
    "brown",
    ("glmax1", "glmax2", "glmax3"),
    0.0085,
    sheet=13,
    end=0.6,
    bow=(0.004, -0.012, 0.0),
    reach=(0.008, -0.012, 0.0),
)
GLUTEUS_MEDIUS = Flesh(
    "amber",
    (
        ((0.134, -0.125, 1.03), (0.136, -0.178, 0.912)),
        ((0.13, -0.16, 1.055), (0.135, -0.18, 0.914)),
        ((0.112, -0.19, 1.066), (0.133, -0.183, 0.916)),
        ((0.092, -0.212, 1.058), (0.131, -0.185, 0.917)),
        ((0.078, -0.234, 1.03), (0.129, -0.187, 0.918)),
    ),
    0.0075,
    sheet=14,
    end=0.5,
    bow=(0.008, -0.024, 0.0),
)
GLUTEUS_MINIMUS = Flesh(
    "amber",
    (
        ((0.132, -0.122, 1.0), (0.133, -0.158, 0.91)),
        ((0.124, -0.152, 1.016), (0.134, -0.164, 0.911)),
        ((0.1, -0.186, 1.006), (0.133, -0.17, 0.912)),
    ),
    0.0072,
    sheet=10,
    end=0.5,
    bow=(0.012, -0.008, 0.0),
)
PIRIFORMIS = Flesh("light", ("piri",), 0.0095, taper=0.5)
EXTERNAL_OBLIQUE = Flesh(
    "amber",
    (
        ((0.098, -0.094, 1.292), (0.072, -0.082, 1.23), (0.05, -0.084, 1.18)),
        ((0.116, -0.102, 1.266), (0.09, -0.086, 1.18), (0.052, -0.082, 1.11)),
        ((0.126, -0.116, 1.248), (0.102, -0.09, 1.14), (0.06, -0.084, 1.04)),
        ((0.132, -0.138, 1.24), (0.114, -0.1, 1.11), (0.09, -0.092, 0.985)),
        ((0.137, -0.158, 1.236), (0.122, -0.115, 1.1), (0.121, -0.105, 1.005)),
        ((0.136, -0.18, 1.23), (0.127, -0.14, 1.12), (0.13, -0.14, 1.05)),
        ((0.126, -0.205, 1.216), (0.12, -0.17, 1.13), (0.116, -0.16, 1.072)),
    ),
    0.0062,
    sheet=26,
    taper=0.9,
    end=0.9,
)
INTERNAL_OBLIQUE = Flesh(
    "light",
    (
        ((0.124, -0.1, 1.01), (0.095, -0.088, 1.01), (0.05, -0.092, 1.0)),
        ((0.13, -0.12, 1.042), (0.1, -0.09, 1.07), (0.05, -0.084, 1.09)),
        ((0.128, -0.142, 1.058), (0.108, -0.098, 1.12), (0.055, -0.086, 1.17)),
        ((0.118, -0.16, 1.073), (0.116, -0.12, 1.14), (0.096, -0.096, 1.22)),
        ((0.104, -0.182, 1.077), (0.118, -0.15, 1.14), (0.124, -0.15, 1.218)),
    ),
    0.0062,
    sheet=22,
    taper=0.9,
    end=0.9,
)
RECTUS_ABDOMINIS = Flesh(
    "light",
    (
        ((0.008, -0.092, 1.32), (0.006, -0.08, 1.12), (0.006, -0.096, 0.925)),
        ((0.05, -0.09, 1.3), (0.045, -0.08, 1.12), (0.022, -0.096, 0.925)),
    ),
    0.007,
    sheet=5,
    end=0.7,
)
