"""Macros that show exercises."""

from __future__ import annotations

from typing import get_args

from macros import labels, pictures
from macros.finder import Choices, Sort, joined
from macros.library import Library
from macros.models import Caution, Claim, Exercise, Pattern, Program, Rule, Structure
from macros.models.exercise import Dose, Equipment, Goal, Item, OwnCaution
from macros.models.pose import BodyPosition
from macros.models.vocabulary import Advice, Concern, Muscle
from macros.page import MacroError, Page
from macros.problems import did_you_mean
from macros.templating import capital
from macros.text import Text, plain


def exercise(page: Page, id: str) -> str:
    """The whole page of an exercise. Sets the page's title and description.

    Example: `exercise("psoas-march")`
    """
    shown = page.library.get(Exercise, id)
    goal = (labels.GOALS[shown.goal], f"exercises/index.html#{shown.goal}")
    page.show(shown, shown.summary, ("Exercises", "exercises/index.html"), goal)
    muscles = {use.muscle for use in (*shown.primary_muscles, *shown.secondary_muscles)}
    return page.render(
        "exercise",
        exercise=shown,
        frames=pictures.frames(page.library.pictures, shown),
        amount=amount(shown.dose),
        cautions=cautions(page.library, shown),
        concerns=concerns(page.library, shown),
        rules=rules_for(page.library, "every exercise", shown.rules),
        programs=page.library.used_by(shown, Program),
        patterns=[page.library.get(Pattern, id) for id in shown.suits],
        claims=page.library.used_by(shown, Claim),
        structures=[part for part in page.library.all(Structure) if part.name.lower() in muscles],
    )


def exercise_card(page: Page, id: str) -> str:
    """A card that leads to an exercise: name, purpose, level, position, minutes.

    Example: `exercise_card("psoas-march")`
    """
    return page.render("exercise_cards", exercises=[page.library.get(Exercise, id)])


def exercises(
    page: Page,
    goal: str | None = None,
    level: int | None = None,
    position: str | None = None,
    muscle: str | None = None,
    equipment: str | None = None,
    suits: str | None = None,
) -> str:
    """Cards of all exercises that fit every filter given, easiest first.

    Filters: `goal`, `level` (1–5), `position`, `muscle` (primary), `equipment` (what it needs), `suits` (id
    of a pattern). A filter that lets nothing through is an error.

    Example: `exercises(goal="lengthen", position="standing")`
    """
    _known("goal", goal, get_args(Goal))
    _known("level", level, tuple(labels.LEVELS))
    _known("position", position, get_args(BodyPosition))
    _known("muscle", muscle, get_args(Muscle))
    _known("equipment", equipment, get_args(Item))
    if suits is not None:
        page.library.get(Pattern, suits)
    fitting = [
        exercise
        for exercise in page.library.all(Exercise)
        if goal in (None, exercise.goal)
        and level in (None, exercise.level)
        and position in (None, exercise.position)
        and (muscle is None or muscle in {use.muscle for use in exercise.primary_muscles})
        and (equipment is None or any(equipment in thing.any_of for thing in exercise.equipment))
        and (suits is None or suits in exercise.suits)
    ]
    if not fitting:
        given = {"goal": goal, "level": level, "position": position, "muscle": muscle, "equipment": equipment}
        asked = ", ".join(f"{name}={value!r}" for name, value in {**given, "suits": suits}.items() if value)
        raise MacroError(f"no exercise has {asked}: loosen a filter")
    return page.render("exercise_cards", exercises=sorted(fitting, key=lambda one: (one.level, one.name)))


def exercise_goals(page: Page) -> str:
    """All exercises under a heading for each goal: the exercises index.

    Example: `exercise_goals()`
    """
    groups = [
        (
            goal,
            sorted(
                (one for one in page.library.all(Exercise) if one.goal == goal), key=lambda one: one.level
            ),
        )
        for goal in labels.GOALS
    ]
    return page.render("exercise_goals", groups=[(goal, group) for goal, group in groups if group])


def exercise_finder(page: Page) -> str:
    """All exercises as a list to filter: by goal, level, position, muscle, findings, what you can’t do.

    Example: `exercise_finder()`
    """
    library = page.library
    shown = sorted(library.all(Exercise), key=lambda one: (one.level, one.name))
    by_name = {one.id: at for at, one in enumerate(sorted(shown, key=lambda one: one.name))}
    muscles = sorted({use.muscle for one in shown for use in one.primary_muscles})
    items = sorted({item for one in shown for thing in needed(one) for item in thing.any_of} - AT_HOME)
    concerns = sorted({concern for one in shown for concern in barred(library, one)})
    patterns = {id for one in shown for id in one.suits}
    return page.render(
        "exercise_finder",
        list="exercises-found",
        choices=[
            Choices("goal", "What for", list(labels.GOALS.items())),
            Choices("level", "How hard", [(str(n), f"{n}, {words}") for n, words in labels.LEVELS.items()]),
            Choices(
                "position",
                "Position",
                [(code, capital(w)) for code, w in labels.POSITIONS.items()],
                open=False,
            ),
            Choices("asks", "I can’t", list(labels.ASKS.items()), "none"),
            Choices(
                "concern",
                "Be careful because of",
                [(one, capital(one)) for one in concerns],
                "none",
                open=False,
            ),
            Choices("muscle", "Muscle", [(one, capital(one)) for one in muscles], open=False),
            Choices(
                "needs",
                "Leave out what needs",
                [(GEAR, "Anything you don’t find at home"), *((one, capital(one)) for one in items)],
                "none",
                open=False,
            ),
            Choices(
                "suits",
                "Fits the finding",
                [(one.id, plain(one.name)) for one in library.all(Pattern) if one.id in patterns],
                open=False,
            ),
        ],
        first="level",
        sorts=[
            Sort("name", "name"),
            Sort("longest", "longest iliopsoas first", -1),
            Sort("longest", "shortest iliopsoas first"),
        ],
        rows=[
            {
                "exercise": one,
                "name": by_name[one.id],
                "asks": joined(asks(one)),
                "concern": joined(barred(library, one)),
                "needs": joined(
                    [thing.any_of[0] for thing in needed(one) if len(thing.any_of) == 1]
                    + [GEAR] * any(not AT_HOME & set(thing.any_of) for thing in needed(one))
                ),
                "muscle": joined(use.muscle for use in one.primary_muscles),
                "suits": joined(one.suits),
                "longest": found.longest.share if (found := pictures.frames(library.pictures, one)) else 1,
            }
            for one in shown
        ],
    )


AT_HOME = {
    *("bed", "blanket", "book", "chair", "cushion", "flat ground", "mat", "rail", "shoes", "small object"),
    *("sock", "sofa", "step", "table", "towel", "wall"),
}
"""What most homes have, or what stands in for it; exercises that need nothing else need no equipment."""

GEAR = "gear"
"""Stands for everything that isn't there."""


def needed(exercise: Exercise) -> list[Equipment]:
    """What an exercise can't be done without."""
    return [thing for thing in exercise.equipment if thing.need == "needed"]


def barred(library: Library, exercise: Exercise) -> list[Concern]:
    """States of health in which it should be left out, or a clinician asked first."""
    rows = caution_rows(library, exercise)
    return sorted({row.concern for row in rows if row.advice != "adapt"})


def asks(exercise: Exercise) -> list[str]:
    """What the position of an exercise asks of the body; codes of `labels.ASKS`."""
    kneeling = exercise.position in ("kneeling", "half-kneeling", "hands and knees")
    lying = exercise.position in ("supine", "prone", "side-lying")
    raised = any({"bed", "sofa", "table"} & set(thing.any_of) for thing in needed(exercise))
    found = {"kneeling": kneeling, "lying": lying, "floor": (kneeling or lying) and not raised}
    return [code for code, true in found.items() if true]


def exercises_by_length(page: Page) -> str:
    """All exercises from the longest iliopsoas of the model to the shortest.

    Example: `exercises_by_length()`
    """
    shown = [
        (exercise, found)
        for exercise in page.library.all(Exercise)
        if (found := pictures.frames(page.library.pictures, exercise))
    ]
    shown.sort(key=lambda row: (-row[1].longest.share, row[1].shortest.share, row[0].name))
    return page.render("exercises_by_length", rows=shown)


def cautions(library: Library, exercise: Exercise) -> dict[Advice, list[Text]]:
    """Cautions by what they ask for, strictest first."""
    rows = caution_rows(library, exercise)
    found = {advice: [row.text for row in rows if row.advice == advice] for advice in get_args(Advice)}
    return {advice: texts for advice, texts in found.items() if texts}


def concerns(library: Library, exercise: Exercise) -> dict[Advice, list[Concern]]:
    """The states of health that its cautions are about, by the strictest thing that one of them asks for."""
    rows, seen = caution_rows(library, exercise), set[Concern]()
    found: dict[Advice, list[Concern]] = {}
    for advice in get_args(Advice):
        new = sorted({row.concern for row in rows if row.advice == advice} - seen)
        seen.update(new)
        if new:
            found[advice] = new
    return found


def caution_rows(library: Library, exercise: Exercise) -> list[Caution | OwnCaution]:
    """Its cautions, those it shares with others and its own."""
    return [*(library.get(Caution, id) for id in exercise.cautions), *exercise.own_cautions]


def rules_for(library: Library, scope: str, named: tuple[str, ...] = ()) -> dict[str, list[Rule]]:
    """Rules that hold for a scope (and those named) by role, most urgent first."""
    scopes = {scope, "exercises and programs"} if scope in ("every exercise", "every program") else {scope}
    fitting = [rule for rule in library.all(Rule) if rule.applies_to in scopes or rule.id in named]
    fitting.sort(key=lambda rule: rule.order)
    return {role: [rule for rule in fitting if rule.role == role] for role in ("stop", "before", "dose")}


def amount(dose: Dose) -> str:
    """The dose in words: “3 sets of 10 on each side”."""
    side = " on each side" if dose.per_side else ""
    if dose.duration_s:
        what = duration(dose.duration_s)
    elif dose.reps and dose.hold_s:
        what = f"{dose.reps}, held {duration(dose.hold_s)} each"
    elif dose.reps:
        what = str(dose.reps)
    else:
        what = f"{duration(dose.hold_s or 0)} held"
    if dose.sets == 1:
        return f"{what}{side}"
    return f"{dose.sets} {'times' if dose.duration_s or not dose.reps else 'sets of'} {what}{side}"


def duration(seconds: int) -> str:
    """“45 s”, “2 min”, “1 min 30 s”."""
    minutes, rest = divmod(seconds, 60)
    return " ".join([f"{minutes} min"] * (minutes > 0) + [f"{rest} s"] * (rest > 0))


def _known(name: str, value: object, choices: tuple[object, ...]) -> None:
    if value is not None and value not in choices:
        known = [str(choice) for choice in choices]
        raise MacroError(
            f"{name}={value!r}: expected one of {', '.join(known)}{did_you_mean(str(value), known)}"
        )
