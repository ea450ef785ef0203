"""What has been drawn, from what: knows without MuJoCo which pictures are out of date."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Literal, NotRequired, TypedDict, final

from macros.figures.subjects import Kind, Subject

FOLDER = Path("docs/assets/figures")
"""Where pictures live, under the root of the checkout."""

FILE = FOLDER / "manifest.json"
"""The list of them."""

SOURCE = Path(__file__).parent.parent.parent
"""Root of the checkout that this module belongs to."""

WORDS_ONLY = {"__init__.py", "__main__.py", "manifest.py", "alt.py", "subjects.py"}
"""Modules whose change needs no new pictures."""

PLATES_ONLY = {"alone.py", "flesh.py", "labels.py", "nerves.py", "plates.py", "plating.py", "strands.py"}
"""Modules whose change needs new plates and muscles and nothing else."""


class Picture(TypedDict):
    """A file."""

    file: str
    """Under FOLDER."""
    width: int
    height: int
    bytes: int
    alt: str


class FrameEntry(Picture):
    """One picture of a record."""

    lengths: NotRequired[dict[str, dict[str, float]]]
    """right, left → psoas, iliacus, rectus_femoris → share of the length in standing."""
    fit: NotRequired[Fit]
    """Of a solved pose."""
    angle: NotRequired[int]
    """Flexion of the moving hip, degrees."""


class Fit(TypedDict):
    """How well a solved pose keeps what it must."""

    contact_mm: int
    """Distance of the worst support from its surface."""
    sunk_mm: int
    """How deep the deepest part is below the ground."""
    beyond_deg: int
    """How far the worst joint is outside its human range."""


class Entry(TypedDict):
    """The pictures of one record."""

    hash: str
    frames: list[FrameEntry]


class Curves(TypedDict):
    """What changes in the hip flexors over hip flexion."""

    hip_flexion_deg: list[int]
    knee_flexion_deg: int
    muscles: dict[str, dict[str, list[float]]]
    """Muscle → moment_arm_mm, length_to_standing → a number for each angle."""
    source: str


class HipEntry(Entry):
    """The moving hip."""

    curves: Curves


class LabelEntry(TypedDict):
    """A name beside a plate, with a leader line to what it names; pixels of the picture."""

    structure: str | None
    """Record in data/structures."""
    text: str
    rows: list[str]
    """The text, broken for its column."""
    x: int
    y: int
    side: Literal["left", "right"]
    label_y: int
    """Middle of the rows."""


class LineEntry(TypedDict):
    """A nerve or ligament drawn over a plate, schematic."""

    structure: str | None
    kind: Literal["nerve", "ligament"]
    hidden: bool
    """Inside or behind muscle or bone."""
    width: float
    points: list[list[int]]


@final
class PlateEntry(Picture):
    """An anatomy plate: one picture, with what is written and drawn over it."""

    hash: str
    labels: list[LabelEntry]
    lines: list[LineEntry]


class Manifest(TypedDict):
    """All pictures."""

    exercises: dict[str, Entry]
    assessments: dict[str, Entry]
    hip: HipEntry | None
    muscles: dict[str, Entry]
    plates: dict[str, PlateEntry]


def empty() -> Manifest:
    """Nothing drawn yet."""
    return Manifest(exercises={}, assessments={}, hip=None, muscles={}, plates={})


def read(root: Path) -> Manifest:
    """The manifest of a checkout. Raises ValueError when it isn't JSON."""
    path, manifest = root / FILE, empty()
    if path.exists():
        manifest.update(json.loads(path.read_text("utf-8")))
    return manifest


def stamp(root: Path) -> int:
    """A number that changes when the manifest is written; 0 without one."""
    path = root / FILE
    return path.stat().st_mtime_ns if path.exists() else 0


def write(root: Path, manifest: Manifest) -> None:
    """Write the manifest, records in the order of their ids."""
    ordered = Manifest(
        exercises=dict(sorted(manifest["exercises"].items())),
        assessments=dict(sorted(manifest["assessments"].items())),
        hip=manifest["hip"],
        muscles=dict(sorted(manifest["muscles"].items())),
        plates=dict(sorted(manifest["plates"].items())),
    )
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(json.dumps(ordered, ensure_ascii=False, indent=1) + "\n", "utf-8")
    new.replace(path)


@cache
def code_version(plates: bool = False) -> str:
    """Hash of the modules that decide what pictures look like: plates, or all others."""
    digest, unimportant = hashlib.sha256(), WORDS_ONLY if plates else WORDS_ONLY | PLATES_ONLY
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.name not in unimportant:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@cache
def drawing_packages(project: Path = SOURCE / "pyproject.toml") -> dict[str, str]:
    """Packages that decide what a picture looks like, with their versions: the pinned ones of `figures`."""
    needed = tomllib.loads(project.read_text("utf-8"))["project"]["optional-dependencies"]["figures"]
    return {name: version for name, equals, version in (text.partition("==") for text in needed) if equals}


def hash_of(inputs: object, *, plates: bool = False) -> str:
    """Hash of what a picture is made from: its data, the code and the packages."""
    text = json.dumps([inputs, code_version(plates), drawing_packages()], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def hash_of_subject(subject: Subject) -> str:
    """Hash of everything about a record that is drawn."""
    return hash_of(
        {
            "position": subject.position,
            "muscles": subject.muscles,
            "poses": [pose.model_dump(mode="json") for pose in subject.poses],
        }
    )


def of_kind(manifest: Manifest, kind: Kind) -> dict[str, Entry]:
    """The entries of exercises or of assessments."""
    return manifest["exercises"] if kind == "exercise" else manifest["assessments"]


@contextmanager
def updating(root: Path) -> Iterator[Manifest]:
    """The manifest as it is now, written afterwards.

    Used for each record anew: an interrupted run keeps what it has, and two runs can share the work.
    """
    manifest = read(root)
    yield manifest
    write(root, manifest)


def sweep(root: Path, manifest: Manifest) -> None:
    """Remove pictures that belong to nothing."""
    for file in _orphans(root, _listed(manifest)):
        (root / FOLDER / file).unlink()


def _listed(manifest: Manifest) -> dict[str, int]:
    """File → its bytes."""
    return {
        picture["file"]: picture["bytes"] for _, entry in entries(manifest) for picture in pictures_of(entry)
    }


def _orphans(root: Path, listed: Iterable[str]) -> list[str]:
    """Pictures that no entry names."""
    folder = root / FOLDER
    return sorted({path.relative_to(folder).as_posix() for path in folder.rglob("*.webp")} - set(listed))


def pictures_of(entry: Entry | PlateEntry) -> Sequence[Picture]:
    """The files of an entry."""
    if "frames" in entry:
        return entry["frames"]
    return [entry]


def entries(manifest: Manifest) -> Iterable[tuple[str, Entry | PlateEntry]]:
    """Every entry with a name for messages."""
    yield from ((f"exercise {id}", entry) for id, entry in manifest["exercises"].items())
    yield from ((f"assessment {id}", entry) for id, entry in manifest["assessments"].items())
    if manifest["hip"]:
        yield "hip", manifest["hip"]
    yield from ((f"muscle {id}", entry) for id, entry in manifest["muscles"].items())
    yield from ((f"plate {id}", plate) for id, plate in manifest["plates"].items())


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
    listed = _listed(manifest)
    for file, size in listed.items():
        path = root / FOLDER / file
        if not path.exists():
            found.append(f"{file}: missing")
        elif path.stat().st_size != size:
            found.append(f"{file}: not the file that was drawn ({path.stat().st_size} bytes, not {size})")
    found += [f"{file}: belongs to nothing" for file in _orphans(root, listed)]
    return sorted(found)
