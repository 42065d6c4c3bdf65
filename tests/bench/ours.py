"""Our side of the benchmark: the lab's workloads through the doors of the core, as a worker that speaks the lab's own
protocol (a line "TASK SECONDS" in, a line of JSON out), so that both sides are timed alike.

    python tests/bench/ours.py LAB_FOLDER
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from lab_models import LabModel, lab_models

from core.comparison.distribution import Discrete, Distribution, Lognormal, Triangular
from core.comparison.document import Comparison
from core.comparison.parts import Alternative, Setting
from core.engine.plan import Plan, plan_for
from core.formula.normal import Floats
from core.questions.break_even_rows import break_evens
from core.questions.uncertainty import simulate

TRIALS, SOLVES, EDIT_ROWS = 1_000_000, 10_000, 100_000
PROFIT = "lab_profit"
Values = dict[str, float | Floats]


class Ours:
    """One method for each task; the names are the lab's, and some of our own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._models = lab_models(folder)
        self._draws = {name: _draws(name, model) for name, model in self._models.items()}
        self._comparison = _comparison(folder, self._models)
        self._bars = self._tornado()
        self._edits = 0

    def _api(self, rows: int) -> Values:
        return {**self._models["api"].values, **{id: column[:rows] for id, column in self._draws["api"].items()}}

    def a_eval(self) -> None:
        """A million trials of three models, draws in memory, five results each."""
        for name, model in self._models.items():
            plan_for(model.definition).evaluate_arrays({**model.values, **self._draws[name]}, model.kept)

    def a_full(self) -> None:
        """The same with draws; mean, spread and quantiles of profit."""
        simulate(self._comparison, TRIALS, lines=(PROFIT,), break_evens=0)

    def a_full_all_lines(self) -> None:
        """The same with figures of all five results of each model."""
        kept = {line for model in self._models.values() for line in model.kept}
        simulate(self._comparison, TRIALS, lines=sorted(kept), break_evens=0)

    def a_sobol(self) -> None:
        """65,536 trials with an error bar."""
        simulate(self._comparison, 65_536, lines=(PROFIT,), break_evens=0)

    def b_heat(self) -> None:
        """A map of 200 by 200."""
        values: Values = dict(self._models["api"].values)
        values["lab_util"] = np.linspace(0.2, 0.95, 200)[:, None]
        values["lab_p_out"] = np.linspace(0.5, 5.0, 200)[None, :]
        plan_for(self._models["api"].definition).evaluate_arrays(values, [PROFIT])

    def c_solve(self) -> None:
        """10,000 break-evens, the exact first and last."""
        break_evens(plan_for(self._models["api"].definition), self._api(SOLVES), PROFIT)

    def d_scalar(self) -> None:
        """One evaluation."""
        model = self._models["api"]
        plan_for(model.definition).evaluate(model.values, model.kept)

    def e_sweep(self) -> None:
        """400 user counts of three models."""
        users = np.geomspace(10, 1e8, 400)
        for model in self._models.values():
            plan_for(model.definition).evaluate_arrays({**model.values, "users": users}, model.kept)

    def f_edit(self) -> None:
        """A formula is changed, then 100,000 trials (reading the text file is not counted)."""
        self._edits += 1
        self.edited = lab_models(self._folder, self._edits)["api"]

    def f_edit_timed(self) -> None:
        Plan(self.edited.definition).evaluate_arrays(self._api(EDIT_ROWS), self.edited.kept)

    def g_tornado(self) -> None:
        """24 bars of exact break-evens."""
        break_evens(plan_for(self._models["api"].definition), self._bars, PROFIT)

    def _tornado(self) -> Values:
        """A row for each end of each bar: one driver at its 5th or 95th percentile, the others as they are."""
        model = self._models["api"]
        values: Values = dict(model.values)
        for number, (id, column) in enumerate(self._draws["api"].items()):
            values[id] = np.full(24, model.values[id])
            values[id][2 * number : 2 * number + 2] = np.quantile(column[:1_000], [0.05, 0.95])
        return values


TASKS = (
    "a_eval",
    "a_full",
    "a_full_all_lines",
    "a_sobol",
    "b_heat",
    "c_solve",
    "d_scalar",
    "e_sweep",
    "f_edit",
    "g_tornado",
)


def _draws(name: str, model: LabModel) -> dict[str, Floats]:
    columns = np.fromfile(Path(os.environ["PERF_DATA"], f"{name}.f64")).reshape(len(model.distributions), -1)
    return dict(zip(model.distributions, columns, strict=True))


def _comparison(folder: Path, models: dict[str, LabModel]) -> Comparison:
    alternatives = []
    for name, model in models.items():
        own = {id: Setting(value=value) for id, value in model.values.items()}
        for id, (kind, parameters) in model.distributions.items():
            own[id] = Setting(value=model.values[id], distribution=_distribution(folder, kind, parameters))
        alternatives.append(Alternative(id=name, name=name, model=model.definition.id, own=own))
    definitions = {model.definition.id: model.definition for model in models.values()}
    return Comparison(title="bench", alternatives=tuple(alternatives), models=definitions)


def _distribution(folder: Path, kind: str, parameters: tuple[float, ...]) -> Distribution:
    """A general beta distribution, which we have not, as a thousand equally likely values."""
    match kind:
        case "triangular":
            low, mode, high = parameters
            return Triangular(low=low, mode=mode, high=high)
        case "lognormal":
            mean = float(np.exp(parameters[0] + parameters[1] ** 2 / 2))
            return Lognormal(mean=mean, sd=mean * float(np.sqrt(np.expm1(parameters[1] ** 2))))
    sys.path.append(str(folder))
    from sampler import quantiles

    values = quantiles(kind, parameters, (np.arange(1_000) + 0.5) / 1_000)
    return Discrete(values=tuple(values.tolist()), weights=(1.0,) * 1_000)


def memory(field: str) -> float:
    """Megabytes, as the kernel counts them; 0 where it does not say."""
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(field)), 0.0)


def timed(ours: Ours, task: str, seconds: float) -> dict[str, float]:
    """Median milliseconds of one call over some seconds, and by how much the first one raised the memory."""
    prepare: Callable[[], None] = ours.f_edit if task == "f_edit" else lambda: None
    work: Callable[[], None] = ours.f_edit_timed if task == "f_edit" else getattr(ours, task)
    prepare()
    before = memory("VmRSS")
    if before:
        Path("/proc/self/clear_refs").write_text("5", "utf-8")
    work()
    extra = memory("VmHWM") - before
    times = []
    while sum(times) < seconds or len(times) < 3:
        prepare()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return {"ms": median(times) * 1e3, "mb": extra, "others": 0.0}


def main() -> None:
    ours = Ours(Path(sys.argv[1]))
    print(json.dumps(TASKS), flush=True)
    for line in sys.stdin:
        task, seconds = line.split()
        print(json.dumps(timed(ours, task, float(seconds))), flush=True)


if __name__ == "__main__":
    main()
