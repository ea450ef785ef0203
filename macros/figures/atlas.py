"""What is drawn beside the exercises: the moving hip, and each muscle alone. Data only."""

from __future__ import annotations

from typing import TypedDict

from macros.models.vocabulary import Muscle


class Drawn(TypedDict):
    """How a structure is drawn."""

    muscle: Muscle
    view: str
    """front, side or back."""


STRUCTURES: dict[str, Drawn] = {
    "abdominal-obliques": {"muscle": "oblique muscles of the abdomen", "view": "front"},
    "adductor-longus": {"muscle": "adductor longus", "view": "front"},
    "erector-spinae": {"muscle": "erector spinae", "view": "back"},
    "gluteus-maximus": {"muscle": "gluteus maximus", "view": "back"},
    "gluteus-medius": {"muscle": "gluteus medius", "view": "back"},
    "gluteus-minimus": {"muscle": "gluteus minimus", "view": "back"},
    "hamstrings": {"muscle": "hamstrings", "view": "back"},
    "iliacus": {"muscle": "iliacus", "view": "front"},
    "iliopsoas": {"muscle": "iliopsoas", "view": "front"},
    "multifidus": {"muscle": "multifidus", "view": "back"},
    "piriformis": {"muscle": "piriformis", "view": "back"},
    "psoas-major": {"muscle": "psoas major", "view": "front"},
    "quadratus-lumborum": {"muscle": "quadratus lumborum", "view": "back"},
    "quadriceps-femoris": {"muscle": "quadriceps femoris", "view": "front"},
    "rectus-femoris": {"muscle": "rectus femoris", "view": "front"},
    "sartorius": {"muscle": "sartorius", "view": "front"},
    "tensor-fasciae-latae": {"muscle": "tensor fasciae latae", "view": "front"},
}
"""Structure record → how it is drawn. The model has no others of them: pectineus, psoas minor,
iliocapsularis, transversus abdominis, diaphragm and pelvic floor are missing in it."""

HIP_ANGLES = tuple(range(-20, 121, 10))
"""Flexion of the moving hip in its frames, degrees."""

HIP_INPUTS = {"angles": HIP_ANGLES, "knee": 80}
"""What the moving hip is made from, beside the code."""

CURVES = {
    "psoas": "psoas major",
    "iliacus": "iliacus",
    "rectus_femoris": "rectus femoris",
    "sartorius": "sartorius",
    "tensor_fasciae_latae": "tensor fasciae latae",
}
"""Key in curves.json → the muscle."""
