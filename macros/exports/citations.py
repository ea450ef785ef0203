"""Sources for reference managers: CSL-JSON, BibTeX and RIS.

A reference record (or a page of the site) becomes a `Work`, which says what is known of it in neutral
terms; one function for each format writes it down.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.exports.site import LICENSE, SITE
from macros.exports.works import Author, Genre, Work, page_work, work
from macros.models import Reference
from macros.templating import day

Citable = Reference | Work


def page_citation(title: str, reviewed: date, address: str) -> dict[str, str]:
    """How to cite a page: as text (`plain`) and for reference managers (`bibtex`, `ris`, `csl`)."""
    page = page_work(title, reviewed, address)
    end = "" if title[-1:] in "?!." else "."
    return {
        "plain": f"{SITE}. {title}{end} Reviewed {day(reviewed)}. {address}. License {LICENSE}.",
        "bibtex": bibtex([page]),
        "ris": ris([page]),
        "csl": csl([page]),
    }


# CSL-JSON -----------------------------------------------------------------------------------------------

_CSL_TYPES: dict[Genre, str] = {
    "article": "article-journal",
    "preprint": "article",
    "book": "book",
    "report": "report",
    "page": "webpage",
}


def csl_item(source: Work) -> dict[str, Any]:
    """A work as CSL-JSON, without what isn't known."""
    item = {
        "id": source.id,
        "type": _CSL_TYPES[source.genre],
        "title": source.title,
        "author": [_csl_name(name) for name in source.authors],
        "issued": {"date-parts": [list(source.issued)]} if source.issued else None,
        "container-title": source.container,
        "publisher": source.publisher,
        "publisher-place": source.place,
        "volume": source.volume,
        "issue": source.issue,
        "page": source.pages,
        "DOI": source.doi,
        "PMID": source.pmid,
        "PMCID": source.pmcid,
        "ISBN": source.isbn,
        "URL": source.url,
        "note": ". ".join(part for part in (source.note, source.annotation) if part),
    }
    return {key: value for key, value in item.items() if value}


def _csl_name(name: Author) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: part for key, part in parts.items() if part}


# BibTeX -------------------------------------------------------------------------------------------------

_BIBTEX_TYPES: dict[Genre, str] = {
    "article": "article",
    "preprint": "misc",
    "book": "book",
    "report": "techreport",
    "page": "misc",
}

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # an escaped brace would still count as one
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_"},
}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")
_SPECIAL_OR_WORD = re.compile(rf"{_SPECIAL.pattern}|[^\W_]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def latex(text: str) -> str:
    """Text with LaTeX's special characters escaped; other characters stay as they are (UTF-8)."""
    return _SPECIAL.sub(lambda match: _LATEX[match.group()], _one_line(text))


def bibtex_title(title: str) -> str:
    """A title whose capitals survive styles that would lower them: “{MRI} of the hip”."""

    def protected(match: re.Match[str]) -> str:
        word = match.group()
        if word in _LATEX:
            return _LATEX[word]
        capitals = any(char.isupper() for char in (word if match.start() else word[1:]))
        return f"{{{word}}}" if capitals else word

    return _SPECIAL_OR_WORD.sub(protected, _one_line(title))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def bibtex_entry(source: Work) -> str:
    """A work as a BibTeX entry. DOI and addresses stay as they are, as packages expect them."""
    names = [_bibtex_name(name) for name in source.authors] + (["others"] if source.more_authors else [])
    fields = {
        "author": " and ".join(names),
        "title": bibtex_title(source.title),
        "journal" if source.genre == "article" else "howpublished": latex(source.container),
        "institution" if source.genre == "report" else "publisher": latex(source.publisher),
        "address": latex(source.place),
        "year": str(source.issued[0]) if source.issued else "",
        "volume": latex(source.volume),
        "number": latex(source.issue),
        "pages": latex(source.pages).replace("-", "--"),
        "doi": source.doi,
        "pmid": source.pmid,
        "pmcid": source.pmcid,
        "isbn": source.isbn,
        "url": source.url,
        "note": latex(source.note),
        "annotation": latex(source.annotation),  # “note” would print it in people's lists
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    if len(source.issued) > 1:
        lines.append(f"  month = {_MONTHS[source.issued[1] - 1]}")
    return f"@{_BIBTEX_TYPES[source.genre]}{{{source.id},\n" + ",\n".join(lines) + "\n}\n"


def _bibtex_name(name: Author) -> str:
    if not name.given:
        return f"{{{latex(name.family)}}}"
    family = latex(name.family)
    # BibTeX takes everything up to the last small word for a particle: “Huis in 't Veld” has none.
    if not name.family[0].islower() and any(word[0].islower() for word in re.findall(r"\w+", name.family)):
        family = f"{{{family}}}"
    return ", ".join(part for part in (family, name.suffix, name.given) if part)


# RIS ----------------------------------------------------------------------------------------------------

_RIS_TYPES: dict[Genre, str] = {
    "article": "JOUR",
    "preprint": "GEN",
    "book": "BOOK",
    "report": "RPRT",
    "page": "ELEC",
}


def ris_entry(source: Work) -> str:
    """A work as a RIS record, with the line ends that RIS asks for."""
    start, _, end = source.pages.partition("-")
    year, month, day_of_month = (*source.issued, 0, 0, 0)[:3]
    lines = [
        ("TY", _RIS_TYPES[source.genre]),
        ("ID", source.id),
        *(("AU", _ris_name(name)) for name in source.authors),
        ("TI", source.title),
        ("T2", source.container),
        ("PB", source.publisher),
        ("CY", source.place),
        ("PY", str(year or "")),
        ("DA", f"{year}/{month:02}/{day_of_month:02}" if month else ""),
        ("VL", source.volume),
        ("IS", source.issue),
        ("SP", start),
        ("EP", end),
        ("DO", source.doi),
        ("AN", source.pmid),
        ("C2", source.pmcid),
        ("SN", source.isbn),
        ("UR", source.url),
        ("N1", source.note),
        ("N1", source.annotation),
    ]
    text = "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines if value)
    return f"{text}ER  - \r\n"


def _ris_name(name: Author) -> str:
    if not name.given:
        return name.family.replace(", ", " – ")  # a comma would cut it into family and given name
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


# Files --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Format:
    """How works become a file: entry by entry, then joined."""

    entry: Callable[[Work], str]
    join: Callable[[Iterable[str]], str]


FORMATS = {
    "bib": Format(bibtex_entry, "\n".join),
    "ris": Format(ris_entry, "\r\n".join),
    "json": Format(
        lambda source: json.dumps(csl_item(source), ensure_ascii=False),
        lambda entries: "[\n" + ",\n".join(entries) + "\n]\n",
    ),
}
"""By the ending of the file."""


def bibtex(sources: Iterable[Citable]) -> str:
    """A BibTeX file."""
    return _file("bib", sources)


def ris(sources: Iterable[Citable]) -> str:
    """A RIS file."""
    return _file("ris", sources)


def csl(sources: Iterable[Citable]) -> str:
    """A CSL-JSON file."""
    return _file("json", sources)


def _file(ending: str, sources: Iterable[Citable]) -> str:
    made = FORMATS[ending]
    works = (source if isinstance(source, Work) else work(source) for source in sources)
    return made.join(made.entry(one) for one in works)
