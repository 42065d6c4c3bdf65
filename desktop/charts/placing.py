"""Where labels go so that they never lie on each other: plain arithmetic, no painting."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centres as near to the wanted ones as they can be, so that labels of these sizes do not overlap in [low, high].

    Neighbours that would overlap become one block that sits at the mean of what its members want. Where there is not
    room for all of them, they overlap evenly rather than leave the space.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    room = high - low
    shrink = min(1.0, room / sum(sizes)) if sum(sizes) > 0 else 1.0
    heights = [sizes[i] * shrink for i in order]
    blocks: list[tuple[float, float, int]] = []  # start, length, members
    for index, height in zip(order, heights, strict=True):
        blocks.append((_within(wanted[index] - height / 2, height, low, high), height, 1))
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] > blocks[-1][0] + 1e-9:
            second, first = blocks.pop(), blocks.pop()
            members = first[2] + second[2]
            length = first[1] + second[1]
            start = (first[0] * first[2] + (second[0] - first[1]) * second[2]) / members
            blocks.append((_within(start, length, low, high), length, members))
    return _centres(order, heights, blocks)


def _within(start: float, length: float, low: float, high: float) -> float:
    return max(low, min(start, high - length))


def _centres(order: list[int], heights: list[float], blocks: list[tuple[float, float, int]]) -> list[float]:
    centres = [0.0] * len(order)
    position = 0
    for start, _, members in blocks:
        top = start
        for _ in range(members):
            centres[order[position]] = top + heights[position] / 2
            top += heights[position]
            position += 1
    return centres
