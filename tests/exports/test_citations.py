"""Citations, read back by other people's libraries."""

from __future__ import annotations

import html
import json
import re
import warnings
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import NameParts, SeparateCoAuthors, SplitNameParts
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from macros.cite import citation
from macros.exports.citations import bibtex, csl, csl_item, page_citation, ris
from macros.exports.site import SITE
from macros.exports.works import NOT_AUTHORS, Author, Work, author, genre, work
from macros.library import Library
from macros.models import Reference
from tests.building import ROOT

STYLE = Path(__file__).parent / "nlm-citation-sequence.csl"
"""Vancouver as the National Library of Medicine has it, by the Citation Style Language project (CC BY-SA 3.0)."""

ODD = st.text(
    st.sampled_from('\\{}%$#&_^~@"<>=,;:()*+|/éßøЖ中½–“”… \u00a0\u2028\n')
    | st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="`'-\u02c6"),  # ligatures
    min_size=1,
    max_size=40,
).filter(lambda text: re.search(r"\w", text) is not None and not re.search(r"[<>?!]{2}|,,", text))


def spaced(text: str) -> str:
    return " ".join(text.split())


def names(reference: Reference) -> list[str]:
    return [str(name) for name in reference.authors if name not in NOT_AUTHORS]


# BibTeX


def read_bibtex(text: str) -> dict[str, dict[str, Any]]:
    library = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    assert not library.failed_blocks
    return {
        entry.key: {"type": entry.entry_type} | {field.key: field.value for field in entry.fields}
        for entry in library.entries
    }


def from_latex(text: str) -> str:
    text = text.replace(r"\textbraceleft{}", r"\{").replace(
        r"\textbraceright{}", r"\}"
    )  # unknown to pylatexenc
    return spaced(LatexNodes2Text(keep_comments=True).latex_to_text(text)).replace("\u02c6", "^")


def from_parts(name: NameParts) -> str:
    family = from_latex(" ".join([*name.von, *name.last]))
    initials = "".join(name.first).replace(".", "")
    return " ".join(part for part in (family, initials, *name.jr) if part)


def test_bibtex_holds_every_reference(library: Library) -> None:
    references = library.all(Reference)
    entries = read_bibtex(bibtex(references))
    assert list(entries) == [reference.id for reference in references]
    for reference in references:
        entry = entries[reference.id]
        read = [from_parts(name) for name in entry.get("author", [])]
        assert read == names(reference) + (["others"] if "et al" in reference.authors else [])
        assert from_latex(entry["title"]) == reference.title
        assert entry.get("year", "") == str(reference.year or "")
        assert entry.get("doi") == reference.doi
        assert entry.get("pages", "").replace("--", "-") == (reference.pages or "")
        assert entry.get("pmid", "") == str(reference.pmid or "")
        issue = f"({entry['number']})" if "number" in entry else ""
        assert entry.get("volume", "") + issue == (reference.volume or "")
        held_by = [
            entry[key] for key in ("journal", "howpublished", "publisher", "institution") if key in entry
        ]
        assert from_latex(": ".join([entry[key] for key in ("address",) if key in entry] + held_by)) == (
            reference.container or ""
        )


@settings(deadline=None)
@given(ODD, ODD)
def test_bibtex_takes_any_text(title: str, family: str) -> None:
    source = Work("a1", "article", title, (Author(family), Author("Hu", "A. B.")), container=title)
    entry = read_bibtex(bibtex([source]))["a1"]
    assert from_latex(entry["title"]) == spaced(title)
    assert from_latex(entry["journal"]) == spaced(title)
    assert [from_parts(name) for name in entry["author"]] == [spaced(family), "Hu AB"]


# RIS


def read_ris(text: str) -> dict[str, dict[str, Any]]:
    assert text.count("\r\n") == text.count("\n")
    return {entry["id"]: entry for entry in rispy.loads(text)}


def from_ris(name: str) -> str:
    family, *rest = name.split(", ")
    return " ".join([family.replace(" – ", ", "), *(part.replace(". ", "").rstrip(".") for part in rest)])


def test_ris_holds_every_reference(library: Library) -> None:
    references = library.all(Reference)
    entries = read_ris(ris(references))
    assert list(entries) == [reference.id for reference in references]
    for reference in references:
        entry = entries[reference.id]
        assert [from_ris(name) for name in entry.get("authors", [])] == names(reference)
        assert entry["title"] == reference.title
        assert entry.get("year", "") == str(reference.year or "")
        assert entry.get("doi") == reference.doi
        pages = [entry[key] for key in ("start_page", "end_page") if key in entry]
        assert "-".join(pages) == (reference.pages or "")
        assert entry.get("accession_number", "") == str(reference.pmid or "")
        assert entry["notes"][-1].startswith(("Read: ", "Not read: "))


@settings(deadline=None)
@given(ODD, ODD)
def test_ris_takes_any_text(title: str, family: str) -> None:
    source = Work("a1", "article", f"x{title}", (Author(f"x{family}"),), container=f"x{title}")
    entry = read_ris(ris([source]))["a1"]
    assert entry["title"] == spaced(f"x{title}")
    assert entry["authors"] == [spaced(f"x{family}").replace(", ", " – ")]


# CSL-JSON


def test_csl_holds_every_reference(library: Library) -> None:
    references = library.all(Reference)
    items = json.loads(csl(references))
    assert [item["id"] for item in items] == [reference.id for reference in references]
    for item, reference in zip(items, references, strict=True):
        read = [
            name.get("literal")
            or " ".join(
                [name["family"], re.sub(r"[. ]", "", name["given"]), *filter(None, [name.get("suffix")])]
            )
            for name in item.get("author", [])
        ]
        assert read == names(reference)
        assert item["title"] == reference.title
        assert item.get("issued") == ({"date-parts": [[reference.year]]} if reference.year else None)
        assert item.get("DOI") == reference.doi
        assert item.get("page", "") == (reference.pages or "")


@cache
def by_citeproc(ids: tuple[str, ...], items: str) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it names what it doesn't know, as PMCID
        made = CitationStylesBibliography(
            CitationStylesStyle(str(STYLE), validate=False), CiteProcJSON(json.loads(items)), formatter.plain
        )
        for id in ids:
            made.register(Citation([CitationItem(id)]))
        return [str(entry) for entry in made.bibliography()]


def vancouver(text: str) -> str:
    """What two formatters have to agree on: no spaces, links and last pages; marks in one form."""
    text = re.split(r" (?:doi:|PubMed|PMC\d|Available from|web page|search PubMed|(?:Not r|R)ead:)", text)[0]
    text = re.sub(r" ([A-Z])[a-z](?=[,.])", r" \1", text)  # “Toro Ga” beside “Toro Gi”
    text = text.replace(" [Internet]", "").replace(", et al.", ".")
    text = re.sub(r"[-–]\S*\d\S*$", "", text.rstrip("."))
    return re.sub(r"\s", "", text).replace("?.", "?").replace(";", ":").rstrip(".")


def test_our_citations_agree_with_citeproc(library: Library) -> None:
    """Articles in journals only: for pages and reports the style puts the site before the title."""
    articles = [
        reference
        for reference in library.all(Reference)
        if genre(reference) == "article"
        and reference.container
        and set(names(reference)) >= set(reference.authors[:1])
    ]
    theirs = by_citeproc(tuple(reference.id for reference in articles), csl(articles))
    assert len(articles) > 400
    for reference, their in zip(articles, theirs, strict=True):
        our = html.unescape(re.sub(r"<[^>]+>", "", str(citation(reference))))
        assert vancouver(our) == vancouver(re.sub(r"^\d+\.", "", their)), reference.id


# What a record becomes


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hu H", Author("Hu", "H.")),
        ("van der Windt DAWM", Author("van der Windt", "D. A. W. M.")),
        ("Menezes Costa LdC", Author("Menezes Costa", "L. d. C.")),
        ("Toro Ga", Author("Toro", "Ga.")),
        ("Pope TL Jr", Author("Pope", "T. L.", "Jr")),
        ("Østerås Ø", Author("Østerås", "Ø.")),
        ("World Health Organization", Author("World Health Organization")),
        ("NHS Fife", Author("NHS Fife")),
        ("NHS", Author("NHS")),
        ("Anatomy.app", Author("Anatomy.app")),
        ("Getting It Right First Time (GIRFT)", Author("Getting It Right First Time (GIRFT)")),
    ],
)
def test_author(name: str, expected: Author) -> None:
    assert author(name) == expected


def test_a_site_that_ends_like_a_person_is_none() -> None:
    assert author("Natures Gate TENS", "Natures Gate TENS") == Author("Natures Gate TENS")


PAPER = {
    "id": "a",
    "authors": ["Hu H", "et al"],
    "title": "A *soft* title with 5% & MRI",
    "container": "Spine",
    "year": 2011,
    "url": "https://example.org/a_b",
    "design": "rct",
    "read": "abstract",
}


def paper(**changed: Any) -> Reference:
    fields = {key: value for key, value in {**PAPER, **changed}.items() if value is not None}
    return Reference.model_validate(fields, strict=False)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"doi": "10.1000/1"}, "article"),
        ({}, "article"),
        ({"container": None}, "page"),
        ({"year": None}, "page"),
        ({"container": "ClinicalTrials.gov"}, "page"),
        ({"container": "University of Somewhere"}, "report"),
        ({"container": "A Journal of Pain", "design": "narrative-review"}, "article"),
        ({"container": "Some Blog", "design": "narrative-review"}, "page"),
        ({"design": "guideline"}, "report"),
        ({"design": "guideline", "volume": "82"}, "article"),
        ({"design": "guideline", "year": None}, "page"),
        ({"design": "textbook"}, "page"),
        ({"design": "textbook", "isbn": "978-92-4-008178-9"}, "book"),
        ({"design": "web-page", "container": "A Journal"}, "page"),
        ({"doi": "10.48550/arXiv.2205.13600", "container": "arXiv"}, "preprint"),
    ],
)
def test_genre(changed: dict[str, Any], expected: str) -> None:
    assert genre(paper(**changed)) == expected


def test_an_entry_says_what_was_read_and_never_lists_et_al() -> None:
    made = csl_item(work(paper()))
    assert made["author"] == [{"family": "Hu", "given": "H."}]
    assert made["note"] == "Read: abstract. Not all authors are named"
    assert "et al" not in bibtex([paper()]) + ris([paper()])
    assert csl_item(work(paper(authors=["Authors not confirmed"]))).get("author") is None


def test_bibtex_entry() -> None:
    assert bibtex([paper()]) == (
        "@article{a,\n"
        "  author = {Hu, H. and others},\n"
        "  title = {A soft title with 5\\% \\& {MRI}},\n"
        "  journal = {Spine},\n"
        "  year = {2011},\n"
        "  url = {https://example.org/a_b},\n"
        "  annotation = {Read: abstract. Not all authors are named}\n"
        "}\n"
    )


def test_ris_entry() -> None:
    assert ris([paper(volume="30(2)", pages="e1-e6")]).split("\r\n") == [
        "TY  - JOUR",
        "ID  - a",
        "AU  - Hu, H.",
        "TI  - A soft title with 5% & MRI",
        "T2  - Spine",
        "PY  - 2011",
        "VL  - 30",
        "IS  - 2",
        "SP  - e1",
        "EP  - e6",
        "UR  - https://example.org/a_b",
        "N1  - Read: abstract. Not all authors are named",
        "ER  - ",
        "",
    ]


def test_place_and_publisher_of_a_book_stand_apart() -> None:
    made = csl_item(work(paper(design="guideline", container="Geneva: World Health Organization")))
    assert (made["publisher-place"], made["publisher"]) == ("Geneva", "World Health Organization")
    assert "container-title" not in made


def formats(made: dict[str, str]) -> Iterator[dict[str, Any]]:
    yield read_bibtex(made["bibtex"])["iliopsoas-exercises-psoas-march"]
    yield read_ris(made["ris"])["iliopsoas-exercises-psoas-march"]
    yield json.loads(made["csl"])[0]


def test_page_citation() -> None:
    address = "https://example.org/exercises/psoas-march.html"
    made = page_citation("Psoas march", date(2026, 11, 21), address)
    assert made["plain"] == (
        "Iliopsoas & Back Pain. Psoas march. Reviewed November 21, 2026. "
        "https://example.org/exercises/psoas-march.html. License CC BY 4.0."
    )
    for entry in formats(made):
        assert entry["title"] == "Psoas march"
        assert address in json.dumps(entry, default=str)
        assert "CC BY 4.0" in json.dumps(entry, default=str)
        assert "Iliopsoas" in json.dumps(entry, default=str)
    assert json.loads(made["csl"])[0]["issued"] == {"date-parts": [[2026, 11, 21]]}
    assert "accessed" not in made["csl"]


def test_the_name_is_that_of_the_site() -> None:
    assert f"site_name: {SITE}\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
