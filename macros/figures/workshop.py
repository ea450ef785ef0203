"""Draws and saves the pictures of the manifest."""

from __future__ import annotations

import json
from pathlib import Path

from PIL import Image

from macros.figures.alt import alt_texts
from macros.figures.atlas import HIP_ANGLES, HIP_INPUTS, STRUCTURES
from macros.figures.curves import curves
from macros.figures.lengths import lengths
from macros.figures.manifest import FOLDER, Entry, FrameEntry, Manifest
from macros.figures.pictures import moving_hip, muscle_alone, pictures
from macros.figures.render import MAX_BYTES, webp
from macros.models.exercise import Exercise


def complete(root: Path, entry: Entry) -> bool:
    """Whether every file of an entry is there."""
    return all((root / FOLDER / frame["file"]).exists() for frame in entry["frames"])


def _save(root: Path, file: str, image: Image.Image, alt: str, limit: int = MAX_BYTES) -> FrameEntry:
    """Write one picture."""
    content = webp(image, limit)
    path = root / FOLDER / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return FrameEntry(file=file, width=image.width, height=image.height, bytes=len(content), alt=alt)


def exercise(root: Path, id: str, record: Exercise, hash: str) -> Entry:
    """Draw an exercise."""
    alts = alt_texts(record.name, record.poses, record.position)
    frames = []
    for number, (image, placed) in enumerate(
        pictures(record.poses, record.position, record.primary_muscles), 1
    ):
        frame = _save(root, f"exercises/{id}-{number}.webp", image, alts[number - 1])
        measured = lengths(placed.frame.qpos)
        frame["lengths"] = {"right": dict(measured["right"]), "left": dict(measured["left"])}  # type: ignore[arg-type]
        frames.append(frame)
    return Entry(hash=hash, frames=frames)


def muscle(root: Path, id: str, hash: str) -> Entry:
    """Draw a muscle on the skeleton."""
    drawn = STRUCTURES[id]
    alt = f"Skeleton seen from {'behind' if drawn['view'] == 'back' else 'the front'}: {drawn['muscle']}, colored."
    return Entry(hash=hash, frames=[_save(root, f"muscles/{id}.webp", muscle_alone(drawn), alt)])


def hip(root: Path, hash: str) -> Entry:
    """Draw the moving hip and write its curves."""
    frames = []
    for number, (angle, image) in enumerate(zip(HIP_ANGLES, moving_hip(HIP_ANGLES), strict=True), 1):
        where = f"{-angle}° behind" if angle < 0 else f"lifted {angle}° forward"
        alt = f"Standing on the left leg, seen from the right: right thigh {where}."
        frame = _save(root, f"hip/hip-{number:02}.webp", image, alt)
        frames.append(frame)
    text = json.dumps(curves(list(range(-20, 121, 5)), 0), ensure_ascii=False, indent=1)
    (root / FOLDER / "hip/curves.json").write_text(text + "\n", "utf-8")
    return Entry(hash=hash, frames=frames)


def sweep(root: Path, manifest: Manifest) -> None:
    """Remove pictures that belong to nothing."""
    from macros.figures.manifest import entries

    listed = {frame["file"] for _, entry in entries(manifest) for frame in entry["frames"]}
    for path in (root / FOLDER).rglob("*.webp"):
        if path.relative_to(root / FOLDER).as_posix() not in listed:
            path.unlink()
