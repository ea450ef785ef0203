"""Poses in words: what a picture shows, so that the posture can be taken without seeing it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from macros.models.pose import BodyPosition, Pose, Prop, Sides

Scale = Sequence[tuple[int, str]]
"""Upper limits in degrees (inclusive) with words, rising."""

_HIP: Scale = ((34, "slightly bent"), (69, "half bent"), (104, "bent to a right angle"), (999, "fully bent"))
_KNEE: Scale = (
    (8, "straight"),
    (34, "slightly bent"),
    (74, "half bent"),
    (104, "bent to a right angle"),
    (129, "well bent"),
    (999, "fully bent"),
)
_ELBOW: Scale = ((24, ""), (64, "slightly bent"), (109, "bent to a right angle"), (999, "fully bent"))

_STRAIGHT_HIP = (-6, 9)
"""Degrees of hip flexion: up to the first the thigh is behind the body, up to the second in line with it."""

_ALIKE = 3
"""Change of an angle too small to speak of, degrees."""

_BASE: dict[BodyPosition, str] = {
    "supine": "lying on the back",
    "prone": "face down",
    "side-lying": "lying on the left side",
    "sitting": "sitting",
    "hands and knees": "on hands and knees",
    "kneeling": "kneeling",
    "half-kneeling": "kneeling on one knee, the other foot in front",
    "standing": "standing",
    "hanging": "hanging by the hands",
}

_SAID_BY_BASE = {
    ("supine", "back"),
    ("prone", "front of body"),
    ("standing", "both feet"),
    ("standing", "feet"),
    ("hands and knees", "hands, knees"),
    ("hands and knees", "hands and knees"),
    ("hanging", "both hands on bar"),
    ("hanging", "hands on bar"),
    ("sitting", "seat"),
    ("side-lying", "left side"),
}
"""Supports that follow from the position."""

_LAIN: dict[BodyPosition, str] = {"supine": "back", "prone": "front of body", "side-lying": "left side"}
"""The support that follows from lying, whatever else there is."""

_SAT_ON = ("seat", "buttock", "saddle", "hip", "hands", "heels", "leg", "sacrum")

_PROPS: dict[Prop, str] = {
    "band": "an elastic band",
    "bar": "a bar",
    "bed": "a bed",
    "bench": "a bench",
    "bike": "an exercise bike",
    "block": "a block",
    "cable": "a cable machine",
    "chair": "a chair",
    "cushion": "a cushion",
    "dumbbells": "a dumbbell in each hand",
    "mat": "a mat",
    "pillow": "a pillow under the head",
    "slider": "sliders under the feet",
    "slope": "a slope",
    "step": "a step",
    "stick": "a stick along the back",
    "strap": "a strap",
    "wall": "a wall",
    "water to chest": "water up to the chest",
}


MANY = 4
"""Changes after which nobody asks for the rest."""


class _Leg(NamedTuple):
    """Degrees of one leg; `lean` of the trunk it belongs to."""

    hip: int
    knee: int
    out: int
    turned: int
    ankle: int
    lean: int


class _Arm(NamedTuple):
    """Degrees of one arm; `lean` of the trunk that it hangs from."""

    raised: int
    out: int
    elbow: int
    lean: int


def _say(scale: Scale, degrees: int) -> str:
    """The words for an angle."""
    return next(words for limit, words in scale if degrees <= limit)


def _side(sides: Sides[int] | None, side: str) -> int:
    if sides is None:
        return 0
    return sides.right if side == "right" else sides.left


def _leg(pose: Pose, side: str) -> _Leg:
    return _Leg(
        _side(pose.hip_flexion, side),
        _side(pose.knee_flexion, side),
        _side(pose.hip_abduction, side),
        _side(pose.hip_external_rotation, side),
        _side(pose.ankle_dorsiflexion, side),
        pose.trunk_lean,
    )


def _arm(pose: Pose, side: str) -> _Arm:
    return _Arm(
        _side(pose.shoulder_flexion, side),
        _side(pose.shoulder_abduction, side),
        _side(pose.elbow_flexion, side),
        pose.trunk_lean,
    )


def _leg_words(leg: _Leg, who: str) -> str:
    """“right hip half bent, knee straight”; `who`: right, left or both."""
    s = "s" if who == "both" else ""
    knee = _say(_KNEE, leg.knee)
    if leg.hip <= _STRAIGHT_HIP[0]:
        if knee == "straight":
            words = [f"{who} leg{s} straight, behind the body"]
        else:
            words = [f"{who} thigh{s} behind the body, knee{s} {knee}"]
    elif leg.hip <= _STRAIGHT_HIP[1]:
        if knee == "straight":
            words = [f"{who} leg{s} straight"]
        else:
            words = [f"{who} thigh{s} in line with the body, knee{s} {knee}"]
    elif (hip := _say(_HIP, leg.hip)) == knee:
        words = [f"{who} hip{s} and knee{s} {hip}"]
    else:
        words = [f"{who} hip{s} {hip}, knee{s} {knee}"]
    out, turned = abs(leg.out) >= 8, abs(leg.turned) >= 10
    if out and turned and (leg.out > 0) == (leg.turned > 0):
        words.append(f"knee{s} {'out to the side' if leg.out > 0 else 'across the midline'}")
    else:
        if out:
            aside = "apart" if s else "out to the side"
            words.append(f"leg{s} {aside if leg.out > 0 else 'across the midline'}")
        if turned:
            words.append(f"knee{s} turned {'out' if leg.turned > 0 else 'in'}")
    foot = "feet" if s else "foot"
    if leg.ankle <= -55:
        words.append(f"{foot} pointed")
    elif leg.ankle >= 15 and knee == "straight" and abs(leg.lean) > 60:  # not of feet that stand
        words.append(f"{foot} drawn up")
    return ", ".join(words)


def _arm_words(arm: _Arm, who: str) -> str:
    """“left arm overhead, elbow slightly bent”."""
    s = "s" if who == "both" else ""
    upper = f"{who} arm{s}" if not s else "arms"
    forward = arm.raised - arm.lean  # 0 points down, 90 forward, 180 up
    if arm.out >= 30:
        where = "out to the side"
    elif arm.out <= -15:
        where = "across the chest"
    elif abs(arm.raised) <= (45 if arm.lean <= -60 else 20):
        where = "beside the body"
    elif arm.raised >= 150:
        where = "overhead"
    elif arm.raised < 0:
        where = "behind the body"
    elif abs(forward) <= 25:
        where = "straight down"
    elif abs(forward - 180) <= 30:
        where = "up to the ceiling"
    elif abs(forward - 90) <= 25:
        where = "straight forward"
    elif forward < 90:
        where = "forward and low"
    else:
        where = "forward and high"
    elbow = _say(_ELBOW, arm.elbow)
    return f"{upper} {where}" + (f", elbow{s} {elbow}" if elbow else "")


def _base(pose: Pose, position: BodyPosition) -> str:
    """What the body does; who has risen from a chair stands."""
    if position == "sitting" and not any(part in pose.support for part in _SAT_ON):
        return _BASE["standing"]
    return _BASE[position]


def _support(pose: Pose, position: BodyPosition) -> str:
    if (position, pose.support) in _SAID_BY_BASE:
        return ""
    *parts, last = re.split(r",\s*|\s+and\s+", pose.support)
    if parts and parts[0] == _LAIN.get(position):
        rest = " and ".join([*parts[1:], last])
        return rest if " on " in rest else f"{rest} on the ground"
    return f"resting on {', '.join(parts)} and {last}" if parts else f"resting on {last}"


def _lean(pose: Pose, position: BodyPosition) -> str:
    """How the trunk leans, where the position leaves that open."""
    lean = pose.trunk_lean
    if position in ("standing", "sitting", "half-kneeling", "kneeling", "hanging"):
        if abs(lean) < 4:
            return ""
        much = "slightly " if abs(lean) < 20 else "far " if abs(lean) > 55 else ""
        return f"trunk leaning {much}{'forward' if lean > 0 else 'back'}"
    if position == "supine":
        return "hips lifted off the ground" if lean < -95 else "upper body raised" if lean > -70 else ""
    if position == "prone":
        return "upper body raised" if lean < 75 else ""
    return ""


def _trunk(pose: Pose, position: BodyPosition) -> dict[str, str]:
    """Lean, rounding, bend and turn of the trunk, and the head; nothing where it is straight."""
    slightly = "slightly " if abs(pose.trunk_flexion) < 15 else ""
    parts = {
        "flexion": (pose.trunk_flexion, f"back {slightly}rounded", f"back {slightly}arched"),
        "bend": (pose.trunk_side_bend, "trunk bent to the left", "trunk bent to the right"),
        "turn": (pose.trunk_rotation, "trunk turned to the right", "trunk turned to the left"),
    }
    words = {"lean": _lean(pose, position)}
    for part, (angle, plus, minus) in parts.items():
        if abs(angle) >= _ALIKE:
            words[part] = plus if angle > 0 else minus
    if abs(pose.head_flexion) >= 15:
        words["head"] = "chin toward the chest" if pose.head_flexion > 0 else "head tilted back"
    return {part: word for part, word in words.items() if word}


def _straightened(part: str, position: BodyPosition) -> str:
    """What to say when a part of the trunk is straight again."""
    return {
        "lean": "body flat" if position in _LAIN else "trunk upright",
        "flexion": "back straight",
        "bend": "trunk not bent sideways",
        "turn": "trunk facing forward",
        "head": "head in line with the body",
    }[part]


class _Pair(NamedTuple):
    """Words for two limbs."""

    right: str
    left: str
    both: str
    """For when the two do the same."""


def _limbs(pose: Pose) -> list[_Pair]:
    """Legs and arms."""
    legs, arms = (_leg(pose, "right"), _leg(pose, "left")), (_arm(pose, "right"), _arm(pose, "left"))
    return [
        _Pair(_leg_words(legs[0], "right"), _leg_words(legs[1], "left"), _leg_words(legs[0], "both")),
        _Pair(_arm_words(arms[0], "right"), _arm_words(arms[1], "left"), _arm_words(arms[0], "both")),
    ]


def _new_limbs(pose: Pose, before: Pose | None) -> list[str]:
    """Limbs that do something else than before."""
    found: list[str] = []
    old = [_Pair("", "", "")] * 2 if before is None else _limbs(before)
    for now, was in zip(_limbs(pose), old, strict=True):
        alike = now.right.removeprefix("right") == now.left.removeprefix("left")
        if alike and now.right != was.right and now.left != was.left:
            found.append(now.both)
        else:
            found += [now.right] * (now.right != was.right) + [now.left] * (now.left != was.left)
    return found


def _nudges(pose: Pose, before: Pose) -> list[str]:
    """Changes too small for other words."""
    found: list[str] = []
    lean, flexion = pose.trunk_lean - before.trunk_lean, pose.trunk_flexion - before.trunk_flexion
    if abs(lean) >= _ALIKE:
        found.append(f"trunk a little {'lower' if (lean > 0) == (pose.trunk_lean > 0) else 'higher'}")
    if abs(flexion) >= _ALIKE:
        found.append(f"back a little more {'rounded' if flexion > 0 else 'arched'}")
    for side in ("right", "left"):
        now, was = _leg(pose, side), _leg(before, side)
        if _leg_words(now, side) != _leg_words(was, side):
            continue
        if abs(now.hip - was.hip) >= _ALIKE:
            found.append(f"{side} hip a little {'more bent' if now.hip > was.hip else 'straighter'}")
        if abs(now.knee - was.knee) >= _ALIKE:
            found.append(f"{side} knee a little {'more bent' if now.knee > was.knee else 'straighter'}")
        if abs(now.out - was.out) >= _ALIKE:
            found.append(f"{side} leg a little further {'out' if now.out > was.out else 'in'}")
    return found


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!")) else ".")


def _props(pose: Pose, before: Pose | None) -> list[str]:
    """Things that no other word names."""
    said = pose.support if before is None else " ".join((pose.support, *before.props))
    new = [_PROPS[prop] for prop in pose.props if prop != "mat" and prop not in said]
    return [f"with {' and '.join(new)}"] if new else []


def _first(pose: Pose, position: BodyPosition) -> list[str]:
    """A frame in full."""
    support = _support(pose, position)
    base = ", ".join(part for part in (_base(pose, position), support) if part)
    return [base, *_trunk(pose, position).values(), *_new_limbs(pose, None), *_props(pose, None)]


def _change(pose: Pose, before: Pose, position: BodyPosition) -> list[str]:
    """What is new in a frame."""
    found = [now for now, was in ((_base(pose, position), _base(before, position)),) if now != was]
    if pose.support != before.support and (support := _support(pose, position)):
        found.append(support)
    trunk, old = _trunk(pose, position), _trunk(before, position)
    found += [words for part, words in trunk.items() if words != old.get(part)]
    found += [_straightened(part, position) for part in old if part not in trunk]
    found += _new_limbs(pose, before)
    return [*found, *(_nudges(pose, before) if len(found) < 2 else []), *_props(pose, before)]


def alt_texts(poses: Sequence[Pose], position: BodyPosition) -> list[str]:
    """One text for each frame: the first in full, the others by what is new."""
    texts: list[str] = []
    for pose, before in zip(poses, [None, *poses], strict=False):
        note = [pose.note] if pose.note and pose.note.lower() != _base(pose, position) else []
        if before is None:
            parts = [*_first(pose, position), *note]
        else:
            parts = [*_change(pose, before, position), *note]
            if not parts:
                parts = ["the same posture: only the effort changes"]
            elif len(parts) < MANY:
                parts.append("the rest as before")
        texts.append(f"{_sentence(pose.frame)[:-1]}: " + " ".join(_sentence(part) for part in parts))
    return texts
