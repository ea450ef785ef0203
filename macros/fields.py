"""What is made from the models: JSON Schemas for editors, and tables of fields for people."""

from __future__ import annotations

import json
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue

from macros.models import Link, Record
from macros.text import Name, Summary, Text


class _Schema(GenerateJsonSchema):
    """Draft 2020-12 without the noise that editors would show as titles."""

    def generate(self, schema: Any, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        made = super().generate(schema, mode)
        return {"$schema": self.schema_dialect, **_without_titles(made)}


def _without_titles(value: Any) -> Any:
    if isinstance(value, dict):
        named = value.get("properties")
        kept = {key: part for key, part in value.items() if key != "title" or not isinstance(part, str)}
        made = {key: _without_titles(part) for key, part in kept.items()}
        if isinstance(named, dict):  # here “title” is the name of a field
            made["properties"] = {key: _without_titles(part) for key, part in named.items()}
        return made
    return [_without_titles(part) for part in value] if isinstance(value, list) else value


def json_schema(model: type[Record]) -> str:
    """The JSON Schema of a kind, as the text of its file."""
    schema = model.model_json_schema(schema_generator=_Schema)
    schema["description"] = model.about
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def field_tables(models: list[type[Record]], level: int = 2) -> str:
    """A table of fields for each kind and each part of it, in Markdown."""
    lines: list[str] = []
    for model in models:
        lines += [f"{'#' * level} {model.folder}/", "", f"{model.about} One `{model.kind}` a file."]
        if model.review_months:
            lines[-1] += f" Reviewed every {model.review_months} months."
        parts: dict[str, type[BaseModel]] = {}
        lines += ["", *_table(model, parts)]
        for part in list(parts.values()):
            inner: dict[str, type[BaseModel]] = {}
            lines += ["", f"**{_part_name(part)}**", "", *_table(part, inner)]
        lines += [""]
    return "\n".join(lines)


def fields_in_order(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """Fields as files have them: the day of the review stands last."""
    return sorted(model.model_fields.items(), key=lambda item: item[0] == "reviewed")


def _table(model: type[BaseModel], parts: dict[str, type[BaseModel]]) -> list[str]:
    rows = ["| Field | Type | Needed | Meaning |", "| --- | --- | --- | --- |"]
    for name, field in fields_in_order(model):
        needed = "yes" if field.is_required() else "no"
        meaning = " ".join((field.description or "").split())
        rows.append(f"| `{name}` | {type_in_words(field, parts)} | {needed} | {meaning} |".replace("  ", " "))
    return rows


def type_in_words(field: FieldInfo, parts: dict[str, type[BaseModel]]) -> str:
    """The type of a field as people say it; models met on the way are added to `parts`."""
    words = _words(field.annotation, parts)
    limits = {
        key: getattr(rule, key) for rule in field.metadata for key in ("ge", "le") if hasattr(rule, key)
    }
    if "ge" in limits and "le" in limits:
        words += f" {limits['ge']}–{limits['le']}"
    return words


def _words(annotation: Any, parts: dict[str, type[BaseModel]]) -> str:
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        words = _words(inside[0], parts)
        limits = {
            key: getattr(rule, key, None)
            for info in inside[1:]
            for rule in _rules(info)
            for key in ("ge", "le")
        }
        found = {key: value for key, value in limits.items() if value is not None}
        return f"{words} {found['ge']}–{found['le']}" if len(found) == 2 else words
    if origin in (Union, UnionType):
        return " or ".join(_words(part, parts) for part in inside if part is not type(None))
    if origin is tuple:
        return f"list: {_words(inside[0], parts)}"
    if origin is Literal:
        shown = [f"`{choice}`" for choice in inside]
        return ", ".join(shown) if len(shown) <= 12 else f"one of {len(shown)} words (see the schema)"
    if isinstance(annotation, type):
        if issubclass(annotation, BaseModel):
            parts.setdefault(_part_name(annotation), annotation)
            return f"[{_part_name(annotation)}]".strip("[]")
        if issubclass(annotation, Link):
            return f"{annotation.kind} id"
        names = {
            Name: "short text",
            Summary: "text without source marks",
            Text: "text",
            str: "text",
            int: "whole number",
            float: "number",
            bool: "true/false",
        }
        return names.get(annotation, annotation.__name__)
    return str(annotation)


def _rules(info: Any) -> list[Any]:
    return list(info.metadata) if isinstance(info, FieldInfo) else [info]


def _part_name(model: type[BaseModel]) -> str:
    return "sides" if model.__name__.startswith("Sides[") else model.__name__
