"""One table of urgency: no page gives a sign less haste than the record of that sign does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.library import Library
from macros.models import RedFlag, Urgency
from tests.site.crawl import BuiltSite
from tests.site.prose import prose

SIGNS = {
    "saddle-numbness": r"numb\w*[^.;]{0,40}between (?:the|your) legs|saddle (?:area|feeling|numb)|around (?:the|your) bottom",
    "bladder-change": r"(?:new |sudden )?trouble (?:starting to pee|with peeing|peeing)|can(?:no|’)t pee|leaking pee|bladder[^.;]{0,30}(?:changed|change|control|feeling)",
    "both-legs": r"(?:weak|numb|tingling)\w*[^.;]{0,30}in both legs",
    "leg-weakness-fast": r"leg (?:that )?(?:gets|is getting) weaker|weakness (?:that )?(?:gets|is getting) worse",
    "cannot-stand-hip": r"can(?:no|’)t (?:stand on|put (?:any )?weight on|take (?:your )?weight)",
    "chest-pain": r"chest pain|trouble breathing",
    "cold-leg": r"cold[^.;]{0,20}(?:pale|white|blue) (?:leg|foot)|leg[^.;]{0,30}(?:cold and pale|pale and cold|cold, pale)",
    "testicle": r"(?:sudden|strong)[^.;]{0,20}pain in (?:a|the|one) testicle|painful testicle",
    "hernia-stuck": r"(?:lump|hernia)[^.;]{0,40}(?:stuck|hard and|won’t go back|can(?:no|’)t be pushed back)",
}
"""A red flag, and how texts speak of its sign."""

PHRASES = {
    "emergency-now": r"emergency (?:now|department|number|room|signs?)|ambulance|at once",
    "same-day": r"\btoday\b|same day|same-day",
    "within-days": r"2 to 3 days|within days",
    "within-two-weeks": r"two weeks|2 weeks",
    "routine-review": r"ordinary visit|routine|next visit",
}
"""A level of urgency, and how texts speak of it."""


@pytest.fixture(scope="session")
def built(site: Path) -> BuiltSite:
    return BuiltSite.read(site)


def test_no_page_gives_a_sign_less_haste_than_its_record(built: BuiltSite, library: Library) -> None:
    order = {level.id: level.order for level in library.all(Urgency)}
    assert set(PHRASES) == set(order)
    too_slow, seen = [], set[str]()
    for page in built.pages.values():
        if page.address.startswith("references/"):
            continue  # titles of papers
        for block in prose(page, clinicians=True).blocks:
            said = {level for level, words in PHRASES.items() if re.search(words, block.text, re.IGNORECASE)}
            for id, words in SIGNS.items() if said else ():
                if re.search(words, block.text, re.IGNORECASE):
                    seen.add(id)
                    if min(order[level] for level in said) > order[library.get(RedFlag, id).urgency]:
                        too_slow.append(f"{page.address}: {id}: {block.text[:200]}")
    assert too_slow == []
    assert set(SIGNS) - seen == set(), "no text speaks of these any more: change the words to look for"


def test_a_conditions_page_is_no_slower_than_the_sign_that_only_it_explains(library: Library) -> None:
    """Where every sign of a condition asks for more haste than the condition does, its page says when."""
    order = {level.id: level.order for level in library.all(Urgency)}
    for condition in library.records["condition"].values():
        flags = library.used_by(condition, RedFlag)
        urgency = order[condition.urgency]  # type: ignore[attr-defined]
        if flags and all(order[flag.urgency] < urgency for flag in flags):
            assert condition.upgrade_if, condition.id  # type: ignore[attr-defined]
