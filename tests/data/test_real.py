"""The project's own data: what the loader can't know."""

from __future__ import annotations

import json
from itertools import product

import pytest
from jsonschema import Draft202012Validator

from macros.library import Library
from macros.load import parse
from macros.models import KINDS, Exercise, Finding, Pattern, Program, Reference, Rule
from macros.selfcheck import decide
from tests.building import ROOT


def test_the_whole_data_set_is_there(library: Library) -> None:
    assert len(library.records["exercise"]) >= 70
    assert len(library.records["program"]) >= 8
    assert [kind for kind, records in library.records.items() if len(records) < 5] == []


@pytest.mark.parametrize("kind", KINDS)
def test_editors_see_what_the_loader_sees(kind: str) -> None:
    """The JSON Schema takes every sound record, and refuses an unknown key and a missing one."""
    schema = json.loads((ROOT / f"data/schemas/{kind}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for path in (ROOT / "data" / KINDS[kind].folder).glob("*.yml"):
        content = path.read_bytes()
        assert content.startswith(f"# yaml-language-server: $schema=../schemas/{kind}.json\n".encode()), (
            path.name
        )
        document, _ = parse(content, path.name, path.stem)
        assert document
        assert [error.message for error in validator.iter_errors(document.data)] == [], path.name
        assert list(validator.iter_errors({**document.data, "nmae": "x"})), path.name
        assert list(
            validator.iter_errors({key: value for key, value in document.data.items() if key != "id"})
        ), path.name


def test_every_exercise_has_a_way_on_or_a_way_back(library: Library) -> None:
    alone = [one.id for one in library.all(Exercise) if not (one.progressions or one.regressions)]
    assert alone == []
    no_easier = [one.id for one in library.all(Exercise) if one.level > 1 and not one.regressions]
    assert no_easier == []


def test_sessions_are_short_enough_to_do(library: Library) -> None:
    assert {one.id: one.dose.minutes for one in library.all(Exercise) if one.dose.minutes > 30} == {}


def test_emergency_signs_reach_every_exercise_program_and_test(library: Library) -> None:
    scopes = {rule.applies_to for rule in library.all(Rule) if rule.urgency == "emergency-now"}
    assert "exercises and programs" in scopes
    assert [rule.id for rule in library.all(Rule) if rule.applies_to == "every assessment"] != []


def test_programs_begin_no_harder_than_their_people_can(library: Library) -> None:
    """A first stage has nothing above level 2, or 3 for the runners' and lifters' programs."""
    trained = {"runners-hip-flexors", "lifters-deep-squat-hips"}
    for program in library.all(Program):
        most = 3 if program.id in trained else 2
        first = [item.exercise for session in program.stages[0].sessions for item in session.items]
        hard = [id for id in first if library.get(Exercise, id).level > most]
        assert hard == [], program.id


def test_every_combination_of_findings_leads_somewhere(library: Library) -> None:
    findings = library.all(Finding)
    patterns = library.all(Pattern)
    reached = set()
    for picked in product(*([answer.id for answer in finding.answers] for finding in findings)):
        answers = {finding.id: answer for finding, answer in zip(findings, picked, strict=True)}
        pattern = decide(answers, patterns)
        assert answers["warning-sign"] == "no" or pattern.id == "stop-first"
        reached.add(pattern.id)
    assert reached == {pattern.id for pattern in patterns}
    assert decide({}, patterns).id == "no-clear-pattern"


def test_every_pattern_has_a_way_out(library: Library) -> None:
    """Somebody to see, a plan, or an exercise; and no exercise where none may be offered."""
    for pattern in library.all(Pattern):
        exercises = library.used_by(pattern, Exercise)
        if pattern.no_exercises:
            assert pattern.urgency, pattern.id
            assert not pattern.programs, pattern.id
        else:
            assert pattern.programs or exercises or pattern.urgency, pattern.id


def test_nothing_is_cited_from_memory(library: Library) -> None:
    assert [one.id for one in library.all(Reference) if one.read == "memory"] == []


def test_no_reference_points_to_a_copy_of_a_paper(library: Library) -> None:
    copies = (
        "scribd",
        "doczz",
        "paperexplained",
        "researchgate",
        "sci-hub",
        "semanticscholar",
        "47.251.",
        "120.26.",
    )
    found = [one.id for one in library.all(Reference) if one.url and any(copy in one.url for copy in copies)]
    assert found == []
