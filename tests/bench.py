"""`make bench`: seconds, memory and bytes, as the site is and with ten times the exercises.

Prints a table in Markdown. What our own layer costs shows against a plain MkDocs build of the same
finished Markdown (macros run, sources written out) with the same theme and plugins.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.building import copy_tree

RUNS = 3

# Writes each page as it is after macros and sources: what a plain build starts from.
CAPTURE = r"""
import json, os
from pathlib import Path
from macros.citations import Citations
from markdown import Markdown

def on_page_markdown(markdown, page, config, files):
    lines = Citations(Markdown(), Path("data")).run(markdown.split("\n"))
    meta = {key: value for key, value in page.meta.items() if key in ("title", "description", "hide", "crumbs")}
    path = Path(os.environ["CAPTURED"], page.file.src_uri)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("---\n" + json.dumps(meta) + "\n---\n" + "\n".join(lines), encoding="utf-8")
"""


@dataclass
class Run:
    """One command, measured."""

    seconds: float
    peak_mb: float


def measure(module: list[str], tree: Path, times: int = RUNS, **environment: str) -> Run:
    """The fastest of some runs of a Python module, with the most memory that any of them held."""
    runs = []
    for _ in range(times):
        shutil.rmtree(
            tree / ".cache", ignore_errors=True
        )  # Zensical's, which would make the next run a warm one
        command = [sys.executable, "-m", *module]
        with tempfile.TemporaryFile("w+") as errors:
            started = time.perf_counter()
            process = subprocess.Popen(
                command,
                cwd=tree,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
            if os.waitstatus_to_exitcode(status):
                errors.seek(0)
                sys.exit(f"{errors.read()[-2000:]}\n{' '.join(command)} failed in {tree}")
        runs.append(Run(seconds, usage.ru_maxrss / 1024))
    return Run(min(run.seconds for run in runs), max(run.peak_mb for run in runs))


def multiply(tree: Path, times: int) -> None:
    """Give a tree so many times its exercises: copies with ids of their own, linked among themselves."""
    originals = sorted((tree / "data/exercises").glob("*.yml"))
    ids = [path.stem for path in originals]
    for path in originals:
        text = path.read_text(encoding="utf-8")
        for number in range(2, times + 1):
            copy = re.sub(
                rf"^(id: |  - )({'|'.join(ids)})$", rf"\g<1>\g<2>-copy-{number}", text, flags=re.MULTILINE
            )
            id = f"{path.stem}-copy-{number}"
            (path.parent / f"{id}.yml").write_text(copy, encoding="utf-8")
            (tree / f"docs/exercises/{id}.md").write_text(f'{{{{ exercise("{id}") }}}}\n', encoding="utf-8")


def plain_tree(tree: Path, target: Path) -> Path:
    """The same site as finished Markdown, without our layer."""
    copy_tree(target, "mkdocs.yml")
    shutil.copytree(tree / "docs", target / "docs")
    config = (tree / "mkdocs.yml").read_text(encoding="utf-8")
    capturing = tree / "capture.yml"
    (tree / "capture.py").write_text(CAPTURE)
    capturing.write_text(config.replace("hooks: [macros/hooks.py]", "hooks: [capture.py]"))
    measure(
        ["mkdocs", "build", "-f", "capture.yml", "-d", str(target / "unused")],
        tree,
        times=1,
        CAPTURED=str(target / "docs"),
    )
    capturing.unlink()
    config = config.replace("hooks: [macros/hooks.py]\n", "").replace("watch: [data, macros/templates]\n", "")
    config = re.sub(r"  - macros:\n(      .*\n)+", "", config)
    config = re.sub(r"  - macros\.(citations|terms).*\n", "", config)
    (target / "mkdocs.yml").write_text(config)
    return target


def rebuild(tree: Path) -> float:
    """Seconds from saving one record until `mkdocs serve` has rebuilt, the watcher's own wait included."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:8123"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "STRICT": "false", "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(command, cwd=tree, env=environment, stderr=subprocess.PIPE, text=True)
    assert server.stderr

    def wait_for(words: str) -> None:
        assert server.stderr
        for line in server.stderr:
            if words in line:
                return
        sys.exit("mkdocs serve ended early")

    try:
        wait_for("Serving on")
        time.sleep(1)
        record = tree / "data/exercises/psoas-march.yml"
        text = record.read_text(encoding="utf-8")
        started = time.perf_counter()
        record.write_text(text.replace("Psoas march", "Psoas March"), encoding="utf-8")
        wait_for("Documentation built")
        return time.perf_counter() - started
    finally:
        server.terminate()
        server.wait()


def size(folder: Path) -> float:
    """Megabytes of all files under a folder, source maps of the theme left out."""
    return (
        sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.suffix != ".map")
        / 1e6
    )


def column(work: Path, times: int) -> dict[str, str]:
    """Every figure for one size of the site."""
    tree = copy_tree(work / f"{times}x")
    multiply(tree, times)
    checked = measure(["macros", "check"], tree)
    built = measure(["mkdocs", "build", "--strict"], tree)
    pages = sum(1 for _ in (tree / "site").rglob("*.html"))
    megabytes = size(tree / "site")
    rebuilt = rebuild(tree)
    plain = measure(["mkdocs", "build", "--strict"], plain_tree(tree, work / f"{times}x-plain"))
    shutil.rmtree(tree / "site")
    zensical = measure(["zensical", "build", "--strict"], tree)
    return {
        "Pages": f"{pages}",
        "Check the data": f"{checked.seconds:.2f} s",
        "Build, cold": f"{built.seconds:.1f} s",
        "Pages a second": f"{pages / built.seconds:.0f}",
        "Rebuild after one record changed (serve)": f"{rebuilt:.1f} s",
        "Most memory": f"{built.peak_mb:.0f} MB",
        "Size of the site": f"{megabytes:.1f} MB",
        "Plain MkDocs Material, same finished Markdown": f"{plain.seconds:.1f} s",
        "What our layer adds": f"{(built.seconds / plain.seconds - 1) * 100:+.0f} %",
        "Zensical, same tree": f"{zensical.seconds:.1f} s",
    }


def table(columns: dict[str, dict[str, str]]) -> str:
    """Columns side by side, in Markdown."""
    names = list(columns)
    lines = [f"| | {' | '.join(names)} |", f"| --- |{' ---: |' * len(names)}"]
    for row in next(iter(columns.values())):
        lines.append(f"| {row} | {' | '.join(columns[name][row] for name in names)} |")
    return "\n".join(lines)


def main(show: Callable[[str], None] = print) -> None:
    """Measure both sizes and show the table."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        columns = {"as it is": column(work, 1), "ten times the exercises": column(work, 10)}
    show(table(columns))


if __name__ == "__main__":
    main()
