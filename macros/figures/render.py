"""From a posed figure and its props to a picture with a transparent background.

Three passes of MuJoCo's renderer (bones, muscles, props), each with its depth, and the soft outline,
which is computed here from its cones. They are put together by depth: the outline behind the bones
and, as a thin veil with a firm rim, before them; muscles through the bones; props where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import mujoco
import mujoco.egl  # draws without a display; MuJoCo's default asks for one
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from macros.figures import scene
from macros.figures.model import Anatomy, Array, anatomy
from macros.figures.muscles import Belly
from macros.figures.outline import Outline, relief, trace, tubes
from macros.figures.scene import Shape
from macros.figures.skin import skin

WIDTH, HEIGHT = 640, 480
SUPERSAMPLING = 3
MAX_BYTES = 25_000
MARGIN = 0.06
"""Empty space around the figure, meters."""
DEPTH = 6.0
"""Half the depth of the pictured space, meters."""

Image32 = NDArray[np.float32]


Group = tuple[Sequence[Belly], scene.Color]
"""Bellies and the color they are drawn in."""


@dataclass(frozen=True)
class Camera:
    """A parallel projection."""

    azimuth: float
    """Degrees; 0 looks along +x, at the figure's right side; 90 at its front."""
    elevation: float
    """Degrees; negative looks down."""
    center: tuple[float, float, float] = (0.0, 0.0, 0.0)
    height: float = 2.0
    """Meters that the picture is high."""

    @property
    def axes(self) -> Array:
        """Rows: right, up and toward the viewer."""
        az, el = np.radians(self.azimuth), np.radians(self.elevation)
        ahead = np.array([np.cos(el) * np.cos(az), np.cos(el) * np.sin(az), np.sin(el)])
        right = np.array([np.sin(az), -np.cos(az), 0.0])
        return np.stack([right, np.cross(right, ahead), -ahead])

    def project(self, points: Array) -> Array:
        """Meters right, up and toward the viewer of the picture's center, shape (n, 3)."""
        return np.asarray((points - np.array(self.center)) @ self.axes.T)


def framed(camera: Camera, points: Array, radii: Array) -> Camera:
    """The camera moved and zoomed so that all balls are in the picture."""
    flat = camera.project(points)
    low, high = (flat - radii[:, None]).min(0), (flat + radii[:, None]).max(0)
    middle = (low + high) / 2
    height = max(high[1] - low[1], (high[0] - low[0]) * HEIGHT / WIDTH) + 2 * MARGIN
    x, y, z = np.array(camera.center) + middle @ camera.axes
    return Camera(camera.azimuth, camera.elevation, (float(x), float(y), float(z)), float(height))


@dataclass
class _Layer:
    """One pass: color and nearness of every sample."""

    rgb: Image32
    near: Image32
    """Meters toward the viewer of the picture's center; −inf where nothing is."""


class Painter:
    """Draws figures; holds the OpenGL context."""

    def __init__(self, figure: Anatomy, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.figure = figure
        self.width, self.height = width * SUPERSAMPLING, height * SUPERSAMPLING
        model = figure.model
        model.vis.global_.offwidth, model.vis.global_.offheight = self.width, self.height
        model.vis.global_.orthographic = 1
        model.vis.quality.offsamples = 0
        model.vis.headlight.ambient[:] = 0.42
        model.vis.headlight.diffuse[:] = 0.62
        model.vis.headlight.specular[:] = 0.08
        model.vis.map.znear, model.vis.map.zfar = 0.01 / model.stat.extent, 2 * DEPTH / model.stat.extent
        bones = model.geom_group == 0
        model.geom_matid[bones] = -1
        model.geom_rgba[bones] = (*scene.BONE, 1.0)
        self._gl = mujoco.egl.GLContext(self.width, self.height)
        self._gl.make_current()
        self._scene = mujoco.MjvScene(model, maxgeom=20000)
        self._context = mujoco.MjrContext(model, mujoco.mjtFontScale.mjFONTSCALE_100)
        mujoco.mjr_setBuffer(mujoco.mjtFramebuffer.mjFB_OFFSCREEN, self._context)
        for flag in ("SHADOW", "REFLECTION", "SKYBOX", "HAZE"):
            self._scene.flags[getattr(mujoco.mjtRndFlag, f"mjRND_{flag}")] = 0
        self._bones = mujoco.MjvOption()
        self._bones.geomgroup[:] = 0
        self._bones.geomgroup[0] = 1
        self._bones.sitegroup[:] = 0
        self._bones.tendongroup[:] = 0
        self._bones.actuatorgroup[:] = 0
        self._nothing = mujoco.MjvOption()
        for group in ("geomgroup", "sitegroup", "tendongroup", "actuatorgroup"):
            getattr(self._nothing, group)[:] = 0

    def _view(self, camera: Camera) -> mujoco.MjvCamera:
        view = mujoco.MjvCamera()
        view.type = mujoco.mjtCamera.mjCAMERA_FREE
        view.orthographic = 1
        view.azimuth, view.elevation = camera.azimuth, camera.elevation
        view.lookat[:] = camera.center
        view.distance = DEPTH
        self.figure.model.vis.global_.fovy = camera.height
        return view

    def _pass(self, camera: Camera, option: mujoco.MjvOption, shapes: Sequence[Shape]) -> _Layer:
        """Color and depth of the model's visible geoms and of `shapes`."""
        world = self._scene
        mujoco.mjv_updateScene(
            self.figure.model,
            self.figure.data,
            option,
            mujoco.MjvPerturb(),
            self._view(camera),
            mujoco.mjtCatBit.mjCAT_ALL.value,
            world,
        )
        world.nlight = 1  # the headlight alone: the model's lamps would bleach what lies flat
        for shape in shapes:
            x, y, z = shape.size
            geom = world.geoms[world.ngeom]
            mujoco.mjv_initGeom(
                geom,
                getattr(mujoco.mjtGeom, f"mjGEOM_{shape.kind.upper()}"),
                np.array([x, z, 0.0] if shape.kind in ("capsule", "cylinder") else [x, y, z]),
                shape.center,
                np.ascontiguousarray(shape.turn).ravel(),
                np.array([*shape.color, 1.0], dtype=np.float32),
            )
            geom.specular, geom.shininess, geom.emission = 0.1, 0.3, 0.17
            world.ngeom += 1
        rgb = np.empty((self.height, self.width, 3), dtype=np.uint8)
        raw = np.empty((self.height, self.width), dtype=np.float32)
        area = mujoco.MjrRect(0, 0, self.width, self.height)
        mujoco.mjr_render(area, world, self._context)
        mujoco.mjr_readPixels(rgb, raw, area, self._context)
        bright = np.asarray(np.flipud(rgb), dtype=np.float32) / np.float32(255)
        return _Layer(np.asarray(bright, dtype=np.float32), self._nearness(np.flipud(raw)))

    def _nearness(self, raw: Image32) -> Image32:
        """Meters toward the viewer from the depth buffer of a parallel projection."""
        near = np.float32(DEPTH) - (np.float32(0.01) + raw * np.float32(2 * DEPTH - 0.01))
        return np.where(raw >= 1.0, np.float32(-np.inf), near).astype(np.float32)

    def _muscles(self, camera: Camera, groups: Sequence[Group]) -> _Layer:
        """Bellies in their colors."""
        u, v = self._grid(camera)
        chains = [(belly, tint) for bellies, tint in groups for belly in bellies]
        near, which = tubes(
            u, v, [camera.project(belly.points) for belly, _ in chains], [belly.radii for belly, _ in chains]
        )
        tints = np.array([*(tint for _, tint in chains), (0, 0, 0)], dtype=np.float32)
        lit = tints[which] * relief(near, float(u[1] - u[0]))[..., None]
        return _Layer(np.asarray(np.clip(lit, 0, 1), dtype=np.float32), near)

    def _grid(self, camera: Camera) -> tuple[Array, Array]:
        """Meters right and up of every sample."""
        pixel = camera.height / self.height
        u = np.asarray((np.arange(self.width) - (self.width - 1) / 2) * pixel)
        return u, np.asarray(((self.height - 1) / 2 - np.arange(self.height)) * pixel)

    def paint(
        self,
        camera: Camera,
        groups: Sequence[Group],
        shapes: Sequence[Shape] = (),
        *,
        body: bool = True,
        ground: bool = True,
    ) -> Image.Image:
        """The figure as `self.figure.data` has it now.

        `groups`: bellies with their color; `body=False` leaves the outline away, `ground=False` the shadow.
        """
        bones = self._pass(camera, self._bones, [])
        muscles = self._muscles(camera, groups)
        centers = camera.project(skin().centers(self.figure))
        u, v = self._grid(camera)
        outline = trace(u, v, centers, skin().radii)
        solid = [shape for shape in shapes if shape.alpha == 1]
        clear = [shape for shape in shapes if shape.alpha < 1]
        canvas = _Canvas((self.height, self.width))
        props = self._pass(camera, self._nothing, solid) if solid else None
        near = outline.near if body else bones.near
        veils = [(self._pass(camera, self._nothing, [shape]), shape.alpha) for shape in clear]
        before = [np.isfinite(near) & (veil.near > near) for veil, _ in veils]
        for (veil, alpha), ahead in zip(veils, before, strict=True):
            canvas.over(veil.rgb, (np.isfinite(veil.near) & ~ahead) * alpha)
        if props is not None:
            canvas.over(props.rgb, np.isfinite(props.near))
        if ground:
            canvas.over(scene.SHADOW, _contact(camera, self.figure, u, v))
        if body:
            self._body(canvas, outline, bones.near)
        self._inside(canvas, bones, muscles, outline if body else None)
        if body:
            canvas.over(scene.SKIN_RIM, outline.coverage * (0.06 + 0.5 * outline.rim))
        if props is not None:
            canvas.over(props.rgb, (props.near > np.maximum(near, bones.near) + 0.004) * 0.86)
        for (veil, alpha), ahead in zip(veils, before, strict=True):
            canvas.over(veil.rgb, ahead * alpha)
        return canvas.image(SUPERSAMPLING)

    def _body(self, canvas: _Canvas, outline: Outline, bones: Image32) -> None:
        """The translucent mass behind the bones."""
        tint = _mix(scene.SKIN_RIM, scene.SKIN_LIGHT, np.clip(outline.light * 1.15 - 0.1, 0, 1))
        canvas.over(tint, outline.coverage * (0.5 + 0.35 * outline.rim))

    def _inside(self, canvas: _Canvas, bones: _Layer, muscles: _Layer, outline: Outline | None) -> None:
        """Bones, paler the deeper they lie, and muscles that shine through them."""
        shown = np.isfinite(bones.near)
        depth = np.zeros_like(bones.near)
        if outline is not None:
            depth[shown] = np.clip((outline.near[shown] - bones.near[shown]) / 0.45, 0, 0.62)
        bone = _crisp(bones)
        canvas.over(bone, shown * (0.96 - depth))
        behind = np.isfinite(muscles.near) & (muscles.near < bones.near)
        canvas.over(muscles.rgb, np.isfinite(muscles.near) * np.where(behind, 0.74, 0.97))


class _Canvas:
    """Colors with transparency, put over each other."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self._rgb = np.zeros((*shape, 3), dtype=np.float32)
        """Multiplied by alpha."""
        self._alpha = np.zeros(shape, dtype=np.float32)

    def over(self, rgb: Image32 | scene.Color, alpha: NDArray[np.generic]) -> None:
        """Put a layer on top; `rgb` (height, width, 3) or one color, `alpha` (height, width)."""
        a = alpha.astype(np.float32)
        self._rgb *= (1 - a)[..., None]
        self._rgb += np.asarray(rgb, dtype=np.float32) * a[..., None]
        self._alpha = self._alpha * (1 - a) + a

    def image(self, factor: int) -> Image.Image:
        """The picture, each pixel the mean of factor × factor samples."""
        height, width = self._alpha.shape[0] // factor, self._alpha.shape[1] // factor
        alpha = self._alpha.reshape(height, factor, width, factor).mean((1, 3))
        rgb = self._rgb.reshape(height, factor, width, factor, 3).mean((1, 3))
        rgb /= np.maximum(alpha, 1e-4)[..., None]
        both = np.concatenate([rgb, alpha[..., None]], axis=2)
        return Image.fromarray((np.clip(both, 0, 1) * 255 + 0.5).astype(np.uint8), "RGBA")


def _mix(a: scene.Color, b: scene.Color, share: Image32) -> Image32:
    """From color a (share 0) to color b (share 1), shape (height, width, 3)."""
    first, second = np.array(a, dtype=np.float32), np.array(b, dtype=np.float32)
    return np.asarray(first + (second - first) * share[..., None], dtype=np.float32)


def _crisp(layer: _Layer) -> Image32:
    """A layer's colors, darker where the surface turns away, so that shapes read when small."""
    near = np.where(np.isfinite(layer.near), layer.near, -1.0)
    dy, dx = np.gradient(near)
    step = 0.0022
    fall = np.clip(np.hypot(dx, dy) / step, 0, 1) * 0.38
    return np.asarray(layer.rgb * (1 - fall)[..., None])


def _contact(camera: Camera, figure: Anatomy, u: Array, v: Array) -> Image32:
    """Darkness on the ground below the body, 0 to 0.3."""
    outline = skin()
    centers = outline.centers(figure)
    gaps = np.maximum(centers[:, 2] - outline.radii, 0)
    below = camera.project(centers * [1, 1, 0])
    flat = abs(np.sin(np.radians(camera.elevation))) * 0.9 + 0.1
    light = np.zeros((len(v) // 4, len(u) // 4))
    uu, vv = u[None, 2::4][:, : light.shape[1]], v[2::4, None][: light.shape[0]]
    for (x, y, _), radius, gap in zip(below, outline.radii, gaps, strict=True):
        if gap > 0.25:
            continue
        width = float(radius) * 0.9 + gap * 0.5
        spread = ((uu - x) / width) ** 2 + ((vv - y) / (width * flat)) ** 2
        light = np.maximum(light, np.exp(-1.2 * spread) * np.exp(-gap / 0.06))
    big = np.repeat(np.repeat(light, 4, 0), 4, 1)
    return np.asarray(0.34 * big, dtype=np.float32)


def webp(image: Image.Image, limit: int = MAX_BYTES) -> bytes:
    """The picture as WebP, as good as fits into `limit` bytes."""
    for quality, alpha in ((84, 60), (80, 50), (78, 42), (74, 34), (66, 26), (56, 18), (40, 10)):
        stream = BytesIO()
        image.save(stream, "WEBP", quality=quality, alpha_quality=alpha, method=6, exact=False)
        if stream.tell() <= limit:
            break
    return stream.getvalue()


@cache
def painter() -> Painter:
    """The painter of ordinary figures."""
    return Painter(anatomy())
