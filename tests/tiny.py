"""A tiny sound site, for tests that build often or break something."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.models import KINDS
from macros.scaffold import page_text
from tests.building import ROOT
from tests.data.small import SMALL, write

CONFIG = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
NAV = CONFIG[CONFIG.index("\nnav:") : CONFIG.index("\ntheme:")]

CITED_BY_TEMPLATES = ("hayden2021exercise", "cochrane2011smd")
"""References that pages of records name on their own."""


def tiny(folder: Path, text: str, *, own_macros: bool = False) -> Path:
    """A site with the small data set, a page for each record, and one page with a text.

    `own_macros` copies the package, so that a test may edit it.
    """
    folder.mkdir(exist_ok=True)
    write(folder / "data")
    for id in CITED_BY_TEMPLATES:
        shutil.copy(ROOT / f"data/references/{id}.yml", folder / "data/references")
    if own_macros:
        shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    else:
        (folder / "macros").symlink_to(ROOT / "macros")
    (folder / "mkdocs.yml").write_text(CONFIG.replace(NAV, ""), encoding="utf-8")
    docs = folder / "docs"
    models = {model.folder: model for model in KINDS.values() if model.has_page}
    for name in SMALL:
        record = Path(name)
        if model := models.get(record.parent.name):
            path = docs / record.with_suffix(".md")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page_text(model, record.stem), encoding="utf-8")
    for file in ("assets/stylesheets/site.css", "assets/javascripts/site.js"):
        path = docs / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    (docs / "templates").mkdir()
    (docs / "index.md").write_text(f"# Start\n\n{text}\n", encoding="utf-8")
    return folder
