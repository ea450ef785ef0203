"""References as readers see them, against examples made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from macros.cite import citation
from macros.models import Reference

PAPER: dict[str, Any] = {
    "id": "hu2011aslr",
    "authors": ["Hu H", "Meijer OG"],
    "title": "Is the psoas a hip flexor in the active straight leg raise?",
    "container": "European Spine Journal",
    "year": 2011,
    "volume": "20(5)",
    "pages": "759-765",
    "doi": "10.1007/s00586-010-1508-5",
    "design": "emg",
    "read": "abstract",
}

EXAMPLES = [
    (
        PAPER,
        "Hu H, Meijer OG. Is the psoas a hip flexor in the active straight leg raise? "
        "<cite>European Spine Journal</cite>. 2011;20(5):759-765. "
        '<a href="https://doi.org/10.1007/s00586-010-1508-5">doi:10.1007/s00586-010-1508-5</a> '
        '<span class="read">Read: abstract.</span>',
    ),
    (
        {
            **PAPER,
            "authors": [f"Name{letter} A" for letter in "BCDEFGH"],
            "title": "No end mark",
            "pages": None,
            "volume": None,
            "doi": None,
            "pmid": 123,
            "read": "memory",
        },
        "NameB A, NameC A, NameD A, NameE A, NameF A, NameG A, et al. No end mark. "
        "<cite>European Spine Journal</cite>. 2011. "
        '<a href="https://pubmed.ncbi.nlm.nih.gov/123/">PubMed 123</a> '
        '<span class="read">Not read: cited from memory, to be confirmed.</span>',
    ),
    (
        {
            **PAPER,
            "authors": ["World Health Organization"],
            "title": "A guideline",
            "container": None,
            "doi": None,
            "url": "https://www.who.int/a?b=1&c=2",
            "read": "full text",
        },
        "World Health Organization. A guideline. 2011. "
        '<a href="https:/&#47;www.who.int/a?b=1&#38;c=2">web page</a> '
        '<span class="read">Read: full text.</span>',
    ),
]


@pytest.mark.parametrize(("fields", "expected"), EXAMPLES, ids=["paper", "many authors", "web page"])
def test_citation(fields: dict[str, Any], expected: str) -> None:
    reference = Reference.model_validate(
        {key: value for key, value in fields.items() if value is not None}, strict=False
    )
    assert str(citation(reference)) == expected


def test_label_is_short() -> None:
    assert Reference.model_validate(PAPER, strict=False).label == "Hu 2011"
