"""The musculoskeletal model: compiled once, with names for what the figures use."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Literal

import mujoco
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Side = Literal["r", "l"]
SIDES: tuple[Side, Side] = ("r", "l")

MIDLINE_X = -0.025
"""World x of the model's midline, meters."""

SPECIFIC_TENSION = 60e4
"""Force of muscle per cross-section, N/m², for volumes from the model's maximal forces."""

NECK_JOINTS = {"neck": (0.245, 1.505), "head": (0.222, 1.605)}
"""World y and z (standing) of the nodding axes added to a model without a neck."""

PSOAS_BELOW_RIM = (2, 3, 4)
"""Points of the model's path `psoas` from the rim of the pelvis to the lesser trochanter."""


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep MuJoCo's remarks on how the model is put together off the screen and out of a log file."""
    before = mujoco.get_mju_user_warning()
    mujoco.set_mju_user_warning(lambda _text: None)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        mujoco.set_mju_user_warning(before)


def _compiled() -> mujoco.MjModel:
    """MyoFullBody with a neck and a head that nod, and a psoas in one piece."""
    from myo_sim.build.compose import build_spec  # seconds to import: only who poses pays

    with _quietly():
        spec = build_spec("myofullbody")
        plain = spec.compile()
        data = mujoco.MjData(plain)
        mujoco.mj_kinematics(plain, data)
        for name, (y, z) in NECK_JOINTS.items():
            body = plain.body(name).id
            turn = data.xmat[body].reshape(3, 3)
            place = np.array([MIDLINE_X, y, z]) - data.xpos[body]
            spec.body(name).add_joint(
                name=f"{name}_flexion",
                type=mujoco.mjtJoint.mjJNT_HINGE,
                axis=turn.T @ [1.0, 0.0, 0.0],
                pos=turn.T @ place,
                range=[-1.0, 1.0],
            )
        _lead_psoas_to_femur(spec)
        return spec.compile()


def _lead_psoas_to_femur(spec: mujoco.MjSpec) -> None:
    """Let each fascicle of the psoas major run on to the lesser trochanter.

    The model has the muscle in two pieces: eleven fascicles from the lumbar spine to the rim of the
    pelvis, and one path from there to the femur. One muscle crosses both, so the fascicles go on along
    the second piece: their length then answers to the spine and to the hip.
    """
    for tendon in spec.tendons:
        if found := re.fullmatch(r"Ps_.*_(?P<side>[rl])_tendon", tendon.name):
            for point in PSOAS_BELOW_RIM:
                tendon.wrap_site(f"psoas-P{point}_{found['side']}")


class Anatomy:
    """The compiled model and its addresses. `data` is scratch space: set it before reading it."""

    def __init__(self) -> None:
        self.model = _compiled()
        self.data = mujoco.MjData(self.model)
        model = self.model
        self.joint = {model.joint(i).name: int(model.jnt_qposadr[i]) for i in range(model.njnt)}
        """Joint name → address in `qpos`."""
        self.body = {model.body(i).name: i for i in range(model.nbody)}
        """Body name → index."""
        self.tendon = {model.tendon(i).name: i for i in range(model.ntendon)}
        """Tendon name → index."""
        self.actuator_of = {int(model.actuator_trnid[i, 0]): i for i in range(model.nu)}
        """Tendon index → the muscle that pulls on it."""
        coupled = [
            i
            for i in range(model.neq)
            if model.eq_type[i] == mujoco.mjtEq.mjEQ_JOINT and model.eq_obj2id[i] >= 0
        ]
        leaders = model.eq_obj2id[coupled]
        self._followers = model.jnt_qposadr[model.eq_obj1id[coupled]]
        """Addresses of the coupled joints, shape (couplings,)."""
        self._leaders = model.jnt_qposadr[leaders]
        """Addresses of the joints they follow."""
        self._limits: Array = model.jnt_range[leaders].T.copy()
        """Lowest and highest value of those, shape (2, couplings)."""
        self._polynomials: Array = model.eq_data[coupled, :5].T.copy()
        """Coefficients from the constant upward, shape (5, couplings)."""
        self.neutral: Array = np.array(model.qpos0)
        """Joint positions of anatomical standing."""
        self.couple(self.neutral)
        self.place(self.neutral)
        self.neutral_position: Array = self.data.xpos.copy()
        """Standing position of each body, shape (bodies, 3)."""
        self.neutral_turn: Array = self.data.xmat.reshape(-1, 3, 3).copy()
        """Standing orientation of each body, shape (bodies, 3, 3)."""

    def couple(self, qpos: Array) -> None:
        """Set every coupled joint from the joint it follows, in place.

        Outside the range of the leading joint the coupling keeps its value at the limit, where
        its polynomial was fitted.
        """
        lead = np.minimum(np.maximum(qpos[self._leaders], self._limits[0]), self._limits[1])
        value = self._polynomials[4]
        for coefficient in self._polynomials[3::-1]:
            value = value * lead + coefficient
        qpos[self._followers] = value

    def place(self, qpos: Array) -> None:
        """Put the bodies where `qpos` says (positions and orientations only)."""
        self.data.qpos[:] = qpos
        mujoco.mj_kinematics(self.model, self.data)

    def lengths(self, qpos: Array) -> Array:
        """Length of every tendon, meters, shape (tendons,)."""
        self.data.qpos[:] = qpos
        mujoco.mj_fwdPosition(self.model, self.data)
        return np.array(self.data.ten_length)

    def path(self, tendon: int) -> Array:
        """Points a tendon runs through, meters, shape (n, 3); after `lengths`."""
        start = int(self.data.ten_wrapadr[tendon])
        count = int(self.data.ten_wrapnum[tendon])
        return np.asarray(self.data.wrap_xpos, dtype=float).reshape(-1, 3)[start : start + count].copy()

    def tendons(self, pattern: str) -> list[int]:
        """Tendons whose whole name matches a regular expression."""
        found = [index for name, index in self.tendon.items() if re.fullmatch(pattern, name)]
        if not found:
            raise LookupError(f"no tendon is called {pattern}")
        return found

    def volume(self, tendon: int) -> float:
        """Volume of a muscle's belly, m³: cross-section from its force, times fiber length."""
        actuator = self.actuator_of[tendon]
        low, high, force = self.model.actuator_gainprm[actuator, :3]
        shortest, longest = self.model.actuator_lengthrange[actuator]
        return float(force) / SPECIFIC_TENSION * float(longest - shortest) / float(high - low)

    def local(self, body: str, point: tuple[float, float, float]) -> Array:
        """A point of the standing figure (lateral, forward, up) in a body's own frame."""
        index = self.body[body]
        lateral, forward, up = point
        world = np.array([MIDLINE_X - lateral, -forward, up])
        return np.asarray(self.neutral_turn[index].T @ (world - self.neutral_position[index]))


@cache
def anatomy() -> Anatomy:
    """The model, compiled on first use (about two seconds)."""
    return Anatomy()
