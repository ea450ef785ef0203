"""What is drawn of the moving hip. Data only."""

from __future__ import annotations

HIP_ANGLES = tuple(range(-20, 121, 10))
"""Flexion of the moving hip in its frames, degrees."""

CURVE_ANGLES = tuple(range(-20, 121, 5))
"""Flexion of the hip in its curves, degrees."""

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
