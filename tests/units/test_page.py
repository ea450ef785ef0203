"""Links between pages."""

from __future__ import annotations

import pytest

from macros.library import Library
from macros.models import Urgency
from macros.page import Page
from macros.templating import cite


@pytest.mark.parametrize(
    ("here", "target", "expected"),
    [
        ("index.md", "exercises/psoas-march.html", "exercises/psoas-march.html"),
        ("exercises/dead-bug.md", "exercises/psoas-march.html", "psoas-march.html"),
        ("claims/index.md", "exercises/psoas-march.html#dose", "../exercises/psoas-march.html#dose"),
        ("red-flags/index.md", "red-flags/index.html#fever", "#fever"),
        ("about/index.md", "index.html", "../index.html"),
    ],
)
def test_href(here: str, target: str, expected: str) -> None:
    assert Page(here, {}, Library()).href(target) == expected


def test_marks_are_not_repeated() -> None:
    assert cite("a2011", ("b2012", "a2011")) == "[^a2011][^b2012]"


def test_front_matter_wins_over_the_record() -> None:
    page = Page("exercises/x.md", {"title": "Mine"}, Library())
    fields = {"id": "x", "name": "Theirs", "heading": "If", "order": 1, "action": "Go."}
    page.show(Urgency.model_validate(fields), 'A "quoted" <word>')
    assert page.meta == {
        "title": "Mine",
        "description": "A &quot;quoted&quot; &lt;word&gt;",
        "hide": ["navigation"],
        "crumbs": [{"title": "Start", "address": "index.html"}],
    }
