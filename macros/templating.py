"""Jinja for the templates in `macros/templates/`: escaping is the default, forgetting it impossible."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros import labels
from macros.text import cited, escape, inline, plain

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """The one environment; templates are read again when they change."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=FileSystemBytecodeCache(),  # in the user's temporary folder
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{##",  # {#id} is a heading's id
        comment_end_string="##}",
        keep_trailing_newline=False,
    )
    env.filters |= {
        "plain": plain,
        "sentence": sentence,
        "capital": capital,
        "day": day,
        "degrees": degrees,
        "lower_first": lower_first,
        "signed": signed,
        "month": month,
        "cited": cited,
    }
    env.globals |= {"labels": labels, "cite": cite, "sourced": sourced}
    return env


def sentence(text: str) -> str:
    """The text with a capital first letter and a closing mark: for lists made of fragments."""
    words = plain(text)
    if words.endswith((".", "!", "?", "”", ":")):
        return capital(text)
    marks = "".join(f"[^{id}]" for id in cited(text))
    body = text.removesuffix(marks)  # the full stop stands before the marks
    return capital(type(text)(f"{body}.{marks}" if body != text else f"{text}."))


def capital(text: str) -> str:
    """The text with a capital first letter; it stays what it is (a plain string or a record's text)."""
    return type(text)(text[:1].upper() + text[1:])


def lower_first(text: str) -> str:
    """The text with a small first letter, unless it is a name or an abbreviation (“NICE”, “SPORT”)."""
    return text if text[1:2].isupper() else type(text)(text[:1].lower() + text[1:])


def cite(*refs: str | tuple[str, ...]) -> Markup:
    """Footnote marks for references: ids, or lists of ids."""
    ids = [id for ref in refs for id in ([ref] if isinstance(ref, str) else ref)]
    return Markup("".join(f"[^{id}]" for id in dict.fromkeys(ids)))


def sourced(text: str, refs: tuple[str, ...]) -> Markup:
    """A text with the marks of its sources; one that names none itself rests on the record's."""
    return Markup(inline(text)) + (Markup() if cited(text) else cite(refs))


def day(when: date) -> str:
    """“November 21, 2026”."""
    return f"{when:%B} {when.day}, {when.year}"


def month(when: date) -> str:
    """“November 2028”."""
    return f"{when:%B %Y}"


def signed(number: float) -> str:
    """“−7.3”, “0”, “+2”: a number of points with its direction."""
    return f"{number:+g}".replace("-", "−") if number else "0"


def degrees(angle: float) -> str:
    """“−20°”, with a true minus sign."""
    return f"{angle:g}°".replace("-", "−")


def _finalize(value: object) -> object:
    """Escape whatever isn't markup that a template or a macro of ours made."""
    if isinstance(value, Markup):
        return value
    if hasattr(value, "__html__"):
        return Markup(value.__html__())
    return Markup(escape(str(value))) if isinstance(value, str) else value
