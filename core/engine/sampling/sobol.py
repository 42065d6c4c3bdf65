"""Sobol's points: 65,536 places in many dimensions that fill space far more evenly than chance would, so that a mean
over them is worth many times as many random draws."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BITS = 16
POINTS = 1 << BITS
TABLE = Path(__file__).resolve().parents[3] / "resources" / "sampling" / "sobol.txt"


def order(dimension: int) -> NDArray[np.uint16]:
    """In which of the 65,536 cells each point lies along one dimension; every cell holds one point.

    Beyond the dimensions of the table the cells come in a random order, always the same one.
    """
    known = _polynomials()
    if dimension > len(known):
        return _scattered(dimension)
    directions = _directions(*known[dimension - 1]) if dimension else [1 << (BITS - 1 - bit) for bit in range(BITS)]
    cells = np.zeros(POINTS, dtype=np.uint16)
    for bit, direction in enumerate(directions):
        half = 1 << bit
        np.bitwise_xor(cells[:half], np.uint16(direction), out=cells[half : 2 * half])
    return cells


def dimensions() -> int:
    """How many dimensions the table has."""
    return len(_polynomials()) + 1


@cache
def _polynomials() -> list[tuple[int, int, list[int]]]:
    rows = [line.split() for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(int(degree), int(inner), [int(m) for m in initial]) for _, degree, inner, *initial in rows]


def _directions(degree: int, inner: int, initial: list[int]) -> list[int]:
    """The direction numbers: m_k = 2 a_1 m_(k-1) ^ 4 a_2 m_(k-2) ^ ... ^ 2^s m_(k-s) ^ m_(k-s), each shifted left."""
    m = list(initial)
    for k in range(degree, BITS):
        value = m[k - degree] ^ (m[k - degree] << degree)
        for step in range(1, degree):
            if inner >> (degree - 1 - step) & 1:
                value ^= m[k - step] << step
        m.append(value)
    return [m[bit] << (BITS - 1 - bit) for bit in range(BITS)]


def _scattered(dimension: int) -> NDArray[np.uint16]:
    bits = np.random.SFC64(dimension).random_raw(POINTS)
    return np.argsort(bits, kind="stable").astype(np.uint16)
