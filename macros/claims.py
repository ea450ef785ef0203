"""Macros that show claims."""

from __future__ import annotations

from typing import get_args

from macros.models import Claim
from macros.models.claim import ClaimVerdict
from macros.page import MacroError, Page
from macros.problems import did_you_mean


def claim(page: Page, id: str) -> str:
    """The whole page of a claim. Sets the page's title and description.

    Example: `claim("sitting-shortens-hip-flexors")`
    """
    shown = page.library.get(Claim, id)
    page.show(shown, shown.summary, ("Claims", "claims/index.html"))
    return page.render("claim", claim=shown)


def claim_verdict(page: Page, id: str) -> str:
    """A claim's verdict in one line, with a link to its page.

    Example: `claim_verdict("sitting-shortens-hip-flexors")`
    """
    return page.render("claim_verdict", claim=page.library.get(Claim, id))


def claims(page: Page, verdict: str | None = None) -> str:
    """All claims with their verdicts, or those with one verdict.

    Example: `claims(verdict="contradicted")`
    """
    choices = get_args(ClaimVerdict)
    if verdict is not None and verdict not in choices:
        raise MacroError(
            f"verdict={verdict!r}: expected one of {', '.join(choices)}{did_you_mean(verdict, choices)}"
        )
    fitting = [claim for claim in page.library.all(Claim) if verdict in (None, claim.verdict)]
    if not fitting:
        raise MacroError(f"no claim has verdict={verdict!r}")
    return page.render("claims", claims=fitting)
