"""Poses rest on their supports, within what joints of people can do. No OpenGL: nothing is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from macros.figures import lengths, posing
from macros.figures.curves import curves
from macros.figures.model import anatomy
from macros.figures.muscles import PATHS, bellies, tendons_of
from macros.figures.posing import HUMAN_RANGES, beyond, contact_errors, joint_positions, solve, sunk
from macros.figures.skin import skin
from macros.figures.stage import Placed, Props, stage
from macros.figures.subjects import subjects
from macros.figures.supports import PARTS, TRUNK_PARTS, supports
from macros.models.pose import Pose
from tests.building import ROOT

ALL = {subject.id: subject for subject in subjects(ROOT)}
VARIED = [
    "psoas-march",
    "half-kneeling-hip-flexor-stretch",
    "single-leg-bridge",
    "bird-dog",
    "seated-march",
    "step-up",
    "hill-walk",
]
"""On the back, kneeling, on the shoulders, on hands and knees, on a chair, on a step, on a slope."""


@pytest.fixture(scope="module")
def staged() -> dict[str, list[Placed]]:
    return {id: stage(ALL[id].poses, ALL[id].position) for id in VARIED}


def standing(**changes: Any) -> Pose:
    both = {"right": 0, "left": 0}
    angles = ("hip_flexion", "knee_flexion", "ankle_dorsiflexion", "shoulder_flexion", "elbow_flexion")
    plain = {"frame": "x", "step": 0, "view": "side", "support": "both feet", **dict.fromkeys(angles, both)}
    trunk = dict.fromkeys(("trunk_lean", "trunk_flexion", "head_flexion"), 0)
    return Pose.model_validate({**plain, **trunk, **changes})


@pytest.mark.parametrize("id", VARIED)
def test_solved_poses_rest_on_their_supports(id: str, staged: dict[str, list[Placed]]) -> None:
    for placed in staged[id]:
        errors = contact_errors(placed.frame)
        assert errors
        assert max(map(abs, errors.values())) <= 0.01, errors
        assert sunk(placed.frame) <= 0.01
        assert beyond(placed.frame) <= 0.01


@pytest.mark.parametrize("id", VARIED)
def test_what_supports_all_frames_stays_in_its_place(id: str, staged: dict[str, list[Placed]]) -> None:
    props = {frozenset(p.frame.heights.items()) for p in staged[id] if p.frame.heights}
    assert len(props) <= 1, "a prop changes its height between frames"
    middles = [placed.at("hips")[:2] for placed in staged[id]]
    assert all(np.linalg.norm(middle) < 1 for middle in middles)


@pytest.mark.parametrize("id", VARIED)
def test_props_have_a_size_and_carry_the_body(id: str, staged: dict[str, list[Placed]]) -> None:
    subject, placed = ALL[id], staged[id]
    props = Props(placed, subject.position)
    for now in placed:
        shapes = props.shapes(now)
        assert bool(shapes) == bool(now.pose.props)
        assert all((shape.size > 0).all() and np.isfinite(shape.center).all() for shape in shapes)
        assert all(np.allclose(shape.turn @ shape.turn.T, np.eye(3)) for shape in shapes)


def test_a_seat_is_where_the_chair_is(staged: dict[str, list[Placed]]) -> None:
    now = staged["seated-march"][0]
    assert now.bottom("buttock_r", "buttock_l") == pytest.approx(now.frame.heights["chair"], abs=0.01)


def test_standing_is_the_model_as_it_is() -> None:
    figure = anatomy()
    neutral = joint_positions(figure, {})
    assert neutral == pytest.approx(figure.neutral, abs=1e-9)
    coupled = neutral.copy()
    figure.couple(coupled)
    assert coupled == pytest.approx(neutral, abs=1e-9)
    frame = solve(standing(), "standing")
    asked = ("hip_flexion", "knee_angle", "spine_flexion")
    small = [frame.angles[n] for n in frame.angles if n.startswith(asked)]
    assert np.degrees(np.abs(small)).max() < 3


def test_a_kneecap_follows_its_knee() -> None:
    figure = anatomy()
    bent = joint_positions(figure, {"knee_angle_r": np.radians(90)})
    follower = figure.joint["knee_angle_beta_translation1_r"]
    assert bent[follower] != pytest.approx(figure.neutral[follower], abs=1e-3)
    far, limit = bent.copy(), bent.copy()
    far[figure.joint["knee_angle_r"]] = np.radians(170)
    limit[figure.joint["knee_angle_r"]] = figure.model.joint("knee_angle_r").range[1]
    figure.couple(far)
    figure.couple(limit)
    assert far[follower] == pytest.approx(limit[follower])


def test_nothing_human_asks_for_more_than_a_joint_can() -> None:
    frame = solve(standing(hip_flexion={"right": 150, "left": -35}, support="left foot"), "standing")
    assert np.degrees(frame.angles["hip_flexion_r"]) <= HUMAN_RANGES["hip_flexion"][1] + 0.01
    assert np.degrees(frame.angles["hip_flexion_l"]) >= HUMAN_RANGES["hip_flexion"][0] - 0.01
    assert beyond(replace(frame, angles={"knee_angle_r": np.radians(165.0)})) == pytest.approx(10)
    assert beyond(replace(frame, angles={"hip_rotation_r": np.radians(50.0)})) == pytest.approx(5)


def test_a_body_below_the_ground_is_seen() -> None:
    frame = solve(standing(), "standing")
    lower = frame.qpos.copy()
    lower[2] -= 0.05
    assert sunk(replace(frame, qpos=lower)) == pytest.approx(0.05, abs=0.005)
    assert min(contact_errors(replace(frame, qpos=lower)).values()) == pytest.approx(-0.05, abs=0.005)


def test_every_support_of_every_record_is_a_part_of_the_body() -> None:
    for subject in ALL.values():
        for pose in subject.poses:
            for support in supports(pose, side_lying=posing.lies_on_side(pose, subject.position)):
                assert support.part in (TRUNK_PARTS if support.side is None else PARTS), pose.support
                skin().balls(ball for group in support.groups for ball in group)
    with pytest.raises(LookupError, match="“tail”: no such part"):
        supports(standing(support="tail"))


def test_sides_are_mirrored() -> None:
    right = solve(standing(support="left foot", hip_flexion={"right": 60, "left": 0}), "standing")
    left = solve(standing(support="right foot", hip_flexion={"right": 0, "left": 60}), "standing")
    for name in ("hip_flexion", "knee_angle", "ankle_angle"):
        assert right.angles[f"{name}_r"] == pytest.approx(left.angles[f"{name}_l"], abs=0.02)


def test_a_stance_leg_can_drop_the_pelvis() -> None:
    pose = standing(support="right foot", hip_abduction={"right": -12, "left": 0}, trunk_side_bend=-12)
    frame = solve(pose, "standing")
    centers = frame.centers
    right, left = (centers[skin().balls([f"thigh_{side}.start"])[0]] for side in "rl")
    assert 0.02 < right[2] - left[2] < 0.06, "the left side of the pelvis is lower"


def at(flexion: float = 0.0, **others: float) -> dict[str, float]:
    values = {"hip_flexion_r": np.radians(flexion), **{k: np.radians(v) for k, v in others.items()}}
    return lengths.lengths(joint_positions(anatomy(), values))["right"]


def test_the_psoas_answers_to_hip_and_spine() -> None:
    assert at() == {"psoas": 1.0, "iliacus": 1.0, "rectus_femoris": 1.0}
    for muscle in ("psoas", "iliacus"):
        assert at(-20)[muscle] > 1.01
        assert at(90)[muscle] < 0.9
    assert at(spine_side=20)["psoas"] > 1.005  # bent to the left, the right one is longer
    assert at(spine_side=-20)["psoas"] < 0.995
    assert at(knee_angle_r=120)["rectus_femoris"] > 1.05
    assert at(knee_angle_r=120)["psoas"] == 1.0


def test_a_kneeling_stretch_is_longer_than_standing(staged: dict[str, list[Placed]]) -> None:
    last = staged["half-kneeling-hip-flexor-stretch"][-1].frame
    measured = lengths.lengths(last.qpos)
    assert measured["right"]["psoas"] > 1.01
    assert measured["left"]["psoas"] < 0.95


def test_curves_are_plain_numbers_that_fit_together() -> None:
    found = curves([-10, 0, 10, 90])
    psoas = found["muscles"]["psoas"]
    assert {
        type(number) for muscle in found["muscles"].values() for row in muscle.values() for number in row
    } == {float}
    assert psoas["length_to_standing"][1] == 1.0
    assert psoas["length_to_standing"] == sorted(psoas["length_to_standing"], reverse=True)
    assert min(psoas["moment_arm_mm"]) > 5


def test_a_belly_holds_the_volume_of_its_muscle() -> None:
    figure = anatomy()
    figure.lengths(figure.neutral)
    tendon = figure.tendon["recfem_r_tendon"]
    (belly,) = bellies(figure, [tendon])
    steps = np.linalg.norm(np.diff(belly.points, axis=0), axis=1)
    volume = float((np.pi * belly.radii[:-1] ** 2 * steps).sum())
    assert volume == pytest.approx(figure.volume(tendon), rel=0.35)
    assert all(tendons_of(figure, muscle) for muscle in PATHS)
    assert tendons_of(figure, "diaphragm") == []
