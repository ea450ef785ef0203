"""Draws the anatomy plates: bones of a region, muscles as bundles of strands, nerves as lines over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Literal, NamedTuple

import numpy as np
from PIL import Image

from macros.figures import scene
from macros.figures.flesh import TINTS, Point
from macros.figures.labels import LEADER, arranged, wrapped
from macros.figures.manifest import LabelEntry, LineEntry
from macros.figures.model import SIDES, Anatomy, Array, anatomy
from macros.figures.plates import Along, Plate
from macros.figures.render import SUPERSAMPLING, Camera, Painter, _Canvas, _crisp, painter
from macros.figures.strands import SAMPLES, on_side, resampled, strands, world

COLUMNS: tuple[Literal["left", "right"], ...] = ("left", "right")


@contextmanager
def _only(figure: Anatomy, shown: Sequence[str]) -> Iterator[None]:
    """Bones of the model hidden but for meshes whose name contains one of `shown`."""
    model = figure.model
    before = model.geom_rgba[:, 3].copy()
    for geom in range(model.ngeom):
        mesh = int(model.geom_dataid[geom])
        name = model.mesh(mesh).name if mesh >= 0 else ""
        if not any(part in name for part in shown):
            model.geom_rgba[geom, 3] = 0
    try:
        yield
    finally:
        model.geom_rgba[:, 3] = before


class Plater(Painter):
    """A painter of plates: any size, chosen bones, muscles hidden by what lies before them."""

    def plate(self, plate: Plate, camera: Camera) -> Image.Image:
        """The picture of a plate, without labels and lines."""
        figure = self.figure
        with _only(figure, plate.bones):
            bones = self._pass(camera, self._bones, [])
        canvas = _Canvas((self.height, self.width))
        shown = np.isfinite(bones.near)
        canvas.over(_crisp(bones), shown * 0.98)
        for alpha in sorted({flesh.alpha for flesh in plate.flesh}, reverse=True):
            layer = self._muscles(
                camera,
                [
                    (strands(figure, flesh, side), scene.color(TINTS[flesh.tint]))
                    for flesh in plate.flesh
                    if flesh.alpha == alpha
                    for side in SIDES
                    if side in flesh.sides
                ],
            )
            through = np.where(layer.near < bones.near, plate.ghost * alpha, alpha)
            canvas.over(layer.rgb, np.isfinite(layer.near) * through)
        return canvas.image(SUPERSAMPLING)


class Spot(NamedTuple):
    """A place on the picture."""

    x: int
    y: int


def on_picture(camera: Camera, plate: Plate, points: Array) -> list[Spot]:
    """Pixels of world points, shape (n, 3)."""
    flat = camera.project(points)[:, :2] * plate.height / camera.height
    return [Spot(round(plate.width / 2 + x), round(plate.height / 2 - y)) for x, y in flat]


def anchor(figure: Anatomy, plate: Plate, at: Point | Along) -> Array:
    """What a label points at, in the world, shape (1, 3)."""
    if not isinstance(at, Along):
        return world(at)[None]
    flesh = next(flesh for flesh in plate.flesh if at.path in flesh.paths)
    [strand] = strands(figure, replace(flesh, paths=(at.path,), sheet=0), at.side)
    return strand.points[None, round(at.share * SAMPLES)]


def labels_of(figure: Anatomy, camera: Camera, plate: Plate) -> list[LabelEntry]:
    """Labels of a plate, placed."""
    found: list[LabelEntry] = []
    for side in COLUMNS:
        labels = [label for label in plate.labels if label.side == side]
        spots = [on_picture(camera, plate, anchor(figure, plate, label.at))[0] for label in labels]
        rows = [wrapped(label.text) for label in labels]
        edge = -LEADER if side == "left" else plate.width + LEADER
        heights = arranged(spots, [len(lines) for lines in rows], edge, plate.height)
        found += [
            LabelEntry(
                structure=label.structure, text=label.text, rows=lines,
                x=spot.x, y=spot.y, side=side, label_y=round(height),
            )
            for label, lines, spot, height in zip(labels, rows, spots, heights, strict=True)
        ]  # fmt: skip
    return found


def lines_of(camera: Camera, plate: Plate) -> list[LineEntry]:
    """Schematic lines of a plate, each on the sides it is drawn on."""
    found: list[LineEntry] = []
    for trace in plate.traces:
        for side in trace.sides:
            spots = on_picture(camera, plate, resampled(on_side(trace.points, side), 16, 2))
            found.append(
                LineEntry(
                    structure=trace.structure, kind=trace.kind, hidden=side in trace.hidden,
                    width=trace.width, points=[[spot.x, spot.y] for spot in spots],
                )
            )  # fmt: skip
    return found


def drawn(plate: Plate) -> tuple[Image.Image, list[LabelEntry], list[LineEntry]]:
    """A plate on the standing model: its picture, its labels and its lines."""
    figure = anatomy()
    figure.lengths(figure.neutral)
    x, y, z = world(plate.center)
    camera = Camera(*plate.view, (float(x), float(y), float(z)), plate.span)
    ordinary = painter()  # made first: it gets OpenGL back afterward
    try:
        image = Plater(figure, plate.width, plate.height).plate(plate, camera)
    finally:
        ordinary._gl.make_current()
    return image, labels_of(figure, camera, plate), lines_of(camera, plate)
