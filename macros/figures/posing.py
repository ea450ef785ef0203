"""From a pose to joint positions that rest on their supports.

The angles of a pose were drawn with straight sticks; a body has thick parts and bones of its own
length. So the angles are what is wanted, the supports are what must hold, and least squares finds
the joint positions between them: supports within millimeters, nothing under the ground, joints
inside human ranges, angles as close as that leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

import numpy as np

from macros.figures.model import SIDES, Anatomy, Array, Side, anatomy
from macros.figures.skin import skin
from macros.figures.supports import Support, supports
from macros.models.pose import BodyPosition, Pose, Sides

CONTACT_SIGMA = 0.0015
"""How far a support may be from its surface before it costs as much as an angle off by its sigma, m."""

EASES = (1.0, 2.5, 6.0, 15.0, 40.0)
"""Factors of all sigmas of angles, tried until the supports hold."""

ENOUGH = 0.006
"""Error of a support that is good enough, meters."""

SOFT = 8.0
"""Factor of the sigmas of supports for a first approach, which finds its way more freely."""

LAID_SIGMA = 0.008
"""The same for arms that just lie there, m."""

HELD_SIGMA = 0.01
"""The same for hands that hold a knee, m."""

HUMAN_RANGES: dict[str, tuple[float, float]] = {
    "hip_flexion": (-30, 130),
    "hip_adduction": (-50, 30),
    "hip_rotation": (-45, 75),
    "knee_angle": (0, 155),
    "ankle_angle": (-80, 40),
    "subtalar_angle": (-20, 20),
    "mtp_angle": (-90, 30),
    "elv_angle": (-100, 130),
    "shoulder_elv": (0, 180),
    "shoulder_rot": (-90, 120),
    "elbow_flexion": (0, 150),
    "pro_sup": (-90, 90),
    "flexion": (-85, 80),
    "deviation": (-20, 30),
    "spine_flexion": (-45, 60),
    "spine_side": (-35, 35),
    "spine_turn": (-40, 40),
    "head_flexion": (-60, 60),
}
"""Lowest and highest angle of each joint, degrees; wider than the model's where people are.

Hip rotation counts outward here and inward in the model: `_range` turns it around."""

SPINE_LEVELS = ("", "L4_L5", "L3_L4", "L2_L3", "L1_L2")
"""Prefixes of the model's joints from L5–S1 upward (L5–S1 has whole names of its own)."""

SPINE_SHARES: dict[str, tuple[float, ...]] = {
    "flex_extension": (0.125, 0.185, 0.204, 0.231, 0.255),
    "lat_bending": (0.136, 0.181, 0.245, 0.25, 0.188),
    "axial_rotation": (0.2, 0.2, 0.2, 0.2, 0.2),
}
"""Part of the whole lumbar movement that each level takes, from L5–S1 upward.

The model's own couplings for bending, where L5–S1 takes what the others leave; turning is spread
evenly, because the model lets L5–S1 do nearly all of it, which no spine does."""

_SPINE_SUFFIX = {"flex_extension": "FE", "lat_bending": "LB", "axial_rotation": "AR"}
_SPINE = {
    "spine_flexion": ("flex_extension", -1.0),
    "spine_side": ("lat_bending", -1.0),
    "spine_turn": ("axial_rotation", -1.0),
}
"""Our angle (flexion, bend to the left, turn to the right) → the model's joint and its sign."""


@dataclass(frozen=True)
class _Wish:
    """One free quantity: the value a pose asks for and how firmly."""

    name: str
    value: float
    """Radians; meters for heights."""
    sigma: float
    """Deviation that costs 1, same unit."""


@dataclass(frozen=True)
class Frame:
    """A pose that rests on its supports."""

    pose: Pose
    qpos: Array
    """Joint positions of the model, with the root's place and turn."""
    heights: Mapping[str, float]
    """Top of each prop that carries the body, meters above the ground."""
    supports: Sequence[Support] = field(default_factory=list)
    slope: float = 0.0
    """Rise of the ground per meter forward."""
    angles: Mapping[str, float] = field(default_factory=dict)
    """The solved angles, radians, by the names of HUMAN_RANGES with _r or _l."""

    @property
    def centers(self) -> Array:
        """World centers of the outline's balls, meters, shape (2n, 3)."""
        figure = anatomy()
        figure.place(self.qpos)
        return skin().centers(figure)


def _sided(angles: Sides[int] | None, side: str, otherwise: float = 0) -> float:
    """Radians of one side."""
    if angles is None:
        return float(np.radians(otherwise))
    return float(np.radians(angles.right if side == "r" else angles.left))


def lies_on_side(pose: Pose, position: BodyPosition) -> bool:
    """True where `trunk_lean` tilts toward the left side, in the drawn plane."""
    return position == "side-lying" and pose.view == "front"


def _range(name: str) -> tuple[float, float]:
    """Allowed radians of a named angle."""
    low, high = HUMAN_RANGES[name.removesuffix("_r").removesuffix("_l")]
    if name.startswith("hip_rotation"):
        low, high = -high, -low
    return float(np.radians(low)), float(np.radians(high))


def _pelvis_and_spine(pose: Pose, tilted: bool) -> tuple[float, float]:
    """Forward lean of the pelvis and flexion of the lumbar spine, degrees.

    Upright, the shoulders keep their place and the pelvis does the rounding; leaning or lying, the
    pelvis keeps its lean and the upper trunk rounds. A thigh that the hip can't bring where it is
    wanted takes the pelvis with it, as it does in people.
    """
    lean, flexion = (0.0 if tilted else float(pose.trunk_lean)), float(pose.trunk_flexion)
    pelvis = lean - flexion if abs(lean) <= 10 else lean
    upper = pelvis + flexion
    hips = [angle - lean + pelvis for angle in (pose.hip_flexion.right, pose.hip_flexion.left)]
    low, high = HUMAN_RANGES["hip_flexion"]
    over, under = max(hips) - (high - 5), (low + 5) - min(hips)
    if over > 0:
        pelvis -= min(over, max(0.0, -under))
    elif under > 0:
        pelvis += min(under, max(0.0, -over))
    return pelvis, upper - pelvis


def _arm(flexion: float, abduction: float | None) -> tuple[float, float]:
    """Plane and height of an upper arm, radians, from degrees of flexion and abduction."""
    if abduction is not None and abduction != 0:
        if flexion == 0:
            return 0.0, float(np.radians(abduction))
        return float(np.radians(90 - abduction)), float(np.radians(max(flexion, abduction)))
    clear = np.radians(7.0)  # arms hang clear of the hips
    raised = np.radians(flexion)
    forward, outward = np.sin(raised) * np.cos(clear), np.sin(clear)
    height = float(np.arccos(np.clip(np.cos(raised) * np.cos(clear), -1, 1)))
    if flexion > 150:
        return float(np.pi / 2), float(min(raised, np.radians(178)))
    return float(np.arctan2(forward, outward)), height


def _wishes(pose: Pose, position: BodyPosition, resting: Sequence[Support]) -> list[_Wish]:
    """Everything a pose asks for, with how firmly."""
    degree = np.radians(1.0)
    tilted = lies_on_side(pose, position)
    pelvis, flexion = _pelvis_and_spine(pose, tilted)
    parts = {(s.part, s.side) for s in resting}
    lying = bool({"back", "front of body", "left side"} & {s.part for s in resting})
    turn = float(pose.trunk_rotation)
    whole = 0.0
    if position == "supine" or ("front of body", None) in parts:  # the shoulders stay down, the pelvis rolls
        whole, turn = turn, -turn
    elif position in ("standing", "prone"):  # pelvis and trunk turn together, the spine by half at most
        whole = turn if position == "standing" else turn - float(np.clip(turn, -35, 35))
        turn -= whole
    wishes = [
        _Wish("root_lean", np.radians(pelvis), (6 if lying else 2) * degree),
        _Wish(
            "root_tilt",
            np.radians(pose.trunk_lean if tilted else _dropped_pelvis(pose, position, resting)),
            (5 if tilted else 2) * degree,
        ),
        _Wish("root_turn", np.radians(whole), 2 * degree),
        _Wish("root_up", 0.0, 10.0),
        _Wish("spine_flexion", np.radians(flexion), (6 if lying else 4) * degree),
        _Wish("spine_side", np.radians(pose.trunk_side_bend), (4 if pose.trunk_side_bend else 1.5) * degree),
        _Wish("spine_turn", np.radians(turn), (4 if turn else 1.5) * degree),
        _Wish("head_flexion", np.radians(pose.head_flexion), 15 * degree),
    ]
    lean = 0.0 if tilted else pose.trunk_lean
    for side in SIDES:
        flat = bool({("foot", side), ("forefoot", side), ("toes", side)} & parts)
        palm = any(s.part == "hand" and s.side == side and s.on in (None, "block", "wall") for s in resting)
        tiptoe = ("forefoot", side) in parts
        belly = side in _hands_on_belly(pose, resting)
        free = belly or _held_knee(pose, resting, side) is not None
        idle = side in _idle_arms(pose, resting)
        hands = palm or free or ("forearm", side) in parts or idle
        hip = _sided(pose.hip_flexion, side) + np.radians(pelvis - lean)
        flexion_arm = pose.shoulder_flexion.right if side == "r" else pose.shoulder_flexion.left
        out = pose.shoulder_abduction
        plane, height = _arm(flexion_arm, None if out is None else out.right if side == "r" else out.left)
        across = out is not None and (out.right if side == "r" else out.left) < -15  # before the chest
        inward = belly or across
        turned = pose.hip_external_rotation is not None and _sided(pose.hip_external_rotation, side) != 0
        spread = pose.hip_abduction is not None and _sided(pose.hip_abduction, side) != 0
        wishes += [
            _Wish(f"hip_flexion_{side}", hip, 3 * degree),
            _Wish(f"hip_adduction_{side}", -_sided(pose.hip_abduction, side), (3 if spread else 4) * degree),
            _Wish(
                f"hip_rotation_{side}",
                -_sided(pose.hip_external_rotation, side),
                (4 if turned else 6) * degree,
            ),
            _Wish(f"knee_angle_{side}", _sided(pose.knee_flexion, side), 3 * degree),
            _Wish(f"ankle_angle_{side}", _sided(pose.ankle_dorsiflexion, side), (12 if flat else 7) * degree),
            _Wish(f"subtalar_angle_{side}", 0.0, 6 * degree),
            _Wish(f"mtp_angle_{side}", np.radians(-50.0) if tiptoe else 0.0, (40 if tiptoe else 8) * degree),
            _Wish(f"elv_angle_{side}", plane, (25 if free else 8) * degree),
            _Wish(f"shoulder_elv_{side}", height, (25 if free else 7 if hands else 5) * degree),
            _Wish(
                f"shoulder_rot_{side}", np.radians(75.0) if inward else 0.0, (35 if hands else 15) * degree
            ),
            _Wish(f"elbow_flexion_{side}", _sided(pose.elbow_flexion, side), (30 if free else 6) * degree),
            _Wish(f"pro_sup_{side}", PRONE_PALM if hands or belly else 0.0, (45 if hands else 20) * degree),
            _Wish(f"flexion_{side}", np.radians(-70.0) if palm else 0.0, (40 if palm else 10) * degree),
            _Wish(f"deviation_{side}", 0.0, (15 if hands else 8) * degree),
        ]
    return wishes


def _dropped_pelvis(pose: Pose, position: BodyPosition, resting: Sequence[Support]) -> int:
    """Tilt of the pelvis to the left, degrees: standing on one leg, it sinks by what that leg is adducted."""
    feet = [s.side for s in resting if s.part == "foot"]
    if position != "standing" or len(feet) != 1 or pose.hip_abduction is None:
        return 0
    if feet[0] == "r":
        return -min(pose.hip_abduction.right, 0)
    return min(pose.hip_abduction.left, 0)


GRIPPED = {"bar", "bike", "dumbbells", "stick", "strap"}
"""Props that hands close around."""

_KNUCKLES = [
    "mcp2_flexion", "mcp3_flexion", "mcp4_flexion", "mcp5_flexion",
    "pm2_flexion", "pm3_flexion", "pm4_flexion", "pm5_flexion",
    "md2_flexion", "md3_flexion", "md4_flexion", "md5_flexion",
]  # fmt: skip
_FLAT_THUMB = {"cmc_flexion": 40.0, "cmc_abduction": -29.0, "mp_flexion": 25.0}
"""Degrees that lay the thumb beside the palm."""


def _fingers(pose: Pose, resting: Sequence[Support]) -> dict[str, float]:
    """Finger joints, radians: flat under weight, closed around a prop, else softly bent."""
    joint = anatomy().joint
    found: dict[str, float] = {}
    for side in SIDES:
        hands = [s for s in resting if s.part == "hand" and s.side == side]
        closed = bool(GRIPPED & set(pose.props)) or any(s.on in ("bar", "pole", "bike") for s in hands)
        flat = any(s.on not in ("bar", "pole", "bike") for s in hands) or side in _idle_arms(pose, resting)
        flat = flat or side in _hands_on_belly(pose, resting)
        flat = flat or any(s.part == "forearm" and s.side == side for s in resting)
        bend = 0.0 if flat else 65.0 if closed else 14.0
        bent = dict.fromkeys(_KNUCKLES, bend) | (_FLAT_THUMB if flat else {})
        for name, degrees in bent.items():
            # the model names a few joints of the right hand without their side
            found[next(n for n in (f"{name}_{side}", name) if n in joint)] = float(np.radians(degrees))
    return found


def _arm_angles(pose: Pose, side: Side) -> tuple[int, int]:
    """Flexion of shoulder and elbow, degrees."""
    if side == "r":
        return pose.shoulder_flexion.right, pose.elbow_flexion.right
    return pose.shoulder_flexion.left, pose.elbow_flexion.left


def _lies_on_back(resting: Sequence[Support]) -> bool:
    return bool({"back", "low back", "shoulders", "sacrum"} & {s.part for s in resting})


def _idle_arms(pose: Pose, resting: Sequence[Support]) -> list[Side]:
    """Arms that lie on the ground beside or before a lying body."""
    if any(s.part == "front of body" for s in resting):
        return [side for side in SIDES if _arm_angles(pose, side)[0] > 0]
    if not _lies_on_back(resting) or "bench" in pose.props:
        return []
    return [side for side in SIDES if _arm_angles(pose, side)[0] <= 15 and _arm_angles(pose, side)[1] < 20]


def _hands_on_belly(pose: Pose, resting: Sequence[Support]) -> list[Side]:
    """Bent arms beside a body on its back: the hands lie on belly or ribs."""
    if not _lies_on_back(resting):
        return []
    return [side for side in SIDES if _arm_angles(pose, side)[0] <= 30 and _arm_angles(pose, side)[1] >= 55]


def _held_knee(pose: Pose, resting: Sequence[Support], side: Side) -> Side | None:
    """The knee that a hand holds: drawn up, with the arm bent toward it, lying on the back."""
    shoulder, elbow = _arm_angles(pose, side)
    if not _lies_on_back(resting) or not (15 <= shoulder <= 75 and 20 <= elbow <= 70):
        return None
    hips = {"r": pose.hip_flexion.right, "l": pose.hip_flexion.left}
    knee: Side = max(SIDES, key=lambda s: (hips[s], s == side))
    return knee if hips[knee] >= 85 else None


def _lifted_thighs(pose: Pose) -> set[str]:
    """Balls of thighs that a body lying on its front lifts off the ground."""
    hips = {"r": pose.hip_flexion.right, "l": pose.hip_flexion.left}
    return {f"thigh_{side}.end" for side in SIDES if hips[side] < -3}


def _straight_legs(pose: Pose, resting: Sequence[Support]) -> list[Side]:
    """Straight legs that lie on the ground beside a back that does."""
    if not _lies_on_back(resting) or pose.trunk_lean != -90 or "bed" in pose.props:
        return []
    angles = {"r": (pose.hip_flexion.right, pose.knee_flexion.right),
              "l": (pose.hip_flexion.left, pose.knee_flexion.left)}  # fmt: skip
    return [side for side in SIDES if max(angles[side]) <= 3]


def _pointed_feet(pose: Pose, resting: Sequence[Support]) -> list[Side]:
    """Feet that lie on their backs behind a kneeling knee."""
    angles = {"r": pose.ankle_dorsiflexion.right, "l": pose.ankle_dorsiflexion.left}
    return [s.side for s in resting if s.part in ("knee", "shin") and s.side and angles[s.side] < -60]


@cache
def _spine_addresses() -> dict[str, list[tuple[int, float]]]:
    """Our spine angle → addresses in `qpos` with the factor for each level."""
    joint = anatomy().joint
    found = {}
    for name, (whole, sign) in _SPINE.items():
        names = [f"{level}_{_SPINE_SUFFIX[whole]}" if level else whole for level in SPINE_LEVELS]
        shares = SPINE_SHARES[whole]
        found[name] = [(joint[n], sign * share) for n, share in zip(names, shares, strict=True)]
    return found


def _turn(axis: int, angle: float) -> Array:
    """Rotation matrix about a world axis."""
    c, s = np.cos(angle), np.sin(angle)
    i, j = [(1, 2), (2, 0), (0, 1)][axis]
    matrix = np.eye(3)
    matrix[i, i] = matrix[j, j] = c
    matrix[i, j], matrix[j, i] = -s, s
    return matrix


def _quaternion(matrix: Array) -> Array:
    """Unit quaternion (w, x, y, z) of a rotation matrix."""
    import mujoco

    quaternion = np.zeros(4)
    mujoco.mju_mat2Quat(quaternion, np.ascontiguousarray(matrix).ravel())
    return quaternion


def joint_positions(figure: Anatomy, values: Mapping[str, float]) -> Array:
    """`qpos` of named angles (radians) and the root's `root_*` values; what is not named stands."""
    qpos = figure.neutral.copy()
    for name, value in values.items():
        if name in figure.joint:
            qpos[figure.joint[name]] = value
    figure.couple(qpos)
    total = values.get("spine_flexion", 0.0)
    qpos[figure.joint["Abs_r3"]] = -0.6429 * total
    for name, levels in _spine_addresses().items():
        for address, factor in levels:
            qpos[address] = factor * values.get(name, 0.0)
    for name in ("neck_flexion", "head_flexion"):
        qpos[figure.joint[name]] = values.get("head_flexion", 0.0) / 2
    turn = (
        _turn(1, values.get("root_tilt", 0.0))
        @ _turn(0, values.get("root_lean", 0.0))
        @ _turn(2, -values.get("root_turn", 0.0))
    )
    qpos[2] = figure.neutral[2] + values.get("root_up", 0.0)
    qpos[3:7] = _quaternion(turn)
    return qpos


def least_squares(residuals: Callable[[Array], Array], x: Array, low: Array, high: Array) -> Array:
    """Levenberg–Marquardt with finite differences, kept between `low` and `high`."""
    step, damping = 1e-5, 1e-2
    value = residuals(x)
    cost = float(value @ value)
    for _ in range(200):
        jacobian = np.empty((len(value), len(x)))
        for i in range(len(x)):
            moved = x.copy()
            moved[i] += step
            jacobian[:, i] = (residuals(moved) - value) / step
        normal, gradient = jacobian.T @ jacobian, jacobian.T @ value
        for _ in range(8):
            trial = np.clip(
                x - np.linalg.solve(normal + damping * np.diag(np.diag(normal)), gradient), low, high
            )
            tried = residuals(trial)
            new = float(tried @ tried)
            if new < cost:
                damping = max(damping / 4, 1e-7)
                break
            damping *= 4
        else:
            return x
        gain, x, value, cost = cost - new, trial, tried, new
        if gain < 2e-5 * cost + 1e-9:
            return x
    return x


def solve(
    pose: Pose, position: BodyPosition, heights: Mapping[str, float] | None = None, slope: float = 0.0
) -> Frame:
    """Joint positions of `pose` at rest.

    `heights`: tops of props that an earlier frame of the exercise fixed, meters. `slope`: rise of
    the ground per meter forward.
    """
    figure, outline = anatomy(), skin()
    known = dict(heights or {})
    resting = supports(pose, side_lying=lies_on_side(pose, position))
    wishes = _wishes(pose, position, resting)
    grounded = {None, "block"} if position == "sitting" else {None}
    contacts = touching(pose, resting)
    tops = sorted({on for on, _, _ in contacts if on is not None and on not in known})
    floating = not any(on in grounded or on in known for on, _, _ in contacts)
    for on in tops:
        height, sigma = TYPICAL_TOPS[on]
        wishes.append(_Wish(f"top of {on}", height, 0.002 if floating else sigma))
    names = [wish.name for wish in wishes]
    wanted = np.array([wish.value for wish in wishes])
    weight = 1 / np.array([wish.sigma for wish in wishes])
    limits = [
        _range(n) if n.removesuffix("_r").removesuffix("_l") in HUMAN_RANGES else (-9.0, 9.0) for n in names
    ]
    low, high = (np.array(side) for side in zip(*limits, strict=True))
    free = _above_ground(pose)
    fixed = _fingers(pose, resting)
    idle = _idle_arms(pose, resting)
    lain = [
        outline.balls([ball]) for side in idle for ball in (f"wrist_{side}.end", f"palm middle_{side}.end")
    ]
    front = outline.balls(BELLY)
    palms = [outline.balls([f"palm middle_{side}.end"])[0] for side in _hands_on_belly(pose, resting)]
    lain += [outline.balls([f"inner sole_{side}.start"]) for side in _straight_legs(pose, resting)]
    holding = [(side, knee) for side in SIDES if (knee := _held_knee(pose, resting, side))]
    grips = [
        (outline.balls([f"palm middle_{side}.end"])[0], outline.balls([f"knee_{knee}.start"])[0])
        for side, knee in holding
    ]
    toes = [*_pointed_feet(pose, resting), *(s.side for s in resting if s.part == "forefoot")]
    lain += [outline.balls([f"great toe_{side}.end"]) for side in toes]

    def residuals(x: Array, ease: float = 1.0, soft: float = 1.0) -> Array:
        values = fixed | dict(zip(names, x.tolist(), strict=True))
        figure.place(joint_positions(figure, values))
        centers = outline.centers(figure)
        bottoms = bottoms_of(centers, slope)
        gaps = [
            bottoms[balls].min() - (known[on] if on in known else values[f"top of {on}"] if on else 0.0)
            for on, _, balls in contacts
        ]
        laid = [bottoms[balls].min() / LAID_SIGMA for balls in lain]
        held = [
            (float(np.linalg.norm(centers[hand] - centers[knee])) - outline.radii[knee] - 0.02) / HELD_SIGMA
            for hand, knee in grips
        ]
        on_belly = [
            (
                float((np.linalg.norm(centers[front] - centers[palm], axis=1) - outline.radii[front]).min())
                - 0.02
            )
            / HELD_SIGMA
            for palm in palms
        ]
        below = np.minimum(bottoms[free], 0.0)
        return np.concatenate(
            [
                (x - wanted) * weight / ease,
                np.array(laid),
                np.array(held),
                np.array(on_belly),
                np.array(gaps) / (CONTACT_SIGMA * soft),
                below / (CONTACT_SIGMA * soft),
            ]
        )

    start = np.clip(wanted, low, high)
    figure.place(joint_positions(figure, fixed | dict(zip(names, start.tolist(), strict=True))))
    first = outline.centers(figure)[:, 2] - outline.radii
    start[names.index("root_up")] -= float(first[free].min()) if len(free) else 0.0
    holds = len(wanted) + len(lain) + len(grips) + len(palms)  # residuals from here on are of what must hold

    def error(x: Array) -> float:
        return float(np.abs(residuals(x)[holds:]).max(initial=0.0)) * CONTACT_SIGMA

    near = least_squares(partial(residuals, soft=SOFT), start, low, high)
    tried: list[Array] = []
    for solution in (near, start):
        for ease in EASES:
            solution = least_squares(partial(residuals, ease=ease), solution, low, high)
            tried.append(solution)
            if error(solution) < ENOUGH:
                break
        if error(tried[-1]) < ENOUGH:
            break
    values = fixed | dict(zip(names, min(tried, key=error).tolist(), strict=True))
    found = {**known, **{on: values[f"top of {on}"] for on in tops}}
    return Frame(pose, joint_positions(figure, values), found, resting, slope, values)


BELLY = ["waist", "belly", "ribs"]
"""Bars of the trunk that a hand on the belly touches."""

FREE_HANDS = {"wall", "pole", "chair", "bike", "bed"}
"""Things that are put where the hand is, not the hand on them."""

BELOW_BED = {
    "thigh", "knee", "shin", "instep", "inner sole", "outer sole", "great toe", "small toes",
}  # fmt: skip
"""Parts that may hang below the edge of a bed."""

TYPICAL_TOPS = {
    "chair": (0.4, 0.05),
    "bench": (0.38, 0.06),
    "step": (0.2, 0.06),
    "block": (0.11, 0.01),
    "bike": (0.85, 0.06),
    "wall": (0.0, 0.06),
}
"""Usual height of each prop, and how far from it costs as much as an angle off by its sigma, meters."""


def contact_errors(frame: Frame) -> dict[str, float]:
    """Distance of each support from its surface, meters (+ floats, − sinks)."""
    bottoms = bottoms_of(frame.centers, frame.slope)
    errors: dict[str, float] = {}
    for on, name, balls in touching(frame.pose, frame.supports):
        gap = float(bottoms[balls].min()) - (frame.heights[on] if on else 0.0)
        errors[name] = gap if abs(gap) > abs(errors.get(name, 0.0)) else errors.get(name, gap)
    return errors


def sunk(frame: Frame) -> float:
    """How deep the deepest part is below the ground, meters; thumbs and what hangs from a bed aside."""
    free = _above_ground(frame.pose)
    return float(max(0.0, -bottoms_of(frame.centers, frame.slope)[free].min())) if len(free) else 0.0


def beyond(frame: Frame) -> float:
    """How far the worst joint is outside its human range, degrees."""
    worst = 0.0
    for name, angle in frame.angles.items():
        if name.removesuffix("_r").removesuffix("_l") in HUMAN_RANGES:
            low, high = _range(name)
            worst = max(worst, low - angle, angle - high)
    return float(np.degrees(worst))


def bottoms_of(centers: Array, slope: float) -> Array:
    """Height of each ball's lowest point above the ground, meters, shape (2n,)."""
    return np.asarray(centers[:, 2] - skin().radii + slope * centers[:, 1])


def touching(pose: Pose, resting: Sequence[Support]) -> list[tuple[str | None, str, list[int]]]:
    """What must touch what: prop (None: ground), name of the part, balls whose lowest touches."""
    found: list[tuple[str | None, str, list[int]]] = []
    for support in resting:
        on = None if support.on == "bed" else support.on
        placed_after = (
            on in ("heels", "bar")
            or (on in FREE_HANDS and support.part == "hand")
            or (on == "bike" and support.part == "foot")
            or (support.part == "hip" and "cushion" in pose.props)
        )
        if placed_after:
            continue
        lifted = _lifted_thighs(pose) if support.part == "front of body" else set()
        name = f"{support.part} {support.side}" if support.side else support.part
        found += [(on, name, skin().balls(group)) for group in support.groups if not lifted & set(group)]
    return found


def _above_ground(pose: Pose) -> Array:
    """Balls that may not sink into the ground, indices."""
    outline = skin()
    if any(prop == "bar" for prop in pose.props):
        return np.array([], dtype=int)
    hanging = BELOW_BED if "bed" in pose.props else set()
    exempt = outline.balls(n for n in outline.names if n.startswith("thumb") or n[:-2] in hanging)
    return np.setdiff1d(np.arange(len(outline.radii)), exempt)


def solve_all(poses: Sequence[Pose], position: BodyPosition) -> list[Frame]:
    """All frames of one exercise: props as high in each as in the first frame that rests on them."""
    slope = SLOPE if any("slope" in pose.props for pose in poses) else 0.0
    heights: dict[str, float] = {}
    frames: dict[int, Frame] = {}
    order = sorted(range(len(poses)), key=lambda i: _undecided(poses[i]))
    for index in order:
        frames[index] = solve(poses[index], position, heights, slope)
        heights = {**frames[index].heights, **heights}
    return [frames[index] for index in range(len(poses))]


PRONE_PALM = np.radians(80.0)
"""Turn of the forearm that brings the thumb inward, radians."""

SLOPE = 0.17
"""Rise of a hill per meter: ten degrees."""


def _undecided(pose: Pose) -> int:
    """0 for poses whose ground contacts decide how high their props are; they are solved first."""
    resting = supports(pose)
    props = {s.on for s in resting} - {None, "wall", "pole", "bar", "heels"}
    return 0 if props and any(s.on is None for s in resting) else 1
