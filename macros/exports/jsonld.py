"""What a page says of itself to machines, in the words of schema.org (JSON-LD).

Only what the records hold is said, and only with properties that schema.org has for the type; a test checks
both types and values against the vocabulary. The site has no organization behind it, so none is named.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from macros import labels
from macros.exports.files import CitedPage
from macros.exports.site import LICENSE_URL, SITE
from macros.exports.works import Genre, genre
from macros.library import Library
from macros.models import (
    Assessment,
    Claim,
    Condition,
    Exercise,
    Pattern,
    Program,
    Record,
    RedFlag,
    Reference,
    Structure,
    Term,
    Treatment,
)
from macros.models.claim import ClaimVerdict
from macros.models.exercise import Goal
from macros.models.treatment import Category, Verdict
from macros.models.vocabulary import Region
from macros.text import plain

Node = dict[str, Any]

SCHEMA_ORG = "https://schema.org"
GLOSSARY = "glossary/index.html"
RED_FLAGS = "red-flags/index.html"
BIBLIOGRAPHY = "references/index.html"


def page_object(
    page: CitedPage, description: str, library: Library, site_url: str, record: Record | None = None
) -> Node | None:
    """The object for a page: that of its record if it shows one; None for the bibliography."""
    if page.address == BIBLIOGRAPHY:
        return None
    root = site_url.rstrip("/") + "/"
    return {"@context": SCHEMA_ORG} | _known(
        {
            "@type": "MedicalWebPage",
            "@id": root + page.address,
            "url": root + page.address,
            "name": page.title,
            "description": description,
            "inLanguage": "en",
            "isAccessibleForFree": True,
            "license": LICENSE_URL,
            "isPartOf": {"@type": "WebSite", "name": SITE, "url": root},
            "lastReviewed": page.reviewed.isoformat(),
            "medicalAudience": [
                {"@type": "MedicalAudience", "audienceType": who} for who in ("Patient", "Clinician")
            ],
            **_subject(page.address, library, root, record),
            "citation": [source(library.get(Reference, id)) for id in page.cited],
        }
    )


def script(data: Node) -> str:
    """The object as a `<script>` element; nothing in it can end the element or open another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = re.sub("[<>&\u2028\u2029]", lambda match: f"\\u{ord(match.group()):04x}", text)
    return f'<script type="application/ld+json">{safe}</script>'


def _subject(address: str, library: Library, root: str, record: Record | None) -> Node:
    """What the page is about, and whatever else depends on it.

    Lists of many things give names and addresses only: the page itself says the rest, and has to load fast.
    """
    if isinstance(record, Claim):
        return _claim(record, root)
    if record is not None and type(record) in _THINGS:
        return {"about": thing(record, library, root)}
    if address == GLOSSARY:
        return {"about": _glossary(library, root)}
    if address == RED_FLAGS:
        return {"about": [_mention("MedicalSignOrSymptom", flag, root) for flag in library.all(RedFlag)]}
    return {}


def thing(record: Record, library: Library, root: str) -> Node:
    """What a record is about, as an object with the address of its page."""
    return _known({**_THINGS[type(record)](record, library, root), "url": root + record.address})


def _exercise(one: Exercise, _: Library, root: str) -> Node:
    dose = one.dose
    facts = [f"{dose.sets} sets" if dose.sets > 1 else "1 set"]
    facts += [f"hold {dose.hold_s} seconds"] if dose.hold_s else []
    facts += ["each side"] if dose.per_side else []
    muscles = [use.muscle for use in one.primary_muscles if use.muscle != "whole body"]
    return {
        "@type": "ExercisePlan",
        "name": one.label,
        "alternateName": _texts(one.aliases),
        "description": plain(one.summary),
        "exerciseType": labels.GOALS[one.goal],
        "category": _ACTIVITIES.get(one.goal),
        "intensity": f"Level {one.level} of 5, {labels.LEVELS[one.level]}",
        "repetitions": dose.reps,
        "additionalVariable": ", ".join(facts),
        "activityDuration": f"PT{dose.minutes}M",
        "activityFrequency": {
            "@type": "QuantitativeValue",
            "value": dose.per_week,
            "unitText": "sessions a week",
        },
        "restPeriods": {"@type": "QuantitativeValue", "value": dose.rest_s, "unitCode": "SEC"},
        "associatedAnatomy": [{"@type": "Muscle", "name": name} for name in muscles],
    }


def _program(one: Program, library: Library, root: str) -> Node:
    sessions = [session for stage in one.stages for session in stage.sessions]
    ids = dict.fromkeys(item.exercise for session in sessions for item in session.items)
    return {
        "@type": "ExercisePlan",
        "name": one.label,
        "description": plain(one.summary),
        "activityFrequency": sorted({plain(session.frequency) for session in sessions}),
        "hasPart": [_mention("ExercisePlan", library.get(Exercise, id), root) for id in ids],
    }


def _assessment(one: Assessment, _: Library, root: str) -> Node:
    return {
        "@type": ["MedicalTest", "DiagnosticProcedure"],
        "name": one.label,
        "alternateName": _texts(one.aliases),
        "description": plain(one.summary),
        "preparation": plain(one.setup),
        "howPerformed": " ".join(_texts(one.steps)),
        "normalRange": " ".join(plain(norm.finding) for norm in one.norms),
    }


def _pattern(one: Pattern, library: Library, root: str) -> Node:
    return {
        "@type": "MedicalSign",
        "name": one.label,
        "alternateName": _texts(one.aliases),
        "description": plain(one.summary),
        "identifyingTest": [
            _mention("MedicalTest", library.get(Assessment, id), root) for id in one.assessments
        ],
        "possibleTreatment": [
            _mention("ExercisePlan", library.get(Program, id), root) for id in one.programs
        ],
    }


def _structure(one: Structure, _: Library, root: str) -> Node:
    muscle = one.type == "muscle"
    return {
        "@type": _STRUCTURES.get(one.type, "AnatomicalStructure"),
        "name": one.label,
        "alternateName": _texts((*((one.latin,) if one.latin else ()), *one.aliases)),
        "description": plain(one.summary),
        "muscleAction": _text(one.action) if muscle else None,
        "nerve": _described("Nerve", one.nerve) if muscle else None,
        "bloodSupply": _described("Vessel", one.blood_supply) if muscle else None,
        "insertion": _described("AnatomicalStructure", one.insertion) if muscle else None,
    }


def _condition(one: Condition, library: Library, root: str) -> Node:
    treatments = [library.get(Treatment, id) for id in one.treatments]
    worth_it = [treatment for treatment in treatments if treatment.verdict in _WORTH_IT]
    plans = [library.find(link) for link in (*one.programs, *one.exercises)]
    return {
        "@type": "MedicalCondition",
        "name": one.label,
        "alternateName": [name for name in _texts((one.name, *one.aliases)) if name != one.label],
        "description": plain(one.summary),
        "associatedAnatomy": [{"@type": "SuperficialAnatomy", "name": name} for name in _REGIONS[one.region]],
        "signOrSymptom": [
            {"@type": "MedicalSignOrSymptom", "description": text} for text in _texts(one.features)
        ],
        "epidemiology": plain(one.frequency),
        "expectedPrognosis": plain(one.outlook),
        "possibleTreatment": [
            *(_mention(_therapy(treatment.category), treatment, root) for treatment in worth_it),
            *(_mention("ExercisePlan", plan, root) for plan in plans),
        ],
    }


def _treatment(one: Treatment, _: Library, root: str) -> Node:
    return {
        "@type": _therapy(one.category),
        "name": one.label,
        "alternateName": [name for name in _texts((one.name, *one.aliases)) if name != one.label],
        "description": plain(one.summary),
        "contraindication": _text(one.not_for),
        "adverseOutcome": {"@type": "MedicalEntity", "description": plain(one.harms)},
    }


def _claim(one: Claim, root: str) -> Node:
    """A review with its rating; a claim that nobody tested gets no rating, only its question and answer."""
    rating = _RATINGS.get(one.verdict)
    claim = plain(one.claim)
    if rating is None:
        answer = {"@type": "Answer", "text": plain(one.summary)}
        question = {"@type": "Question", "name": claim, "acceptedAnswer": answer}
        return {"@type": ["MedicalWebPage", "FAQPage"], "mainEntity": question}
    review = {
        "@type": "ClaimReview",
        "url": root + one.address,
        "claimReviewed": claim,
        "itemReviewed": {"@type": "Claim", "name": claim},
        "reviewBody": plain(one.summary),
        "datePublished": one.reviewed.isoformat(),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating,
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": labels.VERDICTS[one.verdict],
            "ratingExplanation": labels.CERTAINTY[one.certainty],
        },
    }
    return {"mainEntity": review}


def _glossary(library: Library, root: str) -> Node:
    terms = [_mention("DefinedTerm", term, root) for term in library.all(Term)]
    return {"@type": "DefinedTermSet", "name": "Glossary", "url": root + GLOSSARY, "hasDefinedTerm": terms}


def source(reference: Reference) -> Node:
    """A reference in short: what it is, its title, where it is."""
    url = f"https://doi.org/{reference.doi}" if reference.doi else reference.url
    if not reference.doi and reference.pmid:
        url = f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"
    return _known({"@type": _SOURCES[genre(reference)], "name": plain(reference.title), "url": url})


_THINGS: dict[type[Record], Callable[[Any, Library, str], Node]] = {
    Exercise: _exercise,
    Program: _program,
    Assessment: _assessment,
    Pattern: _pattern,
    Structure: _structure,
    Condition: _condition,
    Treatment: _treatment,
}
"""Kinds that have pages of their own; claims are reviews, not things."""

_ACTIVITIES: dict[Goal, str] = {
    "lengthen": f"{SCHEMA_ORG}/Flexibility",
    "strengthen": f"{SCHEMA_ORG}/StrengthTraining",
    "aerobic": f"{SCHEMA_ORG}/AerobicActivity",
}

_STRUCTURES = {
    "muscle": "Muscle",
    "nerve": "Nerve",
    "bone": "Bone",
    "joint": "Joint",
    "ligament": "Ligament",
    "vessel": "Vessel",
}

_WORTH_IT: frozenset[Verdict] = frozenset({"recommended", "worth-considering"})
"""A machine would take any other for advice too."""

_REGIONS: dict[Region, tuple[str, ...]] = {
    "back": ("back",),
    "hip and groin": ("hip", "groin"),
    "both": ("back", "hip", "groin"),
}

_RATINGS: dict[ClaimVerdict, int] = {
    "contradicted": 1,
    "unsupported": 2,
    "mixed": 3,
    "mostly-supported": 4,
    "supported": 5,
}

_SOURCES: dict[Genre, str] = {
    "article": "ScholarlyArticle",
    "preprint": "ScholarlyArticle",
    "book": "Book",
    "report": "Report",
    "page": "WebPage",
}


def _therapy(category: Category) -> str | list[str]:
    """Everything that is done against a complaint is a therapy; some are more than that."""
    more = {"psychological": "PsychologicalTreatment", "surgery": "SurgicalProcedure"}
    if category == "hands-on":
        return "PhysicalTherapy"
    return ["MedicalTherapy", more[category]] if category in more else "MedicalTherapy"


def _mention(type_: str | list[str], record: Record, root: str) -> Node:
    return {"@type": type_, "name": record.label, "url": root + record.address}


def _described(type_: str, text: str | None) -> Node | None:
    return {"@type": type_, "description": plain(text)} if text else None


def _text(text: str | None) -> str | None:
    return plain(text) if text else None


def _texts(texts: Iterable[str]) -> list[str]:
    return [plain(text) for text in texts]


def _known(node: Node) -> Node:
    """Without what isn't known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
