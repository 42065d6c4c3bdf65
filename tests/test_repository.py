"""The repository holds nothing that ties it to one machine or one package index, and its own facts agree."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import core

ROOT = Path(__file__).resolve().parent.parent
MADE_HERE = {".git", ".venv", ".hypothesis", "build", "dist", "__pycache__"}

# The bracketed letters keep this file from finding itself.
FORBIDDEN = {
    "an index address": re.compile(
        r"[p]ypi\.org|[p]ythonhosted|--(extra-)?[i]ndex-url|--[f]ind-links|registry\.[n]pmjs|[d]eb\.debian\.org"
    ),
    "a path of one machine": re.compile(r"(?<![\w./-])/([w]ork|[r]oot|[h]ome|[U]sers)/\w|\b[A-Z]:\\[U]sers\\"),
}


def text_files() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in MADE_HERE and not name.endswith(("_cache", ".egg-info"))]
        for name in files:
            path = Path(folder, name)
            if b"\0" not in path.read_bytes()[:8192]:
                yield path


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()[:120]}"
        for path in text_files()
        for line in path.read_text("utf-8", errors="replace").splitlines()
        if FORBIDDEN[what].search(line)
    ]
    assert not found, f"{what} in\n" + "\n".join(found)


def pins(name: str) -> set[str]:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    return set(re.findall(r"^([a-z0-9-]+==[^ ;]+)", text, re.MULTILINE))


def test_the_tests_run_on_what_the_program_runs_on() -> None:
    assert pins("runtime.txt") <= pins("dev.txt")


@pytest.mark.parametrize("name", ["runtime.txt", "dev.txt"])
def test_every_pin_has_a_hash(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    entries = re.split(r"^(?=[a-z])", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE), flags=re.MULTILINE)
    bare = [entry.split()[0] for entry in entries if entry.strip() and "--hash=sha256:" not in entry]
    assert not bare


def test_each_direct_dependency_is_pinned_and_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8").lower()
    for dependency in project["dependencies"]:
        name = re.split(r"[=<>]", dependency)[0].lower()
        assert any(pin.startswith(f"{name}==") for pin in pins("runtime.txt")), name
        assert name in changelog, f"CHANGELOG.md does not say why {name} came"


def test_the_changelog_knows_this_version() -> None:
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert core.__version__ in headings or "Unreleased" in headings
