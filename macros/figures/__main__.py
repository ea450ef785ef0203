"""Draw what has changed, or say what is out of date: `python -m macros.figures [--check]`."""

from __future__ import annotations

import argparse
import json
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from macros.figures import manifest as book
from macros.figures.alt import alt_texts
from macros.load import parse
from macros.models.exercise import Exercise

ROOT = Path(__file__).parent.parent.parent


def exercises(root: Path) -> dict[str, Exercise]:
    """The exercises alone: pictures need no references, and a wrong reference is no reason to stop."""
    found = {}
    for path in sorted((root / "data/exercises").glob("*.yml")):
        document, problems = parse(path.read_bytes(), path.name, path.stem)
        if document is None or problems:
            raise SystemExit(f"{path}: `python -m macros check` says what is wrong")
        found[path.stem] = Exercise.model_validate_json(json.dumps(document.data))
    return found


def other_packages() -> list[str]:
    """Packages that would draw other pictures than the ones in the manifest."""
    wrong = []
    for name, wanted in book.VERSIONS.items():
        try:
            installed = version(name)
        except PackageNotFoundError:
            installed = "none"
        if installed != wanted:
            wrong.append(f"{name} {installed} instead of {wanted}")
    return wrong


def expected(found: dict[str, Exercise]) -> dict[str, str]:
    """What should be drawn, with the hash of its inputs."""
    from macros.figures.atlas import HIP_INPUTS, STRUCTURES

    return {
        **{f"exercise {id}": book.hash_of_exercise(exercise) for id, exercise in found.items()},
        "hip": book.hash_of(HIP_INPUTS),
        **{f"muscle {id}": book.hash_of({"muscle": id, **drawn}) for id, drawn in STRUCTURES.items()},
    }


def check(root: Path) -> int:
    """Report stale, missing and orphaned pictures; 1 when there are any."""
    found = exercises(root)
    manifest = book.read(root)
    problems = book.problems(root, manifest, expected(found))
    for id, exercise in found.items():
        entry = manifest["exercises"].get(id)
        if entry and [f["alt"] for f in entry["frames"]] != alts(exercise):
            problems.append(f"exercise {id}: words out of date")
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print("Run `python -m macros.figures`.", file=sys.stderr)
    return 1 if problems else 0


def alts(exercise: Exercise) -> list[str]:
    """Alt texts of an exercise's pictures."""
    return alt_texts(exercise.name, exercise.poses, exercise.position)


def draw(root: Path, only: list[str]) -> int:
    """Draw what is missing or out of date; `only` limits it to some ids, “hip” or “muscles”."""
    from macros.figures import workshop  # needs MuJoCo and OpenGL

    if wrong := other_packages():
        print(f"Can't draw with {', '.join(wrong)}.", file=sys.stderr)
        return 1
    found, manifest = exercises(root), book.read(root)
    wanted, drawn = expected(found), dict(book.entries(manifest))
    stale = {
        name
        for name, hash in wanted.items()
        if name not in drawn or drawn[name]["hash"] != hash or not workshop.complete(root, drawn[name])
    }
    for name in sorted(stale):
        kind, _, id = name.partition(" ")
        if only and id not in only and f"{kind}s" not in only and kind not in only:
            continue
        if kind == "exercise":
            manifest["exercises"][id] = workshop.exercise(root, id, found[id], wanted[name])
        elif kind == "muscle":
            manifest["muscles"][id] = workshop.muscle(root, id, wanted[name])
        else:
            manifest["hip"] = workshop.hip(root, wanted[name])
        book.write(root, manifest)  # after each, so that an interrupted run keeps what it has
        print(f"Drew {name}.", flush=True)
    for id, exercise in found.items():
        if entry := manifest["exercises"].get(id):
            for frame, alt in zip(entry["frames"], alts(exercise), strict=False):
                frame["alt"] = alt
    manifest["exercises"] = {id: e for id, e in manifest["exercises"].items() if id in found}
    book.write(root, manifest)
    workshop.sweep(root, manifest)
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m macros.figures", description=__doc__)
    parser.add_argument("--check", action="store_true", help="draw nothing; needs neither MuJoCo nor OpenGL")
    parser.add_argument("only", nargs="*", help="ids of exercises or structures, hip, exercises, muscles")
    options = parser.parse_args(arguments)
    return check(ROOT) if options.check else draw(ROOT, options.only)


if __name__ == "__main__":
    sys.exit(main())
