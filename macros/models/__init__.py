"""The kinds of record. A new kind: a module here, its class in KINDS, a folder under data/."""

from __future__ import annotations

from macros.models.assessment import Assessment
from macros.models.base import Model, Record, ReviewedRecord
from macros.models.caution import Caution
from macros.models.claim import Claim
from macros.models.condition import Condition
from macros.models.exercise import Exercise
from macros.models.finding import Finding
from macros.models.links import Link
from macros.models.pattern import Pattern
from macros.models.program import Program
from macros.models.red_flag import RedFlag
from macros.models.reference import Reference
from macros.models.rule import Rule
from macros.models.structure import Structure
from macros.models.term import Term
from macros.models.treatment import Treatment
from macros.models.urgency import Urgency

KINDS: dict[str, type[Record]] = {
    model.kind: model
    for model in (
        Exercise,
        Program,
        Assessment,
        Pattern,
        Finding,
        Structure,
        Condition,
        RedFlag,
        Treatment,
        Claim,
        Reference,
        Term,
        Caution,
        Rule,
        Urgency,
    )
}

__all__ = [
    "KINDS",
    "Assessment",
    "Caution",
    "Claim",
    "Condition",
    "Exercise",
    "Finding",
    "Link",
    "Model",
    "Pattern",
    "Program",
    "Record",
    "RedFlag",
    "Reference",
    "ReviewedRecord",
    "Rule",
    "Structure",
    "Term",
    "Treatment",
    "Urgency",
]
