"""Macros that show tests and the patterns of findings they add up to."""

from __future__ import annotations

from macros import odds, pictures
from macros.exercises import rules_for
from macros.models import Assessment, Claim, Exercise, Finding, Pattern, RedFlag, Rule
from macros.page import Page
from macros.selfcheck import questions
from macros.triage import script_data


def assessment(page: Page, id: str) -> str:
    """The whole page of a test. Sets the page's title and description.

    Example: `assessment("modified-thomas-test")`
    """
    shown = page.library.get(Assessment, id)
    page.show(shown, shown.summary, ("Tests", "assessments/index.html"))
    return page.render(
        "assessment",
        assessment=shown,
        odds=odds,
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


def odds_table(page: Page) -> str:
    """Every test and warning sign that has a likelihood ratio, from what raises the odds to what lowers them.

    Example: `odds_table()`
    """
    rows = odds.ranked([*page.library.all(Assessment), *page.library.all(RedFlag)])
    return page.render("odds_table", rows=rows, odds=odds)


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


def findings_check(page: Page) -> str:
    """The self-check question by question; without its script, the questions and the patterns as lists.

    Example: `findings_check()`
    """
    findings = sorted(page.library.all(Finding), key=lambda finding: finding.order)
    patterns = sorted(page.library.all(Pattern), key=lambda pattern: pattern.order)
    shown = {}
    for finding in findings:
        test = page.library.get(Assessment, finding.assessment) if finding.assessment else None
        drawn = pictures.frames(page.library.pictures, test) if test and test.home_use != "no" else None
        if drawn:  # without what only an examiner does
            shown[finding.id] = [one for one in drawn.shown if "examiner" not in (one.pose.note or "")]
    return page.render(
        "findings_check",
        findings=findings,
        patterns=patterns,
        named={(one.id, answer.id): (one, answer) for one in findings for answer in one.answers},
        frames=shown,
        exercised={
            one.id for one in patterns if not one.no_exercises and page.library.used_by(one, Exercise)
        },
        rule=page.library.get(Rule, "before-home-tests"),
        tree=script_data([{"ask": one.ask, "to": one.to} for one in questions(findings, patterns)]),
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
