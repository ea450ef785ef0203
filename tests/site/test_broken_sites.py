"""Tiny sites that must fail, each with the message that helps its author."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import mkdocs
from tests.tiny import tiny

BROKEN = {
    "unknown record": (
        '{{ exercise("toe-tapp") }}',
        "docs/index.md: exercise('toe-tapp'): there is no exercise “toe-tapp” (did you mean “toe-tap”?)",
    ),
    "unknown filter value": (
        '{{ exercises(goal="lengthn") }}',
        "docs/index.md: exercises(goal='lengthn'): goal='lengthn': expected one of lengthen, strengthen, control, "
        "relief, aerobic (did you mean “lengthen”?)",
    ),
    "filter that lets nothing through": (
        '{{ exercises(goal="aerobic", level=5) }}',
        "docs/index.md: exercises(goal='aerobic', level=5): no exercise has goal='aerobic', level=5: loosen a filter",
    ),
    "unknown filter": ('{{ exercises(gaol="control") }}', "unexpected keyword argument 'gaol'"),
    "unknown macro": ('{{ exersise("toe-tap") }}', "'exersise' is undefined"),
    "unknown treatment filter": (
        '{{ treatments(verdict="recomended") }}',
        "expected one of recommended, worth-considering, little-or-no-benefit, uncertain, not-recommended "
        "(did you mean “recommended”?)",
    ),
    "unknown footnote": (
        "A fact.[^hu2011alsr]",
        "footnote [^hu2011alsr]: there is no reference “hu2011alsr” (did you mean “hu2011aslr”?)",
    ),
    "no review dates": (
        "{{ review_dates() }}",
        "docs/index.md: review_dates(): the page's front matter needs “reviewed: 2026-11-21” and “review_months: 12”",
    ),
    "link to nowhere": (
        "See [this](nowhere.md).",
        "contains a link 'nowhere.md', but the target is not found",
    ),
    "anchor that isn't there": ("See [this](#nowhere).", "there is no such anchor on this page"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_site_fails_well(name: str, tmp_path: Path) -> None:
    text, message = BROKEN[name]
    result = mkdocs(tiny(tmp_path / "tree", text), tmp_path / "site")
    said = result.stdout + result.stderr
    assert result.returncode != 0, said
    assert message in said


def test_bad_data_stops_the_build_with_every_problem(tmp_path: Path) -> None:
    tree = tiny(tmp_path / "tree", "Text.")
    for id in ("toe-tap", "dead-bug"):
        path = tree / f"data/exercises/{id}.yml"
        path.write_text(path.read_text(encoding="utf-8").replace("sets: 2", "sets: 0"), encoding="utf-8")
    result = mkdocs(tree, tmp_path / "site")
    said = result.stdout + result.stderr
    assert result.returncode != 0
    for id in ("toe-tap", "dead-bug"):
        assert (
            f"data/exercises/{id}.yml:24:9: [{id}] dose.sets: expected at least 1, got the number 0" in said
        )
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists()


def test_the_tiny_site_itself_is_sound(tmp_path: Path) -> None:
    text = 'Text.[^hu2011aslr]\n\n{{ exercises(goal="control") }}'
    result = mkdocs(tiny(tmp_path / "tree", text), tmp_path / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert 'href="exercises/toe-tap.html"' in page
    assert "10.1007/s00586-010-1508-5" in page


def test_names_with_marks_reach_the_head_of_the_page_as_text(tmp_path: Path) -> None:
    tree = tiny(tmp_path / "tree", "Text.")
    path = tree / "data/exercises/toe-tap.yml"
    text = path.read_text(encoding="utf-8").replace("name: Toe tap", "name: 'A \"quoted\" & 5 < 6 *name*'")
    path.write_text(text.replace("One foot goes", 'A "foot" & more goes'), encoding="utf-8")
    result = mkdocs(tree, tmp_path / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    from lxml import html

    page = html.parse(str(tmp_path / "site/exercises/toe-tap.html"))
    assert page.xpath("//title/text()") == ['A "quoted" & 5 < 6 name - Iliopsoas & Back Pain']
    assert page.xpath("//meta[@name='description']/@content") == ['A "foot" & more goes down and comes back.']
    assert page.xpath("//h1/em/text()") == ["name"]
