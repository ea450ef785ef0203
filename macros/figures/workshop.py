"""Draws and saves the pictures of the manifest."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from macros.figures.alone import MUSCLES
from macros.figures.alt import alt_texts
from macros.figures.atlas import CURVE_ANGLES, HIP_ANGLES
from macros.figures.curves import curves
from macros.figures.lengths import lengths
from macros.figures.manifest import FOLDER, Entry, Fit, FrameEntry, HipEntry, PlateEntry, pictures_of
from macros.figures.pictures import moving_hip, pictures
from macros.figures.plates import MAX_PLATE_BYTES, PLATES
from macros.figures.plating import drawn as drawn_plate
from macros.figures.posing import beyond, contact_errors, sunk
from macros.figures.render import MAX_BYTES, webp
from macros.figures.stage import Placed
from macros.figures.subjects import Subject
from macros.models.exercise import MuscleUse


def complete(root: Path, entry: Entry | PlateEntry) -> bool:
    """Whether every file of an entry is there."""
    return all((root / FOLDER / picture["file"]).exists() for picture in pictures_of(entry))


def _save(root: Path, file: str, image: Image.Image, alt: str, limit: int = MAX_BYTES) -> FrameEntry:
    """Write one picture."""
    content = webp(image, limit)
    path = root / FOLDER / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return FrameEntry(file=file, width=image.width, height=image.height, bytes=len(content), alt=alt)


def subject(root: Path, drawn: Subject, hash: str) -> Entry:
    """Draw the frames of an exercise or an assessment."""
    alts = alt_texts(drawn.poses, drawn.position)
    uses = [MuscleUse(muscle=muscle) for muscle in drawn.muscles]
    frames = []
    for number, (image, placed) in enumerate(pictures(drawn.poses, drawn.position, uses), 1):
        frame = _save(root, f"{drawn.kind}s/{drawn.id}-{number}.webp", image, alts[number - 1])
        frame["lengths"] = lengths(placed.frame.qpos)
        frame["fit"] = _fit(placed)
        frames.append(frame)
    return Entry(hash=hash, frames=frames)


def _fit(placed: Placed) -> Fit:
    """How well a frame keeps what it must."""
    worst = max((abs(error) for error in contact_errors(placed.frame).values()), default=0.0)
    return Fit(
        contact_mm=round(worst * 1000),
        sunk_mm=round(sunk(placed.frame) * 1000),
        beyond_deg=round(beyond(placed.frame)),
    )


def muscle(root: Path, id: str, hash: str) -> Entry:
    """Draw a muscle alone on the bones it joins."""
    image, _, _ = drawn_plate(MUSCLES[id])
    return Entry(hash=hash, frames=[_save(root, f"muscles/{id}.webp", image, MUSCLES[id].alt)])


def hip(root: Path, hash: str) -> HipEntry:
    """Draw the moving hip and compute its curves."""
    frames = []
    for number, (angle, image) in enumerate(zip(HIP_ANGLES, moving_hip(HIP_ANGLES), strict=True), 1):
        where = f"{-angle}° behind" if angle < 0 else f"lifted {angle}° forward"
        alt = f"Standing on the left leg, seen from the right: right thigh {where}."
        frame = _save(root, f"hip/hip-{number:02}.webp", image, alt)
        frame["angle"] = angle
        frames.append(frame)
    return HipEntry(hash=hash, frames=frames, curves=curves(CURVE_ANGLES))


def plate(root: Path, id: str, hash: str) -> PlateEntry:
    """Draw an anatomy plate."""
    image, labels, lines = drawn_plate(PLATES[id])
    saved = _save(root, f"plates/{id}.webp", image, PLATES[id].alt, MAX_PLATE_BYTES)
    return PlateEntry(
        hash=hash,
        file=saved["file"],
        width=saved["width"],
        height=saved["height"],
        bytes=saved["bytes"],
        alt=saved["alt"],
        labels=labels,
        lines=lines,
    )
