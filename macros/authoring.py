"""The macro that documents the macros: read from the code, so that it can't go stale."""

from __future__ import annotations

from inspect import getdoc, signature
from typing import Any

from markupsafe import Markup

from macros.page import Page


def macro_reference(page: Page) -> str:
    """Every macro with its arguments and its docstring.

    Example: `macro_reference()`
    """
    from macros.catalog import FAMILIES  # this macro is itself in the catalog

    families = {name: [_describe(macro) for macro in macros] for name, macros in FAMILIES.items()}
    return page.render("macro_reference", families=families)


def _describe(macro: Any) -> dict[str, Any]:
    text, _, example = (getdoc(macro) or "").partition("Example:")
    parameters = [str(parameter) for parameter in list(signature(macro).parameters.values())[1:]]
    arguments = ", ".join(parameter.split(":")[0] for parameter in parameters)
    return {
        "name": macro.__name__,
        "arguments": arguments,
        "text": Markup(text.strip()),  # docstrings are ours, in Markdown
        "example": Markup("{{ " + example.strip().strip("`") + " }}"),
    }
