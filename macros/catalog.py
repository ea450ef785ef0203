"""The macros that authors may use, by family."""

from __future__ import annotations

from collections.abc import Callable

from macros import (
    anatomy,
    assessments,
    authoring,
    certainty,
    claims,
    exercises,
    guidelines,
    hip,
    icons,
    plan,
    programs,
    safety,
    sources,
    treatments,
    triage,
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
    "Programs": [programs.program, programs.program_weeks, programs.programs, plan.plan_builder],
    "Tests and patterns": [
        assessments.assessment,
        assessments.assessments,
        assessments.assessment_details,
        assessments.odds_table,
        assessments.self_check,
        assessments.findings_check,
        assessments.pattern,
        assessments.patterns,
    ],
    "Safety": [
        safety.red_flags,
        triage.red_flag_check,
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
        treatments.treatments_by_name,
        guidelines.guidelines,
        treatments.evidence_tables,
        icons.icon_arrays,
        icons.frequencies,
    ],
    "Claims": [claims.claim, claims.claim_verdict, claims.claims],
    "Anatomy and words": [
        anatomy.structure,
        anatomy.structure_facts,
        anatomy.structures,
        anatomy.muscle_picture,
        anatomy.plate,
        hip.moving_hip,
        anatomy.glossary,
    ],
    "Sources and dates": [
        sources.cite,
        sources.bibliography,
        sources.references_read,
        certainty.certainty_overview,
        sources.review_dates,
        sources.handout,
    ],
    "For authors": [authoring.macro_reference],
}

MACROS = [macro for family in FAMILIES.values() for macro in family]
