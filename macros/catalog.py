"""The macros that authors may use, by family."""

from __future__ import annotations

from collections.abc import Callable

from macros import (
    anatomy,
    assessments,
    authoring,
    claims,
    exercises,
    hip,
    programs,
    safety,
    sources,
    treatments,
)

FAMILIES: dict[str, list[Callable[..., str]]] = {
    "Exercises": [
        exercises.exercise,
        exercises.exercise_card,
        exercises.exercises,
        exercises.exercise_goals,
        exercises.exercise_finder,
        exercises.exercises_by_length,
    ],
    "Programs": [programs.program, programs.program_weeks, programs.programs],
    "Tests and patterns": [
        assessments.assessment,
        assessments.assessments,
        assessments.assessment_details,
        assessments.self_check,
        assessments.pattern,
        assessments.patterns,
    ],
    "Safety": [
        safety.red_flags,
        safety.red_flag_details,
        safety.urgency_levels,
        safety.rule,
        safety.rules,
        safety.cautions,
        safety.condition,
        safety.conditions,
        safety.differential,
    ],
    "Treatments": [
        treatments.treatment,
        treatments.treatment_row,
        treatments.treatments,
        treatments.treatment_finder,
        treatments.forest_plot,
        treatments.guidelines,
        treatments.evidence_tables,
    ],
    "Claims": [claims.claim, claims.claim_verdict, claims.claims],
    "Anatomy and words": [
        anatomy.structure,
        anatomy.structure_facts,
        anatomy.structures,
        anatomy.plate,
        hip.moving_hip,
        anatomy.glossary,
    ],
    "Sources and dates": [sources.cite, sources.bibliography, sources.references_read, sources.review_dates],
    "For authors": [authoring.macro_reference],
}

MACROS = [macro for family in FAMILIES.values() for macro in family]
