"""From parsed YAML to a record: pydantic decides, this module explains in plain words."""

from __future__ import annotations

import json
import re
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.load import Document, FieldPath, field_name, kind_of
from macros.models import Record
from macros.problems import Problem, did_you_mean

# Model-wide rules (pydantic reports them for the model as a whole) point at this field where it is present.
_FIELD_OF_RULE = {
    "identifier": ("doi", "id"),
    "interval": ("ci_low", "ci_high", "points", "smd"),
    "muscle": ("type",),
    "points": ("points", "smd"),
    "shares": ("shares",),
    "step": ("poses",),
    "basis": ("basis",),
    "dose": ("duration_s", "reps", "rep_s", "sets"),
}


def validate(
    model: type[Record], document: Document, file: str, stem: str
) -> tuple[Record | None, list[Problem]]:
    """The record, or every reason why it isn't one. `stem` is the file name without `.yml`."""
    problems: list[Problem] = []
    written = document.data.get("id")
    if isinstance(written, str) and written != stem:
        message = f"id “{written}” but the file is named {stem}.yml: rename one of them"
        problems.append(Problem(file, *document.place(("id",)), stem, "id", message))
    try:
        # Strict JSON mode takes lists for tuples and ISO dates for dates, and nothing else for anything.
        record = model.model_validate_json(json.dumps(document.data), strict=True)
    except ValidationError as error:
        found = {
            _explain(model, document, details, file, stem) for details in error.errors(include_url=False)
        }
        return None, [*problems, *(problem for problem in found if problem)]
    return (None if problems else record), problems


def _explain(
    model: type[Record], document: Document, details: ErrorDetails, file: str, stem: str
) -> Problem | None:
    path: FieldPath = tuple(details["loc"])
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    if value is None and kind != "missing":
        return None  # the loader has reported the empty value
    at_key = kind in {"extra_forbidden", "missing"}
    if kind in _FIELD_OF_RULE and isinstance(value, dict):
        path = (*path, next((key for key in _FIELD_OF_RULE[kind] if key in value), "id"))
    position = document.place(path, key=at_key)
    match kind:
        case "extra_forbidden":
            known = _fields_at(model, path[:-1])
            message = f"unknown key{did_you_mean(str(path[-1]), known)}: keys here are {', '.join(known)}"
        case "missing":
            message = "missing: add it"
            description = _describe(model, path)
            message += f" ({description})" if description else ""
        case "literal_error":
            choices = [str(choice) for choice in _choices(context)]
            message = f"expected one of {', '.join(choices)}; got {kind_of(value)}"
            message += did_you_mean(value, choices) if isinstance(value, str) else ""
        case "string_pattern_mismatch" if path == ("id",):
            slug = re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
            message = f"“{value}” is not in kebab-case (small letters, digits, single hyphens): write {slug}"
        case "string_pattern_mismatch":
            message = (
                f"{kind_of(value)} is not well formed: {_describe(model, path) or context.get('pattern')}"
            )
        case "string_type":
            message = f"expected text, got {kind_of(value)}"
            message += f": write '{value}' in quotes" if isinstance(value, (int, float)) else ""
        case "too_long":
            message = f"{context['actual_length']} items; at most {context['max_length']} fit here"
        case "string_too_long":
            message = f"{len(str(value))} characters; at most {context['max_length']} fit here: shorten it"
        case _ if kind in _EXPECTED:
            message = f"expected {_EXPECTED[kind].format(**context)}, got {kind_of(value)}"
        case _:
            message = details["msg"]
    return Problem(file, *position, stem, field_name(path), message)


_EXPECTED = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
    "date_type": "a day like 2026-11-21",
    "date_from_datetime_parsing": "a day like 2026-11-21",
    "date_parsing": "a day like 2026-11-21",
    "date_from_datetime_inexact": "a day like 2026-11-21",
    "greater_than_equal": "at least {ge:g}",
    "less_than_equal": "at most {le:g}",
    "finite_number": "a finite number",
}


def _choices(context: dict[str, Any]) -> list[str]:
    """The allowed values out of pydantic's “'a', 'b' or 'c'”."""
    return str(context["expected"]).replace(" or ", ", ").strip("'").split("', '")


def _model_at(model: type[BaseModel], path: FieldPath) -> type[BaseModel] | None:
    """The model whose fields a path inside a record leads to."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        if current is None or part not in current.model_fields:
            return None
        current = inner_model(current.model_fields[part].annotation)
    return current


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The first model inside an annotation, through lists and options."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := inner_model(part))), None)


def _fields_at(model: type[BaseModel], path: FieldPath) -> list[str]:
    inner = _model_at(model, path)
    return list(inner.model_fields) if inner else []


def _describe(model: type[BaseModel], path: FieldPath) -> str:
    """First line of the description of the field at a path."""
    if not path or isinstance(path[-1], int):
        return _describe(model, path[:-1]) if path else ""
    inner = _model_at(model, path[:-1])
    field = inner.model_fields.get(str(path[-1])) if inner else None
    return (field.description or "").split("\n")[0].rstrip(".") if field else ""
