"""Words of the glossary explain themselves where a page first uses them."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

TERMS = {
    "lordosis": "name: Lordosis\naliases:\n  - lumbar curve\n  - arch\nmeaning: The hollow of the back.\n",
    "emg": "name: EMG\nmeaning: A recording of *muscles*.\n",
    "spinal-stenosis": "name: Spinal stenosis\nmeaning: A narrow canal.\n",
    "stenosis": "name: Stenosis\nmeaning: A narrowing.\n",
    "pain": "name: Pain\nmeaning: It hurts.\nsilent:\n  - Pain\n",
}


class _Relpath(Treeprocessor):
    """Stands in for MkDocs, which tells the page by it."""

    file = SimpleNamespace(src_uri="tight-or-weak/index.md")

    def run(self, root: object) -> None:
        """Nothing to do."""


@pytest.fixture
def words(tmp_path: Path) -> Markdown:
    data = tmp_path / "data"
    for id, text in TERMS.items():
        path = data / f"glossary/{id}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"id: {id}\n{text}", encoding="utf-8")
    md = Markdown(
        extensions=["macros.terms", "attr_list"], extension_configs={"macros.terms": {"data": str(data)}}
    )
    md.treeprocessors.register(_Relpath(md), "relpath", 0)
    return md


def linked(page: str) -> list[tuple[str, str]]:
    """(id of the term, words that link to it) in order."""
    return re.findall(r'<a class="term" href="\.\./glossary/index\.html#([\w-]+)"[^>]*>([^<]*)</a>', page)


def test_the_first_use_is_a_link_with_the_meaning(words: Markdown) -> None:
    page = words.convert("A deep lordosis. Lordosis again.\n\nEMG shows it.")
    assert linked(page) == [("lordosis", "lordosis"), ("emg", "EMG")]
    assert 'title="The hollow of the back."' in page
    assert 'title="A recording of muscles."' in page
    assert "Lordosis again." in page


def test_other_names_and_plurals_count_and_the_longest_name_wins(words: Markdown) -> None:
    page = words.convert("Lumbar curves, and spinal stenosis; stenosis elsewhere.")
    assert linked(page) == [
        ("lordosis", "Lumbar curves"),
        ("spinal-stenosis", "spinal stenosis"),
        ("stenosis", "stenosis"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Lordosis",
        "A [lordosis](x.md) there.",
        "`lordosis`",
        'See <a href="x.html">the lordosis</a> there.',
        "Lordosis\n{: .basis }",
        "Lordotic, archers, emg.",
        "Spinal, stenotic.",
        "Pain.",
    ],
)
def test_titles_links_code_and_other_words_stay(words: Markdown, text: str) -> None:
    assert linked(words.convert(text)) == []


def test_nothing_else_on_the_page_changes(words: Markdown) -> None:
    text = 'A **strong lordosis**, <a href="x">here</a> an EMG & an *arch*, then <b>more</b> lordosis.'
    page = words.convert(text)
    assert linked(page) == [("lordosis", "lordosis"), ("emg", "EMG")]
    assert re.sub(r'<a class="term"[^>]*>([^<]*)</a>', r"\1", page) == (
        '<p>A <strong>strong lordosis</strong>, <a href="x">here</a> an EMG &amp; an <em>arch</em>, '
        "then <b>more</b> lordosis.</p>"
    )
