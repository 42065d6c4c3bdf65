"""How quick are we? Our workloads and the lab's reference programs side by side in one run, each in a process of its
own, tasks interleaved, as ratios. Nothing of the lab is copied: its folder is named by --lab or EVENKEEL_LAB.

    make bench
    python tests/bench/bench.py --peer-python VENV/bin/python --peers numpy,tape,numba,llvm,exact,squiggle --node FOLDER

The reference programs need what the lab's page says (numpy alone for numpy, tape and source); --peer-python is a Python
that has it, --node a folder with node_modules. Without the lab's folder there is nothing to compare: the built-in
business models are timed alone.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
LAB = HERE.parents[2] / "shared" / "lab" / "perf"

# Task: what it is, and the lab's aim as (ratio, to whom) or milliseconds.
AIMS: dict[str, tuple[str, str]] = {
    "a_full": ("1M-trial simulation of 3 models, draws and quantiles", "<= 3.5 x limit, below 150 MB"),
    "a_full_all_lines": ("the same, figures of all five results", ""),
    "a_sobol": ("65,536 trials with an error bar", "<= 30 ms"),
    "a_eval": ("1M evaluations of 3 models", "<= 6 x limit"),
    "b_heat": ("map of 200 x 200", "<= 2 x limit"),
    "c_solve": (
        "10,000 exact break-evens, first and last (but for exact, the others bisect and find any crossing)",
        "<= 130 ms",
    ),
    "d_scalar": ("one scalar answer", "<= 10 us"),
    "e_sweep": ("3 x 400-point sweep", "<= 0.15 ms"),
    "f_edit": ("a formula edited, then 100k trials", "<= 8 ms"),
    "g_tornado": ("tornado, 24 exact break-evens", "<= 4 ms"),
}


class Worker:
    """One process that answers "TASK SECONDS" with a line of JSON."""

    def __init__(self, name: str, command: list[str], folder: Path, environment: dict[str, str]) -> None:
        self.name = name
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | environment | {"PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        line = self._read()
        self.tasks: list[str] = json.loads(line) if line else []

    def ask(self, task: str, seconds: float) -> dict[str, float]:
        """Milliseconds and megabytes of one task; empty when the program could not do it."""
        if task not in self.tasks or self.process.stdin is None:
            return {}
        self.process.stdin.write(f"{task} {seconds}\n")
        self.process.stdin.flush()
        line = self._read()
        answer: dict[str, float] = json.loads(line) if line else {}
        return answer if "ms" in answer else {}

    def close(self) -> None:
        if self.process.stdin:
            self.process.stdin.close()
        self.process.wait(60)

    def _read(self) -> str:
        return self.process.stdout.readline() if self.process.stdout else ""


def command_of(peer: str, python: str, lab: Path) -> list[str]:
    match peer:
        case "exact":
            return [python, str(HERE / "exact_peer.py"), str(lab)]
        case "squiggle" | "mathjs" | "plainjs":
            return ["node", "--max-old-space-size=8000", "peers_js.mjs", peer]
        case "python":
            return [python, "peers_scalar.py", peer]
    return [python, "peers_array.py", peer]


def run(options: argparse.Namespace, data: Path) -> dict[str, dict[str, dict[str, float]]]:
    """Median of each task of each worker over the rounds."""
    lab = options.lab.resolve()
    environment = {"PERF_DATA": str(data), "PERF_NODE": str(options.node or "")}
    python = options.peer_python or sys.executable
    subprocess.run([python, "work.py", "prepare"], cwd=lab, env=os.environ | environment, check=True)
    workers = [Worker("ours", [sys.executable, str(HERE / "ours.py"), str(lab)], lab, environment)]
    workers += [
        Worker(peer, command_of(peer, python, lab), lab, environment) for peer in options.peers.split(",") if peer
    ]
    seen: dict[str, dict[str, list[dict[str, float]]]] = {}
    for turn in range(options.rounds):
        for task in AIMS:
            for worker in workers:
                known = seen.setdefault(task, {}).setdefault(worker.name, [])
                if turn and (not known or known[0]["ms"] > 5_000):
                    continue  # cannot do it, or once is enough
                answer = worker.ask(task, options.seconds)
                known += [answer] if answer else []
    for worker in workers:
        worker.close()
    return {
        task: {
            name: {"ms": median(a["ms"] for a in found), "mb": found[0].get("mb", 0.0)}
            for name, found in by.items()
            if found
        }
        for task, by in seen.items()
    }


def show(found: dict[str, dict[str, dict[str, float]]]) -> None:
    for task, (what, aim) in AIMS.items():
        by_name = found.get(task, {})
        ours = by_name.get("ours")
        if not ours:
            continue
        print(f"\n{what}: {ours['ms']:.4g} ms, {ours['mb']:.0f} MB" + (f"   (aim {aim})" if aim else ""))
        rivals = sorted((a["ms"], name) for name, a in by_name.items() if name != "ours")
        if rivals:
            print(f"  ours / {rivals[0][1]} (the quickest) = {ours['ms'] / rivals[0][0]:.3g} x")
        for ms, name in rivals:
            print(f"  {name:10} {ms:10.4g} ms   {name} / ours = {ms / ours['ms']:.3g} x")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--lab", type=Path, default=Path(os.environ.get("EVENKEEL_LAB", LAB)))
    parser.add_argument("--peers", default="numpy,tape,source,python,exact")
    parser.add_argument("--peer-python")
    parser.add_argument("--node", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=0.3)
    options = parser.parse_args()
    if (options.lab / "models.txt").exists():
        with tempfile.TemporaryDirectory(prefix="evenkeel-bench-") as data:
            show(run(options, Path(data)))
    else:
        print(f"There are no reference programs in {options.lab}; these are our own figures.", flush=True)
    print(flush=True)
    return subprocess.call([sys.executable, str(HERE / "own_models.py")])


if __name__ == "__main__":
    sys.exit(main())
