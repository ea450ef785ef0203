"""What the site engines differ in: MkDocs today, Zensical tomorrow."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, NoReturn

from macros.library import Library, UnknownRecord
from macros.page import MacroError, Page

try:
    from mkdocs.exceptions import PluginError as BuildStopped
except ImportError:  # another engine

    class BuildStopped(Exception):  # type: ignore[no-redef]
        """Ends the build with a message."""


def stop(message: str) -> NoReturn:
    """End the build with a message and no traceback."""
    raise BuildStopped(message)


def current_page(env: Any, library: Library) -> Page:
    """The page that the engine is working on."""
    page = env.page
    path = getattr(page, "path", None) or page.file.src_uri
    return Page(path, page.meta, library, env.conf["site_url"] or "")


def page_path(md: Any) -> str | None:
    """Source file under `docs/` of the page that a Markdown instance converts; None outside a site."""
    if "relpath" in md.treeprocessors:  # MkDocs
        return str(md.treeprocessors["relpath"].file.src_uri)
    if "rendering_context" in md.preprocessors:  # Zensical
        return str(md.preprocessors["rendering_context"].page.path)
    return None


def writes_files(md: Any) -> bool:
    """Whether the engine behind a Markdown instance runs the hooks that write files beside the pages."""
    return "relpath" in md.treeprocessors


def bind(macro: Callable[..., str], env: Any, library: Library) -> Callable[..., str]:
    """The macro as authors call it: its page given by the engine, its errors told with page and call."""
    fail = bool(env.config.get("on_error_fail"))

    def call(*args: Any, **kwargs: Any) -> str:
        page = current_page(env, library)
        try:
            return macro(page, *args, **kwargs)
        except (MacroError, UnknownRecord) as error:
            given = [repr(value) for value in args] + [
                f"{name}={value!r}" for name, value in kwargs.items() if name != "caller"
            ]
            message = f"docs/{page.path}: {macro.__name__}({', '.join(given)}): {error}"
            if fail:  # the plugin would print a traceback before it exits
                raise SystemExit(message) from None
            stop(message)

    return update_wrapper(call, macro)


__all__ = ["BuildStopped", "bind", "current_page", "page_path", "stop", "writes_files"]
