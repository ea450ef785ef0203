"""MkDocs-only extras: nothing here changes what readers see."""

from __future__ import annotations

import gc
from typing import Any

from mkdocs.plugins import event_priority

from macros import library


@event_priority(100)
def on_config(config: Any) -> None:
    """Look at the data files again at the start of every build (engines without hooks look once a second)."""
    library.look_again()


def on_pre_build(config: Any) -> None:
    """Let Python's collector pass over the records, which all stay, and look for garbage less often.

    A build makes many objects and little garbage in cycles; looking for it takes a tenth of the time.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
