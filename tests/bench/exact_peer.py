"""The lab's exact break-even search (`breakeven_exact.py`) as a worker beside the others.

python tests/bench/exact_peer.py LAB_FOLDER
"""

from __future__ import annotations

import json
import sys
import time
from statistics import median

sys.path.insert(0, sys.argv[1])


def main() -> None:
    import breakeven_exact
    import work

    draws = {id: column[: work.SOLVES] for id, column in work.draws("api").items()}
    print(json.dumps(["c_solve"]), flush=True)
    for line in sys.stdin:
        times = []
        while sum(times) < float(line.split()[1]) or len(times) < 3:
            start = time.perf_counter()
            breakeven_exact.solve(draws)
            breakeven_exact.solve(draws, last=True)
            times.append(time.perf_counter() - start)
        print(json.dumps({"ms": median(times) * 1e3, "mb": 0.0, "others": 0.0}), flush=True)


if __name__ == "__main__":
    main()
