"""How a number of trials is cut into blocks, and which numbers of trials are sensible."""

from __future__ import annotations

from core.engine.arrays import FEW
from core.engine.sampling.draws import BLOCK
from core.errors import UsageError
from core.wording.text import Text

BLOCKS = 16  # enough for an error bar that can be trusted itself
MOST_TRIALS = 10_000_000


def block_sizes(trials: int) -> list[int]:
    """Trials of each block, as equal as can be. Raises `UsageError` for a number that is not sensible."""
    if not 1 <= trials <= MOST_TRIALS:
        raise UsageError(
            Text(f"{trials} trials cannot be run.", f"无法进行 {trials} 次试验。"),
            remedy=Text(
                f"Choose a whole number from 1 to {MOST_TRIALS:,}; 65536 already give a mean to within a fraction of a "
                "per cent.",
                f"请选择 1 到 {MOST_TRIALS:,} 之间的整数；65536 次已能使均值误差远小于百分之一。",
            ),
        )
    blocks = max(min(BLOCKS, trials), -(-trials // BLOCK))
    return [trials // blocks + (number < trials % blocks) for number in range(blocks)]


def worthwhile(threads: int | None, sizes: list[int]) -> int | None:
    """The threads to use: a single one for blocks so small that others would mostly wait for the interpreter."""
    return threads if max(sizes) >= FEW else 1
