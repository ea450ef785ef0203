"""Ids of other records, one type for each kind, so that a wrong one is found."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema


class Link(str):
    """The id of another record; the subclass says of which kind."""

    kind: ClassVar[str]
    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True))


class AssessmentId(Link):
    """Id of an assessment."""

    kind = "assessment"


class CautionId(Link):
    """Id of a caution."""

    kind = "caution"


class ClaimId(Link):
    """Id of a claim."""

    kind = "claim"


class ConditionId(Link):
    """Id of a condition."""

    kind = "condition"


class ExerciseId(Link):
    """Id of an exercise."""

    kind = "exercise"


class FindingId(Link):
    """Id of a finding."""

    kind = "finding"


class PatternId(Link):
    """Id of a pattern."""

    kind = "pattern"


class ProgramId(Link):
    """Id of a program."""

    kind = "program"


class RedFlagId(Link):
    """Id of a red-flag."""

    kind = "red-flag"


class ReferenceId(Link):
    """Id of a reference."""

    kind = "reference"


class RuleId(Link):
    """Id of a rule."""

    kind = "rule"


class StructureId(Link):
    """Id of a structure."""

    kind = "structure"


class TreatmentId(Link):
    """Id of a treatment."""

    kind = "treatment"


class UrgencyId(Link):
    """Id of an urgency."""

    kind = "urgency"
