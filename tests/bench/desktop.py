"""How quick is the window? Its start, a step of a slider and its memory beside bare windows, interleaved, as ratios.
The bare windows are those of the lab's limit_app.py; nothing of it is copied, its folder is named by --lab.

    python tests/bench/desktop.py --lab FOLDER --rounds 7
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LAB = HERE.parents[2] / "shared" / "lab"
OURS = str(HERE / "desktop_ours.py")

# Each bare window: what it is, and its arguments.
BARE_STARTS = {"plain": ("bare three-plot window", ["start"]), "empty": ("empty window", ["start", "--kind", "empty"])}
BARE_REDRAWS = {
    "thin": ("bare redraw of 12 curves, thin and jagged", ["redraw", "--frames", "150"]),
    "as ours": (
        "bare redraw of 12 curves with pens like ours (width 2, smoothed)",
        ["redraw", "--frames", "150", "--width", "2", "--antialias", "--smooth", "--full"],
    ),
}


def run(command: list[str], home: str) -> dict:
    """The last line a program prints, read as JSON; nobody's own settings count."""
    environment = os.environ | {
        "LIMIT_T0": str(time.monotonic_ns()), "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home,
    }  # fmt: skip
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def starts(lab: Path, rounds: int, home: str) -> None:
    commands = {"ours": [sys.executable, OURS, "start"]}
    if (lab / "limit_app.py").exists():
        commands |= {n: [sys.executable, str(lab / "limit_app.py"), *a] for n, (_, a) in BARE_STARTS.items()}
    found: dict[str, list[dict]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            answer = run(command, home)
            found[name] += [answer] if turn else []  # the first round only warms up
    ms = {name: median(a["first_paint_ms"] for a in answers) for name, answers in found.items()}
    mb = {name: median(a["rss_mb"] for a in answers) for name, answers in found.items()}
    spread = sorted(a["first_paint_ms"] for a in found["ours"])
    print(f"Start to complete window, example answered: {ms['ours']:.0f} ms [{spread[0]:.0f}..{spread[-1]:.0f}]")
    sign = median(a["first_sign_ms"] for a in found["ours"])
    for name, (what, _) in BARE_STARTS.items():
        if name in ms:
            print(f"  {ms['ours'] / ms[name]:.2f} x {what} ({ms[name]:.0f} ms)")
            print(f"  {mb['ours'] / mb[name]:.2f} x its memory ({mb['ours']:.0f} to {mb[name]:.0f} MB)")
            print(f"  the first sign of it: {sign / ms[name]:.2f} x ({sign:.0f} ms)")


def drags(lab: Path, rounds: int, home: str) -> None:
    ours, bare = [], {name: [] for name in BARE_REDRAWS}
    for _ in range(rounds):
        ours.append(run([sys.executable, OURS, "drag"], home))
        if (lab / "limit_app.py").exists():
            for name, (_, arguments) in BARE_REDRAWS.items():
                answer = run([sys.executable, str(lab / "limit_app.py"), *arguments], home)
                bare[name].append(answer["total_p50_p99"][0])
    for driver in ours[0]["steps"]:
        p50, p99, most = (median(one["steps"][driver][key] for one in ours) for key in ("p50", "p99", "max"))
        print(f"One step of the slider of {driver}: {p50:.1f} ms, 99 of 100 within {p99:.1f}, longest {most:.1f}")
        for name, (what, _) in BARE_REDRAWS.items():
            if bare[name]:
                print(f"  {p50 / median(bare[name]):.2f} x {what} ({median(bare[name]):.1f} ms)")
    print("One step of the last slider on the other questions, and the longest of them, in ms:")
    for question in ours[0]["questions"]:
        p50, most = (median(one["questions"][question][key] for one in ours) for key in ("p50", "max"))
        print(f"  {question}: {p50:.1f}, {most:.1f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--lab", type=Path, default=Path(os.environ.get("EVENKEEL_LAB", LAB)))
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if not (options.lab / "limit_app.py").exists():
        print(f"There is no limit_app.py in {options.lab}; these are our own figures.")
    for folder in ("core", "desktop"):  # as an installed program is; the bare windows' libraries are compiled too
        compileall.compile_dir(ROOT / folder, quiet=1)
    with tempfile.TemporaryDirectory(prefix="evenkeel-bench-") as home:
        starts(options.lab, options.rounds, home)
        drags(options.lab, max(1, options.rounds // 2), home)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
