"""Draw what has changed, or say what is out of date: `python -m macros.figures [--check]`."""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from macros.figures import manifest as book
from macros.figures.alone import MUSCLES
from macros.figures.alt import alt_texts
from macros.figures.atlas import HIP_INPUTS
from macros.figures.plates import PLATES
from macros.figures.subjects import Subject, subjects


def other_packages() -> list[str]:
    """Packages that would draw other pictures than the ones in the manifest."""
    wrong = []
    for name, wanted in book.drawing_packages().items():
        try:
            installed = version(name)
        except PackageNotFoundError:
            installed = "none"
        if installed != wanted:
            wrong.append(f"{name} {installed} instead of {wanted}")
    return wrong


def expected(found: list[Subject]) -> dict[str, str]:
    """What should be drawn, with the hash of its inputs."""
    return {
        **{subject.title: book.hash_of_subject(subject) for subject in found},
        "hip": book.hash_of(HIP_INPUTS),
        **{f"muscle {id}": book.hash_of({"muscle": id}, plates=True) for id in MUSCLES},
        **{f"plate {id}": book.hash_of({"plate": id}, plates=True) for id in PLATES},
    }


def alts(subject: Subject) -> list[str]:
    """Alt texts of a record's pictures."""
    return alt_texts(subject.poses, subject.position)


def wrong_words(manifest: book.Manifest, found: list[Subject]) -> list[str]:
    """Records whose pictures say something else than their poses."""
    wrong = []
    for subject in found:
        entry = book.of_kind(manifest, subject.kind).get(subject.id)
        if entry and [frame["alt"] for frame in entry["frames"]] != alts(subject):
            wrong.append(f"{subject.title}: words out of date")
    return wrong


def all_problems(root: Path) -> list[str]:
    """Stale, missing and orphaned pictures and words."""
    found, manifest = subjects(root), book.read(root)
    return [*book.problems(root, manifest, expected(found)), *wrong_words(manifest, found)]


def check(root: Path) -> int:
    """Report what is out of date; 1 when anything is."""
    problems = all_problems(root)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print("Run `make figures`.", file=sys.stderr)
    return 1 if problems else 0


def draw(root: Path, only: list[str]) -> int:
    """Draw what is missing or out of date; `only` limits it to some ids or kinds."""
    from macros.figures import workshop  # needs MuJoCo and OpenGL

    if wrong := other_packages():
        print(f"Can't draw with {', '.join(wrong)}.", file=sys.stderr)
        return 1
    found = {subject.title: subject for subject in subjects(root)}
    wanted, drawn = expected(list(found.values())), dict(book.entries(book.read(root)))
    stale = [
        name
        for name, hash in wanted.items()
        if name not in drawn or drawn[name]["hash"] != hash or not workshop.complete(root, drawn[name])
    ]
    for name in stale:
        kind, _, id = name.partition(" ")
        if only and not {id, kind, f"{kind}s"} & set(only):
            continue
        if kind == "hip":
            hip = workshop.hip(root, wanted[name])
            with book.updating(root) as manifest:
                manifest["hip"] = hip
        elif kind == "muscle":
            muscle = workshop.muscle(root, id, wanted[name])
            with book.updating(root) as manifest:
                manifest["muscles"][id] = muscle
        elif kind == "plate":
            plate = workshop.plate(root, id, wanted[name])
            with book.updating(root) as manifest:
                manifest["plates"][id] = plate
        else:
            entry = workshop.subject(root, found[name], wanted[name])
            with book.updating(root) as manifest:
                book.of_kind(manifest, found[name].kind)[id] = entry
        print(f"Drew {name}.", flush=True)
    tidy(root, list(found.values()))
    if not only:
        book.sweep(root, book.read(root))
    return 0


def tidy(root: Path, found: list[Subject]) -> None:
    """Bring the words up to date, and drop pictures of records that are gone."""
    manifest = book.read(root)
    for subject in found:
        if entry := book.of_kind(manifest, subject.kind).get(subject.id):
            for frame, alt in zip(entry["frames"], alts(subject), strict=False):
                frame["alt"] = alt
    titles = {subject.title for subject in found}
    manifest["exercises"] = {i: e for i, e in manifest["exercises"].items() if f"exercise {i}" in titles}
    manifest["assessments"] = {
        i: e for i, e in manifest["assessments"].items() if f"assessment {i}" in titles
    }
    manifest["muscles"] = {i: e for i, e in manifest["muscles"].items() if i in MUSCLES}
    manifest["plates"] = {i: e for i, e in manifest["plates"].items() if i in PLATES}
    book.write(root, manifest)


def main(arguments: list[str] | None = None) -> int:
    """Run; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m macros.figures", description=__doc__)
    parser.add_argument("--check", action="store_true", help="draw nothing; needs neither MuJoCo nor OpenGL")
    parser.add_argument(
        "only", nargs="*", help="ids of records; exercises, assessments, muscles, plates, hip"
    )
    options = parser.parse_args(arguments)
    return check(book.SOURCE) if options.check else draw(book.SOURCE, options.only)


if __name__ == "__main__":
    sys.exit(main())
