"""Macros that show tests and the patterns of findings they add up to."""

from __future__ import annotations

from macros import pictures
from macros.exercises import rules_for
from macros.models import Assessment, Claim, Exercise, Finding, Pattern
from macros.page import Page


def assessment(page: Page, id: str) -> str:
    """The whole page of a test. Sets the page's title and description.

    Example: `assessment("modified-thomas-test")`
    """
    shown = page.library.get(Assessment, id)
    page.show(shown, shown.summary, ("Tests", "assessments/index.html"))
    return page.render(
        "assessment",
        assessment=shown,
        frames=pictures.frames(page.library.pictures, shown),
        rules=rules_for(page.library, "every assessment", shown.rules),
        patterns=page.library.used_by(shown, Pattern),
        claims=page.library.used_by(shown, Claim),
    )


def assessments(page: Page) -> str:
    """All tests by the question they answer: the index of tests.

    Example: `assessments()`
    """
    return page.render("assessments", assessments=page.library.all(Assessment))


def assessment_details(page: Page) -> str:
    """What clinicians want to know of every test: norms, reliability, validity, what nobody knows.

    Example: `assessment_details()`
    """
    return page.render("assessment_details", assessments=page.library.all(Assessment))


def self_check(page: Page) -> str:
    """The questions of the self-check, and the list from which the answers are read off.

    Example: `self_check()`
    """
    findings = sorted(page.library.all(Finding), key=lambda finding: finding.order)
    named = {(finding.id, answer.id): (finding, answer) for finding in findings for answer in finding.answers}
    return page.render(
        "self_check",
        findings=findings,
        patterns=sorted(page.library.all(Pattern), key=lambda pattern: pattern.order),
        named=named,
    )


def pattern(page: Page, id: str) -> str:
    """The whole page of a pattern of findings. Sets the page's title and description.

    Example: `pattern("short-strong")`
    """
    shown = page.library.get(Pattern, id)
    page.show(shown, shown.summary, ("Patterns", "patterns/index.html"))
    exercises = [] if shown.no_exercises else page.library.used_by(shown, Exercise)
    exercises.sort(key=lambda exercise: (exercise.level, exercise.name))
    return page.render("pattern", pattern=shown, exercises=exercises)


def patterns(page: Page) -> str:
    """All patterns in the order in which they are checked.

    Example: `patterns()`
    """
    return page.render(
        "patterns", patterns=sorted(page.library.all(Pattern), key=lambda pattern: pattern.order)
    )
