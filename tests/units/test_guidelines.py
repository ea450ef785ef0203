"""Positions of guidelines: what may be called a contradiction, and what an empty place may claim."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from macros import labels
from macros.guidelines import Line, absent, grouped, guidelines
from macros.library import Library
from macros.models import Reference, Treatment
from macros.models.treatment import Position
from macros.page import Page
from macros.treatments import treatment as sheet


def position(stand: str, guideline: str = "nice2016ng59", **values: object) -> Position:
    given = {key: value for key, value in values.items() if value}
    return Position.model_validate({"guideline": guideline, "position": stand, **given})


def line(library: Library, *rows: Position) -> Line:
    return Line(library.get(Treatment, "epidural-radicular").model_copy(update={"guidelines": rows}))


def whole(library: Library) -> str:
    return guidelines(Page("what-helps/guidelines.md", {}, library))


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ((), (), True),
        (("new pain",), (), True),
        (("new pain",), ("new pain",), True),
        (("new pain",), ("leg pain",), True),
        (("new pain",), ("lasting pain",), False),
        (("lasting pain",), ("new pain",), False),
        (("leg pain",), ("new pain", "back pain alone"), False),
    ],
)
def test_parts_meet_unless_one_is_the_other_half(
    one: tuple[str, ...], other: tuple[str, ...], meet: bool
) -> None:
    assert position("for", only=one).meets(position("against", only=other)) is meet


def test_a_contradiction_needs_some_of_the_same_people(library: Library) -> None:
    against = position("against", "busse2025interventional", only=("lasting pain",))
    apart = line(library, position("for", only=("new pain",)), against)
    assert apart.parted
    assert not apart.disputed
    assert "differ" not in apart.stands
    same = line(library, position("for"), against)
    assert same.disputed
    assert not same.parted
    assert same.stands == ["for", "against", "differ"]
    agreed = line(library, position("against"), against)
    assert not agreed.disputed
    assert not agreed.parted


def test_epidurals_are_no_contradiction(library: Library) -> None:
    assert Line(library.get(Treatment, "epidural-radicular")).parted
    first, _, second = whole(library).partition("only look like a contradiction")
    assert "/epidural-radicular.html" not in first
    assert "/epidural-radicular.html" in second


def test_both_halves_are_everybody() -> None:
    with pytest.raises(ValidationError, match="new pain and lasting pain are everybody"):
        position("for", only=("new pain", "lasting pain"))


def test_a_condition_is_short() -> None:
    with pytest.raises(ValidationError, match="at most 60"):
        position("for", condition="x" * 61)


def test_terms_are_strength_part_and_condition() -> None:
    full = position("for", strength="weak", only=("new pain",), condition="severe sciatica")
    assert full.terms == ["weak advice", "only new pain", "severe sciatica"]
    assert position("for").terms == []


def test_every_term_stands_in_the_table_and_on_the_treatments_page(library: Library) -> None:
    made = whole(library)
    for treatment in library.all(Treatment):
        if not treatment.guidelines:
            continue
        row = re.search(rf'<tr id="{treatment.id}".*?</tr>', made)
        assert row, treatment.id
        text = sheet(Page(f"treatments/{treatment.id}.md", {}, library), treatment.id)
        assert f"guidelines.html#{treatment.id}" in text
        for one in treatment.guidelines:
            assert f"{treatment.id}.html#guidelines" in row[0]
            for term in one.terms:
                assert f">{term}<" in row[0], (treatment.id, term)
                assert str(term) in text, (treatment.id, term)


def test_an_empty_place_claims_only_what_is_known(library: Library) -> None:
    source = library.get(Reference, "who2023lbp")
    assert source.read != "full text"
    assert absent(source) == "not checked"
    assert absent(source.model_copy(update={"read": "full text"})) == "not listed"
    assert "not listed" not in whole(library)


def test_one_guideline_is_grouped_by_position_and_strength(library: Library) -> None:
    lines = [Line(one) for one in library.all(Treatment) if one.guidelines]
    heads = [head for head, _ in grouped(lines, "who2023lbp")]
    assert heads == ["for, weak advice", "against, weak advice", "neutral", "not addressed"]
    for guideline in labels.GUIDELINES:
        listed = sum(len(some) for _, some in grouped(lines, guideline))
        assert listed == sum(guideline in one.said for one in lines)
