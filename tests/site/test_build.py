"""Building: bad input never harms the last good site, the same input gives the same bytes."""

from __future__ import annotations

from pathlib import Path

from tests.building import copy_tree, run
from tests.tiny import tiny


def test_bad_data_stops_before_anything_is_written_and_the_last_site_stays(tmp_path: Path) -> None:
    tree = copy_tree(tmp_path)
    (tree / "site").mkdir()
    (tree / "site/index.html").write_text("the last good site")
    record = tree / "data/exercises/psoas-march.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("level: 2", "level: 22"), encoding="utf-8")
    before = sorted(tree.iterdir())
    result = run(["macros", "build"], tree)
    assert result.returncode == 1
    assert "[psoas-march] level: expected at most 5, got the number 22" in result.stderr
    assert (tree / "site/index.html").read_text() == "the last good site"
    assert sorted(tree.iterdir()) == before


def test_a_page_that_breaks_leaves_the_last_site(tmp_path: Path) -> None:
    tree = tiny(tmp_path, "Text.")
    (tree / "site").mkdir()
    (tree / "site/index.html").write_text("the last good site")
    with (tree / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write("\nSee [this](nowhere.md).\n")
    result = run(["macros", "build"], tree)
    assert result.returncode != 0
    assert "The site was not built. The last good site stays." in result.stderr
    assert (tree / "site/index.html").read_text() == "the last good site"
    assert not list(tree.glob(".site-*"))


def test_a_good_build_replaces_the_last_one_whole(tmp_path: Path) -> None:
    tree = tiny(tmp_path, "Text.")
    (tree / "site").mkdir()
    (tree / "site/old.html").write_text("old")
    result = run(["macros", "build"], tree)
    assert result.returncode == 0, result.stdout + result.stderr
    assert not (tree / "site/old.html").exists()
    assert (tree / "site/exercises/toe-tap.html").exists()
    assert not list(tree.glob(".site-*"))
