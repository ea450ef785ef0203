"""Closed vocabularies that more than one kind of record uses, in the words readers see.

Muscle names follow Terminologia Anatomica (English).
"""

from __future__ import annotations

from typing import Literal

Muscle = Literal[
    "iliopsoas",
    "psoas major",
    "iliacus",
    "rectus femoris",
    "sartorius",
    "tensor fasciae latae",
    "pectineus",
    "adductor longus",
    "adductors",
    "gracilis",
    "hip flexors",
    "gluteus maximus",
    "gluteus medius",
    "gluteus minimus",
    "piriformis",
    "lateral rotators of the hip",
    "hamstrings",
    "hip extensors",
    "quadriceps femoris",
    "vasti",
    "triceps surae",
    "intrinsic foot muscles",
    "abdominal muscles",
    "rectus abdominis",
    "oblique muscles of the abdomen",
    "external oblique",
    "transversus abdominis",
    "diaphragm",
    "pelvic floor",
    "quadratus lumborum",
    "erector spinae",
    "multifidus",
    "lumbar extensors",
    "trunk flexors",
    "trunk rotators",
    "latissimus dorsi",
    "trapezius",
    "serratus anterior",
    "deltoid",
    "triceps brachii",
    "finger flexors",
    "whole body",
]

Concern = Literal[
    "arching hurts",
    "balance",
    "bleeding risk",
    "blood pressure",
    "bone stress",
    "disc-related leg pain",
    "groin or abdominal hernia",
    "heart",
    "hip impingement",
    "hip replacement",
    "infection or wound",
    "knee",
    "osteoporosis",
    "pregnancy",
    "shoulder or grip",
    "strain or tendon",
    "wrist",
]
"""A state of health that asks for care with an exercise."""

Advice = Literal["leave out", "ask first", "adapt"]
"""What a caution asks for, strictest first."""

Region = Literal["back", "hip and groin", "both"]
