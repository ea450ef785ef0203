"""Poses in words: what a picture shows, so that it can be done without seeing it."""

from __future__ import annotations

from collections.abc import Sequence

from macros.models.pose import BodyPosition, Pose, Sides

Scale = Sequence[tuple[int, str]]
"""Upper limits in degrees (inclusive) with words, rising."""

_HIP: Scale = (
    (-6, "thigh behind the line of the body ({n}° back)"),
    (9, "hip straight"),
    (34, "hip slightly bent ({n}°)"),
    (69, "hip half bent ({n}°)"),
    (79, "hip bent not quite to a right angle ({n}°)"),
    (99, "hip bent to a right angle ({n}°)"),
    (999, "thigh drawn toward the chest ({n}°)"),
)
_KNEE: Scale = (
    (8, "knee straight"),
    (34, "knee slightly bent ({n}°)"),
    (74, "knee half bent ({n}°)"),
    (104, "knee bent to a right angle ({n}°)"),
    (129, "knee well bent ({n}°)"),
    (999, "knee fully folded ({n}°)"),
)
_ANKLE: Scale = (
    (-60, "foot pointed, its top side down"),
    (-41, "foot pointed"),
    (14, ""),
    (999, "foot drawn up"),
)
_ARM: Scale = (
    (-41, "arm reaching well behind the body ({n}°)"),
    (-16, "arm a little behind the body"),
    (20, "arm beside the body"),
    (64, "arm forward and low ({n}°)"),
    (104, "arm straight forward from the shoulder ({n}°)"),
    (149, "arm raised above shoulder height ({n}°)"),
    (999, "arm overhead"),
)
_ELBOW: Scale = (
    (14, ""),
    (64, "elbow slightly bent"),
    (109, "elbow bent to a right angle"),
    (999, "elbow folded"),
)
_PLURALS = {
    "hip": "hips",
    "knee": "knees",
    "thigh": "thighs",
    "foot": "feet",
    "arm": "arms",
    "elbow": "elbows",
}

_BASE: dict[BodyPosition, str] = {
    "supine": "Lying on the back",
    "prone": "Face down",
    "side-lying": "On the left side",
    "sitting": "Sitting",
    "hands and knees": "On hands and knees",
    "kneeling": "Kneeling",
    "half-kneeling": "Kneeling on one knee, the other foot in front",
    "standing": "Standing",
    "hanging": "Hanging by the hands",
}


def _say(scale: Scale, degrees: int) -> str:
    """The words for an angle."""
    words = next(words for limit, words in scale if degrees <= limit)
    return words.format(n=abs(degrees))


def _pair(sides: Sides[int] | None, side: str) -> int:
    return 0 if sides is None else sides.right if side == "right" else sides.left


def _leg(pose: Pose, side: str) -> list[str]:
    """A leg, joint by joint."""
    words = [_say(_HIP, _pair(pose.hip_flexion, side)), _say(_KNEE, _pair(pose.knee_flexion, side))]
    out, turned = _pair(pose.hip_abduction, side), _pair(pose.hip_external_rotation, side)
    if abs(out) >= 5:
        words.append(f"leg moved {'out to the side' if out > 0 else 'across the body'} ({abs(out)}°)")
    if abs(turned) >= 5:
        words.append(f"thigh turned {'outward' if turned > 0 else 'inward'} ({abs(turned)}°)")
    words.append(_say(_ANKLE, _pair(pose.ankle_dorsiflexion, side)))
    return [word for word in words if word]


def _arm(pose: Pose, side: str) -> list[str]:
    """An arm, joint by joint."""
    out = _pair(pose.shoulder_abduction, side)
    raised = _pair(pose.shoulder_flexion, side)
    if abs(out) >= 30:
        words = [f"arm out to the side ({out}°)"]
    else:
        words = [_say(_ARM, raised)]
    words.append(_say(_ELBOW, _pair(pose.elbow_flexion, side)))
    return [word for word in words if word]


def _plural(words: str) -> str:
    """“foot pointed, its top side down” → of both."""
    first, _, rest = words.partition(" ")
    return f"{_PLURALS.get(first, first)} {rest}".replace("its top side", "their top sides")


def _both(right: list[str], left: list[str], limb: str) -> list[str]:
    """Two limbs as one phrase where they do the same."""
    if right == left:
        return [f"both {limb}s: {', '.join(map(_plural, right))}"]
    return [f"right {limb}: {', '.join(right)}", f"left {limb}: {', '.join(left)}"]


def _trunk(pose: Pose, position: BodyPosition) -> list[str]:
    """Lean, rounding, bend and turn of the trunk."""
    words = []
    lean = pose.trunk_lean
    if position in ("standing", "sitting", "half-kneeling", "kneeling", "hanging"):
        if abs(lean) < 4:
            words.append("trunk upright")
        elif lean > 0:
            words.append(
                f"trunk leaning {'slightly ' if lean < 20 else 'far ' if lean > 55 else ''}forward ({lean}°)"
            )
        else:
            words.append(f"trunk leaning slightly back ({-lean}°)")
    elif position == "supine" and lean < -95:
        words.append("hips lifted, body sloping down from the knees to the shoulders")
    elif position == "supine" and -80 < lean:
        words.append("upper body raised")
    if abs(pose.trunk_flexion) >= 3:
        much = "slightly " if abs(pose.trunk_flexion) < 15 else ""
        words.append(f"back {much}{'rounded' if pose.trunk_flexion > 0 else 'arched'}")
    if pose.trunk_side_bend:
        words.append(f"trunk bent to the {'left' if pose.trunk_side_bend > 0 else 'right'}")
    if pose.trunk_rotation:
        words.append(f"trunk turned to the {'right' if pose.trunk_rotation > 0 else 'left'}")
    if abs(pose.head_flexion) >= 15:
        words.append("chin toward the chest" if pose.head_flexion > 0 else "head tilted back")
    return words


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")


def _parts(pose: Pose, position: BodyPosition) -> list[str]:
    """All that can change from frame to frame."""
    return [
        f"Resting on: {pose.support}",
        *_trunk(pose, position),
        *_both(_leg(pose, "right"), _leg(pose, "left"), "leg"),
        *_both(_arm(pose, "right"), _arm(pose, "left"), "arm"),
    ]


def alt_texts(name: str, poses: Sequence[Pose], position: BodyPosition) -> list[str]:
    """One text for each frame: the first in full, the others by what is different."""
    texts: list[str] = []
    before: list[str] = []
    for number, pose in enumerate(poses, 1):
        now = _parts(pose, position)
        note = [pose.note] if pose.note else []
        head = f"{name}, picture {number} of {len(poses)}, {pose.frame}"
        if not before:
            words = [f"{head}: {_BASE[position]}", *now, *note]
            if pose.props:
                words.append(f"With: {', '.join(pose.props)}")
        else:
            changed = [part for part in now if part not in before]
            words = [
                f"{head}: {'as before, but now' if changed or note else 'nothing moves that can be seen'}"
            ]
            words[0] = f"{words[0]} {'; '.join([*changed, *note])}".strip() if changed or note else words[0]
            words = [words[0].replace("Resting on", "resting on")]
        texts.append(" ".join(_sentence(word) for word in words))
        before = now
    return texts
