"""Macros that show programs."""

from __future__ import annotations

from macros.exercises import rules_for
from macros.models import Condition, Exercise, Pattern, Program
from macros.page import Page


def program(page: Page, id: str) -> str:
    """The whole page of a program. Sets the page's title and description.

    Example: `program("weak-hip-flexors")`
    """
    shown = page.library.get(Program, id)
    page.show(shown, shown.summary, ("Programs", "programs/index.html"))
    rules = rules_for(page.library, "every program", shown.rules)
    return page.render(
        "program",
        program=shown,
        rules=rules,
        exercise=lambda link: page.library.get(Exercise, link),
        patterns=page.library.used_by(shown, Pattern),
        conditions=page.library.used_by(shown, Condition),
    )


def program_weeks(page: Page, id: str) -> str:
    """The weeks or stages of a program, with links to the exercises.

    Example: `program_weeks("desk-break-5-minutes")`
    """
    return page.render("program_weeks", program=page.library.get(Program, id))


def programs(page: Page) -> str:
    """Cards of all programs: the programs index.

    Example: `programs()`
    """
    return page.render("cards", records=page.library.all(Program))
