"""`evenkeel prices` through its own door: lists of a day, ratios against a base, files of one's own, plain errors."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from core.cli import main

Capture = pytest.CaptureFixture[str]


def run(capture: Capture, *arguments: str) -> str:
    assert main(("prices", *arguments)) == 0
    out, err = capture.readouterr()
    assert err == ""
    return out


def rows(capture: Capture, *arguments: str) -> dict[str, Any]:
    found = json.loads(run(capture, *arguments, "--format", "json"))
    assert found["schema"] == "evenkeel-prices/1"
    return {row["id"]: row for row in found["prices"]}


def refusal(capture: Capture, *arguments: str) -> tuple[int, str]:
    status = main(("prices", *arguments))
    out, err = capture.readouterr()
    assert out == ""
    assert "Traceback" not in err
    return status, err


def test_the_ratios_people_quote(capsys: Capture) -> None:
    """30 times GPT-4o, 277.8 times DeepSeek V3, 1,071 times its cached input at night."""
    new = "gpt-4-5.usd.2025-02-27"
    assert rows(capsys, "--base", "gpt-4o")[new]["ratios"]["cache_miss"] == 30
    assert rows(capsys, "--base", "deepseek-v3")[new]["ratios"]["cache_miss"] == pytest.approx(277.8, abs=0.05)
    night = rows(capsys, "--base", "deepseek-v3.usd.2025-02-26.off-peak")
    assert night[new]["ratios"]["cache_hit"] == pytest.approx(1071, abs=0.5)
    assert night["deepseek-v3.cny.2025-02-26"]["ratios"] == {"cache_hit": None, "cache_miss": None, "output": None}


def test_only_what_held_on_a_day(capsys: Capture) -> None:
    found = rows(capsys, "--on", "2026-11-23")
    assert "gpt-4-5.usd.2025-02-27" not in found
    flash = found["deepseek-flash.usd.2026-09-09.peak"]
    assert flash["prices"] == {"cache_hit": 0.006, "cache_miss": 0.3, "output": 1.2}
    assert (flash["hours"], flash["currency"], flash["confidence"]) == ("peak", "USD", "primary")
    assert flash["ratios"] is None
    assert len(rows(capsys)) > len(found)
    assert rows(capsys, "--on", "2020-01-01") == {}


def test_tables_show_every_published_digit(capsys: Capture) -> None:
    table = run(capsys, "--on", "2025-02-28", "--base", "gpt-4o")
    line = next(line for line in table.splitlines() if line.startswith("deepseek-v3.usd.2025-02-26.off-peak"))
    assert "$0.035" in line
    assert "$0.135" in line
    assert "nothing here is converted" in table


def test_csv_has_plain_numbers(capsys: Capture) -> None:
    found = list(csv.reader(io.StringIO(run(capsys, "--format", "csv"))))
    headers, *lines = found
    row = next(line for line in lines if line and line[0] == "gpt-4-5.usd.2025-02-27")
    assert row[headers.index("Input from cache") :] == ["37.5", "75", "150"]


def test_a_file_of_ones_own(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(
        'seller = "Our firm"\n[[items]]\nid = "our-model"\nname = "Ours"\nkind = "ai_model"\n[[items.lists]]\n'
        'valid_from = 2026-06-01\ncurrency = "USD"\nprices = { cache_miss = 2, output = 5 }\n'
        'source = { text = { en = "x", zh = "x" }, confidence = "primary", checked = 2026-06-01 }\n',
        "utf-8",
    )
    found = rows(capsys, "--add", str(path), "--base", "our-model")
    assert found["our-model.usd.2026-06-01"]["seller"] == "Our firm"
    assert found["gpt-4o.usd.2025-02-27"]["ratios"]["output"] == 2
    path.write_text("seller = 3", "utf-8")
    status, error = refusal(capsys, "--add", str(path))
    assert status == 3
    assert error.startswith("The price file ours.toml cannot be used.")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--base", "gpt-4.5"), "Did you mean gpt-4-5"),
        (("--on", "23 November"), "is not a day"),
        (("--add", "nothing.toml"), "cannot be used"),
    ],
)
def test_wrong_usage_in_a_sentence(capsys: Capture, arguments: tuple[str, ...], message: str) -> None:
    status, error = refusal(capsys, *arguments)
    assert status in (2, 3)
    assert message in error
