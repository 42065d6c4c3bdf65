"""Times the questions on the built-in example, whose figures nothing else can be set beside.

python tests/bench/own_models.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.comparison.edits.values import set_value
from core.comparison.examples import load_example
from core.comparison.parts import SHARED
from core.engine.plan import plan_for
from core.questions.results import results
from core.questions.uncertainty import simulate
from core.questions.variance_shares import variance_shares


def milliseconds(work: Callable[[], object], seconds: float = 0.5) -> float:
    work()
    times: list[float] = []
    while sum(times) < seconds or len(times) < 3:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times) * 1e3


def main() -> None:
    comparison = load_example("three-ways")
    prices = count(2.0, 1e-6)  # a new one each time, as a slider gives it: what was asked before is kept
    first = comparison.alternatives[0].id
    plan, values = plan_for(comparison.model_of(first)), comparison.values_of(first)

    def answered(gpu_hour_price: float) -> object:
        return results(set_value(comparison, SHARED, "gpu_hour_price", gpu_hour_price))

    rows: dict[str, Callable[[], object]] = {
        "one scalar answer of one alternative": lambda: plan.evaluate(values),
        "a step of a slider: all results (aim 10)": lambda: answered(next(prices)),
        "65,536 trials": lambda: simulate(comparison, 65_536, break_evens=0),
        "65,536 trials and 10,000 break-evens each": lambda: simulate(comparison, 65_536),
        "1,000,000 trials": lambda: simulate(comparison, 1_000_000, break_evens=0),
        "variance shares": lambda: variance_shares(comparison),
    }
    for what, work in rows.items():
        print(f"{what:45} {milliseconds(work):10.4g} ms")


if __name__ == "__main__":
    main()
