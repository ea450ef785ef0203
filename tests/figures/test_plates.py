"""The anatomy plates: their words, their labels and what they are drawn from; nothing here needs OpenGL."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from macros.figures import manifest as book
from macros.figures.alone import MUSCLES
from macros.figures.flesh import BACK_FASCICLES, FRONT_FASCICLES, TINTS, Flesh
from macros.figures.labels import COLUMN, FONT_SIZE, LINE_HEIGHT, arranged, crossing, spread, wrapped
from macros.figures.model import anatomy
from macros.figures.plates import MAX_PLATE_BYTES, PLATES, Plate
from macros.figures.strands import model_path, on_side, resampled, strands

ROOT = Path(__file__).parent.parent.parent
STRUCTURES = {path.stem for path in (ROOT / "data/structures").glob("*.yml")}
ALL = {**PLATES, **{f"muscle {id}": plate for id, plate in MUSCLES.items()}}

heights = st.floats(0, 700)


class TestSpread:
    def test_leaves_what_does_not_touch(self) -> None:
        assert spread([100, 300], [36, 36], 700) == [100, 300]

    def test_parts_what_touches_evenly(self) -> None:
        assert spread([200, 200], [40, 40], 700, gap=20) == [170, 230]

    def test_keeps_to_the_picture(self) -> None:
        assert spread([-50, 720], [40, 40], 700) == [20, 680]

    def test_nothing(self) -> None:
        assert spread([], [], 700) == []

    def test_says_when_there_is_no_room(self) -> None:
        with pytest.raises(ValueError, match="more than"):
            spread([10, 20, 30], [300, 300, 300], 700)

    @given(st.lists(heights, min_size=1, max_size=7))
    def test_never_overlaps_and_never_leaves(self, wanted: list[float]) -> None:
        places = spread(sorted(wanted), [60] * len(wanted), 700, gap=16)
        assert all(after - before >= 76 - 1e-6 for before, after in pairwise(places))
        assert places[0] >= 30 - 1e-6
        assert places[-1] <= 670 + 1e-6


class TestArranged:
    def test_swaps_labels_whose_lines_would_cross(self) -> None:
        anchors = [(400.0, 300.0), (60.0, 310.0)]  # the farther one starts higher, both pushed apart
        places = arranged(anchors, [1, 1], -10, 700)
        assert not crossing(anchors[0], (-10, places[0]), anchors[1], (-10, places[1]))

    @given(st.lists(st.tuples(st.floats(1, 459), heights), min_size=1, max_size=6, unique=True))
    def test_lines_never_cross(self, anchors: list[tuple[float, float]]) -> None:
        places = arranged(anchors, [2] * len(anchors), -10, 720)
        ends = [(-10.0, place) for place in places]
        assert not any(
            crossing(anchors[i], ends[i], anchors[j], ends[j])
            for i, j in combinations(range(len(anchors)), 2)
        )


class TestWrapped:
    def test_breaks_between_words(self) -> None:
        assert wrapped("Lateral femoral cutaneous nerve") == ["Lateral", "femoral", "cutaneous", "nerve"]
        assert wrapped("Iliacus") == ["Iliacus"]

    def test_joins_short_words(self) -> None:
        assert wrapped("Hip joint") == ["Hip joint"]


@pytest.mark.parametrize("plate", PLATES.values(), ids=PLATES)
class TestPlates:
    def test_links_to_records(self, plate: Plate) -> None:
        named = [label.structure for label in plate.labels] + [trace.structure for trace in plate.traces]
        assert {structure for structure in named if structure} <= STRUCTURES

    def test_has_few_short_labels(self, plate: Plate) -> None:
        assert 1 <= len(plate.labels) <= 9
        rows = [row for label in plate.labels for row in wrapped(label.text)]
        assert max(len(row) for row in rows) * FONT_SIZE * 0.55 < COLUMN

    def test_labels_fit_beside_the_picture(self, plate: Plate) -> None:
        for side in ("left", "right"):
            rows = [len(wrapped(label.text)) for label in plate.labels if label.side == side]
            sizes = [count * LINE_HEIGHT for count in rows]
            assert len(spread([0.0] * len(rows), sizes, plate.height)) == len(rows)

    def test_names_nothing_twice(self, plate: Plate) -> None:
        texts = [label.text for label in plate.labels]
        assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("plate", ALL.values(), ids=ALL)
class TestFlesh:
    def test_has_words(self, plate: Plate) -> None:
        assert 40 < len(plate.alt) < 400
        assert plate.alt.endswith(".")

    def test_is_made_of_what_the_model_has(self, plate: Plate) -> None:
        names = {path for flesh in plate.flesh for path in flesh.paths if isinstance(path, str)}
        assert {f"{name}_r_tendon" for name in names} <= anatomy().tendon.keys()
        assert {flesh.tint for flesh in plate.flesh} <= TINTS.keys()

    def test_sheets_lie_between_paths(self, plate: Plate) -> None:
        assert all(len(flesh.paths) >= 2 for flesh in plate.flesh if flesh.sheet)


class TestStrands:
    @pytest.fixture(autouse=True)
    def _standing(self) -> None:
        anatomy().lengths(anatomy().neutral)

    @pytest.mark.parametrize("name", [*FRONT_FASCICLES, *BACK_FASCICLES])
    def test_the_psoas_ends_on_the_lesser_trochanter(self, name: str) -> None:
        ends = model_path(anatomy(), name, "r")[-1], model_path(anatomy(), "psoas", "r")[-1]
        assert np.allclose(*ends)

    def test_paths_run_downward(self) -> None:
        for name in ("glmed1", "LTpT_T5", "MF_m3s", "recfem"):
            path = model_path(anatomy(), name, "r")
            assert path[0, 2] > path[-1, 2]

    def test_a_sheet_has_the_strands_asked_for(self) -> None:
        sheet = Flesh("amber", (((0.1, 0, 1), (0.1, 0, 0)), ((0.2, 0, 1), (0.2, 0, 0))), 0.01, sheet=5)
        found = strands(anatomy(), sheet, "r")
        assert len(found) == 5
        assert np.allclose(np.diff([strand.points[0, 0] for strand in found]), -0.025)

    def test_the_left_mirrors_the_right(self) -> None:
        right, left = on_side([(0.1, -0.1, 1.0)], "r")[0], on_side([(0.1, -0.1, 1.0)], "l")[0]
        assert np.allclose((right + left) / 2, (-0.025, 0.1, 1.0))

    def test_reach_moves_the_lower_end_alone(self) -> None:
        path = (((0.1, 0.0, 1.0), (0.1, 0.0, 0.0)),)
        plain = strands(anatomy(), Flesh("amber", path, 0.01), "r")[0].points
        moved = strands(anatomy(), Flesh("amber", path, 0.01, reach=(0, 0, -0.1)), "r")[0].points
        assert np.allclose(moved[0], plain[0])
        assert moved[-1, 2] == pytest.approx(plain[-1, 2] - 0.1)

    def test_smoothing_keeps_the_ends(self) -> None:
        path = np.array([[0.0, 0, 0], [1, 0, 0], [1, 1, 0]])
        curve = resampled(path)
        assert np.allclose(curve[[0, -1]], path[[0, -1]])


@pytest.mark.parametrize("id", PLATES)
class TestDrawn:
    """What is in docs/assets/figures."""

    @pytest.fixture
    def entry(self, id: str) -> book.PlateEntry:
        drawn = book.read(ROOT)["plates"]
        if id not in drawn:
            pytest.skip("not drawn yet")
        return drawn[id]

    def test_anchors_are_on_something(self, entry: book.PlateEntry) -> None:
        with Image.open(ROOT / book.FOLDER / entry["file"]) as file:
            alpha = file.convert("RGBA").getchannel("A")
        on_lines = {tuple(point) for line in entry["lines"] for point in line["points"]}
        for label in entry["labels"]:
            x, y = label["x"], label["y"]
            near = any(abs(x - a) + abs(y - b) < 16 for a, b in on_lines)
            assert 0 <= x < entry["width"], label["text"]
            assert 0 <= y < entry["height"], label["text"]
            assert near or alpha.getpixel((x, y)), label["text"]

    def test_labels_keep_apart(self, entry: book.PlateEntry) -> None:
        for side, edge in (("left", -10.0), ("right", entry["width"] + 10.0)):
            labels = sorted(
                (la for la in entry["labels"] if la["side"] == side), key=lambda la: la["label_y"]
            )
            for above, below in pairwise(labels):
                rows = (len(above["rows"]) + len(below["rows"])) / 2
                assert below["label_y"] - above["label_y"] >= rows * LINE_HEIGHT
            for a, b in combinations(labels, 2):
                assert not crossing(
                    (a["x"], a["y"]), (edge, a["label_y"]), (b["x"], b["y"]), (edge, b["label_y"])
                )

    def test_is_light(self, entry: book.PlateEntry) -> None:
        assert entry["bytes"] <= MAX_PLATE_BYTES
