"""The open data, checked against their schemas and descriptions."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.exports import opendata
from macros.exports.llms import PAGES
from macros.exports.opendata import VERSION, data_files, plain_record, schema
from macros.library import Library, links
from macros.models import KINDS, Exercise, Treatment
from macros.models.links import ReferenceId
from tests.building import ROOT
from tests.exports.fields import LEDGER, fields

SITE_URL = "https://example.org/"


@pytest.fixture(scope="session")
def files(library: Library) -> dict[str, bytes]:
    return dict(data_files(library, SITE_URL))


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_as_its_schema_says(kind: str, files: dict[str, bytes], library: Library) -> None:
    rules = json.loads(files[f"data/schemas/{kind}.json"])
    Draft202012Validator.check_schema(rules)
    data = json.loads(files[f"data/{KINDS[kind].folder}.json"])
    Draft202012Validator(rules, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)
    assert [record["id"] for record in data["records"]] == list(library.records[kind])
    assert (data["version"], data["license"], data["site"]) == (VERSION, "CC BY 4.0", SITE_URL)


def test_a_schema_refuses_what_is_missing_or_unknown(files: dict[str, bytes]) -> None:
    check = Draft202012Validator(schema(Exercise))
    data = json.loads(files["data/exercises.json"])
    record = data["records"][0]
    for changed in (
        {**record, "extra": 1},
        {key: value for key, value in record.items() if key != "stop_if"},
    ):
        assert not check.is_valid({**data, "records": [changed]})


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) else []


def at(record: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        record = record[int(step) if isinstance(record, list) else step]
    return record


def test_texts_are_plain_and_no_source_is_lost(library: Library) -> None:
    marked = 0
    for records in library.records.values():
        for record in records.values():
            made = plain_record(record)
            assert not [text for text in texts(made) if "[^" in text or "**" in text]
            named = {id for ids in made["sources"].values() for id in ids}
            kept = {str(link) for _, link in links(record) if isinstance(link, ReferenceId)}
            assert named <= kept <= named | set(texts(made))
            assert all(isinstance(at(made, pointer), str) for pointer in made["sources"])
            marked += len(made["sources"])
    assert marked > 100


def test_no_field_vanishes_unnoticed() -> None:
    version, *known = LEDGER.read_text(encoding="utf-8").split()
    gone, new = set(known) - fields(), fields() - set(known)
    advice = "raise VERSION in macros/exports/opendata.py, then run python -m tests.exports.fields"
    assert not gone, f"{advice} (first number)"
    assert not new, f"{advice} (second number)"
    assert version == VERSION


# The table of exercises


def rows(files: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["data/exercises.csv"].decode(), newline=""), strict=True))


def test_the_table_has_a_row_for_each_exercise(files: dict[str, bytes], library: Library) -> None:
    content = files["data/exercises.csv"]
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == content.count(b"\n")
    exercises = library.all(Exercise)
    table = rows(files)
    assert [row["id"] for row in table] == [one.id for one in exercises]
    for row, one in zip(table, exercises, strict=True):
        assert row["sets"] == str(one.dose.sets)
        assert row["per_side"] == ("true" if one.dose.per_side else "false")
        assert len(row["steps"].split("; ")) == len(one.steps)
        assert bool(row["cautions"]) == bool(one.cautions or one.own_cautions)
        assert not [cell for cell in row.values() if cell[:1] in "=+@\t" and cell], (
            "a spreadsheet would run it"
        )


READS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
}


def test_the_package_describes_what_is_there(files: dict[str, bytes]) -> None:
    package = json.loads(files["data/datapackage.json"])
    assert package["profile"] == "data-package"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    listed = {f"data/{resource['path']}" for resource in package["resources"]}
    assert listed == {path for path in files if re.fullmatch(r"data/(?!datapackage)[^/]+", path)}
    assert len({resource["name"] for resource in package["resources"]}) == len(listed)
    for resource in package["resources"]:
        content = files[f"data/{resource['path']}"]
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    (table,) = [one for one in package["resources"] if one.get("profile") == "tabular-data-resource"]
    columns = table["schema"]["fields"]
    for row in rows(files):
        assert list(row) == [column["name"] for column in columns]
        for column in columns:
            cell = row[column["name"]]
            assert cell == "" or READS[column["type"]](cell) is not None
    keys = [row[table["schema"]["primaryKey"]] for row in rows(files)]
    assert len(set(keys)) == len(keys)


def test_a_kind_with_a_new_field_is_exported_with_it(library: Library) -> None:
    """Nothing here lists fields by hand."""
    one = library.all(Treatment)[0]
    assert set(plain_record(one)) == {*Treatment.model_fields, "address", "sources"}


# llms.txt


def test_llms_txt_is_in_its_format(files: dict[str, bytes]) -> None:
    text = files["llms.txt"].decode()
    assert re.match(r"# [^\n]+\n\n(> [^\n]+\n)+\n", text)
    assert "not medical advice" in text
    for section in re.split(r"\n## ", text)[1:]:
        _, *entries = section.strip().splitlines()
        assert all(re.fullmatch(r"- \[[^\]]+\]\(https://[^)\s]+\): .+", line) for line in entries if line)


@pytest.mark.parametrize("address", [address for address, _, _ in PAGES])
def test_llms_txt_names_pages_that_exist(address: str) -> None:
    assert (ROOT / "docs" / Path(address).with_suffix(".md")).exists()


def test_the_version_has_two_numbers() -> None:
    assert re.fullmatch(r"\d+\.\d+", opendata.VERSION)
