"""Guidelines beside each other: what each says of each treatment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from macros import labels
from macros.finder import Choices, Sort
from macros.models import Reference, Treatment
from macros.models.treatment import Category, Group
from macros.page import Page


@dataclass(frozen=True)
class Line:
    """One treatment with what guidelines say of it."""

    treatment: Treatment

    @property
    def said(self) -> dict[str, str]:
        """Position by the id of the guideline, for those that we read."""
        return {row.guideline: row.position for row in self.treatment.guidelines}

    @property
    def disputed(self) -> bool:
        """One guideline is for it, another against it."""
        return {"for", "against"} <= set(self.said.values())

    @property
    def stands(self) -> list[str]:
        """What readers can ask for: each position that some guideline takes, and “differ”."""
        taken = set(self.said.values())
        return [code for code in labels.STANDS if code in taken] + ["differ"] * self.disputed

    @property
    def exactly(self) -> list[str]:
        """Each guideline with its position, in one word each for the finder."""
        return [f"{guideline}:{position}" for guideline, position in self.said.items()]


def matrix(treatments: Iterable[Treatment]) -> list[tuple[Group, list[Line]]]:
    """Treatments that a guideline speaks of, by complaint; inside by category and name."""
    categories = get_args(Category)
    lines = [Line(one) for one in treatments if one.guidelines]
    lines.sort(key=lambda one: (categories.index(one.treatment.category), one.treatment.label))
    groups = [(group, [line for line in lines if line.treatment.group == group]) for group in labels.GROUPS]
    return [(group, found) for group, found in groups if found]


def guidelines(page: Page) -> str:
    """Where guidelines contradict each other, what each says of each treatment to filter, and one at a time.

    Example: `guidelines()`
    """
    treatments = page.library.all(Treatment)
    groups = matrix(treatments)
    lines = [line for _, found in groups for line in found]
    said: dict[str, dict[str, list[Treatment]]] = {}
    for line in lines:
        for guideline, position in line.said.items():
            said.setdefault(guideline, {}).setdefault(position, []).append(line.treatment)
    sources = [page.library.get(Reference, id) for id in said]
    sources.sort(key=lambda one: (-(one.year or 0), one.id))
    short = {source.id: labels.GUIDELINES.get(source.id, source.label) for source in sources}
    used = {line.treatment.category for line in lines}
    return page.render(
        "guidelines",
        sources=sources,
        short=short,
        said=said,
        disputed=[line.treatment for line in lines if line.disputed],
        groups=groups,
        silent=len(treatments) - len(lines),
        list="guidelines-matrix",
        choices=[
            Choices("group", "For whom", [(group, labels.GROUPS[group]) for group, _ in groups]),
            Choices(
                "category",
                "Kind of treatment",
                [(code, words) for code, words in labels.CATEGORIES.items() if code in used],
            ),
            Choices(
                "says",
                "What guidelines say",
                [*labels.STANDS.items(), ("differ", "they contradict each other")],
            ),
            Choices(
                "exactly",
                "One guideline",
                [
                    (f"{source.id}:{code}", f"{short[source.id]}: {words}")
                    for source in sources
                    for code, words in labels.STANDS.items()
                    if code in said[source.id]
                ],
                open=False,
            ),
        ],
        first="kind of treatment",
        sorts=[Sort("listed", "number of guidelines", -1)],
    )
