"""What has been drawn, from what: knows without MuJoCo which pictures are out of date."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NotRequired, TypedDict

from macros.models.exercise import Exercise

FOLDER = Path("docs/assets/figures")
"""Where pictures live, under the root of the checkout."""

VERSIONS = {"mujoco": "4.0.0", "myo-sim": "0.2.3", "numpy": "2.4.6", "pillow": "13.0.0"}
"""Packages that decide what a picture looks like; `python -m macros.figures` draws with no others."""

WORDS_ONLY = {"__init__.py", "__main__.py", "manifest.py", "alt.py"}
"""Modules whose change needs no new pictures."""


class FrameEntry(TypedDict):
    """One picture."""

    file: str
    """Under FOLDER."""
    width: int
    height: int
    bytes: int
    alt: str
    lengths: NotRequired[dict[str, dict[str, float]]]
    """right, left → psoas, iliacus, rectus_femoris → share of the length in standing."""


class Entry(TypedDict):
    """The pictures of one record."""

    hash: str
    frames: list[FrameEntry]


class Manifest(TypedDict):
    """All pictures."""

    exercises: dict[str, Entry]
    hip: Entry | None
    muscles: dict[str, Entry]


def empty() -> Manifest:
    """Nothing drawn yet."""
    return Manifest(exercises={}, hip=None, muscles={})


def read(root: Path) -> Manifest:
    """The manifest of a checkout."""
    path = root / FOLDER / "manifest.json"
    if not path.exists():
        return empty()
    content: Manifest = json.loads(path.read_text("utf-8"))
    return content


def write(root: Path, manifest: Manifest) -> None:
    """Write the manifest, records in the order of their ids."""
    ordered = Manifest(
        exercises=dict(sorted(manifest["exercises"].items())),
        hip=manifest["hip"],
        muscles=dict(sorted(manifest["muscles"].items())),
    )
    path = root / FOLDER / "manifest.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(ordered, ensure_ascii=False, indent=1) + "\n", "utf-8")


def code_version(folder: Path = Path(__file__).parent) -> str:
    """Hash of the modules that decide what pictures look like."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.py")):
        if path.name not in WORDS_ONLY:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def hash_of(inputs: object) -> str:
    """Hash of what a picture is made from: its data, the code and the packages."""
    text = json.dumps([inputs, code_version(), VERSIONS], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def hash_of_exercise(exercise: Exercise) -> str:
    """Hash of everything about an exercise that is drawn."""
    return hash_of(
        {
            "position": exercise.position,
            "muscles": [use.muscle for use in exercise.primary_muscles],
            "poses": [pose.model_dump(mode="json") for pose in exercise.poses],
        }
    )


def entries(manifest: Manifest) -> Iterable[tuple[str, Entry]]:
    """Every entry with a name for messages."""
    yield from ((f"exercise {id}", entry) for id, entry in manifest["exercises"].items())
    if manifest["hip"]:
        yield "hip", manifest["hip"]
    yield from ((f"muscle {id}", entry) for id, entry in manifest["muscles"].items())


def problems(root: Path, manifest: Manifest, expected: dict[str, str]) -> list[str]:
    """Stale, missing and orphaned pictures, in words; empty when all is well.

    `expected`: name as in `entries` → hash of its inputs now.
    """
    found: list[str] = []
    drawn = dict(entries(manifest))
    for name, hash in expected.items():
        if name not in drawn:
            found.append(f"{name}: not drawn yet")
        elif drawn[name]["hash"] != hash:
            found.append(f"{name}: out of date")
    found += [f"{name}: drawn, but there is no such record" for name in drawn if name not in expected]
    listed = {frame["file"]: frame["bytes"] for entry in drawn.values() for frame in entry["frames"]}
    for file, size in listed.items():
        path = root / FOLDER / file
        if not path.exists():
            found.append(f"{file}: missing")
        elif path.stat().st_size != size:
            found.append(f"{file}: not the file that was drawn ({path.stat().st_size} bytes, not {size})")
    present = {path.relative_to(root / FOLDER).as_posix() for path in (root / FOLDER).rglob("*.webp")}
    found += [f"{file}: belongs to nothing" for file in sorted(present - listed.keys())]
    return sorted(found)
