"""The same tree builds with Zensical, MkDocs's successor."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.library import load
from macros.redirects import read_moved, redirect_files
from tests.building import ROOT, copy_tree, run
from tests.site.crawl import BuiltSite
from tests.tiny import tiny


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    tree = copy_tree(tmp_path_factory.mktemp("zensical"))
    result = run(["zensical", "build", "--strict"], tree)
    assert result.returncode == 0, result.stdout + result.stderr
    # It runs no hooks: what MkDocs writes beside the pages is written here.
    for path, content in redirect_files(load(tree / "data"), read_moved(tree)[0]):
        (tree / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / "site" / path).write_bytes(content)
    return BuiltSite.read(tree / "site")


def test_both_engines_make_the_same_addresses(site: Path, zensical: BuiltSite) -> None:
    mkdocs = BuiltSite.read(site)
    assert sorted(zensical.pages) == sorted(mkdocs.pages)
    published = set((ROOT / "tests/site/addresses.txt").read_text(encoding="utf-8").split())
    assert published - set(zensical.addresses()) == set()


def test_both_engines_show_the_same_words(site: Path, zensical: BuiltSite) -> None:
    mkdocs = BuiltSite.read(site)
    for address in ("exercises/psoas-march.html", "treatments/exercise-chronic.html", "red-flags/index.html"):
        ours, theirs = (built.pages[address] for built in (mkdocs, zensical))
        assert ours.text("//title") == theirs.text("//title")
        for path in (
            "//meta[@name='description']/@content",
            "//article//h1",
            "//p[contains(@class, 'lead')]",
        ):
            assert ours.text(path) == theirs.text(path), (address, path)
        notes = "//div[contains(@class, 'footnote')]//li"
        assert len(ours.tree.xpath(notes)) == len(theirs.tree.xpath(notes)) > 0 or address.startswith(
            "red-flags"
        )


def test_zensical_breaks_no_link(zensical: BuiltSite) -> None:
    assert zensical.broken() == []


def test_zensical_fails_on_a_wrong_id(tmp_path: Path) -> None:
    tree = tiny(tmp_path / "tree", '{{ exercise("toe-tapp") }}')
    result = run(["zensical", "build", "--strict"], tree)
    assert result.returncode != 0
    assert "there is no exercise “toe-tapp” (did you mean “toe-tap”?)" in result.stdout + result.stderr
