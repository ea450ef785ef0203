"""The check for warning signs: which questions in which order, and what the answers add up to.

The rules stand here alone. The page gets them as tables (`tables`), in which its script looks things up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import ceil
from typing import Literal, get_args

from markupsafe import Markup

from macros.models import RedFlag, Urgency
from macros.page import Page

Where = Literal["back", "hip", "both"]
Who = Literal["adult", "child", "pregnant"]
Reply = Literal["yes", "unsure", "no"]

REGIONS: dict[Where, set[str]] = {
    "back": {"back", "both"},
    "hip": {"hip and groin", "both"},
    "both": {"back", "hip and groin", "both"},
}

OWN: dict[Who, tuple[str, ...]] = {
    "adult": (),
    "child": (
        "child-hot-hip",
        "teen-cannot-walk",
        "testicle",
        "child-limp",
        "child-back",
        "child-knee",
        "child-back-weeks",
        "crooked-back",
    ),
    "pregnant": ("ectopic", "pregnancy-warning", "ovary", "dvt"),
}
"""Signs that somebody is asked first: those on the pages for children and for pregnancy."""

ONLY: dict[str, Who] = {
    "child-hot-hip": "child",
    "teen-cannot-walk": "child",
    "child-limp": "child",
    "child-back": "child",
    "child-knee": "child",
    "child-back-weeks": "child",
    "pregnancy-warning": "pregnant",
}
"""Signs that nobody else is asked."""

IN_DOUBT = 3
"""Down to this level (2 to 3 days) “not sure” counts as yes, and nobody tests or trains before being seen."""

WORDS_A_MINUTE = 240
SECONDS_A_SCREEN = 1.5
"""Reading speed, and time to tap: our assumption for saying how long the check takes."""

MINUTES_FOR_LINES = 1
"""For lines that are tapped, each with a screen of its own: our assumption too."""


@dataclass(frozen=True)
class Given:
    """What somebody answered to one sign."""

    reply: Reply
    also: Reply | None = None
    """To the question whether it is worse, where the sign has one and the first reply counted."""


@dataclass(frozen=True)
class Topic:
    """Signs that read well on one screen. Signs of different urgency are split over screens."""

    title: str
    ids: tuple[str, ...]
    in_full: bool = False
    """Whether the points of each sign show at once; elsewhere its name says enough to tap it or not."""


TOPICS = (
    Topic("Does one of these fit your child?", ("child-hot-hip", "teen-cannot-walk"), in_full=True),
    Topic(
        "Your child: a limp, a sore leg, or back pain?",
        ("child-limp", "child-back", "child-knee", "child-back-weeks"),
    ),
    Topic(
        "Is one of these new? It counts even if your back hardly hurts.",
        ("saddle-numbness", "bladder-change", "bowel-change", "sexual-change"),
        in_full=True,
    ),
    Topic(
        "Legs that are weak, numb or cold, or a foot or knee that you cannot lift?",
        ("both-legs", "leg-weakness-fast", "cold-leg"),
    ),
    Topic(
        "Chest pain, trouble breathing, fainting, sudden strong pain, or blood in vomit or poo?",
        ("chest-pain", "aorta", "belly"),
    ),
    Topic(
        "A fall or an accident, or a leg that you cannot stand on?",
        ("big-accident", "fused-spine", "cannot-stand-hip"),
    ),
    Topic(
        "Fever, feeling ill, a stiff neck, or a hip that you cannot move?",
        ("infection-very-ill", "fever-high-risk", "hot-hip-unwell", "meningitis"),
    ),
    Topic(
        "Is it in the low belly or the groin?",
        ("appendix", "ectopic", "ovary", "testicle", "hernia-stuck"),
    ),
    Topic(
        "Does one of these fit you?",
        ("cancer-plus-nerve", "steroid-sick", "giant-cell-arteritis", "dark-urine"),
    ),
    Topic(
        "Fever, night sweats, a rash, or an infection, operation or needle lately?",
        ("fever", "infection-risk", "shingles"),
    ),
    Topic(
        "A fall or knock, or sudden strong pain after 65 or with thin bones?",
        ("accident-earlier", "hip-fall-walking", "small-knock-fragile"),
    ),
    Topic("Do a leg, your hands or your walk obey less well?", ("leg-weakness-slight", "clumsy-hands-gait")),
    Topic("What is the pain like?", ("constant-night-pain", "upper-back-or-lump", "kidney")),
    Topic("Past cancer, or weight loss?", ("cancer-history", "weight-loss")),
    Topic(
        "A blood thinner, a swollen leg, a sore foot, or a lump?",
        ("blood-thinner-groin", "dvt", "foot-rest-pain", "throbbing-lump"),
    ),
    Topic("Is it deep in the groin, hip or thigh?", ("runner-deep-groin", "replaced-hip", "bone-drug-thigh")),
    Topic("Any past cancer, or a crooked back?", ("cancer-past-other", "crooked-back")),
    Topic(
        "Is it in a leg, the groin or the hip?", ("one-leg-nerve", "soft-groin-lump", "steroid-alcohol-hip")
    ),
    Topic("How long has it lasted?", ("not-better-six-weeks", "young-stiff-back")),
)
"""In the order of asking, within a level of urgency. A sign that is in none gets a screen of its own."""


def by_order(levels: Iterable[Urgency]) -> list[Urgency]:
    """Most urgent first."""
    return sorted(levels, key=lambda level: level.order)


def counts(flag: RedFlag, given: Given, levels: Sequence[Urgency]) -> Urgency | None:
    """How soon to act on one answer; None where it asks for nothing.

    “Not sure” counts as yes where waiting may harm (`IN_DOUBT`), and so does it for the question whether
    it is worse.
    """
    level = {level.id: level for level in levels}
    usual = level[flag.urgency]
    if given.reply == "no":
        return None
    worse = flag.upgrade and _taken(given.also, level[flag.upgrade.urgency])
    if flag.upgrade and worse:
        return min(usual, level[flag.upgrade.urgency], key=lambda one: one.order)
    return usual if _taken(given.reply, usual) else None


def _taken(reply: Reply | None, level: Urgency) -> bool:
    return reply == "yes" or (reply == "unsure" and level.order <= IN_DOUBT)


def result(
    given: Mapping[str, Given], flags: Iterable[RedFlag], levels: Sequence[Urgency]
) -> tuple[Urgency | None, list[RedFlag]]:
    """The most urgent level that an answer asks for, and every sign that counts, most urgent first.

    None where no answer counts, which never means that all is well. Signs of one level stay in their order.
    """
    found = [
        (level, flag)
        for flag in flags
        if flag.id in given and (level := counts(flag, given[flag.id], levels)) is not None
    ]
    found.sort(key=lambda one: one[0].order)
    return (found[0][0] if found else None, [flag for _, flag in found])


@dataclass(frozen=True)
class Screen:
    """Signs of one urgency that are asked together."""

    topic: Topic
    flags: tuple[RedFlag, ...]

    @property
    def words(self) -> int:
        """How many words it shows before anything is tapped."""
        shown = [self.topic.title]
        for flag in self.flags:
            shown.append(flag.question if len(self.flags) == 1 else flag.name)
            if self.topic.in_full or len(self.flags) == 1:
                shown += flag.signs
        return len(" ".join(shown).split())


def screens(flags: Sequence[RedFlag], levels: Sequence[Urgency], where: Where, who: Who) -> list[Screen]:
    """What somebody is asked, most urgent level first; in each level their own topics first.

    Emergencies are asked of everybody, wherever it hurts.
    """
    levels = by_order(levels)
    asked = {
        flag.id: flag
        for flag in sorted(flags, key=lambda flag: (flag.order, flag.name))
        if ONLY.get(flag.id, who) == who
        and (flag.urgency == levels[0].id or flag.region in REGIONS[where] or flag.id in OWN[who])
    }
    grouped = {id for topic in TOPICS for id in topic.ids}
    alone = [Topic(str(flag.name), (flag.id,)) for flag in flags if flag.id not in grouped]
    topics = sorted((*TOPICS, *alone), key=lambda topic: not set(topic.ids) & set(OWN[who]))
    made = []
    for level in levels:
        for topic in topics:
            here = [asked[id] for id in topic.ids if id in asked and asked[id].urgency == level.id]
            if here:
                title = topic.title if len(here) > 1 else str(here[0].name)
                made.append(Screen(replace(topic, title=title), tuple(here)))
    return made


def seconds(asked: Iterable[Screen]) -> int:
    """How long somebody needs who says no to everything."""
    return round(sum(60 * screen.words / WORDS_A_MINUTE + SECONDS_A_SCREEN for screen in asked))


def tables(flags: Sequence[RedFlag], levels: Sequence[Urgency]) -> dict[str, object]:
    """What the script looks up: levels, the urgency of every way to answer, and the screens of every way.

    Numbers are places in `levels` and `flags`. A way to answer is `yes`, or `yes+no` with the reply
    to “is it worse”.
    """
    levels = by_order(levels)
    at = {flag.id: number for number, flag in enumerate(flags)}
    place = {level.id: number for number, level in enumerate(levels)}
    ways = list(product(get_args(Where), get_args(Who)))
    titles = sorted({screen.topic.title for way in ways for screen in screens(flags, levels, *way)})
    return {
        "levels": [
            {"id": level.id, "name": str(level.name), "urgent": level.order <= IN_DOUBT} for level in levels
        ],
        "flags": [flag.id for flag in flags],
        "counts": [
            {
                way: place[level.id]
                for way, given in _ways(flag).items()
                if (level := counts(flag, given, levels)) is not None
            }
            for flag in flags
        ],
        "titles": titles,
        "screens": {
            f"{where} {who}": [
                [
                    titles.index(screen.topic.title),
                    int(screen.topic.in_full),
                    *(at[flag.id] for flag in screen.flags),
                ]
                for screen in screens(flags, levels, where, who)
            ]
            for where, who in ways
        },
    }


def _ways(flag: RedFlag) -> dict[str, Given]:
    """Every complete way to answer a sign other than no."""
    found: dict[str, Given] = {}
    for reply in ("yes", "unsure"):
        found[reply] = Given(reply)
        for also in get_args(Reply) if flag.upgrade else ():
            found[f"{reply}+{also}"] = Given(reply, also)
    return found


def red_flag_check(page: Page) -> str:
    """The warning signs as a step-by-step check; without its script, as a list by urgency.

    Example: `red_flag_check()`
    """
    flags = page.library.all(RedFlag)
    levels = by_order(page.library.all(Urgency))
    placed = sorted(flags, key=lambda flag: (flag.order, flag.name))
    ways = {who: [screens(flags, levels, where, who) for where in get_args(Where)] for who in get_args(Who)}
    minutes = {who: ceil(max(map(seconds, asked)) / 60) for who, asked in ways.items()}
    return page.render(
        "red_flag_check",
        groups=[(level, [flag for flag in placed if flag.urgency == level.id]) for level in levels],
        minutes=minutes["adult"],
        longest=max(minutes.values()) + MINUTES_FOR_LINES,
        tables=script_data(tables(flags, levels)),
    )


def script_data(data: object) -> Markup:
    """JSON that may stand in a script element: nothing in it can end the element."""
    made = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(made.replace("<", "\\u003c").replace("{{", "{ {"))
