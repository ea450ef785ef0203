"""What pages say of themselves to machines, against schema.org's vocabulary."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from macros.exports.files import CitedPage
from macros.exports.jsonld import BIBLIOGRAPHY, GLOSSARY, RED_FLAGS, page_object, script
from macros.library import Library, links
from macros.models import KINDS, Claim, Condition, RedFlag, Structure, Term, Treatment
from macros.models.links import ReferenceId

SITE_URL = "https://example.org/"
VOCABULARY = json.loads(Path(__file__).with_name("schemaorg.json").read_text(encoding="utf-8"))
TYPES: dict[str, dict[str, Any]] = VOCABULARY["types"]

SIMPLE: dict[str, Callable[[Any], object]] = {
    "Text": lambda value: isinstance(value, str) and value != "",
    "URL": lambda value: isinstance(value, str) and re.match(r"https?://\S+$", value),
    "Date": lambda value: isinstance(value, str) and date.fromisoformat(value),
    "Duration": lambda value: isinstance(value, str) and re.fullmatch(r"PT\d+M", value),
    "Boolean": lambda value: isinstance(value, bool),
    "Number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
}


@cache
def ancestors(name: str) -> frozenset[str]:
    """A type and everything above it."""
    return frozenset({name}).union(*(ancestors(parent) for parent in TYPES[name]["parents"]))


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def faults(node: dict[str, Any], at: str = "") -> Iterator[str]:
    """What schema.org wouldn't accept: types, properties, values."""
    unknown = [name for name in listed(node.get("@type")) if name not in TYPES]
    if unknown:
        yield f"{at}: unknown type {unknown}"
        return
    types = frozenset[str]().union(*(ancestors(name) for name in listed(node["@type"])))
    for name, value in node.items():
        if name.startswith("@"):
            continue
        place = f"{at}/{name}"
        ranges = {kind for type_ in types for kind in TYPES[type_]["properties"].get(name, ())}
        if not ranges:
            yield f"{place}: {node['@type']} has no such property"
        for one in listed(value):
            if isinstance(one, dict):
                inner = list(faults(one, place))
                yield from inner
                if inner:
                    continue
                kinds = frozenset[str]().union(*(ancestors(kind) for kind in listed(one["@type"])))
                if ranges.isdisjoint(kinds):
                    yield f"{place}: {one['@type']} is none of {sorted(ranges)}"
            elif not any(SIMPLE[kind](one) for kind in ranges & SIMPLE.keys()) and not (
                isinstance(one, str) and VOCABULARY["members"].get(one.rpartition("/")[2]) in ranges
            ):
                yield f"{place}: {one!r} is none of {sorted(ranges)}"


def objects(library: Library) -> Iterator[dict[str, Any]]:
    for kind, model in KINDS.items():
        for record in library.records[kind].values() if model.has_page else ():
            cited = tuple(
                dict.fromkeys(str(link) for _, link in links(record) if isinstance(link, ReferenceId))
            )
            page = CitedPage(record.address, record.label, date(2026, 11, 21), cited)
            made = page_object(page, "What it says.", library, SITE_URL, record)
            assert made is not None
            yield made
    for address in (RED_FLAGS, GLOSSARY, "about/method.html"):
        made = page_object(CitedPage(address, "A page", date(2026, 11, 21), ()), "", library, SITE_URL)
        assert made is not None
        yield made


def test_every_object_keeps_to_the_vocabulary(library: Library) -> None:
    made = list(objects(library))
    assert len(made) > 300
    found = [f"{one['url']}: {fault}" for one in made for fault in faults(one)]
    assert found == []


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Muscle", "muscleAction": "bends the hip"}, None),
        ({"@type": "Bone", "muscleAction": "bends the hip"}, "/muscleAction: Bone has no such property"),
        ({"@type": "Sinew"}, ": unknown type ['Sinew']"),
        ({"@type": "Muscle", "nerve": {"@type": "Bone"}}, "/nerve: Bone is none of ['Nerve']"),
        ({"@type": "Muscle", "nerve": {"@type": "Nerve", "x": 1}}, "/nerve/x: Nerve has no such property"),
        ({"@type": "WebPage", "lastReviewed": 2026}, "/lastReviewed: 2026 is none of ['Date']"),
    ],
)
def test_the_check_finds_faults(node: dict[str, Any], fault: str | None) -> None:
    assert next(iter(faults(node)), None) == fault or (fault or "") in " ".join(faults(node))


def about(library: Library, record: Any) -> dict[str, Any]:
    page = CitedPage(record.address, record.label, record.reviewed, ("hu2011aslr",))
    made = page_object(page, "", library, SITE_URL, record)
    assert made is not None
    return made


def test_a_page_says_what_it_is(library: Library) -> None:
    made = about(library, library.get(Structure, "psoas-major"))
    assert made["@context"] == "https://schema.org"
    assert made["@type"] == "MedicalWebPage"
    assert made["lastReviewed"] == library.get(Structure, "psoas-major").reviewed.isoformat()
    assert made["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [who["audienceType"] for who in made["medicalAudience"]] == ["Patient", "Clinician"]
    assert made["citation"] == [
        {
            "@type": "ScholarlyArticle",
            "name": "Is the psoas a hip flexor in the active straight leg raise?",
            "url": "https://doi.org/10.1007/s00586-010-1508-5",
        }
    ]
    assert made["about"]["@type"] == "Muscle"
    assert {"muscleAction", "nerve", "bloodSupply", "insertion"} <= made["about"].keys()
    assert not {"publisher", "author", "reviewedBy"} & made.keys(), "nobody is invented"


def test_what_we_would_not_recommend_is_no_possible_treatment(library: Library) -> None:
    refused = {
        SITE_URL + one.address: one.label
        for one in library.all(Treatment)
        if one.verdict not in ("recommended", "worth-considering")
    }
    named = 0
    for condition in library.all(Condition):
        offered = about(library, condition)["about"].get("possibleTreatment", [])
        assert not [one for one in offered if one["url"] in refused]
        named += len(offered)
    assert named > 50


def test_a_claim_has_a_rating_where_it_was_tested_and_else_a_question(library: Library) -> None:
    for claim in library.all(Claim):
        made = about(library, claim)
        if claim.verdict == "untested":
            assert made["@type"] == ["MedicalWebPage", "FAQPage"]
            assert made["mainEntity"]["acceptedAnswer"]["text"]
        else:
            rating = made["mainEntity"]["reviewRating"]
            assert 1 <= rating["ratingValue"] <= 5
            assert (rating["ratingValue"] <= 2) == (claim.verdict in ("contradicted", "unsupported"))


def test_lists_name_everything(library: Library) -> None:
    made = {one["url"].removeprefix(SITE_URL): one["about"] for one in objects(library) if "about" in one}
    assert len(made[RED_FLAGS]) == len(library.all(RedFlag))
    assert len(made[GLOSSARY]["hasDefinedTerm"]) == len(library.all(Term))


def test_the_bibliography_has_none(library: Library) -> None:
    page = CitedPage(BIBLIOGRAPHY, "References", date(2026, 11, 21), ())
    assert page_object(page, "", library, SITE_URL) is None


@settings(deadline=None)
@given(st.text() | st.sampled_from(["</script><script>alert(1)</script>", "<!--", "]]>", "&amp;", "\u2028"]))
def test_nothing_breaks_out_of_the_script(text: str) -> None:
    element = script({"@type": "Thing", "name": text})
    inside = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not re.search("[<>&\u2028\u2029]", inside)
    assert json.loads(inside)["name"] == text


def test_a_browser_reads_what_was_written() -> None:
    page = html.document_fromstring(f"<p>{script({'name': '</script><b>x</b>'})}</p>")
    (element,) = page.iter("script")
    assert json.loads(element.text or "") == {"name": "</script><b>x</b>"}
    assert not list(page.iter("b"))
