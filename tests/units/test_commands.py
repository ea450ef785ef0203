"""`python -m macros …`."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import generate
from macros.__main__ import check, main, new
from macros.library import read
from macros.models import KINDS
from macros.scaffold import page_text, record_text
from tests.building import ROOT, copy_tree
from tests.data.small import write


def test_check_reports_everything_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = write(tmp_path / "data")
    (data / "exercises/toe-tap.yml").write_text("id: toe-tap\nlevel: 9\n", encoding="utf-8")
    assert check(tmp_path) == 1
    said = capsys.readouterr().err
    assert "[toe-tap] level: expected at most 5, got the number 9" in said
    assert "[toe-tap] name: missing: add it" in said
    assert said.strip().endswith("files.")


def test_check_says_how_many_records_are_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = write(tmp_path / "data")
    for kind in ("exercise", "treatment", "pattern"):
        model = KINDS[kind]
        for path in (data / model.folder).glob("*.yml"):
            page = tmp_path / "docs" / model.folder / f"{path.stem}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(page_text(model, path.stem), encoding="utf-8")
    assert check(tmp_path) == 0
    assert capsys.readouterr().out == "7 records, no problems.\n"


def test_a_record_without_a_page_and_a_page_without_a_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "data")
    pages = tmp_path / "docs/exercises"
    pages.mkdir(parents=True)
    (pages / "index.md").write_text("# Exercises")
    (pages / "lost.md").write_text("# Lost")
    (pages / "toe-tap.md").write_text('{{ exercise("dead-bug") }}')
    assert check(tmp_path) == 1
    said = capsys.readouterr().err
    assert "docs/exercises/lost.md:1:1: [lost] a page without a exercise of its name" in said
    assert (
        'docs/exercises/dead-bug.md:1:1: [dead-bug] the record has no page: write {{ exercise("dead-bug") }}'
        in said
    )
    assert "docs/exercises/toe-tap.md:1:1: [toe-tap] the page doesn't show its record" in said


@pytest.mark.parametrize("kind", KINDS)
def test_new_record_names_every_field_and_is_read_as_unfinished(kind: str, tmp_path: Path) -> None:
    model = KINDS[kind]
    text = record_text(model, "some-id")
    for name, field in model.model_fields.items():
        assert f"{name}:" in text
        if name in ("id", "reviewed"):
            continue  # filled in already
        assert " ".join((field.description or "").split())[:30] in " ".join(text.replace("\n#", "").split())
    path = tmp_path / "data" / model.folder / "some-id.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    _, problems = read(tmp_path / "data")
    assert problems
    assert not [
        problem
        for problem in problems
        if "not valid YAML" in problem.message or "unknown key" in problem.message
    ]


def test_new_writes_record_and_page_and_never_over_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(tmp_path, "exercise", "wall-sit") == 0
    assert (tmp_path / "docs/exercises/wall-sit.md").read_text() == '{{ exercise("wall-sit") }}\n'
    assert new(tmp_path, "exercise", "wall-sit") == 1
    assert "is there already: ids are permanent, choose another" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "id", "message"),
    [
        ("exercize", "wall-sit", "no kind “exercize” (did you mean “exercise”?)"),
        ("exercise", "Wall Sit", "“Wall Sit” is not an id"),
        ("exercise", "../escape", "“../escape” is not an id"),
    ],
)
def test_new_refuses(
    kind: str, id: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(tmp_path, kind, id) == 1
    assert message in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["chekc"])
    assert stopped.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_generated_files_are_up_to_date() -> None:
    assert [str(path.relative_to(ROOT)) for path in generate.stale(ROOT / "data")] == [], (
        "run `make generate`"
    )


def test_a_change_of_the_models_makes_generated_files_stale(tmp_path: Path) -> None:
    tree = copy_tree(tmp_path, "data")
    schema = tree / "data/schemas/exercise.json"
    schema.write_text(
        schema.read_text(encoding="utf-8").replace("Body position.", "Posture."), encoding="utf-8"
    )
    (tree / "data/schemas/claim.json").unlink()
    assert {path.name for path in generate.stale(tree / "data")} == {"exercise.json", "claim.json"}
    generate.write(tree / "data")
    assert generate.stale(tree / "data") == []


def test_the_readme_shows_a_whole_record_as_it_is() -> None:
    record = (ROOT / "data/exercises/heel-slide.yml").read_text(encoding="utf-8")
    assert record.strip() in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_every_command() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in ("serve", "test", "build", "check", "bench", "addresses", "generate", "lock"):
        assert f"\n{command}:" in makefile
