"""Muscles as bellies: spindles along the model's paths, as thick as their volume says."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from macros.figures.model import SIDES, Anatomy, Array
from macros.models.exercise import MuscleUse
from macros.models.vocabulary import Muscle

ILIOPSOAS = (r"Ps_.*_{s}_tendon", r"iliacus_{s}_tendon")
_OBLIQUES = (r"[EI]O\d_{s}_tendon",)
_ERECTORS = (r"(IL|LTpT|LTpL)_.*_{s}_tendon",)
_GLUTEI = {name: (rf"gl{short}\d_{{s}}_tendon",) for name, short in
           (("gluteus maximus", "max"), ("gluteus medius", "med"), ("gluteus minimus", "min"))}  # fmt: skip
_HAMSTRINGS = (r"(bflh|semimem|semiten)_{s}_tendon",)
_VASTI = (r"(vasint|vaslat|vasmed)_{s}_tendon",)
_ADDUCTORS = (r"(addbrev|addlong|addmag.*|grac)_{s}_tendon",)
_ABDOMINALS = (r"rect_abd_{s}_tendon", *_OBLIQUES)

PATHS: dict[Muscle, tuple[str, ...]] = {
    "iliopsoas": ILIOPSOAS,
    "psoas major": ILIOPSOAS[:1],
    "iliacus": ILIOPSOAS[1:],
    "hip flexors": (r"(recfem|sart|tfl)_{s}_tendon",),
    "rectus femoris": (r"recfem_{s}_tendon",),
    "sartorius": (r"sart_{s}_tendon",),
    "tensor fasciae latae": (r"tfl_{s}_tendon",),
    "adductor longus": (r"addlong_{s}_tendon",),
    "adductors": _ADDUCTORS,
    "gracilis": (r"grac_{s}_tendon",),
    "gluteus maximus": _GLUTEI["gluteus maximus"],
    "gluteus medius": _GLUTEI["gluteus medius"],
    "gluteus minimus": _GLUTEI["gluteus minimus"],
    "piriformis": (r"piri_{s}_tendon",),
    "lateral rotators of the hip": (r"piri_{s}_tendon",),
    "hamstrings": _HAMSTRINGS,
    "hip extensors": (*_GLUTEI["gluteus maximus"], *_HAMSTRINGS),
    "quadriceps femoris": (r"recfem_{s}_tendon", *_VASTI),
    "vasti": _VASTI,
    "triceps surae": (r"(gaslat|gasmed|soleus)_{s}_tendon",),
    "abdominal muscles": _ABDOMINALS,
    "rectus abdominis": _ABDOMINALS[:1],
    "oblique muscles of the abdomen": _OBLIQUES,
    "external oblique": (r"EO\d_{s}_tendon",),
    "quadratus lumborum": (r"QL_.*_{s}_tendon",),
    "erector spinae": _ERECTORS,
    "multifidus": (r"MF_.*_{s}_tendon",),
    "lumbar extensors": (*_ERECTORS, r"MF_.*_{s}_tendon"),
    "trunk flexors": _ABDOMINALS,
    "trunk rotators": _OBLIQUES,
    "latissimus dorsi": (r"LAT\d_tendon{a}",),
    "deltoid": (r"DELT\d_tendon{a}",),
    "triceps brachii": (r"TRI(long|lat|med)_tendon{a}",),
    "finger flexors": (r"FD[SP]\d_tendon{a}",),
}
"""Muscle → patterns of tendon names; {s} is the side, {a} the side as arm tendons write it.

The model has no pectineus, short lateral rotators but piriformis, transversus abdominis, diaphragm,
pelvic floor, trapezius, serratus anterior or foot muscles: records that name them draw without."""

ILIACUS_ORIGINS = (
    (0.112, -0.118, 1.018),
    (0.122, -0.14, 1.05),
    (0.118, -0.165, 1.068),
    (0.1, -0.19, 1.068),
    (0.078, -0.19, 1.04),
)
"""Where the iliacus starts along the iliac fossa (lateral, forward, up, standing, meters).

The model has one line for the whole fan: drawn, it would look like a second psoas."""

SAMPLES = 26
"""Pieces that a belly is drawn with."""

THINNEST, THICKEST = 0.0022, 0.026
"""Radius of a tendon, and the largest of a belly, meters."""


@dataclass(frozen=True)
class Belly:
    """A spindle."""

    points: Array
    """Meters, shape (SAMPLES + 1, 3)."""
    radii: Array
    """Meters, shape (SAMPLES + 1,)."""


def tendons_of(figure: Anatomy, muscle: str) -> list[int]:
    """Tendons of both sides; none where the model lacks the muscle."""
    patterns = PATHS.get(muscle, ())  # type: ignore[call-overload]
    found: set[int] = set()
    for pattern in patterns:
        for side in SIDES:
            found.update(figure.tendons(pattern.format(s=side, a="_l" if side == "l" else "")))
    return sorted(found)


def belly(points: Array, volume: float) -> Belly:
    """A spindle along a path that holds a volume (m³)."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    kept = np.concatenate([[True], steps > 1e-6])
    points, along = points[kept], np.concatenate([[0.0], np.cumsum(steps[steps > 1e-6])])
    length = float(along[-1])
    at = np.linspace(0, 1, SAMPLES + 1)
    curve = np.stack([np.interp(at * length, along, points[:, i]) for i in range(3)], axis=1)
    for _ in range(2):  # round the corners of the path
        curve[1:-1] = (curve[:-2] + 2 * curve[1:-1] + curve[2:]) / 4
    shape = np.sin(np.pi * np.clip(at, 0, 1)) ** 0.7
    area = float(np.mean(shape**2)) * length
    largest = float(np.sqrt(volume / (np.pi * area)))
    return Belly(curve, np.clip(largest * shape, THINNEST, THICKEST))


def bellies(figure: Anatomy, tendons: list[int]) -> list[Belly]:
    """Bellies of tendons as the figure stands now (after `Anatomy.lengths`)."""
    found = []
    for tendon in tendons:
        points, volume = figure.path(tendon), figure.volume(tendon)
        name = figure.model.tendon(tendon).name
        if name.startswith("iliacus"):
            found += _iliacus(figure, points, volume, name.split("_")[1])
        else:
            found.append(belly(points, volume))
    return found


def _iliacus(figure: Anatomy, points: Array, volume: float, side: str) -> list[Belly]:
    """The fan of the iliacus: the model's path, from several origins."""
    pelvis = figure.body["pelvis"]
    turn, place = figure.data.xmat[pelvis].reshape(3, 3), figure.data.xpos[pelvis]
    fan = []
    for lateral, forward, up in ILIACUS_ORIGINS:
        start = turn @ figure.local("pelvis", (lateral if side == "r" else -lateral, forward, up)) + place
        fan.append(belly(np.vstack([start, points[1:]]), volume / len(ILIACUS_ORIGINS)))
    return fan


def second_color(uses: tuple[MuscleUse, ...]) -> list[str]:
    """Muscles of a record to draw beside the iliopsoas."""
    first = {"iliopsoas", "psoas major", "iliacus"}
    return [use.muscle for use in uses if use.muscle not in first]
