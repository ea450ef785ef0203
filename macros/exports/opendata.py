"""The records as open data: a JSON file for every kind with its schema, and a package that lists all files.

Every record has every field of its kind; what isn't known is null or an empty list. Texts are plain: emphasis
and source marks are taken out, and the ids of the sources that stood in a text are listed in the record's
`sources` under the place of the text (a JSON Pointer). The fields `address` and `sources` are derived.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from macros.exports import table
from macros.exports.citations import FORMATS
from macros.exports.llms import llms_txt
from macros.exports.site import LICENSE, LICENSE_URL, NOTICE, SITE
from macros.exports.works import work
from macros.library import Library
from macros.models import KINDS, Record, Reference
from macros.text import Text, cited, plain

VERSION = "1.0"
"""Version of the shape of the data.

Raise the first number (and begin the second at 0) when a field is renamed or removed or changes its
meaning; raise the second when a field is added or a list of allowed words grows. New records and corrected
facts change neither. `tests/exports/fields.txt` remembers which fields there are.
"""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def data_files(library: Library, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Every file of open data with its path in the site; `site_url` ends with a slash."""
    files = dict(_data(library, site_url))
    yield from files.items()
    yield "data/datapackage.json", _json(data_package(files, site_url)).encode()
    titles = {path: title for path, (title, _) in DOWNLOADS.items()}
    yield "llms.txt", llms_txt(site_url, titles).encode()


def _data(library: Library, site_url: str) -> Iterator[tuple[str, bytes]]:
    for model in KINDS.values():
        yield f"data/{model.folder}.json", records_json(library, model, site_url).encode()
        yield f"data/schemas/{model.kind}.json", _json(schema(model)).encode()
    yield "data/exercises.csv", table.exercises_csv(library).encode()
    works = [work(reference) for reference in library.all(Reference)]
    for ending, made in FORMATS.items():
        name = "csl.json" if ending == "json" else ending  # references.json holds the records
        yield f"data/references.{name}", made.join(map(made.entry, works)).encode()


class _Schema(GenerateJsonSchema):
    """Every field is there in every record; short names for parts, and no titles that repeat names."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return True

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def normalize_name(self, name: str) -> str:
        base, _, inside = name.partition("[")
        limits = re.findall(r"[gl]e=(-?\d+)", inside)  # “Sides” of several ranges are several parts
        return super().normalize_name(f"{base}_{'_to_'.join(limits)}" if limits else name)


_DERIVED = {
    "address": {"type": "string", "description": "Where readers find it, from the root of the site."},
    "sources": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"type": "string"}},
        "description": "Ids of the references that a text names, by the place of the text (JSON Pointer).",
    },
}
"""What an export adds to a record."""


def schema(model: type[Record]) -> dict[str, Any]:
    """JSON Schema of the file that holds all records of a kind."""
    record = model.model_json_schema(mode="serialization", schema_generator=_Schema)
    parts = record.pop("$defs", {})
    record["properties"] |= _DERIVED
    record["required"] += list(_DERIVED)
    properties = {
        "kind": {"const": model.kind},
        "version": {"const": VERSION, "description": "Version of the shape of the data."},
        "license": {"const": LICENSE, "description": "License of text and data."},
        "notice": {"type": "string", "description": "What the data are not."},
        "site": {"type": "string", "description": "Address of the site; addresses of records begin there."},
        "records": {"type": "array", "items": record, "description": "In the order of their ids."},
    }
    return {
        "$schema": DIALECT,
        "description": model.about,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": parts,
    }


def records_json(library: Library, model: type[Record], site_url: str) -> str:
    """The file of a kind, a record a line."""
    head = {"kind": model.kind, "version": VERSION, "license": LICENSE, "notice": NOTICE, "site": site_url}
    lines = (json.dumps(plain_record(record), ensure_ascii=False) for record in library.all(model))
    return json.dumps(head, ensure_ascii=False)[:-1] + ', "records": [\n' + ",\n".join(lines) + "\n]}\n"


def plain_record(record: Record) -> dict[str, Any]:
    """A record with plain texts, its address, and the sources of its texts."""
    sources: dict[str, list[str]] = {}
    fields = _plain(record, "", sources)
    return {"id": record.id, "address": record.address, **fields, "sources": sources}


def _plain(value: Any, pointer: str, sources: dict[str, list[str]]) -> Any:
    if isinstance(value, Text):
        if ids := cited(value):
            sources[pointer] = list(ids)
        return plain(value)
    if isinstance(value, BaseModel):
        return {name: _plain(part, f"{pointer}/{name}", sources) for name, part in value}
    if isinstance(value, tuple):
        return [_plain(part, f"{pointer}/{at}", sources) for at, part in enumerate(value)]
    return value.isoformat() if isinstance(value, date) else value


DOWNLOADS = {
    **{
        f"data/{model.folder}.json": (f"{model.about.rstrip('.')} (JSON)", "application/json")
        for model in KINDS.values()
    },
    "data/exercises.csv": ("Exercises as a table (CSV)", "text/csv"),
    "data/references.bib": ("References (BibTeX)", "application/x-bibtex"),
    "data/references.ris": ("References (RIS)", "application/x-research-info-systems"),
    "data/references.csl.json": ("References (CSL-JSON)", "application/vnd.citationstyles.csl+json"),
}
"""Title and media type of each data file."""


def data_package(files: Mapping[str, bytes], site_url: str) -> dict[str, Any]:
    """The Frictionless Data Package (v1) of the files, with their sizes and hashes."""
    resources = []
    for path, (title, media) in DOWNLOADS.items():
        name = path.removeprefix("data/")
        resource = {
            "name": name.replace(".", "-"),
            "path": name,
            "title": title,
            "format": name.rpartition(".")[2],
            "mediatype": media,
            "encoding": "utf-8",
            "bytes": len(files[path]),
            "hash": f"sha256:{hashlib.sha256(files[path]).hexdigest()}",
        }
        if path == "data/exercises.csv":
            resource |= {"profile": "tabular-data-resource", "schema": table.table_schema()}
        resources.append(resource)
    return {
        "profile": "data-package",
        "name": "iliopsoas-back-pain",
        "title": SITE,
        "description": NOTICE,
        "version": VERSION,
        "homepage": site_url,
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0", "path": LICENSE_URL}],
        "resources": resources,
    }


def _json(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
