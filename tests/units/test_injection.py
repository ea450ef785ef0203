"""Any text in any text field of any record leaves the HTML as it is and shows as written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown
from mkdocs.config import load_config
from pydantic import BaseModel, ValidationError

from macros import anatomy, assessments, claims, exercises, programs, safety, sources, treatments
from macros.library import Library, load
from macros.models import KINDS, Record
from macros.page import Page
from macros.text import Text, cited, plain
from tests.building import ROOT

# What shows a record of each kind whole.
SHOWN: dict[str, Callable[[Page, str], str]] = {
    "exercise": lambda page, id: exercises.exercise(page, id) + "\n\n" + exercises.exercise_card(page, id),
    "program": lambda page, id: programs.program(page, id) + "\n\n" + programs.programs(page),
    "assessment": lambda page, id: assessments.assessment(page, id) + "\n\n" + assessments.assessments(page),
    "pattern": lambda page, id: assessments.pattern(page, id) + "\n\n" + assessments.patterns(page),
    "finding": lambda page, _: assessments.self_check(page),
    "structure": lambda page, id: anatomy.structure(page, id) + "\n\n" + anatomy.structures(page),
    "condition": lambda page, id: safety.condition(page, id) + "\n\n" + safety.conditions(page),
    "red-flag": lambda page, _: safety.red_flags(page) + "\n\n" + safety.red_flag_details(page),
    "treatment": lambda page, id: treatments.treatment(page, id) + "\n\n" + treatments.treatments(page),
    "claim": lambda page, id: claims.claim(page, id) + "\n\n" + claims.claims(page),
    "reference": lambda page, _: sources.bibliography(page),
    "term": lambda page, _: anatomy.glossary(page),
    "caution": lambda page, _: safety.cautions(page),
    "rule": lambda page, id: safety.rules(page) + "\n\n" + safety.rule(page, id),
    "urgency": lambda page, _: safety.urgency_levels(page),
}

# Never shown to readers as text: what pictures are drawn from, and our notes on what a source found.
NOT_SHOWN = {("exercise", "poses"), ("reference", "facts")}

# Lists that show every record of their kind: one is enough here.
LONG_LISTS = {"reference", "term", "caution", "red-flag"}

INNOCENT = "wordword"

FRAGMENTS = st.sampled_from(
    [
        "<b>",
        "</p>",
        "<script>",
        "<!--",
        "-->",
        "&lt;",
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "{:.x}",
        "{.x}",
        "[^x]",
        "[x](y)",
        "![x](y)",
        "[x]",
        "]:",
        "`",
        "```",
        "**",
        "*",
        "__",
        "_",
        "~~",
        "^",
        "|",
        "||",
        "---",
        "===",
        "#",
        "-",
        "+",
        "1.",
        "12)",
        ">",
        "!!!",
        "???",
        "///",
        "///Footnotes",
        "[TOC]",
        "*[a]:",
        ":smile:",
        "\\",
        "\\*",
        "http://x.org",
        "www.x.org",
        "a@b.org",
        '"',
        "'",
        "=",
        "$$",
        "word",
        "é",
        "…",
        "–",
        "<",
        "&",
        "AT&T",
        "two words",
        " ",
        "    ",
        "- ",
        "1. ",
        "# ",
        "??? note",
        "!!! note",
        ":   x",
        "5 < 6",
    ]
)
TEXTS = st.lists(FRAGMENTS | st.text(max_size=6), min_size=1, max_size=6).map("".join)


def text_paths(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Where texts stand inside a record."""
    if isinstance(value, Text):
        return [path]
    if isinstance(value, BaseModel):
        return [found for name, part in value for found in text_paths(part, (*path, name))]
    if isinstance(value, tuple):
        return [found for at, part in enumerate(value) for found in text_paths(part, (*path, at))]
    return []


@cache
def fullest(kind: str) -> tuple[Record, list[tuple[str | int, ...]]]:
    """The record of a kind with the most text, and where its texts stand."""
    records = load(ROOT / "data").records[kind].values()
    best = max(records, key=lambda record: len(text_paths(record)))
    paths = [path for path in text_paths(best) if (kind, path[0]) not in NOT_SHOWN]
    return best, paths


def with_text(record: Record, path: tuple[str | int, ...], text: str) -> Record:
    """The record with another text at a path. Raises ValidationError when it isn't let in."""
    data = json.loads(record.model_dump_json(exclude_none=True, exclude_defaults=True))
    place: Any = data
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = text
    return type(record).model_validate_json(json.dumps(data), strict=True)


@cache
def markdown_options() -> dict[str, Any]:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return {"extensions": config.markdown_extensions, "extension_configs": config.mdx_configs}


def shown(record: Record) -> tuple[list[tuple[str, tuple[tuple[str, str], ...]]], str]:
    """The elements (with attributes) and the text of the page that shows a record."""
    library = load(ROOT / "data")
    others = {} if record.kind in LONG_LISTS else library.records[record.kind]
    changed = Library({**library.records, record.kind: {**others, record.id: record}}, library.documents)
    changed.__dict__["uses"] = library.uses
    page = Page("claims/x.md", {}, changed)
    body = Markdown(**markdown_options()).convert(SHOWN[record.kind](page, record.id))
    tree = html.fragment_fromstring(body, create_parent="div")
    free = {"aria-label", "title"}  # hold text themselves
    elements = [
        (
            str(node.tag),
            tuple(
                sorted(
                    (name, re.sub(r"^(#?letter-).*", r"\1", value))  # references stand under their letter
                    for name, value in node.attrib.items()
                    if name not in free
                )
            ),
        )
        for node in tree.iter()
        if node.tag not in ("em", "strong")
    ]
    return sorted(elements), " ".join(tree.text_content().split())


@cache
def baseline(kind: str, path: tuple[str | int, ...]) -> tuple[list[Any], bool]:
    """The elements with an innocent word at the path, and whether pages show that word."""
    record, _ = fullest(kind)
    elements, words = shown(with_text(record, path, INNOCENT))
    return elements, INNOCENT in words.lower()


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_text_can_not_inject(kind: str, data: st.DataObject) -> None:
    record, paths = fullest(kind)
    path = data.draw(st.sampled_from(paths))
    text = data.draw(TEXTS)
    check(record, path, text)


HOSTILE = [
    "*soft* and **strong** “words” at 5 < 6 & 7 > 2",
    "- not a list",
    "1. not a list",
    "??? not a block",
    "!!! not a block",
    "# not a heading",
    "///Footnotes Go Here///",
    'a "quoted" onload=alert(1) text',
    "a | b | c",
    "`code` and _more_ ~~of~~ ^that^",
    "javascript:alert(1) https://example.org www.example.org",
    "*[HTML]: no abbreviation",
    ":   no definition",
    "=====",
    "-----",
]


@pytest.mark.parametrize("kind", KINDS)
def test_known_tricks_can_not_inject(kind: str) -> None:
    record, paths = fullest(kind)
    for at, text in enumerate(HOSTILE * 2):
        check(record, paths[at * 7 % len(paths)], text)


def check(record: Record, path: tuple[str | int, ...], text: str) -> None:
    try:
        changed = with_text(record, path, text)
    except ValidationError:
        return  # not let in: tests/data/test_bad_files.py has the messages
    if any(id not in load(ROOT / "data").records["reference"] for id in cited(text)):
        return  # a mark of no reference isn't let in either
    elements, words = shown(changed)
    expected, is_shown = baseline(record.kind, path)
    assert elements == expected
    if is_shown:
        assert " ".join(plain(text).split()).rstrip(".").lower() in words.lower()
