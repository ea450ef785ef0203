"""Macros that show treatments."""

from __future__ import annotations

from typing import get_args

from macros import labels
from macros.models import Claim, Condition, Reference, Treatment
from macros.models.treatment import Category, Effect, Verdict
from macros.page import MacroError, Page
from macros.problems import did_you_mean


def treatment(page: Page, id: str) -> str:
    """The whole page of a treatment. Sets the page's title and description.

    Example: `treatment("exercise-chronic")`
    """
    shown = page.library.get(Treatment, id)
    category = (labels.CATEGORIES[shown.category], f"treatments/index.html#{shown.category}")
    page.show(shown, shown.summary, ("What helps?", "treatments/index.html"), category)
    return page.render(
        "treatment",
        treatment=shown,
        conditions=page.library.used_by(shown, Condition),
        claims=page.library.used_by(shown, Claim),
        points=points,
    )


def treatments(page: Page, category: str | None = None, verdict: str | None = None) -> str:
    """Treatments as rows: name, for whom, verdict, certainty, in a sentence why.

    Filters: `category`, `verdict`. A filter that lets nothing through is an error.

    Example: `treatments(category="exercise")`
    """
    for name, value, choices in (
        ("category", category, get_args(Category)),
        ("verdict", verdict, get_args(Verdict)),
    ):
        if value is not None and value not in choices:
            raise MacroError(
                f"{name}={value!r}: expected one of {', '.join(choices)}{did_you_mean(value, choices)}"
            )
    fitting = [
        treatment
        for treatment in page.library.all(Treatment)
        if category in (None, treatment.category) and verdict in (None, treatment.verdict)
    ]
    if not fitting:
        raise MacroError(f"no treatment has category={category!r}, verdict={verdict!r}: loosen a filter")
    order = get_args(Verdict)
    return page.render(
        "treatments", treatments=sorted(fitting, key=lambda one: (order.index(one.verdict), one.name))
    )


def treatment_row(page: Page, id: str) -> str:
    """One treatment as a row: verdict, certainty and why.

    Example: `treatment_row("exercise-chronic")`
    """
    return page.render("treatments", treatments=[page.library.get(Treatment, id)])


def evidence_tables(page: Page) -> str:
    """Every measured effect with its comparison, time, size and certainty, by category of treatment.

    Example: `evidence_tables()`
    """
    groups = [
        (category, [one for one in page.library.all(Treatment) if one.category == category])
        for category in get_args(Category)
    ]
    return page.render("evidence_tables", groups=groups, points=points)


def guidelines(page: Page) -> str:
    """What each guideline says of each treatment, and where they contradict each other.

    Example: `guidelines()`
    """
    said: dict[str, dict[str, list[Treatment]]] = {}
    disputed = []
    for treatment in page.library.all(Treatment):
        for row in treatment.guidelines:
            said.setdefault(row.guideline, {}).setdefault(row.position, []).append(treatment)
        if {"for", "against"} <= {row.position for row in treatment.guidelines}:
            disputed.append(treatment)
    sources = sorted((page.library.get(Reference, id) for id in said), key=lambda one: -(one.year or 0))
    return page.render("guidelines", sources=sources, said=said, disputed=disputed)


def points(effect: Effect) -> str:
    """“−7.3 points (95 % interval −11 to −3.6)”; empty without a figure."""
    if effect.points is None:
        return ""
    text = f"{_signed(effect.points)} points"
    if effect.ci_low is not None and effect.ci_high is not None:
        text += f" (95% interval {_signed(effect.ci_low)} to {_signed(effect.ci_high)})"
    return text


def _signed(number: float) -> str:
    return f"{number:g}".replace("-", "−")
