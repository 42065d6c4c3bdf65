"""How long programs take from their start to a finished window, seen from outside and therefore the same for all.

    python packaging/measure.py [--runs 15] NAME=COMMAND [NAME=COMMAND]...

Every command is started by turns on a display of its own (Xvfb), whose picture is watched. Given are the medians of the
times until something stands there, until the window does (98 of 100 points are as they stay) and until the last thing
has been painted, such as a hint that comes after a moment, with the shortest and the longest; and of the processor's
time to the end of watching, which neighbours on a busy machine disturb less. The ratios are to the first command.
"""

from __future__ import annotations

import argparse
import mmap
import os
import shlex
import signal
import statistics
import subprocess
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from programs import need

QUIET = 2.0  # seconds without a change: the window is finished
PATIENCE = 30.0
HEADER = 4096  # of the picture's file; more than its colour map takes is looked at anyway
EVERY = 4  # one row of so many is looked at
AS_IT_STAYS = 0.98  # of the points
Pixels = NDArray[np.uint8]
KINDS = ("something", "window", "finished", "processor")


@dataclass(frozen=True)
class Start:
    """Milliseconds from the start of the process."""

    something: float
    window: float
    finished: float
    processor: float


def watched(command: str, picture: mmap.mmap, display: str) -> Start:
    """Start the command, watch the display until it is quiet or the program ends by itself."""
    words = shlex.split(command)
    settings = dict(word.split("=", 1) for word in words if "=" in word.split("/")[0])
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} | settings
    empty = seen(picture)
    begun = time.monotonic()
    process = subprocess.Popen(words[len(settings) :], env=environment, stdout=subprocess.DEVNULL)
    changes: list[tuple[float, Pixels]] = []
    last = empty
    try:
        while (now := time.monotonic()) - begun < PATIENCE:
            shown = seen(picture)
            if shown not in (last, empty):
                changes.append((now - begun, pixels(picture)))
            last = shown
            if changes and (now - begun - changes[-1][0] > QUIET or shown == empty):
                break
            time.sleep(0.0005)
    finally:
        os.kill(process.pid, signal.SIGKILL)  # Popen's own would wait for one that has ended and lose its figures
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0  # it has been waited for
    while seen(picture) != empty and time.monotonic() - begun < PATIENCE:
        time.sleep(0.01)
    if not changes:
        raise SystemExit(f"Nothing was shown by: {command}")
    stays = changes[-1][1]
    window = next(when for when, shown in changes if (shown == stays).mean() >= AS_IT_STAYS)
    processor = used.ru_utime + used.ru_stime
    return Start(1000 * changes[0][0], 1000 * window, 1000 * changes[-1][0], 1000 * processor)


def pixels(picture: mmap.mmap) -> Pixels:
    """What is on the display, in some of its rows."""
    rows = np.frombuffer(picture, dtype=np.uint8, offset=HEADER)[: 1366 * 4 * 840].reshape(840, -1)
    return np.ascontiguousarray(rows[::EVERY])


def seen(picture: mmap.mmap) -> int:
    """A number for what is on the display."""
    return zlib.crc32(pixels(picture))


def display_in(folder: Path) -> tuple[subprocess.Popen[bytes], str, mmap.mmap]:
    """A display that keeps its picture in a file, and that file."""
    xvfb = need("Xvfb", "xvfb")
    read, write = os.pipe()
    command = [xvfb, "-displayfd", str(write), "-screen", "0", "1366x850x24", "-fbdir", str(folder)]
    command += ["-nolisten", "tcp", "-noreset", "-br"]  # black and the same picture from one program to the next
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    display = ":" + os.read(read, 16).decode().strip()
    with (folder / "Xvfb_screen0").open("rb") as file:
        return server, display, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def measure(commands: dict[str, str], runs: int) -> dict[str, list[Start]]:
    """All starts of all commands, by turns; the first of each only warms up."""
    found: dict[str, list[Start]] = {name: [] for name in commands}
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["EVENKEEL_USER_FOLDER"] = f"{folder}/user"
        server, display, picture = display_in(Path(folder))
        try:
            for turn in range(runs + 1):
                for name, command in commands.items():
                    start = watched(command, picture, display)
                    if turn:
                        found[name].append(start)
        finally:
            server.kill()
            server.wait()
    return found


def table(found: dict[str, list[Start]]) -> str:
    """A line for each command, the first being the measure of the others."""
    lines = ["milliseconds: median [shortest..longest], ratio to the first"]
    base = next(iter(found.values()))
    for name, starts in found.items():
        cells = [
            f"{kind} {cell([getattr(s, kind) for s in starts], [getattr(s, kind) for s in base])}" for kind in KINDS
        ]
        lines.append(f"{name:12} {'   '.join(cells)}")
    return "\n".join(lines)


def cell(times: Sequence[float], base: Sequence[float]) -> str:
    """One figure of the table."""
    middle = statistics.median(times)
    return f"{middle:4.0f} [{min(times):.0f}..{max(times):.0f}] {middle / statistics.median(base):.2f}x"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("commands", nargs="+", metavar="NAME=COMMAND")
    given = parser.parse_args()
    print(table(measure(dict(command.split("=", 1) for command in given.commands), given.runs)))
