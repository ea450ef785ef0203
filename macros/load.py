"""Strict YAML: one file, one mapping, every value with its place.

YAML 1.2 core types only. What YAML 1.1 would silently turn into something else
(`no`, `3:1`, dates) stays text; a number with a leading zero, anchors, aliases,
tags, duplicate keys and empty values are refused, because no record needs them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from macros.problems import Problem

FieldPath = tuple[str | int, ...]
"""Where a value stands inside a record: `("steps", 2)`."""

Position = tuple[int, int]
"""Line and column, both counted from 1."""


class Note(Protocol):
    """Takes down a problem at a place of the file being read."""

    def __call__(self, position: Position, message: str, path: FieldPath = ()) -> None:
        """Add one problem."""


MAX_BYTES = 200_000
MAX_DEPTH = 12
LONGEST_NUMBER = 18

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]+)?")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")
_NULLS = {"", "~", "null", "Null", "NULL"}
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


@dataclass
class Document:
    """A parsed file: its data, and where each value and each key stands."""

    data: dict[str, object]
    values: dict[FieldPath, Position] = field(default_factory=dict)
    keys: dict[FieldPath, Position] = field(default_factory=dict)

    def place(self, path: FieldPath, *, key: bool = False) -> Position:
        """Position of a value (or its key); of the nearest parent where it is missing."""
        for length in range(len(path), -1, -1):
            part = path[:length]
            found = (self.keys.get(part) if key else None) or self.values.get(part)
            if found:
                return found
        return (1, 1)


def field_name(path: FieldPath) -> str:
    """`("steps", 2, "text")` → `steps[2].text`."""
    name = ""
    for part in path:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def parse(content: bytes, file: str, record: str) -> tuple[Document | None, list[Problem]]:
    """Parse one file; the document is None when nothing can be made of it.

    `file` and `record` only name the place in the problems.
    """
    problems: list[Problem] = []

    def problem(position: Position, message: str, path: FieldPath = ()) -> None:
        problems.append(Problem(file, *position, record, field_name(path), message))

    text = _decode(content, problem)
    if text is None or _has_bad_characters(text, problem):
        return None, problems
    builder = _Builder(problem)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem(position, f"not valid YAML: {error.problem or error.context}")
        return None, problems
    except _Unusable:
        return None, problems
    if builder.root is None:
        problem((1, 1), "the file is empty: write a record, or delete the file")
        return None, problems
    if not isinstance(builder.root, dict):
        problem((1, 1), f"expected keys and values (id: …), got {kind_of(builder.root)}")
        return None, problems
    return Document(builder.root, builder.values, builder.keys), problems


def kind_of(value: object) -> str:
    """The kind of a parsed value in plain words, for messages."""
    match value:
        case None:
            return "nothing"
        case bool():
            return f"{str(value).lower()}"
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text “{value if len(value) <= 40 else value[:39] + '…'}”"
        case list():
            return "a list"
        case _:
            return "keys and values"


def _decode(content: bytes, problem: Note) -> str | None:
    if len(content) > MAX_BYTES:
        problem((1, 1), f"the file has {len(content)} bytes; a record has at most {MAX_BYTES}")
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        problem((line, column), f"not UTF-8 (byte 0x{content[error.start]:02x}): save the file as UTF-8")
        return None
    return text.replace("\r\n", "\n")


def _has_bad_characters(text: str, problem: Note) -> bool:
    bad = False
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent:
            problem((number, indent.index("\t") + 1), "a tab in the indentation: indent with spaces")
            bad = True
        for match in _CONTROL.finditer(line):
            code = ord(match.group())
            problem((number, match.start() + 1), f"control character U+{code:04X}: delete it")
            bad = True
    return bad


class _Unusable(Exception):
    """The file can't be read on (its problem is already noted)."""


class _Builder:
    """Makes plain data from YAML events and notes where each value stands."""

    def __init__(self, problem: Note) -> None:
        self.problem = problem
        self.root: object = None
        self.values: dict[FieldPath, Position] = {}
        self.keys: dict[FieldPath, Position] = {}
        self._open: list[tuple[FieldPath, dict[str, object] | list[object]]] = []
        self._key: list[str | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        kind = type(event)
        if isinstance(event, yaml.ScalarEvent):
            self._check_node(event)
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._check_node(event)
            self._enter(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._check_node(event)
            self._enter(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
            self._key.pop()
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, "a second document (---): one record a file")
        elif kind is yaml.AliasEvent:
            self._refuse(event, f"alias *{event.anchor}: write the value out")  # type: ignore[attr-defined]

    def _check_node(self, event: yaml.Event) -> None:
        if getattr(event, "anchor", None):
            self._refuse(event, f"anchor &{event.anchor}: write the value out where it is needed")  # type: ignore[attr-defined]
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._refuse(event, f"tag {tag}: plain values only")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        position = _position(event)
        if self._expects_key():
            path, container = self._open[-1]
            key = event.value
            if isinstance(container, dict) and key in container:
                first = self.keys[(*path, key)]
                self.problem(
                    position, f"key written twice (first on line {first[0]}): keep one", (*path, key)
                )
            self._key[-1] = key
            self.keys.setdefault((*path, key), position)
            return
        path = self._next_path()
        value = event.value if not event.implicit[0] else self._resolve(event.value, position, path)
        self._add(path, position, value)

    def _resolve(self, text: str, position: Position, path: FieldPath) -> object:
        if text in _NULLS:
            self.problem(position, "empty: write a value, or leave the key out", path)
            return None
        if text in _BOOLEANS:
            return _BOOLEANS[text]
        if len(text) > LONGEST_NUMBER:
            return text
        if _INTEGER.fullmatch(text):
            return int(text)
        if _LEADING_ZERO.fullmatch(text):
            short = text.lstrip("+-").lstrip("0") or "0"
            self.problem(
                position,
                f"{text} begins with zero: write {short} for the number, '{text}' for the text",
                path,
            )
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
        return text

    def _enter(self, event: yaml.Event, container: dict[str, object] | list[object]) -> None:
        if self._expects_key():
            self._refuse(event, "a key must be a single word")
        path = self._next_path()
        if len(path) >= MAX_DEPTH:
            self._refuse(event, f"nested more than {MAX_DEPTH} levels deep")
        self._add(path, _position(event), container)
        self._open.append((path, container))
        self._key.append(None)

    def _expects_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][1], dict) and self._key[-1] is None

    def _next_path(self) -> FieldPath:
        if not self._open:
            return ()
        path, container = self._open[-1]
        part = len(container) if isinstance(container, list) else self._key[-1]
        assert part is not None
        return (*path, part)

    def _add(self, path: FieldPath, position: Position, value: object) -> None:
        self.values[path] = position
        if not self._open:
            self.root = value
            return
        container = self._open[-1][1]
        if isinstance(container, list):
            container.append(value)
        else:
            key = self._key[-1]
            assert key is not None
            container.setdefault(key, value)  # of a key written twice the first stands
            self._key[-1] = None

    def _refuse(self, event: yaml.Event, message: str) -> None:
        self.problem(_position(event), message)
        raise _Unusable


def _position(event: yaml.Event) -> Position:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
