"""Whatever stands in a file, the loader answers with problems that have a place, never with an exception."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.load import parse
from macros.models import KINDS
from macros.validate import validate
from tests.data.small import SMALL

EXERCISE = "exercises/toe-tap.yml"

ODD = st.sampled_from(
    [
        "9" * 5000,
        "1e999",
        "-",
        "~",
        "? x",
        "{",
        "[",
        "}",
        "]",
        '"',
        "'",
        "|",
        ">",
        "&a",
        "*a",
        "!!int",
        "\t",
        "\x00",
        "\x85",
        "\ufeff",
        "%YAML 1.1\n",
        "---\n",
        "...",
        "#",
        ": ",
        "- ",
        "\n",
        "  ",
        "true",
        "0x1F",
        ".inf",
        "<<: ",
        "2026-01-01",
        "null",
        "[" * 20,
        "{{",
        "\u2028",
        "012",
        "1_000",
        '"\\ud800"',
        '"\\x00"',
        "0o7",
        "yes",
    ]
) | st.text(max_size=5)


def problems_of(text: str, file: str) -> None:
    kind = next(kind for kind, model in KINDS.items() if model.folder == file.split("/")[0])
    document, problems = parse(text.encode("utf-8", "surrogatepass"), file, "x")
    if document:
        _, more = validate(KINDS[kind], document, file, "x")
        problems += more
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message


@settings(max_examples=300, deadline=None)
@given(
    file=st.sampled_from(sorted(SMALL)), odd=st.lists(st.tuples(st.floats(0, 1), ODD), min_size=1, max_size=3)
)
@example(file=EXERCISE, odd=[(0.31, "9" * 5000)])
def test_odd_pieces_anywhere(file: str, odd: list[tuple[float, str]]) -> None:
    text = SMALL[file]
    for where, piece in odd:
        at = int(where * len(text))
        text = text[:at] + piece + text[at:]
    problems_of(text, file)


@settings(max_examples=300, deadline=None)
@given(file=st.sampled_from(sorted(SMALL)), line=st.integers(0, 60), value=ODD)
def test_odd_values_of_any_key(file: str, line: int, value: str) -> None:
    lines = SMALL[file].split("\n")
    at = line % len(lines)
    lines[at] = f"{lines[at].split(':')[0]}: {value}"
    problems_of("\n".join(lines), file)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\x00" * 10, b"\xef\xbb\xbf", b"\xed\xa0\x80", b"'" * 99])
def test_odd_bytes(content: bytes) -> None:
    document, problems = parse(content, EXERCISE, "x")
    assert document is None
    assert problems
