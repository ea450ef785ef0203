"""Each muscle alone on the bones it joins: the small pictures of the structure records. Data only."""

from __future__ import annotations

from dataclasses import replace

from macros.figures import flesh
from macros.figures.flesh import Flesh, Point
from macros.figures.plates import SPINE, TRUNK, Plate

FRONT, BACK = (90.0, -3.0), (-90.0, -3.0)
FRONT_RIGHT, BACK_RIGHT = (28.0, -5.0), (-45.0, -5.0)

HIPS = ("pelvis", "sacrum", "lumbar5", "lumbar4", "femur")
LEGS = (*HIPS, "patella", "tibia", "fibula")

WAIST: Point = (0.0, -0.15, 1.035)
THIGH: Point = (0.0, -0.15, 0.74)
BUTTOCK: Point = (0.0, -0.17, 0.935)


def _alone(
    alt: str,
    muscles: tuple[Flesh, ...],
    view: tuple[float, float],
    center: Point,
    span: float,
    bones: tuple[str, ...],
    ghost: float = 0.0,
) -> Plate:
    """A square picture without labels; a muscle that stands for itself has the first color."""
    if len(muscles) == 1 and muscles[0] is not flesh.ILIACUS:
        muscles = (replace(muscles[0], tint="amber"),)
    return Plate(
        alt=alt,
        view=view,
        center=center,
        span=span,
        width=440,
        height=440,
        bones=bones,
        flesh=(*muscles, *flesh.DISCS),
        labels=(),
        ghost=ghost,
    )


PSOAS = (flesh.PSOAS_BACK, flesh.PSOAS_FRONT)

MUSCLES: dict[str, Plate] = {
    "abdominal-obliques": _alone(
        "Trunk from the front: the external oblique on the right side of the body, the internal oblique "
        "on the left.",
        (replace(flesh.EXTERNAL_OBLIQUE, sides=("r",)), replace(flesh.INTERNAL_OBLIQUE, sides=("l",))),
        FRONT,
        (0.0, -0.15, 1.13),
        0.44,
        (*TRUNK, "femur"),
    ),
    "adductor-longus": _alone(
        "Adductor longus from the front: from the pubic bone to the inner edge of the thigh bone.",
        (flesh.ADDUCTOR_LONGUS,),
        FRONT,
        (0.0, -0.15, 0.82),
        0.42,
        HIPS,
    ),
    "erector-spinae": _alone(
        "Erector spinae from behind: long strands on both sides of the spine, from the pelvis to the ribs.",
        (flesh.ERECTOR,),
        BACK,
        (0.0, -0.2, 1.25),
        0.6,
        TRUNK,
    ),
    "gluteus-maximus": _alone(
        "Gluteus maximus from behind: from hip bone and sacrum down and out to the thigh bone.",
        (flesh.GLUTEUS_MAXIMUS,),
        BACK,
        BUTTOCK,
        0.4,
        HIPS,
    ),
    "gluteus-medius": _alone(
        "Gluteus medius from behind and right: a fan from the outside of the hip bone to the top of the "
        "thigh bone.",
        (flesh.GLUTEUS_MEDIUS,),
        BACK_RIGHT,
        BUTTOCK,
        0.4,
        HIPS,
    ),
    "gluteus-minimus": _alone(
        "Gluteus minimus from behind and right: a small fan on the hip bone, close above the hip joint.",
        (flesh.GLUTEUS_MINIMUS,),
        BACK_RIGHT,
        BUTTOCK,
        0.4,
        HIPS,
    ),
    "hamstrings": _alone(
        "Hamstrings from behind: from the sitting bones to both sides of the lower leg below the knee.",
        flesh.HAMSTRINGS,
        BACK,
        (0.0, -0.17, 0.68),
        0.58,
        LEGS,
    ),
    "iliacus": _alone(
        "Iliacus from the front: a fan inside the hip bone that narrows to the lesser trochanter.",
        (flesh.ILIACUS,),
        FRONT,
        (0.0, -0.15, 0.965),
        0.34,
        (*SPINE, "femur"),
    ),
    "iliopsoas": _alone(
        "Psoas major and iliacus from the front: they join and end on the lesser trochanter.",
        flesh.ILIOPSOAS,
        FRONT,
        WAIST,
        0.47,
        (*SPINE, "femur"),
    ),
    "multifidus": _alone(
        "Multifidus from behind: short strands close to the lower spine, down to the sacrum.",
        (flesh.MULTIFIDUS,),
        BACK,
        (0.0, -0.2, 1.1),
        0.32,
        TRUNK,
    ),
    "piriformis": _alone(
        "Piriformis from behind: from the front of the sacrum to the top of the thigh bone.",
        (flesh.PIRIFORMIS,),
        BACK,
        (0.0, -0.17, 0.96),
        0.34,
        HIPS,
        0.35,
    ),
    "psoas-major": _alone(
        "Psoas major from the front: from the sides of the lumbar spine over the rim of the pelvis to the "
        "lesser trochanter.",
        PSOAS,
        FRONT,
        WAIST,
        0.47,
        (*SPINE, "femur"),
    ),
    "quadratus-lumborum": _alone(
        "Quadratus lumborum from behind: from the hip bone to the lowest rib and the side-wings of the "
        "lumbar vertebrae.",
        (flesh.QUADRATUS,),
        BACK,
        (0.0, -0.2, 1.14),
        0.36,
        TRUNK,
    ),
    "quadriceps-femoris": _alone(
        "Quadriceps femoris from the front: the rectus femoris from the hip bone and the vasti from the "
        "thigh bone, all to the kneecap.",
        (flesh.RECTUS_FEMORIS, *flesh.VASTI),
        FRONT,
        THIGH,
        0.62,
        LEGS,
    ),
    "rectus-femoris": _alone(
        "Rectus femoris from the front: from the front of the hip bone straight down to the kneecap.",
        (flesh.RECTUS_FEMORIS,),
        FRONT,
        THIGH,
        0.62,
        LEGS,
    ),
    "sartorius": _alone(
        "Sartorius from the front: a long strap from the front of the hip bone across the thigh to the "
        "inner side below the knee.",
        (flesh.SARTORIUS,),
        FRONT,
        THIGH,
        0.66,
        LEGS,
    ),
    "tensor-fasciae-latae": _alone(
        "Tensor fasciae latae from the front and right: from the front of the hip bone into the long "
        "tendon band of the outer thigh.",
        (flesh.TENSOR, flesh.TRACT),
        FRONT_RIGHT,
        THIGH,
        0.66,
        LEGS,
    ),
}
"""Structure record → its picture. The model has no pectineus, psoas minor, iliocapsularis, transversus
abdominis, diaphragm and pelvic floor."""
