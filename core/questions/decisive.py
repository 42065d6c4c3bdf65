"""Which few assumptions decide the answer? Those at the top of the tornados, every alternative having its say."""

from __future__ import annotations

from collections.abc import Sequence

from core.comparison.document import Comparison
from core.questions.search.curves import USERS
from core.questions.sensitivity import AlternativeSensitivity, quick_sensitivity

HOW_MANY = 5


def decisive(comparison: Comparison, most: int = HOW_MANY) -> tuple[str, ...]:
    """The drivers that move operating profit most over their plausible ranges, most decisive first.

    Profits of a small business and a large one cannot be set against each other, ranks can: first come the drivers that
    stand highest in any alternative, among equals those that more alternatives put there. The number of users is not
    among them: every answer is given at a size, so it is always shown.
    """
    return most_decisive(quick_sensitivity(comparison).alternatives, most)


def most_decisive(tornados: Sequence[AlternativeSensitivity], most: int = HOW_MANY) -> tuple[str, ...]:
    """The same from tornados that are known already."""
    ranks: dict[str, list[int]] = {}
    for tornado in tornados:
        moving = [bar.driver for bar in tornado.rows if bar.swing > 0 and bar.driver != USERS]
        for rank, driver in enumerate(moving):
            ranks.setdefault(driver, []).append(rank)
    ordered = sorted(ranks, key=lambda driver: (min(ranks[driver]), -ranks[driver].count(min(ranks[driver]))))
    return tuple(ordered[:most])
