"""The self-check: which pattern the answers of a reader point to.

The same table, `when` in `data/patterns/`, decides here and in the browser: there as the tree of questions
that `questions` makes of it, so that its script only looks up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.models import Finding, Pattern


def decide(answers: Mapping[str, str], patterns: Iterable[Pattern]) -> Pattern:
    """The first pattern, in their order, that fits the answers (ids of answers by id of finding).

    A question that wasn't answered fits no case that asks for it. Raises LookupError where nothing fits,
    which a check of the data rules out.
    """
    for pattern in sorted(patterns, key=lambda one: one.order):
        if fits(pattern, answers):
            return pattern
    raise LookupError("no pattern fits: one pattern needs to be without “when”")


def fits(pattern: Pattern, answers: Mapping[str, str]) -> bool:
    """Whether every answer of one of the pattern's cases was given."""
    return not pattern.when or any(
        all(answers.get(found.finding) in found.answers for found in case) for case in pattern.when
    )


@dataclass(frozen=True)
class Question:
    """A step of the tree: what to ask, and where each answer leads."""

    ask: str
    """Id of a finding."""
    to: Mapping[str, int | str]
    """By id of the answer: the number of the next question, or the id of the pattern that fits."""


_Case = frozenset[tuple[str, tuple[str, ...]]]
"""What a case still asks for: findings with the answers that count."""
_Left = tuple[tuple[str, tuple[_Case, ...]], ...]
"""Patterns that can still be the first to fit, each with its open cases; the last one fits for sure."""


def questions(findings: Iterable[Finding], patterns: Iterable[Pattern]) -> Sequence[Question]:
    """The tree that leads to the same pattern as `decide`, for every way to answer all its questions.

    The first question comes first. A question that can't change the result any more isn't asked. Ways that
    leave the same choice meet again, so the tree stays small.
    """
    ordered = sorted(findings, key=lambda finding: finding.order)
    made: list[Question] = []
    known: dict[_Left, int | str] = {}

    def grow(left: _Left) -> int | str:
        if left not in known:
            asked = {id for _, cases in left for case in cases for id, _ in case}
            finding = next((one for one in ordered if one.id in asked), None)
            known[left] = left[0][0] if finding is None else ask(finding, left)
        return known[left]

    def ask(finding: Finding, left: _Left) -> int | str:
        number = len(made)
        made.append(Question(finding.id, {}))  # holds the place: questions come before those they lead to
        to = {answer.id: grow(_answered(left, finding.id, answer.id)) for answer in finding.answers}
        made[number] = Question(finding.id, to)
        return number

    start = tuple(
        (
            pattern.id,
            tuple(frozenset((found.finding, found.answers) for found in case) for case in pattern.when)
            or (frozenset(),),
        )
        for pattern in sorted(patterns, key=lambda one: one.order)
    )
    grow(_sure(start))
    return made


def _answered(left: _Left, finding: str, answer: str) -> _Left:
    """What is left after an answer."""
    after = []
    for pattern, cases in left:
        open_cases = tuple(
            frozenset(found for found in case if found[0] != finding)
            for case in cases
            if all(answer in answers for id, answers in case if id == finding)
        )
        if open_cases:
            after.append((pattern, open_cases))
    return _sure(tuple(after))


def _sure(left: _Left) -> _Left:
    """Without what comes after the first pattern that fits for sure."""
    for at, (pattern, cases) in enumerate(left):
        if frozenset() in cases:
            return (*left[:at], (pattern, (frozenset(),)))
    return left
