"""The text types of records: what may stand in them, and how they reach a page.

Text in a record is untrusted. It may carry *emphasis*, **strong emphasis** and marks of its
sources, `[^hayden2021exercise]`, nothing else; everything that could act as markup is refused
on the way in and escaped on the way out. The types are `str` subclasses with an `__html__`
method, so that an autoescaping template can't forget to escape.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

_HTML = re.compile(r"<[A-Za-z/!?][^>]*>?|&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z]\w*);")
_JINJA = re.compile(r"\{[{%#]|[}%#]\}")
_LINK = re.compile(r"\]\s*[(\[]|\[\^")
_CITE = re.compile(r"\[\^(?P<reference>[a-z0-9]+(?:-[a-z0-9]+)*)\]")
_MARKS = re.compile(r"\*\*(?=\S)(?P<strong>[^*]*[^*\s])\*\*|\*(?=[^\s*])(?P<em>[^*]*[^*\s])\*")
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&~^|\"]|(?<=/)/|^[^\w\s]|^\d+[.)](?=\s|$)|#$")
"""Characters that act anywhere (`//` in a footnote marker), what opens a block, and what closes a heading."""


def escape(text: str) -> str:
    """Text as HTML character references wherever Markdown, its extensions or HTML would act.

    Safe in running Markdown, in table cells and in quoted HTML attributes.
    """
    return _SPECIAL.sub(lambda match: "".join(f"&#{ord(char)};" for char in match.group()), text)


@lru_cache(maxsize=20_000)
def inline(text: str) -> str:
    """Escaped text in which `*…*` and `**…**` have become `<em>` and `<strong>`; source marks stay."""
    parts, end = [], 0
    for match in _MARKS.finditer(text):
        tag = "strong" if match["strong"] is not None else "em"
        parts += [
            _escape_around_marks(text[end : match.start()]),
            f"<{tag}>{_escape_around_marks(match['strong'] or match['em'])}</{tag}>",
        ]
        end = match.end()
    return "".join([*parts, _escape_around_marks(text[end:])])


def _escape_around_marks(text: str) -> str:
    pieces = _CITE.split(text)  # text, reference, text, reference … text
    return "".join(f"[^{piece}]" if at % 2 else escape(piece) for at, piece in enumerate(pieces))


def cited(text: str) -> tuple[str, ...]:
    """The ids of the references that a text names, each once, in the order of the text."""
    return tuple(dict.fromkeys(_CITE.findall(text))) if "[^" in text else ()


def plain(text: str) -> str:
    """The text without emphasis and source marks, for titles, attributes and exports."""
    return _MARKS.sub(lambda match: match["strong"] or match["em"], _CITE.sub("", text))


_NO_LINK = (
    "a link or a broken source mark: name sources as [^id-of-the-reference], records under their own keys"
)
_NO_MARK = "a link or footnote: name sources under refs and records under their own keys"


def _check(text: str, longest: int, *, citing: bool) -> str:
    text = text.strip()
    if not text:
        raise PydanticCustomError("text", "empty text: write something, or leave the key out")
    if len(text) > longest:
        raise PydanticCustomError(
            "text", f"{len(text)} characters; at most {longest} fit here: split or shorten it"
        )
    if match := _HTML.search(text):
        raise PydanticCustomError(
            "text", f"HTML “{match.group()[:30]}”: write plain words (*emphasis* is allowed)"
        )
    if match := _JINJA.search(text):
        raise PydanticCustomError("text", f"template code “{match.group()}”: write plain words")
    if _LINK.search(_CITE.sub("", text) if citing else text):
        raise PydanticCustomError("text", _NO_LINK if citing else _NO_MARK)
    if "\n" in text:
        raise PydanticCustomError("text", "a line break: one paragraph a text (use >- for long ones)")
    if not text.isprintable():
        _refuse_invisible(text)
    return text


def _refuse_invisible(text: str) -> None:
    for char in text:
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
            name = unicodedata.name(char, "control character").lower()
            raise PydanticCustomError("text", f"invisible character U+{ord(char):04X} ({name}): delete it")


class Text(str):
    """One paragraph of inline text; `[^id]` names the source of what stands before it."""

    longest: ClassVar[int] = 1500
    citing: ClassVar[bool] = True
    __slots__ = ()

    def __html__(self) -> str:
        return inline(self)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            lambda text: cls(_check(text, cls.longest, citing=cls.citing)),
            core_schema.str_schema(strict=True),
        )


class Summary(Text):
    """One paragraph that also stands in lists, cards and previews: without source marks."""

    citing: ClassVar[bool] = False
    __slots__ = ()


class Name(Text):
    """A name or short label, without source marks."""

    longest: ClassVar[int] = 140
    citing: ClassVar[bool] = False
    __slots__ = ()


_NUMBER_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def count_named(count: int, of: int, facts: Iterable[str]) -> bool:
    """Whether facts name a number that is, rounded, this many: as a percentage or as so many of 1,000.

    The 95 of “95% CI” doesn't count.
    """
    return any(
        round(number * of / base + 1e-9) == count
        for fact in facts
        for number in _numbers(re.sub(r"95 ?% (?:CI|confidence|interval)", "", fact))
        for base in ((100, 1000) if number == int(number) else (100,))
    )


def _numbers(text: str) -> Iterator[float]:
    for word in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+", text.lower()):
        if word[0].isdigit():
            yield float(word.replace(",", ""))
        elif word in _NUMBER_WORDS:
            yield float(_NUMBER_WORDS.index(word))
