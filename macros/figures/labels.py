"""Where the labels of a plate stand: two columns beside the picture, leader lines that never cross."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

FONT_SIZE, LINE_HEIGHT = 30, 36
"""Of label texts, in pixels of the picture: more than 10 px on a phone, where picture and columns are 328 px
wide."""

COLUMN = 240
"""Width left free for texts on each side of the picture, pixels."""

LEADER = 10
"""How far leader lines reach into the columns, pixels."""

GAP = 16
"""Least empty space between two labels, pixels."""

Point = tuple[float, float]
"""Pixels to the right and down from the picture's upper left corner."""


def spread(wanted: Sequence[float], sizes: Sequence[float], height: float, gap: float = GAP) -> list[float]:
    """Centers of blocks stacked in the order given, each as near to where it is wanted as the others let it.

    Nearness is the sum of squared distances; blocks keep `gap` between them and stay within 0 to `height`.
    """
    if not wanted:
        return []
    offsets = [0.0]
    for before, after in pairwise(sizes):
        offsets.append(offsets[-1] + (before + after) / 2 + gap)
    pools: list[tuple[float, int]] = []  # mean and number of blocks that touch
    for want, offset in zip(wanted, offsets, strict=True):
        pools.append((want - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (mean, count), (other, more) = pools.pop(), pools.pop()
            pools.append(((mean * count + other * more) / (count + more), count + more))
    starts = [mean for mean, count in pools for _ in range(count)]
    low, high = sizes[0] / 2, height - sizes[-1] / 2 - offsets[-1]
    if low > high:
        raise ValueError(f"labels need {low - high:.0f} px more than the picture's {height:.0f} px")
    return [min(max(start, low), high) + offset for start, offset in zip(starts, offsets, strict=True)]


def crossing(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the segments ab and cd cross."""

    def turn(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


def arranged(anchors: Sequence[Point], rows: Sequence[int], edge: float, height: float) -> list[float]:
    """Vertical centers of the labels of one column, pixels down.

    `anchors`: what each label points at; `rows`: its lines of text; `edge`: where, to the right,
    the leader lines leave the picture. Two lines that cross change places until none do;
    an exchange shortens them, so that this comes to an end.
    """
    order = sorted(range(len(anchors)), key=lambda i: anchors[i][1])
    for _ in range(len(anchors) ** 3 + 1):
        sizes = [rows[i] * LINE_HEIGHT for i in order]
        places = dict(zip(order, spread([anchors[i][1] for i in order], sizes, height), strict=True))
        crossed = [
            (i, j)
            for i, j in combinations(order, 2)
            if crossing(anchors[i], (edge, places[i]), anchors[j], (edge, places[j]))
        ]
        if not crossed:
            return [places[i] for i in range(len(anchors))]
        first, second = (order.index(i) for i in crossed[0])
        order[first], order[second] = order[second], order[first]
    raise ValueError("leader lines cross in every order that was tried")


def wrapped(text: str, longest: int = 13) -> list[str]:
    """A text in rows of at most `longest` letters where words allow."""
    rows: list[str] = []
    for word in text.split():
        if rows and len(rows[-1]) + 1 + len(word) <= longest:
            rows[-1] += " " + word
        else:
            rows.append(word)
    return rows
