"""The examples of the page on open data, run against files made by the export."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from macros.exports.files import CitedPage, site_files
from macros.exports.opendata import DOWNLOADS
from macros.library import Library
from macros.models import Exercise, Treatment
from tests.building import ROOT

PAGE = (ROOT / "docs/about/data.md").read_text(encoding="utf-8")
ADDRESS = "{{ config.site_url }}"
MARCH = CitedPage("exercises/psoas-march.html", "Psoas march", date(2026, 11, 21), ("hu2011aslr",))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        pass


@pytest.fixture(scope="module")
def exported(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    for path, content in site_files(library, [MARCH], "https://example.org/"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def served(exported: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(exported)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def example(language: str, site: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.+?)```", PAGE, re.DOTALL)
    assert ADDRESS in found
    return str(found).replace(ADDRESS, site)


def said(command: list[str], tmp_path: Path) -> list[str]:
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()


def test_python(served: str, library: Library, tmp_path: Path) -> None:
    lines = said([sys.executable, "-c", example("python", served)], tmp_path)
    expected = [
        f"{one.name} {served}{one.address}"
        for one in library.all(Exercise)
        if one.position == "standing"
        and all({"wall", "chair"} & set(thing.any_of) for thing in one.equipment if thing.need == "needed")
    ]
    assert lines == expected
    assert len(lines) > 3


@pytest.mark.skipif(shutil.which("node") is None, reason="no node")
def test_javascript(served: str, library: Library, tmp_path: Path) -> None:
    script = tmp_path / "example.mjs"
    script.write_text(example("js", served), encoding="utf-8")
    assert said(["node", str(script)], tmp_path) == [
        f"{one.plain_name} ({one.population}): {served}{one.address}"
        for one in library.all(Treatment)
        if one.verdict == "recommended" and one.certainty in ("high", "moderate")
    ]


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="no R")
def test_r(served: str, library: Library, tmp_path: Path) -> None:
    script = tmp_path / "example.R"
    script.write_text("options(width = 10000)\n" + example("r", served), encoding="utf-8")
    head, *rows = said(["Rscript", "--vanilla", str(script)], tmp_path)
    assert head.split() == ["name", "minutes", "per_week", "cautions"]
    expected = [one for one in library.all(Exercise) if one.goal == "lengthen" and one.level <= 2]
    assert len(rows) == len(expected) > 3
    for one in expected:
        assert sum(one.name in row for row in rows) == 1, one.name


def test_curl(served: str, exported: Path, tmp_path: Path) -> None:
    for _ in range(2):
        said(["sh", "-e", "-c", example("sh", served)], tmp_path)
    assert (tmp_path / "references.ris").read_bytes() == (exported / "data/references.ris").read_bytes()
    assert (tmp_path / "mine.bib").read_bytes() == (
        exported / "cite/exercises/psoas-march.bib"
    ).read_bytes() * 2


def test_the_page_names_every_file() -> None:
    files, _, _ = PAGE.partition("## How a file is built")
    named = set(re.findall(r"`([\w.-]+\.(?:json|csv|bib|ris))`", files))
    assert named == {path.removeprefix("data/") for path in DOWNLOADS}


def test_the_page_names_fields_that_exist(library: Library) -> None:
    rows = re.findall(r"^\| (`[^|]+\.json`[^|]*)\|[^|]*\|([^|]+)\|$", PAGE, re.MULTILINE)
    models = {type(next(iter(records.values()))) for records in library.records.values()}
    for files, fields in rows:
        folders = re.findall(r"`([\w-]+)\.json`", files)
        known = {name for model in models if model.folder in folders for name in model.model_fields}
        assert set(re.findall(r"`(\w+)`", fields)) <= known, files
    assert len(rows) > 10
