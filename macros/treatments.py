"""Macros that show treatments."""

from __future__ import annotations

from typing import get_args

from macros import forest, icons, labels
from macros.finder import Choices, Sort
from macros.models import Claim, Condition, Treatment
from macros.models.treatment import Category, Effect, Group, Measure, Term, Verdict
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
        figure=figure,
        people=icons.people,
        plots=forest.plots([(shown, effect) for effect in shown.effects]),
    )


def treatments(page: Page, category: str | None = None, verdict: str | None = None) -> str:
    """Treatments as rows: name, for whom, verdict, certainty, in a sentence why.

    Filters: `category`, `verdict`. A filter that lets nothing through is an error.

    Example: `treatments(category="exercise")`
    """
    _known("category", category, get_args(Category))
    _known("verdict", verdict, get_args(Verdict))
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


def treatment_finder(page: Page) -> str:
    """All treatments as a list to filter by people, kind, verdict and certainty.

    Example: `treatment_finder()`
    """
    verdicts = get_args(Verdict)
    found = sorted(page.library.all(Treatment), key=lambda one: (verdicts.index(one.verdict), one.name))
    return page.render(
        "treatment_finder",
        treatments=found,
        list="treatments-found",
        choices=[
            Choices("group", "For whom", list(labels.GROUPS.items())),
            Choices("category", "Kind of treatment", list(labels.CATEGORIES.items())),
            Choices("verdict", "Our verdict", [(code, labels.VERDICTS[code]) for code in verdicts]),
            Choices("certainty", "How sure", list(labels.CERTAINTY.items())),
        ],
        first="verdict",
        sorts=[Sort("sure", "certainty")],
        rank={code: at for at, code in enumerate(labels.CERTAINTY)},
    )


def treatments_by_name(page: Page) -> str:
    """The names of all treatments, by complaint, each in the order of the alphabet.

    Example: `treatments_by_name()`
    """
    every = sorted(page.library.all(Treatment), key=lambda one: one.plain_name)
    groups = [(group, [one for one in every if one.group == group]) for group in get_args(Group)]
    return page.render("treatments_by_name", groups=groups)


def treatment_row(page: Page, id: str) -> str:
    """One treatment as a row: verdict, certainty and why.

    Example: `treatment_row("exercise-chronic")`
    """
    return page.render("treatments", treatments=[page.library.get(Treatment, id)])


def forest_plot(page: Page, group: str, measures: str = "pain", term: str = "short") -> str:
    """Effects of all treatments for one group of people as plots, a plot for each kind of comparison.

    `group`, `measures`, `term`: words of the records. What lets nothing through is an error.

    Example: `forest_plot(group="lasting back pain", measures="pain", term="short")`
    """
    _known("group", group, get_args(Group))
    _known("measures", measures, get_args(Measure))
    _known("term", term, get_args(Term))
    found = forest.plots(
        [
            (treatment, effect)
            for treatment in page.library.all(Treatment)
            for effect in treatment.effects
            if (treatment.group, effect.measures, effect.term) == (group, measures, term)
        ]
    )
    if not found:
        raise MacroError(f"no effect has group={group!r}, measures={measures!r}, term={term!r}")
    return page.render(
        "forest_groups",
        groups=forest.by_comparison(found),
        figure=figure,
        key=f"{group}-{measures}-{term}".replace(" ", "-"),
    )


def evidence_tables(page: Page) -> str:
    """Every measured effect with its comparison, time, size and certainty, by category of treatment.

    Example: `evidence_tables()`
    """
    groups = [
        (category, [one for one in page.library.all(Treatment) if one.category == category])
        for category in get_args(Category)
    ]
    return page.render("evidence_tables", groups=groups, figure=figure)


def _known(name: str, value: str | None, choices: tuple[str, ...]) -> None:
    if value is not None and value not in choices:
        raise MacroError(
            f"{name}={value!r}: expected one of {', '.join(choices)}{did_you_mean(value, choices)}"
        )


def figure(effect: Effect) -> str:
    """“−7.3 points (−11 to −3.6)”, or “−0.40 SD (−0.55 to −0.26)”; empty without a figure."""
    if effect.figure is None:
        return ""
    style = ".2f" if effect.unit == "smd" else "g"
    middle, low, high = (
        "" if number is None else format(number, style).replace("-", "−")
        for number in (effect.figure, effect.ci_low, effect.ci_high)
    )
    unit = "SD" if effect.unit == "smd" else "points"
    return f"{middle} {unit} ({f'{low} to {high}' if low and high else 'interval not known'})"
