"""Counts of certainty cover everything, and a review that is long overdue is noticed."""

from __future__ import annotations

import re
from datetime import date, timedelta

from macros import labels
from macros.certainty import oldest, rated, sources, statements, summed
from macros.library import Library
from macros.models import RedFlag, Reference, Treatment
from macros.models.base import ReviewedRecord, add_months
from macros.reviews import GRACE_MONTHS, Due, next_due, overdue
from tests.building import ROOT

FRONT = re.compile(r"\A---\n.*?^reviewed: (\S+)\n.*?^review_months: (\d+)\n", re.DOTALL | re.MULTILINE)


def due(record: ReviewedRecord) -> Due:
    return Due(f"{record.kind} {record.id}", record.review_due)


def pages() -> list[Due]:
    """Pages of prose, by their front matter."""
    found = []
    for path in sorted((ROOT / "docs").rglob("*.md")):
        if match := FRONT.match(path.read_text(encoding="utf-8")):
            day = add_months(date.fromisoformat(match[1]), int(match[2]))
            found.append(Due(path.relative_to(ROOT).as_posix(), day))
    return found


def test_no_review_is_long_overdue(library: Library) -> None:
    """Fails when a review is late by more than the grace: read the page or record again, then date it anew."""
    records = [due(record) for record in next_due(library)]
    assert len(records) > 100
    assert len(pages()) > 30
    assert overdue([*records, *pages()], date.today()) == []


def test_a_review_that_is_long_overdue_is_seen(library: Library) -> None:
    old = library.get(Treatment, "exercise-chronic").model_copy(update={"reviewed": date(2020, 1, 15)})
    last = add_months(date(2021, 1, 15), GRACE_MONTHS)
    assert overdue([due(old)], last) == []
    assert overdue([due(old)], last + timedelta(days=1)) == [
        f"treatment exercise-chronic: due 2021-01-15, {GRACE_MONTHS} months of grace are over"
    ]


def test_the_soonest_come_first(library: Library) -> None:
    old = library.get(Treatment, "exercise-chronic").model_copy(update={"reviewed": date(2020, 1, 15)})
    some = Library(records={**library.records, "treatment": {old.id: old}})
    found = next_due(some)
    assert found[0] is old
    assert isinstance(found[1], RedFlag)
    assert [one.review_due for one in found] == sorted(one.review_due for one in found)


def test_every_certainty_is_counted(library: Library) -> None:
    written = sum(
        len(re.findall(r"^ *(?:- )?certainty: ", path.read_text(encoding="utf-8"), re.MULTILINE))
        for path in (ROOT / "data").rglob("*.yml")
    )
    rows = statements(library)
    assert summed("all", rows).total == written
    assert {row.name for row in rows} <= set(labels.RATED.values())


def test_a_certainty_deep_in_a_record_is_found(library: Library) -> None:
    treatment = library.get(Treatment, "nsaid-acute")
    found = list(rated(treatment))
    assert found.count(("certainty", treatment.certainty)) == 1
    assert [level for path, level in found if path == "effects.certainty"] == [
        effect.certainty for effect in treatment.effects
    ]


def test_every_source_is_counted(library: Library) -> None:
    assert summed("all", sources(library)).total == len(library.all(Reference))


def test_old_sources_are_reviews_and_guidelines_that_records_use(library: Library) -> None:
    found = oldest(library)
    years = [reference.year for reference, _ in found]
    assert years == sorted(year for year in years if year)
    assert all(users > 0 for _, users in found)
    assert {reference.design for reference, _ in found} == {"systematic-review", "guideline"}


def test_the_page_says_what_the_counts_say(library: Library) -> None:
    """Its lead is prose; when the counts no longer bear it, it has to be written anew."""
    text = (ROOT / "docs/about/how-sure.md").read_text(encoding="utf-8")
    levels = dict(zip(labels.CERTAINTY, summed("", statements(library)).counts, strict=True))
    read = dict(zip(labels.READ, summed("", sources(library)).counts, strict=True))
    assert "Few findings have a high label" in text
    assert levels["high"] < sum(levels.values()) / 10
    assert "most sources were read as a summary only" in text
    assert read["abstract"] > sum(read.values()) / 2
    assert "more than three months late" in text
    assert GRACE_MONTHS == 3
