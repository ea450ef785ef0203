"""The site's macros. Engines call `define_env`; everything else lives in the modules beside this one."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Register every macro with the engine (mkdocs-macros, or Zensical's equal of it)."""
    from macros.catalog import MACROS
    from macros.engine import bind, stop
    from macros.library import load
    from macros.problems import ProblemsFound

    try:
        library = load(Path(env.project_dir) / "data")
    except ProblemsFound as found:
        stop(f"the data has problems\n{found}")
    for macro in MACROS:
        env.macro(bind(macro, env, library), macro.__name__)
