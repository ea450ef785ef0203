"""Macros that show parts of the body and the words of the site."""

from __future__ import annotations

from markupsafe import Markup

from macros import pictures
from macros.figures import labels as layout
from macros.models import Claim, Exercise, Structure, Term
from macros.page import MacroError, Page, Prose
from macros.problems import did_you_mean


def structure(page: Page, id: str, caller: Prose | None = None) -> str:
    """The whole page of a part of the body. Sets the page's title and description.

    Called as a block (`{% call structure("psoas-major") %} … {% endcall %}`) it takes prose of the page's own
    in before “What to read next”.

    Example: `structure("psoas-major")`
    """
    shown = page.library.get(Structure, id)
    page.show(shown, shown.summary, ("Structures", f"structures/index.html#{shown.type}"))
    exercises = [
        exercise
        for exercise in page.library.all(Exercise)
        if shown.name.lower() in {use.muscle for use in exercise.primary_muscles}
    ]
    claims = page.library.used_by(shown, Claim)
    return page.render(
        "structure",
        structure=shown,
        alone=page.library.pictures["muscles"].get(id),
        plates=pictures.plates_of(page.library.pictures, id),
        exercises=exercises,
        claims=claims,
        plate=lambda one: Markup(plate(page, one, id)),
        prose=page.prose(caller),
    )


def structure_facts(page: Page, id: str) -> str:
    """A muscle's origin, insertion, nerve, blood supply and action as a list, with its sources.

    Example: `structure_facts("iliacus")`
    """
    return page.render("structure_facts", structure=page.library.get(Structure, id))


def structures(page: Page) -> str:
    """All parts of the body by type: the index of structures.

    Example: `structures()`
    """
    return page.render("structures", structures=page.library.all(Structure))


def muscle_picture(page: Page, id: str) -> str:
    """The picture of a muscle alone on the skeleton.

    Example: `muscle_picture("iliopsoas")`
    """
    drawn = page.library.pictures["muscles"]
    if id not in drawn:
        raise MacroError(f"“{id}” isn’t drawn alone{did_you_mean(id, drawn)}; there are {', '.join(drawn)}")
    return page.render("muscle_picture", picture=drawn[id]["frames"][0])


def plate(page: Page, id: str, highlight: str | None = None) -> str:
    """An anatomy plate: a picture whose labels lead to the pages of what they name.

    `highlight` is the id of a structure whose label stands out.

    Example: `plate("psoas-front")`
    """
    if highlight is not None:
        page.library.get(Structure, highlight)
    if id in pictures.SECTIONS:
        return page.render("plate_section", id=id, highlight=highlight)
    drawn = page.library.pictures["plates"]
    if id not in drawn:
        known = sorted([*drawn, *pictures.SECTIONS])
        raise MacroError(f"there is no plate “{id}”{did_you_mean(id, known)}; there are {', '.join(known)}")
    return page.render("plate", id=id, plate=drawn[id], highlight=highlight, layout=layout)


def glossary(page: Page) -> str:
    """Every term with its meaning and other names, in alphabetical order.

    Example: `glossary()`
    """
    terms = sorted(page.library.all(Term), key=lambda term: term.name.lower())
    return page.render("glossary", terms=terms)
