"""Macros that show warning signs, conditions and safety rules."""

from __future__ import annotations

from macros import odds
from macros.models import Caution, Claim, Condition, RedFlag, Rule, Treatment, Urgency
from macros.models.vocabulary import Region
from macros.page import MacroError, Page, Prose
from macros.problems import did_you_mean

_ANYBODY = {"any back pain", "prevention"}
"""Groups of treatments that say nothing of a condition."""


def red_flags(page: Page, *ids: str, urgency: str | None = None, region: Region | None = None) -> str:
    """Warning signs by urgency, most urgent first, each with its anchor.

    All of them, or those with the ids given. Filters: `urgency` (id of a level), `region` (`back` or `hip and
    groin`; signs of both always show).

    Example: `red_flags(urgency="emergency-now")`
    """
    chosen = [page.library.get(RedFlag, id) for id in ids] or page.library.all(RedFlag)
    if urgency is not None:
        page.library.get(Urgency, urgency)
    regions = {"back", "hip and groin"}
    if region is not None and region not in regions:
        raise MacroError(f"region={region!r}: expected back or hip and groin{did_you_mean(region, regions)}")
    fitting = [flag for flag in chosen if region in (None, flag.region) or flag.region == "both"]
    fitting.sort(key=lambda flag: (flag.order, flag.name))
    levels = sorted(page.library.all(Urgency), key=lambda level: level.order)
    groups = [
        (level, [flag for flag in fitting if flag.urgency == level.id])
        for level in levels
        if urgency in (None, level.id)
    ]
    groups = [(level, flags) for level, flags in groups if flags]
    if not groups:
        raise MacroError(f"no warning sign has urgency={urgency!r}, region={region!r}: loosen a filter")
    return page.render("red_flags", groups=groups)


def red_flag_details(page: Page) -> str:
    """What clinicians want to know of every warning sign: terms, accuracy, action, limits.

    Example: `red_flag_details()`
    """
    order = {level.id: level.order for level in page.library.all(Urgency)}
    flags = sorted(page.library.all(RedFlag), key=lambda flag: order[flag.urgency])
    return page.render("red_flag_details", flags=flags, odds=odds)


def urgency_levels(page: Page) -> str:
    """The levels of urgency and what each asks the reader to do.

    Example: `urgency_levels()`
    """
    return page.render(
        "urgency_levels", levels=sorted(page.library.all(Urgency), key=lambda level: level.order)
    )


def rule(page: Page, id: str) -> str:
    """A shared safety or dosing rule as a heading line and a list.

    Example: `rule("pain-monitoring")`
    """
    return page.render("rule", rule=page.library.get(Rule, id))


def rules(page: Page) -> str:
    """All shared rules with their reasons and sources, most urgent first.

    Example: `rules()`
    """
    return page.render("rules", rules=sorted(page.library.all(Rule), key=lambda rule: rule.order))


def cautions(page: Page) -> str:
    """All shared cautions by the state of health they are about, with their sources.

    Example: `cautions()`
    """
    concerns = sorted({caution.concern for caution in page.library.all(Caution)})
    groups = [(name, [one for one in page.library.all(Caution) if one.concern == name]) for name in concerns]
    return page.render("cautions", groups=groups)


def condition(page: Page, id: str, caller: Prose | None = None) -> str:
    """The whole page of a condition. Sets the page's title and description.

    Called as a block it takes prose of the page's own in, as `structure` does.

    Example: `condition("spinal-stenosis")`
    """
    shown = page.library.get(Condition, id)
    page.show(shown, shown.summary, ("Conditions", "conditions/index.html"))
    return page.render(
        "condition",
        condition=shown,
        urgency=page.library.get(Urgency, shown.urgency),
        flags=page.library.used_by(shown, RedFlag),
        claims=page.library.used_by(shown, Claim),
        groups=sorted({page.library.get(Treatment, one).group for one in shown.treatments} - _ANYBODY),
        prose=page.prose(caller),
    )


def differential(page: Page, region: Region) -> str:
    """Conditions of a region by urgency: usual picture and how each is told from others.

    `region` is `back`, `hip and groin`; conditions of both always show.

    Example: `differential("back")`
    """
    fitting = [one for one in page.library.all(Condition) if one.region in (region, "both")]
    if not fitting:
        raise MacroError(f"region={region!r}: expected back or hip and groin")
    levels = sorted(page.library.all(Urgency), key=lambda level: level.order)
    groups = [(level, [one for one in fitting if one.urgency == level.id]) for level in levels]
    return page.render(
        "differential", region=region, groups=[(level, group) for level, group in groups if group]
    )


def conditions(page: Page) -> str:
    """All conditions by urgency: the index of conditions.

    Example: `conditions()`
    """
    levels = sorted(page.library.all(Urgency), key=lambda level: level.order)
    groups = [
        (level, [condition for condition in page.library.all(Condition) if condition.urgency == level.id])
        for level in levels
    ]
    return page.render("conditions", groups=[(level, group) for level, group in groups if group])
