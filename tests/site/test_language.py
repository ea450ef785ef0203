"""What pages say: plain enough for their readers, and never a figure without its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from macros.library import Library
from macros.models import Exercise, RedFlag
from macros.text import plain
from tests.site.crawl import BuiltPage, BuiltSite
from tests.site.prose import Block, Prose, grade, prose

TECHNICAL = (
    "clinicians/",
    "references/",
    "what-helps/guidelines",
    "about/authoring",
    "about/design",
    "about/licenses",
    "404",
)
"""Pages that are not written for lay readers, by the start of their address."""

NOT_LAY = ("related", "facts", "effects", "guidelines")
"""Sections of lay pages that hold titles, figures, or anatomical terms that have no plain form."""

FIGURE = re.compile(
    r"""
    \d\s?%(?!\s(?:interval|CI|confidence))
    | \b\d[\d,.]*\s(?:out\s)?of\s(?:every\s)?(?!5\b|10\b)\d+           # 14 of 100; not pain 3 of 10, level 2 of 5
    | \b\d(?:[\d,.]*\d)?\s+(?:\w+\s){0,2}(?:people|patients|adults|women|men|children|athletes|runners|trials|studies
      |participants|reviews|cadavers)\b
    | \b\d+(?:\.\d+)?\spoints
    | \b(?:half|a\sthird|a\squarter|two\sthirds|most|few)\sof\s(?:the\s)?(?:people|patients|those)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
EFFECT = re.compile(
    r"\b(?:probably|may) (?:slightly |really |also )?"
    r"(?:helps?|eases?|lowers?|reduces?|relieves?|improves?|prevents?|shortens?|works? better)\b"
    r"|\b(?:does not|doesn’t|do not|don’t|did not) (?:ease|lower|reduce|relieve|prevent) (?:\w+ ){0,2}pain"
    r"|we don’t know whether (?!it does”)",
    re.IGNORECASE,
)
MORE_OR_LESS = re.compile(
    r"\b(?:(?:more|less|fewer|better|worse|longer|stronger|weaker) (?:pain|range|strength|often|people) than"
    r"|twice as|times as (?:often|likely|many|much)|as good as)\b",
    re.IGNORECASE,
)

UNSOURCED: dict[str, list[tuple[str, str]]] = {
    "about/method.html": [("Chances stand as", "an example of our words")],
    "about/authoring.html": [("A figure, a certainty word", "an example of our words")],
    "about/accessibility.html": [("Zoom and small screens", "what the site does")],
    "exercises/hill-walk.html": [("hill or treadmill", "equipment"), ("Begin.", "the slope to choose")],
    "assessments/hhd-hip-flexion.html": [("Positive.", "says that it is an untested working rule")],
    "programs/return-after-hip-flexor-strain.html": [("Begin this stage when", "steps of our plan")],
    "clinicians/odds.html": [("Chance before", "explains our words")],
    "exercising/log.html": [("A change of 2 points", "says that it is our rule of thumb")],
    "what-helps/certainty.html": [
        ("Very low", "explains our words"),
        ("Pain and trouble are counted", "explains our words"),
        ("“14 out of 100", "an example of our words"),
        ("“15 points (95% interval", "an example of our words"),
    ],
    "what-helps/surgery.html": [("Of 100 people like me", "a question to ask")],
}
"""Blocks that look like findings and are none."""


@pytest.fixture(scope="session")
def built(site: Path) -> BuiltSite:
    return BuiltSite.read(site)


@pytest.fixture(scope="session")
def lay(built: BuiltSite) -> dict[str, Prose]:
    """The lay text of every page that has some."""
    texts = {
        page.address: prose(page, without=NOT_LAY)
        for page in built.pages.values()
        if not page.address.startswith(TECHNICAL)
    }
    return {address: text for address, text in texts.items() if len(text.text.split()) >= 60}


def test_no_page_needs_more_than_eight_years_of_school(lay: dict[str, Prose]) -> None:
    hard = {address: text.hardest(3) for address, text in lay.items() if text.grade > 8}
    assert hard == {}


def test_the_middle_page_needs_six_and_a_half(lay: dict[str, Prose]) -> None:
    grades = {address: text.grade for address, text in lay.items()}
    highest = sorted(grades, key=lambda address: grades[address], reverse=True)[:10]
    assert median(grades.values()) <= 6.5, highest


def test_steps_are_simple(library: Library) -> None:
    hard = {
        exercise.id: score
        for exercise in library.all(Exercise)
        if (score := grade(" ".join(_closed(plain(step)) for step in exercise.steps))) > 5
    }
    assert hard == {}


def test_questions_about_warning_signs_are_simple(library: Library) -> None:
    hard = {
        flag.id: score
        for flag in library.all(RedFlag)
        if (score := grade(" ".join(_closed(plain(text)) for text in (flag.question, *flag.signs)))) > 6
    }
    assert hard == {}


def test_a_lead_is_short(built: BuiltSite) -> None:
    long = {
        page.address: words
        for page in built.pages.values()
        for block in prose(page).blocks
        if block.lead and (words := len(block.text.split())) > 45
    }
    assert long == {}


def test_figures_and_effects_have_a_source_beside_them(built: BuiltSite) -> None:
    bare = [
        f"{page.address}#{block.section}: {block.text[:120]}"
        for page in built.pages.values()
        if not page.address.startswith("references/")
        for block in _findings(page)
        if not block.sources and not _excused(page, block)
    ]
    assert bare == []


def test_every_excuse_is_needed(built: BuiltSite) -> None:
    for address, excuses in UNSOURCED.items():
        for beginning, _ in excuses:
            found = [block for block in _findings(built.pages[address]) if block.text.startswith(beginning)]
            assert found, f"{address}: nothing begins with “{beginning}”"


def test_a_lead_gives_no_figure_that_the_page_does_not_source(built: BuiltSite) -> None:
    alone = []
    for page in built.pages.values():
        blocks = prose(page, clinicians=True).blocks
        sourced = " ".join(block.text for block in blocks if block.sources and not block.lead)
        for block in blocks:
            if block.lead and not block.sources:
                figures = " ".join(match.group() for match in FIGURE.finditer(block.text))
                missing = {number for number in _numbers(figures) if not _given(number, sourced)}
                alone += [f"{page.address}: {number} in “{block.text[:100]}”" for number in sorted(missing)]
    assert alone == []


def _findings(page: BuiltPage) -> Iterator[Block]:
    for block in prose(page, clinicians=True, without=("related",)).blocks:
        if not block.lead and any(found.search(block.text) for found in (FIGURE, EFFECT, MORE_OR_LESS)):
            yield block


def _excused(page: BuiltPage, block: Block) -> bool:
    return any(block.text.startswith(beginning) for beginning, _ in UNSOURCED.get(page.address, ()))


def _given(number: str, text: str) -> bool:
    """Whether a text has a number, or one that rounds to it; 100 and 10 are the ends of scales."""
    value = _value(number)
    return value in (10, 100) or any(
        round(_value(one)) == value or _value(one) == value for one in _numbers(text)
    )


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
