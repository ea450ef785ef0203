"""The list of pictures: what it says of a made-up tree, and that it fits the real one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import mean

import pytest

from macros.figures import __main__ as command
from macros.figures import manifest as book
from macros.figures.manifest import Entry, FrameEntry, Manifest
from macros.figures.subjects import Subject, subject, subjects
from macros.library import Library
from macros.models import Exercise
from tests.building import ROOT

LONGEST_MM = 10
"""How far a support may be from its surface, millimeters."""


def drawn(tmp_path: Path) -> Manifest:
    """A tree with an exercise, an assessment and a muscle, all in order."""
    manifest = book.empty()
    for kind, id in (("exercises", "bridge"), ("assessments", "ely"), ("muscles", "iliacus")):
        file = f"{kind}/{id}-1.webp"
        path = tmp_path / book.FOLDER / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")
        frame = FrameEntry(file=file, width=640, height=480, bytes=5, alt="")
        manifest[kind][id] = Entry(hash="1", frames=[frame])  # type: ignore[literal-required]
    return manifest


WANTED = {"exercise bridge": "1", "assessment ely": "1", "muscle iliacus": "1"}


def test_nothing_to_say(tmp_path: Path) -> None:
    assert book.problems(tmp_path, drawn(tmp_path), WANTED) == []


def test_every_problem_has_its_words(tmp_path: Path) -> None:
    manifest = drawn(tmp_path)
    folder = tmp_path / book.FOLDER
    (folder / "exercises/bridge-1.webp").unlink()
    (folder / "assessments/ely-1.webp").write_bytes(b"1234567")
    (folder / "exercises/old-1.webp").write_bytes(b"1")
    wanted = {"exercise bridge": "2", "exercise march": "1", "muscle iliacus": "1"}
    assert book.problems(tmp_path, manifest, wanted) == [
        "assessment ely: drawn, but there is no such record",
        "assessments/ely-1.webp: not the file that was drawn (7 bytes, not 5)",
        "exercise bridge: out of date",
        "exercise march: not drawn yet",
        "exercises/bridge-1.webp: missing",
        "exercises/old-1.webp: belongs to nothing",
    ]


def test_sweeping_removes_what_belongs_to_nothing(tmp_path: Path) -> None:
    manifest = drawn(tmp_path)
    stray = tmp_path / book.FOLDER / "exercises/old-1.webp"
    stray.write_bytes(b"1")
    book.sweep(tmp_path, manifest)
    assert not stray.exists()
    assert book.problems(tmp_path, manifest, WANTED) == []


def test_the_list_survives_writing_and_names_every_kind(tmp_path: Path) -> None:
    assert book.read(tmp_path) == book.empty()
    assert book.stamp(tmp_path) == 0
    manifest = drawn(tmp_path)
    book.write(tmp_path, manifest)
    assert book.read(tmp_path) == manifest
    assert book.stamp(tmp_path) > 0
    with book.updating(tmp_path) as now:
        del now["muscles"]["iliacus"]
    assert book.read(tmp_path)["muscles"] == {}
    (tmp_path / book.FILE).write_text('{"muscles": {}}', encoding="utf-8")
    assert book.read(tmp_path) == book.empty()
    (tmp_path / book.FILE).write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="Expecting"):
        book.read(tmp_path)


def test_a_changed_pose_position_or_muscle_makes_a_picture_old(library: Library) -> None:
    march = subject(library.get(Exercise, "psoas-march"))
    assert march
    changed: list[Subject] = [
        Subject(march.kind, march.id, march.name, "standing", march.poses, march.muscles),
        Subject(march.kind, march.id, march.name, march.position, march.poses[1:], march.muscles),
        Subject(march.kind, march.id, march.name, march.position, march.poses, ("sartorius",)),
    ]
    hashes = {book.hash_of_subject(each) for each in (march, *changed)}
    assert len(hashes) == 4
    renamed = Subject(march.kind, march.id, "Another name", march.position, march.poses, march.muscles)
    assert book.hash_of_subject(renamed) in hashes


def test_the_packages_that_draw_are_those_of_the_project() -> None:
    found = book.drawing_packages()
    assert set(found) == {"mujoco", "myo-sim"}
    assert command.other_packages() == []


def test_other_packages_do_not_draw(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(book, "drawing_packages", lambda: {"mujoco": "0.1", "unheard-of": "2"})
    wrong = command.other_packages()
    assert wrong[0].startswith("mujoco ")
    assert wrong[0].endswith(" instead of 0.1")
    assert wrong[1] == "unheard-of none instead of 2"


def test_checking_says_what_to_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.check(tmp_path) == 1
    said = capsys.readouterr().err.splitlines()
    assert "hip: not drawn yet" in said
    assert said[-1] == "Run `make figures`."


def test_a_record_that_is_gone_leaves_and_words_follow_the_poses(tmp_path: Path, library: Library) -> None:
    march = subject(library.get(Exercise, "psoas-march"))
    assert march
    manifest = drawn(tmp_path)
    files = [f"exercises/psoas-march-{number}.webp" for number in range(1, len(march.poses) + 1)]
    frames = [FrameEntry(file=file, width=640, height=480, bytes=5, alt="old words") for file in files]
    manifest["exercises"]["psoas-march"] = Entry(hash="1", frames=frames)
    assert command.wrong_words(manifest, [march]) == ["exercise psoas-march: words out of date"]
    book.write(tmp_path, manifest)
    command.tidy(tmp_path, [march])
    now = book.read(tmp_path)
    assert list(now["exercises"]) == ["psoas-march"]
    assert now["assessments"] == {}
    assert list(now["muscles"]) == ["iliacus"]
    assert command.wrong_words(now, [march]) == []


def test_the_site_reads_the_list_without_the_packages_that_draw() -> None:
    code = "import sys, macros.figures.manifest, macros.figures.alt; print({'mujoco', 'numpy', 'PIL'} & set(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"


def test_every_picture_is_drawn_from_the_records_as_they_are() -> None:
    assert command.all_problems(ROOT) == [], "run `make figures`"


def test_every_drawn_pose_rests_on_its_supports() -> None:
    manifest = book.read(ROOT)
    loose = []
    for each in subjects(ROOT):
        for frame in book.of_kind(manifest, each.kind)[each.id]["frames"]:
            fit = frame["fit"]
            if fit["contact_mm"] > LONGEST_MM or fit["sunk_mm"] > LONGEST_MM or fit["beyond_deg"] > 0:
                loose.append((frame["file"], fit))
    assert loose == []


def test_every_posed_picture_is_small() -> None:
    manifest = book.read(ROOT)
    hip = manifest["hip"]
    assert hip
    for entry in (hip, *manifest["exercises"].values(), *manifest["assessments"].values()):
        for frame in entry["frames"]:
            assert frame["bytes"] <= 25_000, frame["file"]
            assert (frame["width"], frame["height"]) == (640, 480), frame["file"]


KEYS = {
    "iliopsoas": ("psoas", "iliacus"),
    "hip flexors": ("psoas", "iliacus"),
    "psoas major": ("psoas",),
    "iliacus": ("iliacus",),
    "rectus femoris": ("rectus_femoris",),
}
"""Muscle of a record → keys of the lengths it is measured by."""


def test_a_stretch_lengthens_what_it_is_for() -> None:
    manifest, short = book.read(ROOT), []
    for each in subjects(ROOT):
        for muscle in each.lengthens:
            if muscle not in KEYS:
                continue
            frames = book.of_kind(manifest, each.kind)[each.id]["frames"]
            first, last = (
                {
                    side: mean(frame["lengths"][side][key] for key in KEYS[muscle])
                    for side in ("right", "left")
                }
                for frame in (frames[0], frames[-1])
            )
            gain = max(last[side] - first[side] for side in first)
            if gain <= 0.005:
                short.append((each.id, muscle, round(gain, 3)))
    assert short == []
