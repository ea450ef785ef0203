"""All records of the project, checked one by one and against each other."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from time import monotonic
from typing import TypeVar

from pydantic import BaseModel

from macros import checks
from macros.figures import manifest
from macros.load import Document, FieldPath, field_name, parse
from macros.models import KINDS, Link, Record
from macros.models.links import ReferenceId
from macros.problems import Problem, ProblemsFound, did_you_mean
from macros.text import Text, cited
from macros.validate import validate

R = TypeVar("R", bound=Record)


class UnknownRecord(LookupError):
    """Somebody asked for a record that doesn't exist."""


@dataclass(frozen=True)
class Use:
    """A place in a record that names another record."""

    by: Record
    path: FieldPath
    target: Link


@dataclass(repr=False, eq=False)
class Library:
    """Records by kind and id, in the order of their ids. Never changed after loading."""

    records: dict[str, dict[str, Record]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    documents: dict[tuple[str, str], tuple[str, Document]] = field(default_factory=dict)
    pictures: manifest.Manifest = field(default_factory=manifest.empty)
    """What has been drawn of the records."""
    docs: Path | None = None
    """The folder of pages beside the data."""

    def all(self, model: type[R]) -> list[R]:
        """Every record of a kind."""
        return list(self.records[model.kind].values())  # type: ignore[arg-type]

    def get(self, model: type[R], id: str) -> R:
        """One record. Raises UnknownRecord with the nearest id."""
        found = self.records[model.kind].get(id)
        if found is None:
            raise UnknownRecord(
                f"there is no {model.kind} “{id}”{did_you_mean(id, self.records[model.kind])}"
            )
        return found  # type: ignore[return-value]

    def find(self, link: Link) -> Record:
        """The record behind a link."""
        return self.get(KINDS[link.kind], link)

    @cached_property
    def uses(self) -> dict[tuple[str, str], list[Use]]:
        """For each record (kind, id) the places that name it."""
        found: dict[tuple[str, str], list[Use]] = {}
        for records in self.records.values():
            for record in records.values():
                for path, link in links(record):
                    found.setdefault((link.kind, str(link)), []).append(Use(record, path, link))
        return found

    def used_by(self, record: Record, model: type[R]) -> list[R]:
        """Records of a kind that name this one, each once."""
        users = (use.by for use in self.uses.get((record.kind, record.id), []))
        return list({user.id: user for user in users if isinstance(user, model)}.values())

    def problem(self, record: Record, path: FieldPath, message: str) -> Problem:
        """A problem at a field of a record, with its place in the file."""
        file, document = self.documents[record.kind, record.id]
        return Problem(file, *document.place(path), record.id, field_name(path), message)


def links(value: object, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Link]]:
    """Every link inside a record, with its path; the sources that its texts name included."""
    if isinstance(value, Link):
        yield path, value
    elif isinstance(value, Text):
        for id in cited(value):
            yield path, ReferenceId(id)
    elif isinstance(value, BaseModel):
        for name, part in value:
            if not isinstance(part, (int, float)):
                yield from links(part, (*path, name))
    elif isinstance(value, tuple):
        for at, part in enumerate(value):
            yield from links(part, (*path, at))


def read(data: Path) -> tuple[Library, list[Problem]]:
    """Read and check a data folder and the list of pictures beside it.

    The library holds what is sound, the problems name the rest.
    """
    collecting = gc.isenabled()
    gc.disable()  # everything read is kept: looking for garbage meanwhile costs a fifth of the time
    try:
        return _read(data)
    finally:
        if collecting:
            gc.enable()


def _read(data: Path) -> tuple[Library, list[Problem]]:
    library, stems = Library(docs=data.parent / "docs"), dict[str, set[str]]()
    problems = list(_strays(data))
    for kind, model in KINDS.items():
        files = sorted((data / model.folder).glob("*.yml"))
        stems[kind] = {file.stem for file in files}
        for path in files:
            file, stem = f"{data.name}/{model.folder}/{path.name}", path.stem
            document, found = parse(path.read_bytes(), file, stem)
            problems += found
            if document is None:
                continue
            record, invalid = validate(model, document, file, stem)
            problems += invalid
            if record is not None:
                library.records[kind][record.id] = record
                library.documents[kind, record.id] = (file, document)
    problems += checks.run(library, stems)
    try:
        library.pictures = manifest.read(data.parent)
    except ValueError as error:
        file = manifest.FILE.as_posix()
        problems.append(Problem(file, 1, 1, "manifest", "", f"not readable ({error}): run `make figures`"))
    return library, problems


def load(data: Path) -> Library:
    """The library of a data folder, read anew when a file has changed. Raises ProblemsFound with them all.

    An engine may ask for it on every page, so the files are looked at once a second at most; `look_again`
    ends the waiting.
    """
    data = data.resolve()
    seen, at, now = *_seen.get(data, (0, 0.0)), monotonic()
    if data not in _seen or now - at > 1:
        seen = hash((stamp(data), manifest.stamp(data.parent)))
        _seen[data] = (seen, now)
    return _load(data, seen)


def look_again() -> None:
    """Make the next `load` look at the files."""
    _seen.clear()


_seen: dict[Path, tuple[int, float]] = {}
"""For each data folder its last stamp, and when it was taken."""


@lru_cache(maxsize=4)
def _load(data: Path, _stamp: int) -> Library:
    library, problems = read(data)
    if problems:
        raise ProblemsFound(problems)
    return library


def stamp(folder: Path) -> int:
    """A number that changes when a file under a folder is added, removed or written."""
    found = []
    for directory, _, names in os.walk(folder):
        for name in names:
            status = os.stat(os.path.join(directory, name))  # noqa: PTH116, PTH118 (ten times faster than Path)
            found.append((directory, name, status.st_mtime_ns, status.st_size))
    return hash(tuple(sorted(found)))


def _strays(data: Path) -> Iterator[Problem]:
    """Files that no kind would read: a misspelled folder would otherwise lose its records silently."""
    folders = {model.folder for model in KINDS.values()}
    for path in sorted(data.iterdir()):
        file = f"{data.name}/{path.name}"
        if path.is_dir() and path.name not in {*folders, "schemas"}:
            near = did_you_mean(path.name, folders)
            yield Problem(file, 1, 1, path.name, "", f"no kind of record lives in this folder{near}")
        elif path.is_file() and path.name not in {"README.md", "moved.yml"}:
            yield Problem(file, 1, 1, path.name, "", "not a record: records live in a folder of their kind")
        elif path.name in folders:
            for stray in sorted(path.iterdir()):
                if stray.suffix != ".yml":
                    yield Problem(
                        f"{file}/{stray.name}", 1, 1, stray.name, "", "expected a file named <id>.yml"
                    )
