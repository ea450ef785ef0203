"""The soft outline as a picture layer: its coverage, nearness and rim, from its cones."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from macros.figures.model import Array

Image32 = NDArray[np.float32]

BLEND = 0.008
"""Depth over which one cone flows into the next, meters."""
WELD = 0.005
"""Width over which their silhouettes flow together, meters."""


class Outline(NamedTuple):
    """The body's front surface as seen, shape (height, width) each."""

    coverage: Image32
    """1 inside, 0 outside."""
    near: Image32
    """Meters toward the viewer."""
    rim: Image32
    """0 where the surface faces the viewer, 1 where it turns away."""
    light: Image32
    """Brightness of the surface under a light from above, 0 to 1."""


def _front(u: Array, v: Array, a: Array, b: Array, ra: float, rb: float) -> Array:
    """Nearness of a round cone's front surface at (u, v); −inf beside it."""
    x, y = u - a[0], v - a[1]
    near_a = ra * ra - x * x - y * y
    z = np.where(near_a > 0, a[2] + np.sqrt(np.maximum(near_a, 0)), -np.inf)
    bx, by = u - b[0], v - b[1]
    near_b = rb * rb - bx * bx - by * by
    z = np.maximum(z, np.where(near_b > 0, b[2] + np.sqrt(np.maximum(near_b, 0)), -np.inf))
    axis, shrink = b - a, ra - rb
    m0 = float(axis @ axis)
    slant = m0 - shrink * shrink
    if slant <= 0:  # one ball inside the other
        return np.asarray(z)
    # Ray toward −z from height 0, so that t = −z (after I. Quilez, “rounded cone”).
    m1 = axis[0] * x + axis[1] * y - axis[2] * a[2]
    m2, m3 = -axis[2], a[2]
    m5 = x * x + y * y + a[2] * a[2]
    k2 = slant - m2 * m2
    if k2 < 1e-12:
        return np.asarray(z)
    k1 = slant * m3 - m1 * m2 + m2 * shrink * ra
    k0 = slant * m5 - m1 * m1 + 2 * m1 * shrink * ra - m0 * ra * ra
    h = k1 * k1 - k0 * k2
    t = (-np.sqrt(np.maximum(h, 0)) - k1) / k2
    along = m1 - ra * shrink + t * m2
    return np.maximum(z, np.where((h > 0) & (along > 0) & (along < slant), -t, -np.inf))


def _distance(u: Array, v: Array, a: Array, b: Array, ra: float, rb: float) -> Array:
    """Signed distance in the picture plane to the hull of two circles, meters."""
    x, y = u - a[0], v - a[1]
    ax, ay = float(b[0] - a[0]), float(b[1] - a[1])
    length = float(np.hypot(ax, ay))
    if length <= abs(ra - rb) + 1e-9:
        first = np.hypot(x, y) - ra
        return np.asarray(np.minimum(first, np.hypot(u - b[0], v - b[1]) - rb))
    across = np.abs(x * ay - y * ax) / length
    along = (x * ax + y * ay) / length
    sine = (ra - rb) / length
    cosine = float(np.sqrt(1 - sine * sine))
    k = along * cosine - across * sine
    between = across * cosine + along * sine - ra
    beyond = np.where(k > cosine * length, np.hypot(across, along - length) - rb, between)
    return np.asarray(np.where(k < 0, np.hypot(x, y) - ra, beyond))


def trace(u: Array, v: Array, centers: Array, radii: Array) -> Outline:
    """Look at the cones.

    `u` (width,) and `v` (height,): meters right and up of each sample; `centers` (2n, 3) and
    `radii` (2n,): the balls in the picture's axes.
    """
    shape = (len(v), len(u))
    front = np.full(shape, -np.inf)
    distance = np.full(shape, np.inf)
    reach = 0.03
    for first in range(0, len(radii), 2):
        (a, b), (ra, rb) = centers[first : first + 2], radii[first : first + 2]
        left, right = np.searchsorted(
            u, (min(a[0] - ra, b[0] - rb) - reach, max(a[0] + ra, b[0] + rb) + reach)
        )
        # v falls from top to bottom
        top, bottom = np.searchsorted(
            -v, (-max(a[1] + ra, b[1] + rb) - reach, -min(a[1] - ra, b[1] - rb) + reach)
        )
        if left == right or top == bottom:
            continue
        window = (slice(top, bottom), slice(left, right))
        uu, vv = u[None, left:right], v[top:bottom, None]
        cone = _front(uu, vv, a, b, float(ra), float(rb))
        front[window] = np.logaddexp(front[window] / BLEND, cone / BLEND) * BLEND
        flat = _distance(uu, vv, a, b, float(ra), float(rb))
        distance[window] = -np.logaddexp(-distance[window] / WELD, -flat / WELD) * WELD
    pixel = float(u[1] - u[0])
    coverage = np.clip(0.5 - distance / pixel, 0, 1)
    return Outline(coverage.astype(np.float32), front.astype(np.float32), *_shade(front, distance, pixel))


def _shade(front: Array, distance: Array, pixel: float) -> tuple[Image32, Image32]:
    """Rim and light of the surface."""
    filled = np.where(np.isfinite(front), front, front[np.isfinite(front)].min())
    dy, dx = np.gradient(filled, pixel)
    facing = 1 / np.sqrt(1 + dx * dx + dy * dy)
    edge = np.clip(1 + distance / 0.012, 0, 1) ** 2  # firm at the silhouette, whatever lies beneath
    rim = np.maximum((1 - facing) ** 1.6, edge * 0.9)
    light = np.clip(facing * (0.72 + 0.28 * dy / np.maximum(np.hypot(dx, dy), 1e-6) * (1 - facing)), 0, 1)
    return rim.astype(np.float32), light.astype(np.float32)


def tubes(u: Array, v: Array, centers: list[Array], radii: list[Array]) -> tuple[Image32, NDArray[np.int32]]:
    """Nearness of chains of cones and which chain is in front (−1: none), shape (height, width).

    `centers`: per chain (n, 3) in the picture's axes; `radii`: per chain (n,); meters.
    """
    near = np.full((len(v), len(u)), -np.inf)
    which = np.full(near.shape, -1, dtype=np.int32)
    for index, (chain, sizes) in enumerate(zip(centers, radii, strict=True)):
        for a, b, ra, rb in zip(chain, chain[1:], sizes, sizes[1:], strict=False):
            left, right = np.searchsorted(u, (min(a[0] - ra, b[0] - rb), max(a[0] + ra, b[0] + rb)))
            top, bottom = np.searchsorted(-v, (-max(a[1] + ra, b[1] + rb), -min(a[1] - ra, b[1] - rb)))
            window = (slice(top, bottom), slice(left, right))
            cone = _front(u[None, left:right], v[top:bottom, None], a, b, float(ra), float(rb))
            ahead = cone > near[window]
            near[window][ahead] = cone[ahead]
            which[window][ahead] = index
    return near.astype(np.float32), which


def relief(near: Image32, pixel: float) -> Image32:
    """Brightness of a solid surface, about 0.35 to 1.15: light from above and before it."""
    filled = np.where(np.isfinite(near), near, -1.0)
    dy, dx = np.gradient(filled.astype(float), -pixel, pixel)
    facing = 1 / np.sqrt(1 + dx * dx + dy * dy)
    lit = np.clip((0.25 * dx - 0.55 * dy + 0.8) * facing, 0, 1.2)
    return np.asarray(0.38 + 0.42 * lit + 0.3 * facing**1.5, dtype=np.float32)
