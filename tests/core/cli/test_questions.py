"""Every question's subcommand answers on every built-in example, in every format, and refuses in a sentence."""

from __future__ import annotations

import csv
import io
import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from core.cli import main
from core.comparison.examples import example_ids, load_example
from core.comparison.file.storage import save

Capture = pytest.CaptureFixture[str]


def run(capture: Capture, *arguments: str) -> str:
    status = main(arguments)
    out, err = capture.readouterr()
    assert (status, err) == (0, "")
    return out


def data_of(capture: Capture, *arguments: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(run(capture, *arguments, "--format", "json"))
    assert data["schema"] == f"evenkeel-{arguments[0]}/1"
    return data


def questions(example: str) -> list[list[str]]:
    ids = [alternative.id for alternative in load_example(example).alternatives]
    source = ["--example", example]
    return [
        ["results", *source],
        ["break-even", *source],
        *(["needed", *source, "--alternative", id] for id in ids),
        ["sensitivity", *source],
        ["simulate", *source, "--trials", "2000"],
        ["grid", *source, "--x", "users=1:1000000:4", "--y", "payment_fee_share=0:0.1:3"],
        ["path", *source],
        *(["bridge", *source, a, b] for a, b in list(permutations(ids, 2))[:2]),
    ]


@pytest.mark.parametrize("example", example_ids())
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_every_question_answers_on_every_example(capsys: Capture, example: str, form: str) -> None:
    for question in questions(example):
        out = run(capsys, *question, "--format", form)
        if form == "json":
            assert json.loads(out)["target"] if question[0] != "results" else json.loads(out)["alternatives"]
        elif form == "csv":
            assert len(list(csv.reader(io.StringIO(out)))) > 1
        else:
            assert out.strip()


def test_needed_puts_back_to_the_target(capsys: Capture) -> None:
    source = ["--example", "three-ways"]
    found = data_of(capsys, "needed", *source, "--alternative", "maas")
    assert found["now"] < 0 == found["goal"]
    grades = {"within_reach", "stretch", "beyond_published", "impossible_alone"}
    for row in found["drivers"]:
        assert row["grade"] in grades
        assert row["needed"] == sorted(row["needed"])
        for value in row["needed"]:
            again = data_of(capsys, "results", *source, "--set", f"maas.{row['driver']}={value!r}")
            profit = next(a for a in again["alternatives"] if a["id"] == "maas")["lines"]["operating_profit"]
            assert profit >= 0


def test_the_widest_swing_stands_first(capsys: Capture) -> None:
    for alternative in data_of(capsys, "sensitivity", "--example", "three-ways")["alternatives"]:
        swings = [row["maximum"] - row["minimum"] for row in alternative["rows"]]
        assert swings == sorted(swings, reverse=True)


def test_the_same_seed_gives_the_same_bytes(capsys: Capture) -> None:
    ask = ["simulate", "--example", "three-ways", "--trials", "4096", "--seed", "7", "--format", "json"]
    first = run(capsys, *ask)
    assert run(capsys, *ask) == first
    chances = {(pair["a"], pair["b"]): pair["chance"] for pair in json.loads(first)["beats"]}
    assert len(chances) == 6
    assert all(abs(chances[a, b] + chances[b, a] - 1) < 1e-9 for a, b in chances)


def test_drivers_that_move_together_spread_the_profit(capsys: Capture) -> None:
    ask = ["simulate", "--example", "three-ways", "--trials", "4096"]
    pair = "input_tokens_per_user,output_tokens_per_user"
    apart, together = (data_of(capsys, *ask, *more) for more in ([], ["--correlate", f"{pair}=0.9"]))
    for one, other in zip(apart["alternatives"], together["alternatives"], strict=True):
        assert other["lines"]["direct_cost"]["sd"] > one["lines"]["direct_cost"]["sd"]
    assert data_of(capsys, *ask, "--correlate", f"{pair}=0.9", "--correlate", f"{pair}=0") == apart


def test_the_grid_names_the_winner_of_each_cell(capsys: Capture) -> None:
    found = data_of(capsys, "grid", "--example", "three-ways", "--x", "utilisation=0.2:0.8:5", "--y", "users=1e6:9e6:3")
    assert len(found["winner"]) == 3
    for row, winners in enumerate(found["winner"]):
        assert len(winners) == 5
        for column, winner in enumerate(winners):
            profits = {id: values[row][column] for id, values in found["values"].items()}
            assert winner == max(profits, key=lambda id: profits[id])


def test_cash_adds_up_month_by_month(capsys: Capture) -> None:
    for alternative in data_of(capsys, "path", "--example", "three-ways")["alternatives"]:
        cumulative = -alternative["investment"]
        for month in alternative["months"]:
            cumulative += month["cash"]
            assert month["cumulative"] == pytest.approx(cumulative)


def test_a_bridge_adds_up_and_turns_round(capsys: Capture) -> None:
    there, back = (
        data_of(capsys, "bridge", "--example", "deepseek-day", *ends)
        for ends in (("deepseek", "likely"), ("likely", "deepseek"))
    )
    assert sum(part["contribution"] for part in there["parts"]) == pytest.approx(there["difference"], rel=1e-9)
    assert there["to"]["value"] - there["from"]["value"] == pytest.approx(there["difference"])
    turned = {part["driver"]: -part["contribution"] for part in back["parts"]}
    assert {part["driver"]: part["contribution"] for part in there["parts"]} == pytest.approx(turned)


def test_a_bridge_between_scenarios_and_files(capsys: Capture, tmp_path: Path) -> None:
    found = data_of(capsys, "bridge", "--example", "three-ways", "base", "Everybody uses twice as much")
    assert [alternative["id"] for alternative in found["alternatives"]] == ["api", "subscription", "maas"]
    path = tmp_path / "day.evenkeel"
    save(load_example("three-ways"), path)
    same = data_of(capsys, "bridge", "--example", "three-ways", "base", str(path))
    assert all(alternative["difference"] == 0 for alternative in same["alternatives"])


def test_two_files_in_words(capsys: Capture, tmp_path: Path) -> None:
    one, two = tmp_path / "one.evenkeel", tmp_path / "two.evenkeel"
    save(load_example("three-ways"), one)
    save(load_example("deepseek-day"), two)
    assert data_of(capsys, "diff", str(one), str(one)) == {"schema": "evenkeel-diff/1", "same": True, "changes": []}
    changes = data_of(capsys, "diff", str(one), str(two))["changes"]
    assert {"where", "what", "before", "after", "sentence"} == set(changes[0])


THREE = ["--example", "three-ways"]


@pytest.mark.parametrize(
    ("status", "arguments", "sentence"),
    [
        (2, ["needed", *THREE], "--alternative"),
        (2, ["needed", *THREE, "--alternative", "mass"], "Did you mean maas?"),
        (2, ["needed", *THREE, "--alternative", "maas", "--target", "gross_margn=0.3"], "Did you mean gross_margin?"),
        (3, ["needed", *THREE, "--alternative", "maas", "--target", "gross_margin=lots"], "is not a number"),
        (2, ["sensitivity", *THREE, "--target", "profit"], 'no line "profit"'),
        (2, ["grid", *THREE, "--x", "users=1:2:0", "--y", "utilisation=0.1:0.9:4"], "points"),
        (2, ["grid", *THREE, "--x", "users=5:5:4", "--y", "utilisation=0.1:0.9:4"], "range"),
        (2, ["grid", *THREE, "--x", "user=1:2:3", "--y", "utilisation=0.1:0.9:4"], "Did you mean users?"),
        (2, ["grid", *THREE, "--x", "users", "--y", "utilisation=0.1:0.9:4"], "is not an axis"),
        (2, ["grid", *THREE, "--x", "users=1:9:99999", "--y", "utilisation=0.1:0.9:9"], "at most 250,000"),
        (2, ["simulate", *THREE, "--correlate", "users=1"], "is not a correlation"),
        (2, ["simulate", *THREE, "--correlate", "users,api.userz=1"], "Did you mean users?"),
        (3, ["simulate", *THREE, "--correlate", "users,users=1"], "with itself"),
        (3, ["simulate", *THREE, "--correlate", "users,gpu_hour_price=2"], "between -1 and 1"),
        (2, ["bridge", *THREE, "api"], "See evenkeel bridge --help."),
        (2, ["bridge", *THREE, "api", "nobody"], 'no alternative, scenario or file "nobody"'),
        (3, ["diff", "one.evenkeel", "two.evenkeel"], "is not there"),
    ],
)
def test_bad_questions_get_a_sentence(capsys: Capture, status: int, arguments: list[str], sentence: str) -> None:
    assert main(arguments) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("trials", ["0", "-5", "1000000000", "many"])
def test_impossible_numbers_of_trials(capsys: Capture, trials: str) -> None:
    assert main(["simulate", *THREE, "--trials", trials]) in (2, 3)
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_fault_of_our_own_is_told_in_a_sentence(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.cli.commands.models.model_ids", lambda: 1 / 0)
    assert main(["models"]) == 1
    err = capsys.readouterr().err
    assert "a fault of its own" in err
    assert "Traceback" not in err
