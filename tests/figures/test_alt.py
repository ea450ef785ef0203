"""What pictures say to who can't see them."""

from __future__ import annotations

import pytest

from macros.figures.alt import alt_texts
from macros.figures.subjects import Subject, subjects
from tests.building import ROOT
from tests.figures.test_posing import standing

EVERY = subjects(ROOT)


@pytest.mark.parametrize("subject", EVERY, ids=lambda subject: subject.id)
def test_frames_differ_and_are_short(subject: Subject) -> None:
    texts = alt_texts(subject.poses, subject.position)
    assert len(texts) == len(subject.poses) == len(set(texts))
    assert len(texts[0].split()) <= 70
    assert all(len(text.split()) <= 55 for text in texts[1:]), texts
    for text in texts:
        assert text.endswith((".", "!"))
        assert ".." not in text
        assert "  " not in text
        assert "°" not in text, "a right angle can be imagined, 87° can’t"


def test_a_posture_in_full() -> None:
    lunge = standing(
        frame="end",
        support="left foot, right forefoot",
        trunk_lean=12,
        hip_flexion={"right": -15, "left": 90},
        knee_flexion={"right": 40, "left": 90},
        props=("wall",),
        note="Push the floor away",
    )
    assert alt_texts([lunge], "standing") == [
        "End: Standing, resting on left foot and right forefoot. Trunk leaning slightly forward. "
        "Right thigh behind the body, knee half bent. Left hip and knee bent to a right angle. "
        "Arms beside the body. With a wall. Push the floor away."
    ]


def test_later_frames_say_what_is_new() -> None:
    up = {"right": 90, "left": 0}
    poses = [
        standing(frame="start"),
        standing(frame="up", support="left foot", hip_flexion=up, knee_flexion=up),
        standing(frame="higher", support="left foot", hip_flexion={"right": 100, "left": 0}, knee_flexion=up),
        standing(frame="hold", support="left foot", hip_flexion={"right": 100, "left": 0}, knee_flexion=up),
    ]
    assert alt_texts(poses, "standing") == [
        "Start: Standing. Both legs straight. Arms beside the body.",
        "Up: Resting on left foot. Right hip and knee bent to a right angle. The rest as before.",
        "Higher: Right hip a little more bent. The rest as before.",
        "Hold: The same posture: only the effort changes.",
    ]


def test_a_trunk_that_straightens_is_told() -> None:
    bent = standing(
        frame="bent", trunk_lean=40, trunk_flexion=20, trunk_side_bend=10, trunk_rotation=10, head_flexion=30
    )
    (_, text) = alt_texts([bent, standing(frame="straight")], "standing")
    assert text == (
        "Straight: Trunk upright. Back straight. Trunk not bent sideways. Trunk facing forward. Head in line with the body."
    )


def test_arms_are_told_by_where_they_point() -> None:
    ahead = {"right": 90, "left": 90}
    lying = standing(support="back", trunk_lean=-90, shoulder_flexion=ahead)
    assert "Arms up to the ceiling." in alt_texts([lying], "supine")[0]
    on_all_fours = standing(support="hands, knees", trunk_lean=90, shoulder_flexion=ahead)
    assert alt_texts([on_all_fours], "hands and knees")[0].startswith("X: On hands and knees. ")
    assert "Arms straight down." in alt_texts([on_all_fours], "hands and knees")[0]
    assert "Arms straight forward." in alt_texts([standing(shoulder_flexion=ahead)], "standing")[0]
    one = standing(shoulder_abduction={"right": 0, "left": 70})
    assert "Right arm beside the body. Left arm out to the side." in alt_texts([one], "standing")[0]
