"""Rules between records: one named function, one message, one test each.

Each takes the library and yields problems. Rules inside one record live in its model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from macros.models import Exercise, Finding, Pattern, Reference, Treatment
from macros.problems import Problem, did_you_mean
from macros.text import count_named

if TYPE_CHECKING:
    from macros.library import Library

Check = Callable[["Library"], Iterator[Problem]]


def run(library: Library, stems: dict[str, set[str]]) -> list[Problem]:
    """Every problem between records. `stems` has the ids of all files, sound or not, by kind."""
    problems = list(links_lead_somewhere(library, stems))
    for check in CHECKS:
        problems += check(library)
    return problems


def links_lead_somewhere(library: Library, stems: dict[str, set[str]]) -> Iterator[Problem]:
    """Every record named by another exists (its file does; the file's own problems are its own)."""
    for (kind, id), uses in library.uses.items():
        if id not in stems[kind]:
            for use in uses:
                near = did_you_mean(id, stems[kind])
                yield library.problem(use.by, use.path, f"there is no {kind} “{id}”{near}")


def progressions_point_back(library: Library) -> Iterator[Problem]:
    """A harder version names this exercise as its easier one, and the other way round."""
    exercises = library.records["exercise"]
    for exercise in library.all(Exercise):
        for field, back in (("progressions", "regressions"), ("regressions", "progressions")):
            for at, id in enumerate(getattr(exercise, field)):
                other = exercises.get(id)
                if other and exercise.id not in getattr(other, back):
                    message = (
                        f"“{id}” doesn't list “{exercise.id}” under {back}: add it there, or drop it here"
                    )
                    yield library.problem(exercise, (field, at), message)


def progressions_climb_gently(library: Library) -> Iterator[Problem]:
    """A harder version is on the same level or one above."""
    exercises = library.records["exercise"]
    for exercise in library.all(Exercise):
        for at, id in enumerate(exercise.progressions):
            other = exercises.get(id)
            if isinstance(other, Exercise) and other.level - exercise.level not in (0, 1):
                message = f"“{id}” is on level {other.level}: expected {exercise.level} or one above"
                yield library.problem(exercise, ("progressions", at), message)


def progressions_have_no_cycle(library: Library) -> Iterator[Problem]:
    """Going on to harder versions never leads back to where one began."""
    harder = {exercise.id: exercise.progressions for exercise in library.all(Exercise)}
    done: set[str] = set()
    for start in harder:
        trail: list[str] = []
        stack = [(start, iter(harder[start]))] if start not in done else []
        while stack:
            id, rest = stack[-1]
            if id not in trail:
                trail.append(id)
            following = next(rest, None)
            if following is None:
                stack.pop()
                trail.pop()
                done.add(id)
            elif following in trail:
                cycle = " → ".join([*trail[trail.index(following) :], following])
                exercise = library.get(Exercise, id)
                at = exercise.progressions.index(following)
                yield library.problem(
                    exercise, ("progressions", at), f"progressions lead in a circle: {cycle}"
                )
            elif following in harder and following not in done:
                stack.append((following, iter(harder[following])))


def identifiers_name_one_reference(library: Library) -> Iterator[Problem]:
    """No paper stands under two ids."""
    for field in ("doi", "pmid", "pmcid"):
        first: dict[object, Reference] = {}
        for reference in library.all(Reference):
            identifier = getattr(reference, field)
            key = identifier.lower() if isinstance(identifier, str) else identifier
            if key is None:
                continue
            if key in first:
                message = f"{identifier} is also the {field} of “{first[key].id}”: merge the two"
                yield library.problem(reference, (field,), message)
            first.setdefault(key, reference)


def guidelines_are_guidelines(library: Library) -> Iterator[Problem]:
    """Positions are quoted from references that are guidelines."""
    references = library.records["reference"]
    for treatment in library.all(Treatment):
        for at, position in enumerate(treatment.guidelines):
            reference = references.get(position.guideline)
            if isinstance(reference, Reference) and reference.design != "guideline":
                message = f"“{reference.id}” has the design {reference.design}: expected guideline"
                yield library.problem(treatment, ("guidelines", at, "guideline"), message)


def frequencies_are_in_their_sources(library: Library) -> Iterator[Problem]:
    """A number of people stands among the facts of its source."""
    references = library.records["reference"]
    for treatment in library.all(Treatment):
        for at, frequency in enumerate(treatment.frequencies):
            source = references.get(frequency.ref)
            for share_at, share in enumerate(frequency.shares):
                if isinstance(source, Reference) and not count_named(share.count, frequency.of, source.facts):
                    counted = f"{share.count} of {frequency.of}"
                    message = f"the facts of “{source.id}” name no number that makes {counted}"
                    place = ("frequencies", at, "shares", share_at, "count")
                    yield library.problem(treatment, place, message)


def self_check_always_answers(library: Library) -> Iterator[Problem]:
    """Patterns ask for answers that exist, and the last one in order fits whatever was answered."""
    findings = library.records["finding"]
    patterns = sorted(library.all(Pattern), key=lambda pattern: pattern.order)
    for pattern in patterns:
        for case_at, case in enumerate(pattern.when):
            for found_at, found in enumerate(case):
                finding = findings.get(found.finding)
                if not isinstance(finding, Finding):
                    continue
                known = [answer.id for answer in finding.answers]
                for answer in set(found.answers) - set(known):
                    message = f"“{finding.id}” has no answer “{answer}”{did_you_mean(answer, known)}"
                    yield library.problem(pattern, ("when", case_at, found_at, "answers"), message)
        if not pattern.when and pattern is not patterns[-1]:
            message = "fits every answer, so that the patterns after it are never reached: add “when”"
            yield library.problem(pattern, ("order",), message)
    if patterns and patterns[-1].when:
        message = "the last pattern in order needs to be without “when”, so that every answer leads somewhere"
        yield library.problem(patterns[-1], ("when",), message)


CHECKS: tuple[Check, ...] = (
    progressions_point_back,
    progressions_climb_gently,
    progressions_have_no_cycle,
    identifiers_name_one_reference,
    guidelines_are_guidelines,
    frequencies_are_in_their_sources,
    self_check_always_answers,
)
