"""A problem in the project's files: where it is, what is wrong, what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One finding, printed as `file:line:column: [record] field: message`.

    `line` and `column` count from 1. `field` is the path inside the record
    (`steps[2]`), empty for the record as a whole.
    """

    file: str
    line: int
    column: int
    record: str
    field: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: [{self.record}]"
        return f"{place} {self.field}: {self.message}" if self.field else f"{place} {self.message}"


class ProblemsFound(Exception):
    """Raised with every problem of a run, so that none hides behind another."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))


def report(problems: list[Problem]) -> str:
    """One line a problem and a closing count."""
    count = len(problems)
    files = len({problem.file for problem in problems})
    summary = f"{count} problem{'s' * (count != 1)} in {files} file{'s' * (files != 1)}."
    return "\n".join([*map(str, problems), summary])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean “psoas-march”?)`, or nothing when no known word is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean “{near[0]}”?)" if near else ""
