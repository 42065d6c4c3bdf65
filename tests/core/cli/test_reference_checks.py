"""`evenkeel results` beside published figures: what was published is not rounded away, shares differ in points, and
each figure says where it comes from."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from core.cli import main

Capture = pytest.CaptureFixture[str]


def run(capture: Capture, example: str, form: str) -> str:
    assert main(("results", "--example", example, "--format", form)) == 0
    out, err = capture.readouterr()
    assert err == ""
    return out


def block(text: str, beginning: str) -> list[str]:
    """The lines of the table whose headers begin so."""
    return next(part.splitlines() for part in text.split("\n\n") if part.startswith(beginning))


@pytest.mark.parametrize(
    ("example", "name", "told"),
    [
        ("deepseek-day", "GPU rent a day", ["$87,072", "$87,116", "+$43.61"]),
        ("deepseek-day", "Nodes in use, on average", ["226.75 nodes", "226.86 nodes", "+0.114"]),
        ("deepseek-day", "Markup on cost", ["545%", "545.2%", "+0.23 pts"]),  # 545 % on both sides would look equal
        ("siliconflow", "Gross margin in 2025, as the accounts imply", ["−24%", "−24.7%", "−0.71 pts"]),
        ("siliconflow", "Net loss in 2025, in yuan", ["¥345,000,000", "¥345,367,014", "+¥367k"]),
    ],
)
def test_published_figures_are_not_rounded_away(capsys: Capture, example: str, name: str, told: list[str]) -> None:
    _, *lines = block(run(capsys, example, "table"), "reference check ")
    line = next(line for line in lines if line.startswith(f"{name}  "))
    assert [line.find(words) for words in told] == sorted(line.find(words) for words in told)
    assert all(f" {words}" in line for words in told)


def test_the_tables_say_where_each_figure_comes_from(capsys: Capture) -> None:
    shown = run(capsys, "deepseek-day", "table")
    rent = next(line for line in shown.splitlines() if line.startswith("GPU rent a day  ") and "DeepSeek's" in line)
    assert rent.endswith("226.75 nodes × 8 GPUs × 24 hours × $2; speeds are published rounded.")


def test_csv_has_unrounded_figures_and_their_sources(capsys: Capture) -> None:
    text = run(capsys, "deepseek-day", "csv")
    figures, sources = (
        {row["reference check"]: row for row in csv.DictReader(io.StringIO("\n".join(block(text, beginning))))}
        for beginning in ("reference check,unit", "reference check,published in")
    )
    assert figures["Gross margin"]["published"] == "0.845"
    assert float(figures["Gross margin"]["difference"]) == pytest.approx(1.7e-5, abs=1e-6)
    margin = sources["Gross margin"]
    assert (margin["confidence"], margin["checked"]) == ("estimate", "2026-11-23")
    assert margin["published in"].startswith("Worked out from")
    assert margin["remark"] == "The same day as profit / revenue."


def test_json_has_it_too(capsys: Capture) -> None:
    checks: list[dict[str, Any]] = json.loads(run(capsys, "same-model-opposite-answers", "json"))["reference_checks"]
    margin = next(check for check in checks if check["name"] == "Gross margin")
    assert margin["confidence"] == "estimate"  # 84.5 % is worked out, DeepSeek published the markup
    assert "quotes the markup only" in margin["source"]
    assert margin["remark"]
    assert margin["relative"] == pytest.approx(margin["difference"] / 0.845)
