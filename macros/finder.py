"""Lists that readers can filter and sort: what there is to choose from. The script is `finder.js`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Choices:
    """One group of boxes to tick."""

    key: str
    """Name in the address and in the rows."""
    legend: str
    options: Sequence[tuple[str, str]]
    """(value, label) each."""
    mode: Literal["any", "none"] = "any"
    """Keep rows that have any ticked value, or leave them out."""
    open: bool = True
    """Unfolded at the start."""


@dataclass(frozen=True)
class Sort:
    """One way to sort."""

    key: str
    """The number of each row that decides."""
    label: str
    order: Literal[1, -1] = 1

    @property
    def value(self) -> str:
        """Name in the address."""
        return self.key if self.order == 1 else f"{self.key}-down"


def joined(values: Iterable[str]) -> str:
    """Values of a row as the script reads them."""
    return "|".join(values)
