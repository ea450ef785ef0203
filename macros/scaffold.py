"""`python -m macros new exercise some-id`: a record with every field explained, and its page."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from macros.fields import fields_in_order, type_in_words
from macros.models import KINDS, Record
from macros.models.base import ID_PATTERN
from macros.problems import did_you_mean
from macros.validate import inner_model


class CannotMake(ValueError):
    """The record can't be made; the message says why."""


def new(root: Path, kind: str, id: str) -> list[Path]:
    """Write a commented record to fill in and, where the kind has pages, its page; returns the files."""
    if kind not in KINDS:
        raise CannotMake(f"no kind “{kind}”{did_you_mean(kind, KINDS)}: kinds are {', '.join(KINDS)}")
    if not re.fullmatch(ID_PATTERN, id):
        raise CannotMake(f"“{id}” is not an id: small letters, digits and single hyphens, like psoas-march")
    model = KINDS[kind]
    files = {root / "data" / model.folder / f"{id}.yml": record_text(model, id)}
    if model.has_page:
        files[root / "docs" / model.folder / f"{id}.md"] = page_text(model, id)
    for path in files:
        if path.exists():
            raise CannotMake(f"{path.relative_to(root)} is there already: ids are permanent, choose another")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(files)


def page_text(model: type[Record], id: str) -> str:
    """A record's page: the call of its macro. Prose goes into it as a call block."""
    return f'{{{{ {model.kind.replace("-", "_")}("{id}") }}}}\n'


def record_text(model: type[Record], id: str) -> str:
    """All fields of a kind in order, each with its meaning; needed ones to fill in, others commented out."""
    lines = [f"# yaml-language-server: $schema=../schemas/{model.kind}.json", f"# {model.about}"]
    lines += [
        "# Fill in what stands after each colon; delete the comments. `make check` says what is missing.",
        "",
    ]
    for name, field in fields_in_order(model):
        if name == "id":
            lines.append(f"id: {id}")
        elif name == "reviewed":
            lines.append(f"reviewed: {date.today()}")
        else:
            lines += _field(name, field, indent="", optional=not field.is_required())
    return "\n".join(lines) + "\n"


def _field(name: str, field: Any, indent: str, *, optional: bool) -> list[str]:
    meaning = " ".join((field.description or "").split())
    words = type_in_words(field, {})
    note = f"{meaning} ({words}{'; may be left out' if optional else ''})".strip()
    lines = [f"{indent}# {line}" for line in wrap(note, 100 - len(indent), break_on_hyphens=False)]
    mark = "# " if optional else ""
    inner, many = inner_model(field.annotation), "tuple" in repr(field.annotation)
    if inner:
        lines.append(f"{indent}{mark}{name}:")
        lines += _part(inner, indent + "  " + ("  " if many else ""), mark, many=many)
    elif many:
        lines += [f"{indent}{mark}{name}:", f"{indent}{mark}  -"]
    else:
        lines.append(f"{indent}{mark}{name}:" + _default(field))
    return lines


def _part(model: type[BaseModel], indent: str, mark: str, *, many: bool) -> list[str]:
    lines = []
    for at, (name, field) in enumerate(model.model_fields.items()):
        lead = f"{indent[:-2]}- " if many and at == 0 else indent
        comment = "" if field.is_required() or mark else "# "
        lines.append(f"{mark}{lead}{comment}{name}:" + _default(field))
    return lines


def _default(field: Any) -> str:
    if field.default not in (None, PydanticUndefined, ()):
        return f" {str(field.default).lower() if isinstance(field.default, bool) else field.default}"
    return ""
