"""The self-check: which pattern the answers of a reader point to.

The same table, `when` in `data/patterns/`, decides here and in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.models import Pattern


def decide(answers: Mapping[str, str], patterns: Iterable[Pattern]) -> Pattern:
    """The first pattern, in their order, that fits the answers (ids of answers by id of finding).

    A question that wasn't answered fits no case that asks for it. Raises LookupError where nothing fits,
    which a check of the data rules out.
    """
    for pattern in sorted(patterns, key=lambda one: one.order):
        if fits(pattern, answers):
            return pattern
    raise LookupError("no pattern fits: one pattern needs to be without “when”")


def fits(pattern: Pattern, answers: Mapping[str, str]) -> bool:
    """Whether every answer of one of the pattern's cases was given."""
    return not pattern.when or any(
        all(answers.get(found.finding) in found.answers for found in case) for case in pattern.when
    )
