"""The subcommands as others run them: the contract's JSON, tables and CSV, and one plain sentence for bad input."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from core.cli import main
from core.comparison.examples import example_ids
from core.model.library import load_model, model_ids
from core.questions.results import line_ids

Capture = pytest.CaptureFixture[str]


def run(capture: Capture, *arguments: str) -> str:
    assert main(arguments) == 0
    out, err = capture.readouterr()
    assert err == ""
    return out


def run_json(capture: Capture, *arguments: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(run(capture, *arguments, "--format", "json"))
    return data


def complaint(capture: Capture, status: int, *arguments: str) -> str:
    assert main(arguments) == status
    out, err = capture.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 1
    return err.strip()


def test_examples_and_models_are_listed(capsys: Capture) -> None:
    assert [e["id"] for e in run_json(capsys, "examples")["examples"]] == list(example_ids())
    assert [m["id"] for m in run_json(capsys, "models")["models"]] == list(model_ids())


def test_deepseeks_published_day_to_the_last_digit(capsys: Capture) -> None:
    found = run_json(capsys, "results", "--example", "deepseek-day")["alternatives"][0]
    assert found["id"] == "deepseek"
    a_day = 730 / 24
    lines = {id: None if value is None else value / a_day for id, value in found["lines"].items()}
    nodes = 608e9 / 86400 / 73700 + 168e9 / 86400 / 14800
    revenue = 342_000 * 0.14 + 266_000 * 0.55 + 168_000 * 2.19
    assert found["lines"]["busy_nodes"] == pytest.approx(nodes, rel=1e-9)
    assert lines["gpu_cost"] == pytest.approx(nodes * 8 * 24 * 2, rel=1e-9)
    assert lines["theoretical_revenue"] == pytest.approx(revenue, rel=1e-9)
    assert lines["gross_profit"] == pytest.approx(revenue - nodes * 384, rel=1e-9)
    assert found["lines"]["markup"] == pytest.approx(revenue / (nodes * 384) - 1, rel=1e-9)
    assert round(lines["gpu_cost"], 2) == 87_115.61
    assert round(lines["theoretical_revenue"], 2) == 562_100.00
    assert round(lines["gross_profit"]) == 474_984
    assert round(found["lines"]["markup"] * 100, 1) == 545.2


def test_every_driver_and_line_of_the_contract_is_there(capsys: Capture) -> None:
    data = run_json(
        capsys, "results", "--example", "three-ways", "--set", "maas.utilisation=0.2", "--set", "users=12345678"
    )
    assert data["schema"] == "evenkeel-results/1"
    assert [a["id"] for a in data["alternatives"]] == ["api", "subscription", "maas"]
    for alternative in data["alternatives"]:
        model = load_model(alternative["model"])
        assert set(alternative["drivers"]) == {driver.id for driver in model.drivers}
        assert set(alternative["lines"]) == set(line_ids(model))
        assert alternative["drivers"]["users"] == 12_345_678
        assert set(alternative["break_even"]) == {
            "target", "status", "first", "safe_from", "crossings", "truncated", "margin_of_safety",
        }  # fmt: skip
    assert data["alternatives"][2]["drivers"]["utilisation"] == 0.2
    assert all(set(crossover) == {"a", "b", "users", "ahead_above"} for crossover in data["crossovers"])


def test_setting_one_alternative_leaves_the_others(capsys: Capture) -> None:
    before, after = (
        run_json(capsys, "results", "--example", "three-ways", *change)["alternatives"]
        for change in ((), ("--set", "api.gpu_hour_price=3"))
    )
    assert [a["drivers"]["gpu_hour_price"] for a in before] == [2, 2, 2.35]
    assert [a["drivers"]["gpu_hour_price"] for a in after] == [3, 2, 2.35]


def test_setting_everywhere(capsys: Capture) -> None:
    data = run_json(capsys, "results", "--example", "three-ways", "--set", "gpu_hour_price=3")
    assert [a["drivers"]["gpu_hour_price"] for a in data["alternatives"]] == [3, 3, 3]


def test_what_is_not_defined_is_null(capsys: Capture) -> None:
    data = run_json(capsys, "results", "--example", "three-ways", "--set", "users=0")
    lines = data["alternatives"][2]["lines"]
    assert lines["revenue"] == 0
    assert lines["gross_margin"] is None
    assert lines["revenue_per_user"] is None


def test_a_scenario(capsys: Capture) -> None:
    data = run_json(capsys, "results", "--example", "three-ways", "--scenario", "Busier machines at the reseller")
    assert data["scenario"] == "Busier machines at the reseller"
    assert data["alternatives"][2]["drivers"]["utilisation"] == 0.4


@pytest.mark.parametrize("example", example_ids())
def test_tables_and_csv_of_every_example(capsys: Capture, example: str) -> None:
    assert "operating_profit" in run(capsys, "results", "--example", example)
    rows = list(csv.reader(io.StringIO(run(capsys, "results", "--example", example, "--format", "csv"))))
    data = run_json(capsys, "results", "--example", example)
    profit = next(row for row in rows if row and row[0] == "operating_profit")
    assert [float(cell) for cell in profit[2:]] == [a["lines"]["operating_profit"] for a in data["alternatives"]]


def test_break_even_up_to_a_maximum_for_another_line(capsys: Capture) -> None:
    data = run_json(
        capsys, "break-even", "--example", "three-ways", "--target", "gross_profit", "--max-users", "100000"
    )
    assert data["target"] == "gross_profit"
    for alternative in data["alternatives"]:
        found = alternative["break_even"]
        assert found["target"] == "gross_profit"
        assert all(1 < count <= 100_000 for count in found["crossings"])


def test_a_new_file_is_sound(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "mine.evenkeel"
    made = run_json(capsys, "new", str(path), "--model", "maas-resale", "--model", "maas-resale")
    assert len({a["id"] for a in made["alternatives"]}) == 2
    assert run_json(capsys, "check", str(path))["sound"] is True
    assert len(run_json(capsys, "results", str(path))["alternatives"]) == 2
    assert "exists already" in complaint(capsys, 3, "new", str(path), "--model", "maas-resale")


@pytest.mark.parametrize(
    ("status", "arguments", "sentence"),
    [
        (2, ["results", "--example", "three-ways", "--set", "maas.utilization=0.2"], "Did you mean utilisation?"),
        (2, ["results", "--example", "three-ways", "--set", "mass.utilisation=0.2"], "Did you mean maas?"),
        (2, ["results", "--example", "three-ways", "--set", "utilisation"], "Write --set DRIVER=VALUE"),
        (2, ["results", "--example", "three-way"], "Did you mean three-ways?"),
        (2, ["results", "--example", "three-ways", "--scenario", "Price war"], 'no scenario "Price war"'),
        (2, ["results", "--example", "three-ways", "--format", "xml"], "choose from table, json, csv"),
        (2, ["results"], "Name either a file or an example."),
        (2, ["results", "a.evenkeel", "--example", "three-ways"], "Name either a file or an example."),
        (2, ["result"], "did you mean results?"),
        (2, [], "See evenkeel --help."),
        (2, ["new", "x.evenkeel", "--model", "maas-resal"], "Did you mean maas-resale?"),
        (2, ["break-even", "--example", "three-ways", "--target", "operating_proft"], "Did you mean operating_profit?"),
        (2, ["break-even", "--example", "three-ways", "--max-users", "0"], "must lie between 1 and"),
        (2, ["break-even", "--example", "three-ways", "--max-users", "many"], "not a whole number. Give --max-users"),
        (3, ["results", "--example", "three-ways", "--set", "utilisation=1.4"], "cannot be 140%"),
        (3, ["results", "--example", "three-ways", "--set", "utilisation=0"], "must be above 0%"),
        (3, ["results", "--example", "three-ways", "--set", "users=nan"], "Give a finite number."),
        (3, ["results", "--example", "three-ways", "--set", "users=1e400"], "Give a finite number."),
        (3, ["results", "--example", "three-ways", "--set", "users=lots"], "lots"),
        (3, ["results", "--example", "three-ways", "--set", "official_output_price=-1"], "at least $0"),
        (3, ["results", "there-is-none.evenkeel"], "is not there"),
    ],
)
def test_bad_input_gets_a_sentence(capsys: Capture, status: int, arguments: list[str], sentence: str) -> None:
    assert sentence in complaint(capsys, status, *arguments)


@pytest.mark.parametrize("content", [b"", b"{", b"\x00\x01\x02", b"[1, 2]", b'{"format": "evenkeel", "version": 99}'])
def test_bad_files_get_a_sentence(capsys: Capture, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.evenkeel"
    path.write_bytes(content)
    complaint(capsys, 3, "check", str(path))
    assert path.read_bytes() == content


@pytest.mark.parametrize("users", ["0", "1", "1e9", "1e12"])
def test_extreme_sizes_answer(capsys: Capture, users: str) -> None:
    for alternative in run_json(capsys, "results", "--example", "three-ways", "--set", f"users={users}")[
        "alternatives"
    ]:
        assert alternative["lines"]["operating_profit"] is not None


def test_free_prices(capsys: Capture) -> None:
    free = [f"--set=maas.official_{kind}_price=0" for kind in ("cache_hit", "cache_miss", "output")]
    lines = run_json(capsys, "results", "--example", "three-ways", *free)["alternatives"][2]["lines"]
    assert lines["revenue"] == 0
    assert lines["operating_margin"] is None


def test_what_comes_out_below_zero_is_remarked_on(capsys: Capture) -> None:
    call = ["results", "--example", "three-ways"]
    assert run_json(capsys, *call)["remarks"] == []
    call += ["--set", "plus_share=0.7", "--set", "pro_share=0.7"]
    (remark,) = run_json(capsys, *call)["remarks"]
    assert "“Free users” of ChatGPT-style plan comes out below zero" in remark
    assert run(capsys, *call).splitlines()[-1] == remark
