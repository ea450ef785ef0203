"""The anatomy plates: what each shows, from where, with which labels. Data only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from macros.figures.flesh import (
    ADDUCTOR_LONGUS,
    DISCS,
    ERECTOR,
    EXTERNAL_OBLIQUE,
    GLUTEUS_MAXIMUS,
    GLUTEUS_MEDIUS,
    ILIACUS,
    ILIOPSOAS,
    LESSER_TROCHANTER,
    MULTIFIDUS,
    PECTINEUS,
    PIRIFORMIS,
    PSOAS_BACK,
    PSOAS_FRONT,
    QUADRATUS,
    RECTUS_ABDOMINIS,
    RECTUS_FEMORIS,
    SARTORIUS,
    TENDON,
    TENSOR,
    TRACT,
    Flesh,
    Point,
)
from macros.figures.nerves import INGUINAL_LIGAMENT, NERVES, Trace

MAX_PLATE_BYTES = 60_000
"""Most that a plate's picture may weigh."""

SPINE = ("lumbar", "thoracic12", "sacrum", "pelvis")
TRUNK = (*SPINE, "thoracic", "ribcage")


@dataclass(frozen=True)
class Along:
    """A place on a path that is drawn."""

    path: str
    share: float
    """0 at the upper end, 1 at the lower."""
    side: Literal["r", "l"] = "r"


@dataclass(frozen=True)
class Label:
    """A name and what it points at."""

    structure: str | None
    """Record in data/structures."""
    text: str
    at: Point | Along
    side: Literal["left", "right"]
    """Column it stands in, as the viewer sees it."""


@dataclass(frozen=True)
class Plate:
    """One picture with its labels."""

    alt: str
    view: tuple[float, float]
    """Azimuth and elevation of the camera, degrees: 90 is the front, 0 the figure's right side."""
    center: Point
    span: float
    """Meters that the picture is high."""
    width: int
    height: int
    """Pixels."""
    bones: tuple[str, ...]
    """Parts of the names of the bones' meshes."""
    flesh: tuple[Flesh, ...]
    labels: tuple[Label, ...]
    traces: tuple[Trace, ...] = ()
    ghost: float = 0.0
    """How strongly muscle shines through bone."""


_REGION: Point = (0.0, -0.15, 1.035)

PLATES: dict[str, Plate] = {
    "psoas-front": Plate(
        alt="Lower spine, pelvis and thigh bones from the front: the psoas major runs from the lumbar "
        "spine over the rim of the pelvis, joins the iliacus and ends with it on the lesser "
        "trochanter. On the left side of the body its front part is taken away, and the part from the "
        "transverse processes shows.",
        view=(90, -3),
        center=_REGION,
        span=0.47,
        width=460,
        height=720,
        bones=(*SPINE, "femur"),
        flesh=(PSOAS_BACK, replace(PSOAS_FRONT, sides=("r",)), ILIACUS, TENDON, *DISCS),
        labels=(
            Label("psoas-major", "Psoas major: from bodies and discs", Along("Ps_L2_L3_IVD", 0.2), "left"),
            Label("iliacus", "Iliacus", (0.095, -0.14, 1.02), "left"),
            Label("iliopsoas-tendon", "Iliopsoas tendon", (0.067, -0.13, 0.912), "left"),
            Label("lesser-trochanter", "Lesser trochanter", LESSER_TROCHANTER, "left"),
            Label("lumbar-vertebrae", "Lumbar vertebra L1", (-0.006, -0.18, 1.217), "right"),
            Label(
                "psoas-major", "Psoas major: from transverse processes", Along("Ps_L3_TP", 0.25, "l"), "right"
            ),
            Label("intervertebral-disc", "Disc L4–L5", (-0.008, -0.17, 1.1025), "right"),
            Label("sacrum", "Sacrum", (-0.02, -0.19, 1.02), "right"),
        ),
    ),
    "psoas-side": Plate(
        alt="The same bones from the right side, the hip bone see-through: psoas major and iliacus run "
        "down and forward, bend around the front of the hip joint and turn back to the lesser "
        "trochanter.",
        view=(0, -2),
        center=(0.0, -0.165, 1.035),
        span=0.47,
        width=340,
        height=720,
        bones=(*SPINE, "r_femur"),
        flesh=(*(replace(flesh, sides=("r",)) for flesh in ILIOPSOAS), *DISCS),
        ghost=0.55,
        labels=(
            Label("lumbar-vertebrae", "Lumbar vertebra L1", (0.01, -0.203, 1.22), "right"),
            Label("iliacus", "Iliacus, inside the hip bone", (0.11, -0.125, 1.02), "right"),
            Label("iliopsoas", "Iliopsoas, bending around the hip", (0.08, -0.108, 0.925), "right"),
            Label("hip-joint", "Hip joint", (0.077, -0.156, 0.925), "left"),
            Label("psoas-major", "Psoas major: from bodies and discs", Along("Ps_L1_VB", 0.22), "right"),
            Label("psoas-major", "Psoas major: from transverse processes", Along("Ps_L2_TP", 0.12), "left"),
            Label("intervertebral-disc", "Disc T12–L1", (0.01, -0.212, 1.232), "left"),
            Label("sacrum", "Sacrum", (0.01, -0.25, 1.0), "left"),
            Label("lesser-trochanter", "Lesser trochanter", (0.087, -0.184, 0.866), "left"),
        ),
    ),
    "psoas-oblique": Plate(
        alt="The same bones from the front and right: the psoas major comes from the side of the spine, "
        "the iliacus from the inside of the hip bone, and both meet in front of the hip.",
        view=(50, -8),
        center=(-0.005, -0.15, 1.035),
        span=0.47,
        width=450,
        height=720,
        bones=(*SPINE, "femur"),
        flesh=(*ILIOPSOAS, *DISCS),
        labels=(
            Label("psoas-major", "Psoas major", Along("Ps_L2_L3_IVD", 0.3), "left"),
            Label("iliacus", "Iliacus", (0.1, -0.12, 1.0), "left"),
            Label("iliopsoas-tendon", "Iliopsoas tendon", (-0.067, -0.13, 0.912), "right"),
            Label("lesser-trochanter", "Lesser trochanter", (-0.085, -0.178, 0.864), "right"),
            Label("lumbar-vertebrae", "Lumbar vertebra L1", (0.0, -0.188, 1.217), "right"),
            Label("intervertebral-disc", "Disc L2–L3", (0.0, -0.182, 1.1725), "right"),
            Label("iliac-fossa", "Iliac fossa, filled by the iliacus", (-0.1, -0.15, 1.04), "right"),
        ),
    ),
    "hip-flexors": Plate(
        alt="Trunk and thighs from the front with the muscles that bend the hip: psoas major and iliacus "
        "deep inside, over them on the right side of the body rectus femoris, sartorius and tensor "
        "fasciae latae. On the left side only the deep layer is drawn, with pectineus and adductor "
        "longus.",
        view=(90, -3),
        center=(0.0, -0.15, 0.835),
        span=0.86,
        width=400,
        height=900,
        bones=(*SPINE, "femur", "patella", "tibia", "fibula"),
        flesh=(
            *ILIOPSOAS,
            *DISCS,
            *(replace(f, sides=("r",)) for f in (RECTUS_FEMORIS, SARTORIUS, TENSOR, TRACT)),
            replace(PECTINEUS, sides=("l",)),
            ADDUCTOR_LONGUS,
        ),
        labels=(
            Label("psoas-major", "Psoas major", Along("Ps_L2_L3_IVD", 0.3), "left"),
            Label("iliacus", "Iliacus", (0.095, -0.14, 1.03), "left"),
            Label("tensor-fasciae-latae", "Tensor fasciae latae", (0.13, -0.125, 0.92), "left"),
            Label("rectus-femoris", "Rectus femoris", (0.082, -0.1, 0.74), "left"),
            Label("sartorius", "Sartorius", (0.046, -0.092, 0.68), "left"),
            Label("iliopsoas", "Iliopsoas: psoas major and iliacus", (-0.078, -0.112, 0.945), "right"),
            Label("pectineus", "Pectineus (schematic)", (-0.06, -0.14, 0.885), "right"),
            Label("adductor-longus", "Adductor longus", (-0.05, -0.125, 0.82), "right"),
            Label("tensor-fasciae-latae", "Iliotibial tract", (0.124, -0.14, 0.62), "left"),
        ),
    ),
    "neighbors-back": Plate(
        alt="Trunk and hips from behind: on the right side of the body erector spinae and gluteus "
        "maximus, on the left side the deeper layer with quadratus lumborum, multifidus, gluteus "
        "medius and piriformis. The psoas lies in front of all of them.",
        view=(-90, -3),
        center=(0.0, -0.19, 1.06),
        span=0.6,
        width=460,
        height=800,
        bones=(*TRUNK, "femur"),
        flesh=(
            *(replace(f, sides=("r",)) for f in (ERECTOR, GLUTEUS_MAXIMUS)),
            *(replace(f, sides=("l",)) for f in (QUADRATUS, MULTIFIDUS, GLUTEUS_MEDIUS, PIRIFORMIS)),
            *DISCS,
        ),
        labels=(
            Label("quadratus-lumborum", "Quadratus lumborum", (-0.065, -0.22, 1.15), "left"),
            Label("multifidus", "Multifidus", (-0.018, -0.24, 1.11), "left"),
            Label("gluteus-medius", "Gluteus medius", (-0.12, -0.2, 0.99), "left"),
            Label("piriformis", "Piriformis", (-0.075, -0.21, 0.965), "left"),
            Label("erector-spinae", "Erector spinae", (0.04, -0.27, 1.2), "right"),
            Label("gluteus-maximus", "Gluteus maximus", (0.085, -0.24, 0.93), "right"),
            Label("sacrum", "Sacrum", (0.004, -0.25, 0.963), "right"),
        ),
    ),
    "neighbors-front": Plate(
        alt="Trunk from the front: on the right side of the body the psoas major beside the spine, with "
        "the quadratus lumborum behind and beside it; on the left side rectus abdominis and external "
        "oblique cover both.",
        view=(90, -3),
        center=(0.0, -0.15, 1.085),
        span=0.56,
        width=460,
        height=800,
        bones=(*TRUNK, "femur"),
        flesh=(
            *(replace(f, sides=("r",)) for f in (*ILIOPSOAS, QUADRATUS)),
            *(replace(f, sides=("l",)) for f in (EXTERNAL_OBLIQUE, RECTUS_ABDOMINIS)),
            *DISCS,
        ),
        labels=(
            Label("quadratus-lumborum", "Quadratus lumborum", (0.066, -0.215, 1.16), "left"),
            Label("psoas-major", "Psoas major", Along("Ps_L2_L3_IVD", 0.3), "left"),
            Label("iliacus", "Iliacus", (0.095, -0.14, 1.03), "left"),
            Label(None, "Rectus abdominis", (-0.026, -0.085, 1.16), "right"),
            Label("abdominal-obliques", "External oblique", (-0.105, -0.1, 1.12), "right"),
        ),
    ),
    "lumbar-plexus": Plate(
        alt="Lower spine and pelvis from the front with nerves drawn schematically: on the right side of "
        "the body the lumbar plexus lies inside the see-through psoas major; the femoral nerve leaves "
        "it at the outer border, the genitofemoral nerve through the front, the obturator nerve at "
        "the inner border. On the left side the muscles are taken away.",
        view=(90, -3),
        center=_REGION,
        span=0.47,
        width=460,
        height=720,
        bones=(*SPINE, "femur"),
        flesh=(*(replace(f, sides=("r",), alpha=0.45) for f in ILIOPSOAS), *DISCS),
        traces=(*NERVES, INGUINAL_LIGAMENT),
        labels=(
            Label("lumbar-plexus", "Lumbar plexus, inside the psoas", (0.033, -0.19, 1.125), "left"),
            Label(
                "lateral-femoral-cutaneous-nerve",
                "Lateral femoral cutaneous nerve",
                (0.085, -0.16, 1.045),
                "left",
            ),
            Label("genitofemoral-nerve", "Genitofemoral nerve", (0.046, -0.128, 1.035), "left"),
            Label("femoral-nerve", "Femoral nerve", (0.072, -0.1, 0.915), "left"),
            Label("inguinal-ligament", "Inguinal ligament", (0.1, -0.096, 0.979), "left"),
            Label("lumbar-nerves", "Lumbar nerve L4", (-0.024, -0.2, 1.094), "right"),
            Label("obturator-nerve", "Obturator nerve", (-0.0485, -0.148, 0.932), "right"),
            Label(None, "Lumbosacral trunk", (-0.0245, -0.2, 1.045), "right"),
            Label("sciatic-nerve", "Sciatic nerve", (-0.0925, -0.213, 0.88), "right"),
        ),
    ),
}
