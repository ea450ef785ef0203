"""What pages say about pictures."""

from __future__ import annotations

import pytest

from macros.charts import LineChart, Scale, Series
from macros.figures.manifest import FrameEntry
from macros.library import Library
from macros.models import Exercise
from macros.pictures import Frames, Length


def entry(right: float, left: float) -> FrameEntry:
    def side(share: float) -> dict[str, float]:
        return {"psoas": share, "iliacus": share, "rectus_femoris": 1.0}

    return {
        "file": "exercises/x-1.webp",
        "width": 640,
        "height": 480,
        "bytes": 1,
        "alt": "",
        "lengths": {"right": side(right), "left": side(left)},
    }


@pytest.mark.parametrize(
    ("share", "words", "short"),
    [
        (1.064, "about 6% longer than when you stand", "+6%"),
        (0.78, "about 22% shorter than when you stand", "−22%"),
        (1.004, "about as long as when you stand", "±0%"),
        (0.996, "about as long as when you stand", "±0%"),
    ],
)
def test_lengths_in_words(share: float, words: str, short: str) -> None:
    assert (Length("Iliopsoas", share).words, Length("Iliopsoas", share).short) == (words, short)


def test_the_side_that_moves_is_told(library: Library) -> None:
    poses = library.get(Exercise, "psoas-march").poses
    assert Frames([entry(1.0, 1.0), entry(0.8, 0.99)], poses).side == "right"
    assert Frames([entry(1.0, 0.9), entry(1.0, 1.06)], poses).side == "left"
    assert Frames([entry(1.0, 1.0), entry(0.8, 0.805)], poses).side is None
    assert Frames([entry(1.0, 1.0), entry(0.8, 1.06)], poses).longest.short == "+6%"
    assert Frames([entry(1.0, 1.0), entry(0.8, 1.06)], poses).shortest.short == "−20%"


def test_a_chart_puts_values_where_they_belong() -> None:
    assert Scale(0, 10, 100, 300)(5) == 200
    assert Scale(0, 10, 300, 100)(10) == 100
    lines = [Series("a", "a", [0, 10], [0, 5]), Series("b", "b", [0, 10], [10, 5])]
    chart = LineChart("alt", lines, [0, 10], [0, 10], 0)
    assert lines[0].path(chart.x, chart.y) == "M56 340L490 177"
    assert chart.labels == [164.0, 190.0]  # the same end: names stand one above the other
