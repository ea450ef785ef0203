"""What pages carry to be handed on: addresses, QR code, redirects of what moved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.exercises import cautions, concerns
from macros.handout import Sheet, dashes, kit, qr
from macros.library import Library
from macros.models import Exercise
from macros.redirects import moved_fault, read_moved, redirect_files, redirect_page
from macros.short import LETTERS, short

SHEET = Sheet(
    "Psoas & march", "exercises/psoas-march.html", "e/psoas-march", date(2026, 11, 21), "https://a.example/"
)


def squares(modules: int, line: str) -> list[list[int]]:
    """The code as a camera sees it, drawn from its dashed line."""
    drawn = [at % 2 == 0 for at, length in enumerate(line.split()) for _ in range(int(length))]
    rows = []
    for row in range(modules):
        start = row * (modules + 3)
        found = (drawn[start : start + modules] + [False] * modules)[:modules]
        rows.append([int(square) for square in (reversed(found) if row % 2 else found)])
    return rows


def test_the_dashed_line_draws_the_code() -> None:
    segno = pytest.importorskip("segno")
    address = "https://a.example/exercises/half-kneeling-hip-flexor-stretch.html"
    code = qr(address)
    made = segno.make(address, error="l", micro=False, mask=3)
    assert squares(code.modules, code.dashes) == [list(row) for row in made.matrix]
    assert code.line.count("v1") == code.modules - 1


def test_a_line_turns_outside_of_the_code() -> None:
    assert dashes([[1, 0], [1, 1]]) == "1 4 2 3"


def test_the_kit_says_the_address_in_full_and_short() -> None:
    html = kit(SHEET)
    for words in ("exercises/psoas-march.html", "e/psoas-march", "November 21, 2026", "Psoas &#38; march"):
        assert words in html
    assert "Psoas & march" not in html
    assert SHEET.typed == "a.example/e/psoas-march"
    assert SHEET.short_url == "https://a.example/e/psoas-march"


def test_short_addresses_are_one_for_each_record(library: Library) -> None:
    found = [short(record) for kind in LETTERS for record in library.records[kind].values()]
    assert None not in found
    assert len(set(found)) == len(found)
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_a_redirect_works_without_a_script_and_escapes() -> None:
    page = redirect_page('../x.html?a=1&b="2"', "Tight & <b>")
    assert 'content="0; url=../x.html?a=1&amp;b=&quot;2&quot;"' in page
    assert "Tight &amp; &lt;b&gt;" in page
    assert "<script" not in page


def test_what_moved_leads_on_from_its_old_addresses(library: Library) -> None:
    files = dict(redirect_files(library, {"exercises/old.html": "exercises/bridge.html"}))
    assert b'url=bridge.html"' in files["exercises/old.html"]
    assert b'url=../../exercises/bridge.html"' in files["e/old/index.html"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("a/old.html", "a/new.html#part", None),
        ("a/old.html", "a/nwe.html", "there is no page “a/nwe.html” (did you mean “a/new.html”?)"),
        ("a/new.html", "a/other.html", "a page of the site stands at this address"),
        ("a/old.html", "a/older.html", "has moved too"),
        ("a/old.html", "a/old.html", "has moved too"),
        ("/a/old.html", "a/new.html", "expected the old address of a page"),
        ("../old.html", "a/new.html", "expected the old address of a page"),
    ],
)
def test_a_move_leads_to_a_page_without_chain_or_loop(old: str, new: str, fault: str | None) -> None:
    found = moved_fault(old, new, {"a/old.html", "a/older.html"}, {"a/new.html", "a/other.html"})
    assert (found is None) if fault is None else (found is not None and fault in found)


def test_moves_are_read_with_their_places(tmp_path: Path) -> None:
    assert read_moved(tmp_path) == ({}, [])
    (tmp_path / "data").mkdir()
    (tmp_path / "docs/a").mkdir(parents=True)
    (tmp_path / "docs/a/new.md").write_text("# New\n", encoding="utf-8")
    (tmp_path / "data/moved.yml").write_text(
        "a/gone.html: a/new.html\na/left.html: a/gone.html\n", encoding="utf-8"
    )
    moved, problems = read_moved(tmp_path)
    assert moved == {"a/gone.html": "a/new.html"}
    assert [(problem.file, problem.line) for problem in problems] == [("data/moved.yml", 2)]


def test_a_sheet_names_every_state_of_health_of_the_cautions(library: Library) -> None:
    for exercise in library.all(Exercise):
        named = [concern for group in concerns(library, exercise).values() for concern in group]
        assert len(set(named)) == len(named), exercise.id
        assert bool(named) == bool(cautions(library, exercise)), exercise.id
