"""Drivers that move together: independent normal scores are mixed so that they have the wanted correlations, and each
driver takes the value that stands at its mixed score (a Gaussian copula)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from core.errors import EvenkeelError
from core.wording.text import Text

TOLERANCE = 1e-9


def mixing(matrix: Sequence[Sequence[float]]) -> list[list[float]]:
    """The lower triangle L with L L' = `matrix`, by Cholesky's method.

    Raises `EvenkeelError` for what is no correlation matrix: not symmetric, a diagonal other than 1, a coefficient
    beyond -1 to 1, or coefficients that contradict each other.
    """
    size = len(matrix)
    for i, row in enumerate(matrix):
        if len(row) != size or row[i] != 1 or any(not abs(r) <= 1 or r != matrix[j][i] for j, r in enumerate(row)):
            raise _none()
    lower = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = matrix[i][j]
            for k in range(j):
                rest -= lower[i][k] * lower[j][k]
            if i == j:
                if rest < -TOLERANCE:
                    raise _none()
                lower[i][i] = math.sqrt(max(rest, 0.0))
            elif lower[j][j] > math.sqrt(TOLERANCE):
                lower[i][j] = rest / lower[j][j]
            elif abs(rest) > math.sqrt(TOLERANCE):
                raise _none()
    return lower


def correlation_matrix(size: int, pairs: Mapping[tuple[int, int], float]) -> list[list[float]]:
    """The whole matrix from its pairs; what is not given is not correlated."""
    matrix = [[float(i == j) for j in range(size)] for i in range(size)]
    for (i, j), coefficient in pairs.items():
        matrix[i][j] = matrix[j][i] = coefficient
    return matrix


def _none() -> EvenkeelError:
    return EvenkeelError(
        Text("These correlations cannot all hold.", "这些相关系数不可能同时成立。"),
        Text(
            "Each must lie between -1 and 1, and they must not contradict each other: two assumptions that both follow "
            "a third closely cannot move against one another.",
            "每个系数须在 -1 与 1 之间，且彼此不能矛盾：若两个假设都与第三个高度同向，它们之间就不可能反向变动。",
        ),
        Text("Bring some of them closer to 0.", "请将其中一些系数调近 0。"),
    )
