"""Guidelines beside each other: what each says of each treatment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import get_args

from macros import labels
from macros.finder import Choices, Sort
from macros.models import Reference, Treatment
from macros.models.treatment import Category, Group, Position
from macros.page import Page


@dataclass(frozen=True)
class Line:
    """One treatment with what guidelines say of it."""

    treatment: Treatment

    @property
    def said(self) -> dict[str, Position]:
        """Position by the id of the guideline, for those that we read."""
        return {row.guideline: row for row in self.treatment.guidelines}

    def taking(self, position: str) -> list[Position]:
        """Those who take this position."""
        return [row for row in self.treatment.guidelines if row.position == position]

    @property
    def disputed(self) -> bool:
        """One guideline is for it and another against it, for some of the same people."""
        return any(one.meets(other) for one, other in product(self.taking("for"), self.taking("against")))

    @property
    def parted(self) -> bool:
        """One guideline is for it and another against it, but for other people."""
        return bool(self.taking("for") and self.taking("against")) and not self.disputed

    @property
    def stands(self) -> list[str]:
        """What readers can ask for: each position that some guideline takes, and “differ”."""
        return [code for code in labels.STANDS if self.taking(code)] + ["differ"] * self.disputed

    @property
    def exactly(self) -> list[str]:
        """Each guideline with its position, in one word each for the finder."""
        return [f"{row.guideline}:{row.position}" for row in self.treatment.guidelines]


def matrix(treatments: Iterable[Treatment]) -> list[tuple[Group, list[Line]]]:
    """Treatments that a guideline speaks of, by complaint; inside by category and name."""
    categories = get_args(Category)
    lines = [Line(one) for one in treatments if one.guidelines]
    lines.sort(key=lambda one: (categories.index(one.treatment.category), one.treatment.label))
    groups = [(group, [line for line in lines if line.treatment.group == group]) for group in labels.GROUPS]
    return [(group, found) for group, found in groups if found]


def absent(source: Reference) -> str:
    """What an empty cell may claim: only a guideline read as a whole can be said not to list a treatment."""
    return "not listed" if source.read == "full text" else "not checked"


def grouped(lines: Iterable[Line], guideline: str) -> list[tuple[str, list[tuple[Treatment, Position]]]]:
    """What one guideline says, under heads such as “for, strong advice”, in the order of positions."""
    found = [(line.treatment, line.said[guideline]) for line in lines if guideline in line.said]
    heads = [
        (", ".join([words, *([f"{strength} advice"] if strength else [])]), code, strength)
        for code, words in labels.STANDS.items()
        for strength in ("strong", "weak", None)
    ]
    made = [
        (head, [one for one in found if (one[1].position, one[1].strength) == (code, strength)])
        for head, code, strength in heads
    ]
    return [(head, some) for head, some in made if some]


def guidelines(page: Page) -> str:
    """Where guidelines contradict each other, what each says of each treatment to filter, and one at a time.

    Example: `guidelines()`
    """
    treatments = page.library.all(Treatment)
    groups = matrix(treatments)
    lines = [line for _, found in groups for line in found]
    read = {guideline for line in lines for guideline in line.said}
    sources = [page.library.get(Reference, id) for id in read]
    sources.sort(key=lambda one: (-(one.year or 0), one.id))
    short = {source.id: labels.GUIDELINES.get(source.id, source.label) for source in sources}
    used = {line.treatment.category for line in lines}
    taken = {word for line in lines for word in line.exactly}
    return page.render(
        "guidelines",
        sources=sources,
        short=short,
        absent={source.id: absent(source) for source in sources},
        each={source.id: grouped(lines, source.id) for source in sources},
        disputed=[line for line in lines if line.disputed],
        parted=[line for line in lines if line.parted],
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
                    if f"{source.id}:{code}" in taken
                ],
                open=False,
            ),
        ],
        first="kind of treatment",
        sorts=[Sort("listed", "number of guidelines", -1)],
    )
