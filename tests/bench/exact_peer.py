"""The lab's exact break-even search (`breakeven_exact.py`) as a worker beside the others.

python tests/bench/exact_peer.py LAB_FOLDER
"""

from __future__ import annotations

import json
import sys
import time
from statistics import median
from typing import Any

import numpy as np

sys.path.insert(0, sys.argv[1])


def bars(id: str, draws: dict[str, Any]) -> Any:
    """One driver's column of a tornado of 24 bars: its 5th and 95th percentile in two rows, else its median."""
    column = np.full(len(draws) * 2, np.median(draws[id]))
    place = 2 * list(draws).index(id)
    column[place : place + 2] = np.quantile(draws[id][:1_000], [0.05, 0.95])
    return column


def main() -> None:
    import breakeven_exact
    import work

    draws = {id: column[: work.SOLVES] for id, column in work.draws("api").items()}
    tasks = {"c_solve": draws, "g_tornado": {id: bars(id, draws) for id in draws}}
    print(json.dumps(list(tasks)), flush=True)
    for line in sys.stdin:
        draws, times = tasks[line.split()[0]], []
        while sum(times) < float(line.split()[1]) or len(times) < 3:
            start = time.perf_counter()
            breakeven_exact.solve(draws)
            breakeven_exact.solve(draws, last=True)
            times.append(time.perf_counter() - start)
        print(json.dumps({"ms": median(times) * 1e3, "mb": 0.0, "others": 0.0}), flush=True)


if __name__ == "__main__":
    main()
