"""CSV holds the numbers of the JSON, every one of them plain, in all subcommands on all examples."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.cli import main
from core.comparison.examples import example_ids, load_example
from core.comparison.file.storage import save

Capture = pytest.CaptureFixture[str]
Rows = list[dict[str, str]]

# Columns whose cells are words by their nature; every other cell is a number or empty.
WORDS = {
    *("alternative", "a", "b", "ahead_above", "driver", "where", "line", "status", "grade", "winner", "truncated"),
    *("what", "statement", "drivers", "lines", "unit"),
    *("reference check", "published in", "confidence", "checked", "remark"),
}


def out_of(capture: Capture, *arguments: str) -> str:
    assert main(arguments) == 0
    return capture.readouterr().out


def sheets(text: str) -> list[Rows]:
    return [list(csv.DictReader(io.StringIO(sheet))) for sheet in text.split("\n\n")]


def numbers_in(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from numbers_in(inner)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)


def questions(example: str) -> list[list[str]]:
    ids = [alternative.id for alternative in load_example(example).alternatives]
    source = ["--example", example]
    return [
        ["results", *source],
        ["results", *source, "--set", "users=0"],
        ["break-even", *source],
        *(["needed", *source, "--alternative", id] for id in ids),
        ["sensitivity", *source],
        ["sensitivity", *source, "--target", "first"],
        ["simulate", *source, "--trials", "500"],
        ["grid", *source, "--x", "users=1e7:2e7:4", "--y", "payment_fee_share=0:0.1:3"],
        ["path", *source],
        ["bridge", *source, ids[0], ids[-1]],
        ["bridge", *source, "base", "base"],
    ]


@pytest.mark.parametrize("example", example_ids())
def test_every_number_is_that_of_the_json(capsys: Capture, example: str) -> None:
    for question in questions(example):
        known = set(numbers_in(json.loads(out_of(capsys, *question, "--format", "json"))))
        found = sheets(out_of(capsys, *question, "--format", "csv"))
        assert any(found), question
        for row in (row for sheet in found for row in sheet):
            for header, cell in row.items():
                if header not in WORDS and cell:
                    assert float(cell) in known, (question, header, cell)
                    assert cell != "-0", (question, header)


def test_all_crossings_each_in_a_row(capsys: Capture) -> None:
    call = ["break-even", "--example", "three-ways", "--set", "gpu_hour_price=3"]
    told = json.loads(out_of(capsys, *call, "--format", "json"))["alternatives"]
    rows = next(rows for rows in sheets(out_of(capsys, *call, "--format", "csv")) if "crossing" in rows[0])
    for alternative in told:
        found = [int(row["crossing"]) for row in rows if row["alternative"] == alternative["id"]]
        assert found == alternative["break_even"]["crossings"]
    assert max(len(alternative["break_even"]["crossings"]) for alternative in told) > 12


def test_every_bar_and_every_line(capsys: Capture) -> None:
    for call, key in ((["sensitivity"], "rows"), (["simulate", "--trials", "100"], "lines")):
        call += ["--example", "three-ways"]
        told = json.loads(out_of(capsys, *call, "--format", "json"))["alternatives"]
        rows = sheets(out_of(capsys, *call, "--format", "csv"))[0]
        assert len(rows) == sum(len(alternative[key]) for alternative in told)


def test_words_are_those_of_the_json(capsys: Capture) -> None:
    rows = sheets(out_of(capsys, "break-even", "--example", "three-ways", "--format", "csv"))[0]
    assert [row["status"] for row in rows] == ["breaks_even", "breaks_even", "never"]
    assert [row["truncated"] for row in rows] == ["false"] * 3
    call = ["needed", "--example", "three-ways", "--alternative", "maas", "--format", "csv"]
    assert "within_reach" in {row["grade"] for row in sheets(out_of(capsys, *call))[0]}


def test_files_in_rows(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "mine.evenkeel"
    made = sheets(out_of(capsys, "new", str(path), "--model", "maas-resale", "--format", "csv"))
    assert [row["model"] for row in made[0]] == ["maas-resale"]
    assert sheets(out_of(capsys, "check", str(path), "--format", "csv"))[0][0]["sound"] == "true"
    save(load_example("three-ways"), tmp_path / "other.evenkeel")
    assert sheets(out_of(capsys, "diff", str(path), str(path), "--format", "csv")) == [[]]
    assert sheets(out_of(capsys, "diff", str(path), str(tmp_path / "other.evenkeel"), "--format", "csv"))[0]


def test_a_table_stays_as_people_read_it(capsys: Capture) -> None:
    shown = out_of(capsys, "grid", "--example", "three-ways", "--x", "users=1e7:2e7:2", "--y", "utilisation=0.1:0.9:2")
    assert "10M" in shown
    assert "90%" in shown
    assert "never" in out_of(capsys, "path", "--example", "three-ways")
