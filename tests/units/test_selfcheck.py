"""The tree of questions leads where the reference does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from macros.library import Library
from macros.models import Finding, Pattern
from macros.selfcheck import Question, decide, questions


def _walk(tree: Sequence[Question], answers: Mapping[str, str]) -> tuple[list[str], str]:
    asked, at = [], 0
    while True:
        asked.append(tree[at].ask)
        to = tree[at].to[answers[tree[at].ask]]
        if isinstance(to, str):
            return asked, to
        at = to


def test_every_combination_of_answers_leads_to_the_same_pattern(library: Library) -> None:
    findings = sorted(library.all(Finding), key=lambda finding: finding.order)
    patterns = library.all(Pattern)
    tree = questions(findings, patterns)
    for picked in product(*([answer.id for answer in finding.answers] for finding in findings)):
        answers = {finding.id: answer for finding, answer in zip(findings, picked, strict=True)}
        asked, pattern = _walk(tree, answers)
        assert pattern == decide(answers, patterns).id, answers
        assert pattern == decide({id: answers[id] for id in asked}, patterns).id, answers
        assert asked == [finding.id for finding in findings if finding.id in asked]


def test_the_tree_is_small_and_begins_with_the_warning_signs(library: Library) -> None:
    tree = questions(library.all(Finding), library.all(Pattern))
    assert len(tree) <= 40
    assert tree[0].ask == "warning-sign"
    assert tree[0].to["yes"] == "stop-first"
    for question in tree:
        assert set(question.to) == {answer.id for answer in library.get(Finding, question.ask).answers}
