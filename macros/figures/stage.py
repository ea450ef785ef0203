"""Frames of one exercise on one stage: the body kept in place, and the props where they carry it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from macros.figures import scene
from macros.figures.model import SIDES, Array, Side
from macros.figures.posing import SLOPE, Frame, lies_on_side, solve_all
from macros.figures.scene import Shape, box, rod
from macros.figures.skin import skin
from macros.models.pose import BodyPosition, Pose, Prop

STEADY = (
    "foot",
    "forefoot",
    "heel",
    "knee",
    "shin",
    "seat",
    "buttock",
    "sacrum",
    "low back",
    "back",
    "shoulders",
)
"""Parts that mark the place of the body, the surest first."""

UP = np.array([0.0, 0.0, 1.0])
FORWARD = np.array([0.0, -1.0, 0.0])
RIGHT = np.array([-1.0, 0.0, 0.0])

QUARTER = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
"""Turns what points forward to the left."""


@dataclass(frozen=True)
class Placed:
    """A frame on the stage, with the places that props look for."""

    frame: Frame
    centers: Array
    """World centers of the outline's balls, shape (2n, 3)."""

    @property
    def pose(self) -> Pose:
        """The pose it came from."""
        return self.frame.pose

    def at(self, *balls: str) -> Array:
        """Mean place of balls, meters, shape (3,)."""
        return np.asarray(self.centers[skin().balls(balls)].mean(0))

    def radius(self, ball: str) -> float:
        """Radius of a ball, meters."""
        return float(skin().radii[skin().balls([ball])[0]])

    def bottom(self, *balls: str) -> float:
        """Lowest point of balls, meters up."""
        found = skin().balls(balls)
        return float((self.centers[found, 2] - skin().radii[found]).min())

    def hand(self, side: Side) -> Array:
        """Middle of the palm."""
        return self.at(f"palm middle_{side}.end")

    def foot(self, side: Side) -> Array:
        """Middle of the sole."""
        return self.at(f"inner sole_{side}", f"outer sole_{side}")

    def rests(self, part: str, side: Side | None = None, on: str | None = None) -> bool:
        """Whether a part is among the supports."""
        return any(
            s.part == part and (side is None or s.side == side) and (on is None or s.on == on)
            for s in self.frame.supports
        )

    def sides(self, part: str, on: str | None = None) -> list[Side]:
        """Sides whose part is a support."""
        return [side for side in SIDES if self.rests(part, side, on)]


def stage(poses: Sequence[Pose], position: BodyPosition) -> list[Placed]:
    """Solve all frames and keep what supports all of them in one place."""
    frames = solve_all(poses, position)
    common = set.intersection(*({(s.part, s.side) for s in frame.supports} for frame in frames))
    steady = [part for part in STEADY if any(part == name for name, _ in common)]
    placed: list[Placed] = []
    for frame in frames:
        centers = frame.centers
        anchors = [
            ball
            for s in frame.supports
            if steady and s.part == steady[0] and (s.part, s.side) in common
            for group in s.groups
            for ball in skin().balls(group)
        ] or skin().balls(["hips"] if position != "hanging" else ["palm middle_r", "palm middle_l"])
        shift = -centers[anchors].mean(0) * [1, 1, 0]
        shift[2] = -frame.slope * shift[1]  # along the slope
        qpos = frame.qpos.copy()
        qpos[:3] += shift
        placed.append(Placed(replace(frame, qpos=qpos), centers + shift))
    return placed


def _turned(shapes: Sequence[Shape], turn: Array, place: Array) -> list[Shape]:
    """Solids built around the origin, turned there and moved to a place."""
    return [replace(s, center=turn @ s.center + place, turn=turn @ s.turn) for s in shapes]


class Props:
    """The solids around the frames of one exercise."""

    def __init__(self, placed: Sequence[Placed], position: BodyPosition) -> None:
        self.placed, self.position = placed, position
        self._makers: dict[Prop, Callable[[Placed], list[Shape]]] = {
            "band": self._band,
            "bar": self._bar,
            "bed": self._bed,
            "bench": self._bench,
            "bike": self._bike,
            "block": self._block,
            "cable": self._cable,
            "chair": self._chair,
            "cushion": self._cushion,
            "dumbbells": self._dumbbells,
            "mat": self._mat,
            "pillow": self._pillow,
            "slider": self._slider,
            "slope": self._slope,
            "step": self._step,
            "stick": self._stick,
            "strap": self._strap,
            "wall": self._wall,
            "water to chest": self._water,
        }

    def ground(self, now: Placed) -> bool:
        """Whether there is a ground for a shadow to fall on."""
        return self.position != "hanging" and not {"bed", "bike", "slope"} & set(now.pose.props)

    def shapes(self, now: Placed) -> list[Shape]:
        """Everything drawn with one frame."""
        return [shape for prop in now.pose.props for shape in self._makers[prop](now)]

    @cached_property
    def low(self) -> Array:
        """Lowest corner of the body over all frames, meters."""
        return np.asarray(np.min([(p.centers - skin().radii[:, None]).min(0) for p in self.placed], axis=0))

    @cached_property
    def high(self) -> Array:
        """Highest corner."""
        return np.asarray(np.max([(p.centers + skin().radii[:, None]).max(0) for p in self.placed], axis=0))

    def _carrier(self, prop: str) -> Placed:
        """The first frame that rests on a prop; the first of all where none does."""
        return next((p for p in self.placed if any(s.on == prop for s in p.frame.supports)), self.placed[0])

    def _mat(self, _now: Placed) -> list[Shape]:
        radii = skin().radii
        reach = 0.25 if self.position in ("supine", "prone", "side-lying") else 0.12
        near = [p.centers[:, 2] - radii < reach for p in self.placed]
        sizes = np.concatenate([radii[which] for which in near])[:, None]
        balls = np.concatenate([p.centers[which] for p, which in zip(self.placed, near, strict=True)])
        low, high = (balls - sizes).min(0) - 0.02, (balls + sizes).max(0) + 0.02
        across = 1 if lies_on_side(self.placed[0].pose, self.position) else 0
        middle = (low[across] + high[across]) / 2
        half = float(np.clip((high[across] - low[across]) / 2, 0.3, 0.36))
        low[across], high[across] = middle - half, middle + half
        return [
            box(
                np.array([low[0], low[1], -0.014]),
                np.array([high[0], high[1], 0.0]),
                scene.MAT,
                0.6,  # neither glares on a dark page nor looks heavy on a white one
            )
        ]

    def _chair(self, _now: Placed) -> list[Shape]:
        first = self._carrier("chair")
        top = first.frame.heights.get("chair")
        if top is not None and (first.rests("seat") or first.rests("buttock")):
            place = first.at("buttock_r", "buttock_l")
            if first.rests("buttock") and not first.rests("seat"):  # sideways, the back at the left
                place = first.at("buttock_l") * [1, 1, 0] - RIGHT * 0.3
                return _turned(self._chair_at(0.0, -0.4, 0.0, top), QUARTER.T, place)
            back = place[1] + 0.17
            return self._chair_at(place[0], back - 0.42, back, top)
        if top is not None and first.rests("calf"):
            place = first.at("shin_r", "shin_l")
            return self._chair_at(place[0], place[1] - 0.2, place[1] + 0.16, top, back=False)
        hands = first.sides("hand", "chair")
        if hands:  # hands on its back
            place = np.mean([first.at(f"middle_{side}.end") for side in hands], axis=0)
            if place[2] < 0.75:  # hands on its seat
                top = min(first.bottom(f"middle_{side}", f"palm middle_{side}") for side in hands)
                return self._chair_at(place[0], place[1] + 0.1, place[1] - 0.3, top)
            top = 0.45
            return self._chair_at(place[0], place[1] - 0.44, place[1], top, rest=float(place[2]) - 0.012)
        beside = float(first.centers[:, 0].max()) + 0.06  # within reach of the left hand
        place = np.array([beside, float(first.at("hips")[1]) - 0.1, 0.0])
        return _turned(self._chair_at(0.0, -0.42, 0.0, 0.42, rest=0.86), QUARTER, place)

    def _chair_at(
        self, x: float, front: float, rear: float, top: float, *, back: bool = True, rest: float = 0.0
    ) -> list[Shape]:
        """A plain chair; y from `front` to `rear`, its back at the rear."""
        half = 0.21
        # `front` may be the larger y: then the chair faces the figure
        shapes = [box(np.array([x - half, front, top - 0.035]), np.array([x + half, rear, top]), scene.WOOD)]
        rear_first = np.sign(rear - front) * 0.03
        for side in (-1, 1):
            for y in (front + rear_first, rear - rear_first):
                foot = np.array([x + side * (half - 0.03), y, 0.0])
                shapes.append(rod(foot, foot + UP * (top - 0.03), 0.015, scene.WOOD, "cylinder"))
        if back:
            rest = rest or top + 0.42
            y = rear
            for side in (-1, 1):
                post = np.array([x + side * (half - 0.02), y, top])
                shapes.append(rod(post, post + UP * (rest - top - 0.03), 0.013, scene.WOOD))
            shapes.append(
                box(
                    np.array([x - half, y - 0.014, rest - 0.13]),
                    np.array([x + half, y + 0.014, rest]),
                    scene.WOOD,
                )
            )
        return shapes

    def _bench(self, _now: Placed) -> list[Shape]:
        first = self._carrier("bench")
        top = first.frame.heights.get("bench", 0.4)
        if first.rests("leg"):
            place = first.at("shin_r", "knee_r")
            return self._table(place, (0.26, 0.17), top)
        place = first.at("upper chest", "chest")
        return self._table(place - FORWARD * 0.06, (0.34, 0.15), top)

    def _table(self, place: Array, half: tuple[float, float], top: float) -> list[Shape]:
        """A padded bench."""
        x, y = half
        low, high = (
            np.array([place[0] - x, place[1] - y, top - 0.07]),
            np.array([place[0] + x, place[1] + y, top]),
        )
        shapes = [box(low, high, scene.CLOTH)]
        for a in (-1, 1):
            for b in (-1, 1):
                foot = np.array([place[0] + a * (x - 0.05), place[1] + b * (y - 0.04), 0.0])
                shapes.append(rod(foot, foot + UP * (top - 0.07), 0.016, scene.METAL, "cylinder"))
        return shapes

    def _bed(self, _now: Placed) -> list[Shape]:
        first = self._carrier("bed")
        if self.position == "sitting":
            return self._bed_to_sit_on(first)
        edge = first.at("thigh_r.start", "thigh_l.start")[1] - 0.02
        head = first.at("skull")[1] + 0.2
        x = first.at("hips")[0]
        return [
            box(np.array([x - 0.4, edge, -0.16]), np.array([x + 0.4, head, 0.0]), scene.CLOTH),
            box(
                np.array([x - 0.38, edge + 0.03, -0.3]), np.array([x + 0.38, head - 0.02, -0.16]), scene.WOOD
            ),
            *(
                box(
                    np.array([x + a - 0.03, y - 0.03, -0.5]),
                    np.array([x + a + 0.03, y + 0.03, -0.3]),
                    scene.WOOD,
                )
                for a in (-0.33, 0.33)
                for y in (edge + 0.1, head - 0.1)
            ),
        ]

    def _bed_to_sit_on(self, first: Placed) -> list[Shape]:
        """The edge of a bed or couch behind the hollows of the knees, the feet off the ground."""
        x, edge = first.at("hips")[0], first.at("knee_r.start", "knee_l.start")[1] + 0.11
        foot = min(float(self.low[2]) - 0.06, -0.5)
        legs = [np.array([x + a, edge + b, foot]) for a in (-0.4, 0.4) for b in (0.07, 0.63)]
        return [
            box(np.array([x - 0.46, edge, -0.1]), np.array([x + 0.46, edge + 0.7, 0.0]), scene.CLOTH),
            *(rod(leg, leg + UP * (-0.1 - foot), 0.022, scene.WOOD, "cylinder") for leg in legs),
        ]

    def _block(self, now: Placed) -> list[Shape]:
        first = self._carrier("block")
        if first.rests("sacrum"):
            place, top = first.at("buttock_r", "buttock_l"), first.frame.heights.get("block", 0.1)
            return [
                box(place * [1, 1, 0] - [0.13, 0.07, 0], place * [1, 1, 0] + [0.13, 0.07, top], scene.WOOD)
            ]
        shapes = []
        for side in SIDES:
            place = now.at(f"palm middle_{side}") * [1, 1, 0]
            top = now.bottom(f"palm middle_{side}", f"palm index_{side}")
            half = np.array([0.055, 0.11, 0.0])
            shapes.append(box(place - half, place + half + UP * max(top, 0.02), scene.WOOD))
        return shapes

    def _step(self, _now: Placed) -> list[Shape]:
        first = self._carrier("step")
        feet = [side for part in ("foot", "forefoot") for side in first.sides(part, "step")] or ["l"]
        place = first.foot(feet[0])
        top = first.frame.heights.get("step", 0.2)
        return [
            box(
                np.array([place[0] - 0.2, place[1] - 0.17, 0.0]),
                np.array([place[0] + 0.2, place[1] + 0.16, top]),
                scene.WOOD,
            )
        ]

    def _bar(self, now: Placed) -> list[Shape]:
        right, left = now.at("middle_r", "palm middle_r.end"), now.at("middle_l", "palm middle_l.end")
        across = (left - right) * [1, 0, 0]
        middle = (right + left) / 2
        across = across / np.linalg.norm(across)
        return [rod(middle - across * 0.6, middle + across * 0.6, 0.016, scene.METAL)]

    def _bike(self, now: Placed) -> list[Shape]:
        seat = np.array([*now.at("hips")[:2], now.bottom("buttock_r", "buttock_l")])
        right, left = now.foot("r"), now.foot("l")
        crank = (right + left) / 2
        crank[0] = seat[0]
        grip = (now.hand("r") + now.hand("l")) / 2
        ground = min(now.bottom(f"inner sole_{s}", f"outer sole_{s}") for s in SIDES) - 0.16
        hub = crank + FORWARD * 0.34
        hub[2] = ground + 0.24
        base = [seat * [1, 1, 0] + UP * ground, hub * [1, 1, 0] + UP * ground]
        shapes = [
            Shape("ellipsoid", seat - UP * 0.03, np.array([0.085, 0.13, 0.035]), np.eye(3), scene.SADDLE),
            rod(seat - UP * 0.05, crank, 0.022, scene.METAL),
            rod(crank, hub, 0.022, scene.METAL),
            rod(hub, (grip * [0, 1, 1]) + [seat[0], 0.03, -0.03], 0.022, scene.METAL),
            rod(now.hand("r"), now.hand("l"), 0.014, scene.METAL),
            rod(hub - RIGHT * 0.03, hub + RIGHT * 0.03, 0.2, scene.METAL, "cylinder"),
            rod(base[0] + FORWARD * -0.15, base[1] + FORWARD * 0.25, 0.025, scene.METAL),
            rod(crank, crank * [1, 1, 0] + UP * ground, 0.022, scene.METAL),
        ]
        for side, foot in (("r", right), ("l", left)):
            outward = RIGHT * (0.05 if side == "r" else -0.05)
            sole = foot - UP * 0.035
            end = np.array([crank[0], sole[1], sole[2]]) + outward
            shapes += [
                rod(crank + outward, end, 0.012, scene.SADDLE),
                box(sole - np.array([0.05, 0.05, 0.012]), sole + np.array([0.05, 0.05, 0.004]), scene.SADDLE),
            ]
        return shapes

    def _cable(self, now: Placed) -> list[Shape]:
        ankle = now.at("shin_r.end")
        post = np.array([ankle[0], self.high[1] + 0.25, 0.0])
        return [
            box(post - np.array([0.06, 0.04, 0]), post + np.array([0.06, 0.04, 1.35]), scene.METAL),
            rod(post + FORWARD * 0.04 + UP * 0.14, ankle, 0.006, scene.BAND),
            self._cuff(now, "shin_r.end"),
        ]

    def _cuff(self, now: Placed, ball: str) -> Shape:
        """A strap around a limb at a ball."""
        limb = ball.partition(".")[0]
        start, end = now.at(f"{limb}.start"), now.at(f"{limb}.end")
        along = (end - start) / np.linalg.norm(end - start)
        place = now.at(ball)
        return rod(
            place - along * 0.02, place + along * 0.02, now.radius(ball) + 0.006, scene.BAND, "cylinder"
        )

    def _cushion(self, now: Placed) -> list[Shape]:
        place = now.at("hips") if now.pose.support.startswith("front of body") else now.at("buttock_r")
        top = now.bottom("hips", "buttock_r")
        if top < 0.02:
            return []
        size = np.array([0.17, 0.14, top / 2])
        return [Shape("ellipsoid", place * [1, 1, 0] + UP * top / 2, size, np.eye(3), scene.CLOTH)]

    def _dumbbells(self, now: Placed) -> list[Shape]:
        shapes = []
        for side in SIDES:
            hand = now.at(f"middle_{side}", f"palm middle_{side}.end")
            shapes.append(rod(hand - FORWARD * 0.09, hand + FORWARD * 0.09, 0.014, scene.METAL))
            for end in (-1, 1):
                inner, outer = hand + FORWARD * end * 0.075, hand + FORWARD * end * 0.125
                shapes.append(rod(inner, outer, 0.052, scene.SADDLE, "cylinder"))
        return shapes

    def _pillow(self, now: Placed) -> list[Shape]:
        head = now.at("skull")
        top = max(now.bottom("skull"), 0.03)
        return [
            Shape(
                "ellipsoid",
                head * [1, 1, 0] + UP * top / 2,
                np.array([0.2, 0.15, top / 2 + 0.02]),
                np.eye(3),
                scene.CLOTH,
            )
        ]

    def _slider(self, now: Placed) -> list[Shape]:
        half = np.array([0.1, 0.1, 0.008])
        places = [now.at(f"great toe_{side}") * [1, 1, 0] + UP * 0.004 for side in SIDES]
        return [Shape("ellipsoid", place, half, np.eye(3), scene.BAND) for place in places]

    def _slope(self, _now: Placed) -> list[Shape]:
        reach = 0.25
        low, high = self.low[1] - reach, self.high[1] + reach
        angle = np.arctan(SLOPE)
        turn = np.array([[1, 0, 0], [0, np.cos(angle), np.sin(angle)], [0, -np.sin(angle), np.cos(angle)]])
        middle = np.array([self.placed[0].at("hips")[0], (low + high) / 2, 0.0])
        middle[2] = -SLOPE * middle[1]
        half = np.array([0.32, (high - low) / 2 / np.cos(angle), 0.02])
        return [Shape("box", middle - turn @ (UP * 0.02), half, turn, scene.MAT)]

    def _stick(self, now: Placed) -> list[Shape]:
        head, seat = now.at("skull.start"), now.at("hips")
        along = (head - seat) / np.linalg.norm(head - seat)
        behind = np.cross(along, RIGHT)
        if (behind @ FORWARD > 0) if abs(along[2]) > 0.5 else (behind[2] < 0):  # upright, or bent over
            behind = -behind
        offset = behind * 0.132
        return [rod(seat - along * 0.2 + offset, head + along * 0.28 + offset, 0.013, scene.WOOD)]

    def _strap(self, now: Placed) -> list[Shape]:
        side: Side = "r" if now.pose.knee_flexion.right > 60 and self.position == "prone" else "l"
        if self.position == "prone":
            side = "r"
        place = now.foot(side)
        elbows = now.pose.elbow_flexion
        hands = sorted(SIDES, key=lambda s: float(np.linalg.norm(now.hand(s) - place)))
        if min(elbows.right, elbows.left) < 30:  # one hand holds it
            hands = hands[:1]
        return [
            *(rod(now.hand(hand), place, 0.008, scene.BAND) for hand in hands),
            self._cuff(now, f"inner sole_{side}.end"),
        ]

    def _band(self, now: Placed) -> list[Shape]:
        if self.position == "supine":  # a loop around the feet
            right, left = now.foot("r"), now.foot("l")
            gap = UP * 0.012
            return [
                rod(right + gap, left + gap, 0.011, scene.BAND),
                rod(right - gap, left - gap, 0.011, scene.BAND),
            ]
        if now.pose.view == "front":  # a loop around the thighs
            return [
                rod(now.at("thigh_r.end"), now.at("thigh_l.end"), 0.01, scene.BAND),
                self._cuff(now, "thigh_r.end"),
                self._cuff(now, "thigh_l.end"),
            ]
        ankle = now.at("shin_r.end")
        anchor = np.array([ankle[0], self.high[1] + 0.3, 0.12])
        return [
            rod(anchor, ankle, 0.009, scene.BAND),
            rod(anchor * [1, 1, 0], anchor * [1, 1, 0] + UP * 0.5, 0.025, scene.METAL, "cylinder"),
            self._cuff(now, "shin_r.end"),
        ]

    def _wall(self, now: Placed) -> list[Shape]:
        hands = [(p, side) for p in self.placed for on in ("wall", "pole") for side in p.sides("hand", on)]
        pole = any(s.on == "pole" for p in self.placed for s in p.frame.supports)
        if pole:
            place = hands[0][0].at(f"middle_{hands[0][1]}", f"palm middle_{hands[0][1]}.end")
            return [rod(place * [1, 1, 0], place * [1, 1, 0] + UP * 1.75, 0.02, scene.METAL, "cylinder")]
        top = self.high[2] + 0.05
        if lies_on_side(now.pose, self.position):
            y = self.high[1] + 0.01
            return [
                self._panel(
                    np.array([self.low[0], y, 0.0]), np.array([self.high[0], y + 0.03, min(top, 0.8)])
                )
            ]
        if len({side for _, side in hands}) == 1:  # beside the figure
            first, side = hands[0]
            tip = first.at(f"middle_{side}.end")
            x = tip[0] + (0.015 if side == "l" else -0.015)
            thick = 0.03 if side == "l" else -0.03
            return [self._panel(np.array([x, tip[1] - 0.35, 0.0]), np.array([x + thick, tip[1] + 0.35, top]))]
        x = self.placed[0].at("hips")[0]
        if hands:  # in front
            y = min(p.at(f"middle_{side}.end")[1] for p, side in hands) - 0.012
            return [self._panel(np.array([x - 0.2, y - 0.03, 0.0]), np.array([x + 0.2, y, top]))]
        if self.position == "half-kneeling":  # behind, where the foot leans
            last = self.placed[-1]
            y = max(last.at("great toe_r.end")[1], last.at("shin_r.end")[1]) + 0.035
            return [self._panel(np.array([x - 0.16, y, 0.0]), np.array([x + 0.16, y + 0.03, 0.9]))]
        y = self.high[1] + 0.02
        return [self._panel(np.array([x - 0.35, y, 0.0]), np.array([x + 0.35, y + 0.03, top]))]

    def _panel(self, low: Array, high: Array) -> Shape:
        """A piece of wall, seen through."""
        return box(low, high, scene.CLOTH, 0.42, vast=True)

    def _water(self, now: Placed) -> list[Shape]:
        top = now.at("chest")[2]
        around = np.array([0.25, 0.3, 0])
        low, high = self.low - around, self.high + around
        return [box(low * [1, 1, 0], np.array([high[0], high[1], top]), scene.WATER, 0.3, vast=True)]
