"""What a pose rests on: the words of `support`, and the parts of the outline they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.figures.model import SIDES, Side
from macros.models.pose import Pose

HELD = {"wall", "pole", "chair", "bar", "pedals", "bench", "bed", "block", "step", "heels", "saddle"}
"""Things a part can rest on beside the ground."""

_ARTICLES = re.compile(r"\b(both|front|back|the)\b ")

PARTS: dict[str, list[list[str]]] = {
    "foot": [["inner sole_?.start"], ["inner sole_?.end"], ["outer sole_?.end"]],
    "foot edge": [["outer sole_?.start"], ["outer sole_?.end"]],
    "forefoot": [["inner sole_?.end"]],
    "heel": [["inner sole_?.start"]],
    "toes": [["great toe_?.end", "inner sole_?.end"]],
    "hand": [["palm index_?.start"], ["palm index_?.end"], ["palm little_?.end"], ["middle_?.end"]],
    "forearm": [["forearm_?.start"], ["wrist_?.end"]],
    "knee": [["knee_?.start"]],
    "shin": [["knee_?.start"], ["shin_?.end", "instep_?"]],
    "calf": [["shin_?.start"]],
    "thigh": [["thigh_?.end"]],
    "hip": [["buttock_?.start", "hips"]],
    "buttock": [["buttock_?"]],
    "leg": [["knee_?.start", "thigh_?.end"]],
}
"""Part of a side → groups of balls; the lowest ball of each group touches the surface."""

TRUNK_PARTS: dict[str, list[list[str]]] = {
    "back": [["chest", "ribs"], ["buttock_r", "buttock_l"], ["skull.start"]],
    "low back": [["buttock_r", "buttock_l", "hips"]],
    "shoulders": [["chest", "upper chest"], ["skull.start"]],
    "shoulder blades": [],
    "sacrum": [["buttock_r", "buttock_l", "hips", "waist"]],
    "front of body": [["chest.start"], ["hips"], ["thigh_r.end"], ["thigh_l.end"]],
    "pelvis": [["hips"]],
    "left side": [["hips.end", "thigh_l.start"], ["chest.end", "ribs.end", "shoulder_l.end"]],
    "seat": [["buttock_r"], ["buttock_l"]],
    "forehead": [["skull", "face"]],
}
"""The same for what has no side."""

_PLURAL = {
    "feet": "foot",
    "hands": "hand",
    "forearms": "forearm",
    "knees": "knee",
    "shins": "shin",
    "heels": "heel",
    "calves": "calf",
    "forefeet": "forefoot",
    "legs": "leg",
    "fingertips": "hand",
    "saddle": "seat",
}


@dataclass(frozen=True)
class Support:
    """One part of the body that rests on one thing."""

    part: str
    """A key of PARTS or TRUNK_PARTS."""
    side: Side | None
    """None for the trunk."""
    on: str | None
    """A prop; None for the ground."""

    @property
    def groups(self) -> list[list[str]]:
        """Balls of the outline, by group; see PARTS."""
        if self.side is None:
            return TRUNK_PARTS[self.part]
        return [[ball.replace("?", self.side) for ball in group] for group in PARTS[self.part]]


def _phrases(text: str) -> list[str]:
    """“left foot, hands on wall” → its phrases."""
    return [phrase.strip() for phrase in re.split(r",| and ", text) if phrase.strip()]


def _props(phrase: str, pose: Pose) -> tuple[str, str | None]:
    """A phrase without its “on …”, and the prop that means."""
    what, _, where = re.sub(r" against ", " on ", phrase).partition(" on ")
    prop = next((word for word in where.split() if word in HELD), None)
    if phrase == "saddle" or prop == "pedals":
        return what, "bike"
    if prop == "heels":
        return what, "heels"
    if not where and what in ("seat", "left buttock") and "chair" in pose.props:
        return what, "chair"
    if not where and what == "hands" and "block" in pose.props:
        return what, "block"
    if not where and what == "hands" and "bike" in pose.props:
        return what, "bike"
    return what, prop


def supports(pose: Pose, *, side_lying: bool = False, lead: Side = "r") -> list[Support]:
    """Everything that `pose` rests on. `lead` is the side that “front” means."""
    found: list[Support] = []
    for phrase in _phrases(pose.support):
        what, on = _props(phrase.replace(" flat", ""), pose)
        if what == "low back" or what in TRUNK_PARTS:
            found.append(Support(what, None, on))
            continue
        sides: tuple[Side, ...] = SIDES
        for word, side in (("right", "r"), ("left", "l")):
            if what.startswith(f"{word} "):
                what, sides = what.removeprefix(f"{word} "), (("r",) if side == "r" else ("l",))
        if what.startswith("front "):
            sides = (lead,)
        elif what.startswith("back "):
            sides = ("l" if lead == "r" else "r",)
        what = _ARTICLES.sub("", what)
        if what == "hand" and on == "wall" and len(sides) == 2 and phrase.startswith("hand "):
            sides = ("l",)
        part = _PLURAL.get(what, what)
        if part == "foot" and side_lying:
            part = "foot edge"
        if part in TRUNK_PARTS:
            found.append(Support(part, None, on))
        elif part in PARTS:
            found += [Support(part, side, on) for side in sides]
        else:
            raise LookupError(f"“{phrase}”: no such part of the body")
    return found
