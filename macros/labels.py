"""Words for the values that records hold as codes."""

from __future__ import annotations

from macros.models.base import Certainty
from macros.models.exercise import Goal
from macros.models.reference import Design
from macros.models.treatment import Against, Group

CERTAINTY: dict[Certainty, str] = {
    "high": "High certainty",
    "moderate": "Moderate certainty",
    "low": "Low certainty",
    "very-low": "Very low certainty",
    "expert-opinion": "Expert opinion",
}

CERTAINTY_MARKS: dict[Certainty, str] = {
    "high": "⊕⊕⊕⊕",
    "moderate": "⊕⊕⊕◯",
    "low": "⊕⊕◯◯",
    "very-low": "⊕◯◯◯",
    "expert-opinion": "◇",
}
"""GRADE's own marks: certainty differs by shape and word before color."""

GOALS: dict[Goal, str] = {
    "relief": "Ease",
    "lengthen": "Lengthen",
    "control": "Control",
    "strengthen": "Strengthen",
    "aerobic": "Keep moving",
}
"""In the order in which pages show them."""

GOALS_MEAN: dict[Goal, str] = {
    "relief": "Gentle positions and movements for a sore back or hip.",
    "lengthen": "Stretches for the front of the hip and its neighbors.",
    "control": "Steady trunk, moving leg.",
    "strengthen": "Hip flexors, buttocks and trunk against load.",
    "aerobic": "Walking, cycling, water, hills.",
}

POSITIONS = {
    "supine": "lying on the back",
    "prone": "face down",
    "side-lying": "lying on the side",
    "sitting": "sitting",
    "hands and knees": "on hands and knees",
    "kneeling": "kneeling",
    "half-kneeling": "on one knee",
    "standing": "standing",
    "hanging": "hanging",
}

ASKS = {"kneeling": "Kneel", "lying": "Lie down", "floor": "Get down to the floor"}
"""What an exercise may ask of the body."""

LEVELS = {1: "for nearly everybody", 2: "easy", 3: "medium", 4: "hard", 5: "for trained people"}

TARGETS = {
    "tight": "Is it short?",
    "weak": "Is it weak?",
    "control": "Is it well controlled?",
    "joint": "Is it the joint?",
    "nerve": "Is it a nerve?",
    "posture": "How is the pelvis held?",
}

HOME_USE = {"yes": "yes", "partly": "partly, with help", "no": "no, in a clinic"}

STRUCTURES = {
    "muscle": "Muscles",
    "tendon": "Tendons",
    "nerve": "Nerves",
    "bursa": "Bursae",
    "joint": "Joints and their parts",
    "bone": "Bones",
    "ligament": "Ligaments",
    "fascia": "Fasciae",
    "vessel": "Vessels",
    "organ": "Organs beside it",
}

CATEGORIES = {
    "self-care": "Self-care",
    "exercise": "Exercise",
    "hands-on": "Hands-on treatment",
    "psychological": "Psychological treatment",
    "medicine": "Medicines",
    "device": "Devices",
    "procedure": "Injections and procedures",
    "surgery": "Surgery",
    "prevention": "Prevention",
}

GROUPS: dict[Group, str] = {
    "new back pain": "New back pain",
    "lasting back pain": "Lasting back pain",
    "leg pain": "Leg pain (sciatica)",
    "narrow canal": "Narrow spinal canal",
    "broken vertebra": "Broken vertebra",
    "front of the hip": "Front of the hip",
    "prevention": "Prevention",
    "any back pain": "Any back pain",
}

AGAINST: dict[Against, str] = {
    "placebo or sham": "Against placebo or sham",
    "no treatment or usual care": "Against no treatment or usual care",
    "the same care without it": "Added to other care, against that care alone",
    "another treatment": "Against another treatment",
    "mixed": "Against several of these, pooled",
}

VERDICTS = {
    "recommended": "Recommended",
    "worth-considering": "Worth considering",
    "little-or-no-benefit": "Little or no benefit",
    "uncertain": "Uncertain",
    "not-recommended": "Not recommended",
    "supported": "Supported",
    "mostly-supported": "Mostly supported",
    "mixed": "Mixed",
    "untested": "Untested",
    "unsupported": "Not supported",
    "contradicted": "Contradicted",
}

VERDICT_MARKS = {
    "recommended": "✓✓",
    "worth-considering": "✓",
    "little-or-no-benefit": "○",
    "uncertain": "?",
    "not-recommended": "✗",
    "supported": "✓✓",
    "mostly-supported": "✓",
    "mixed": "±",
    "untested": "?",
    "unsupported": "○",
    "contradicted": "✗",
}

STANDS = {"for": "for", "against": "against", "neutral": "neutral", "not addressed": "not addressed"}

STAND_MARKS = {"for": "✓", "against": "✗", "neutral": "○", "not addressed": "–"}

GUIDELINES = {
    "busse2025interventional": "BMJ 2025",
    "who2023lbp": "WHO 2023",
    "george2021cpg": "US physical therapists 2021",
    "qaseem2017acp": "US physicians (ACP) 2017",
    "nice2016ng59": "NICE 2016/2020 (UK)",
}
"""Short names for heads of tables; others go by their authors."""

RATED = {
    "treatment.effects.certainty": "Effects that were measured",
    "treatment.certainty": "Verdicts on treatments",
    "claim.certainty": "Verdicts on popular claims",
    "exercise.evidence.certainty": "What exercises do",
    "pattern.certainty": "Patterns of tight and weak",
    "program.certainty": "Programs",
}
"""What carries a certainty, by kind of record and field."""

READ = {
    "full text": "full text",
    "abstract": "abstract",
    "secondary": "second-hand",
    "memory": "not read",
}

DESIGNS: dict[Design, str] = {
    "systematic-review": "Reviews of studies",
    "guideline": "Guidelines",
    "rct": "Randomized trials",
    "non-randomized-trial": "Other trials",
    "cohort": "People followed over time",
    "case-control": "People with and without it compared",
    "cross-sectional": "Surveys at one time",
    "diagnostic-accuracy": "Studies of tests",
    "case-series": "Case reports and series",
    "emg": "Muscle activity (EMG)",
    "imaging": "Studies with scans",
    "biomechanics-model": "Computer models",
    "cadaver": "Dissections",
    "narrative-review": "Overviews by experts",
    "textbook": "Textbooks",
    "web-page": "Web pages",
}

KINDS = {
    "exercise": "Exercises",
    "program": "Programs",
    "assessment": "Tests",
    "pattern": "Patterns",
    "structure": "Anatomy",
    "condition": "Conditions",
    "red-flag": "Warning signs",
    "treatment": "Treatments",
    "claim": "Claims",
}
"""Kinds of records with a review date."""

PLATES = {
    "psoas-front": "psoas and iliacus from the front",
    "psoas-side": "psoas and iliacus from the side",
    "psoas-oblique": "psoas and iliacus at an angle",
    "hip-flexors": "the hip flexors",
    "neighbors-front": "neighbors in front",
    "neighbors-back": "neighbors behind",
    "lumbar-plexus": "nerves of the loin",
    "section-lumbar": "cross-section at L3–L4",
    "section-hip": "cross-section at the hip",
    "section-lacunae": "the passage under the groin ligament",
}
"""Plates, in the order of their page."""
