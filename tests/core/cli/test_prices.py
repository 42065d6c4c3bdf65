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
PRICES = ("Input from cache", "Input not in cache", "Output")


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
    assert [row[headers.index(head)] for head in PRICES] == ["37.5", "75", "150"]


def spread_sheet(capture: Capture, title: int, *arguments: str) -> dict[str, dict[str, str]]:
    """The rows of one table of the CSV by their id and headers."""
    blocks = run(capture, *arguments, "--format", "csv").split("\n\n")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(blocks[title]))}


def test_csv_has_everything(capsys: Capture) -> None:
    ai_models, plans = (spread_sheet(capsys, place) for place in (0, 1))
    night = ai_models["deepseek-r1.usd.2025-02-26.off-peak"]
    assert (night["from"], night["until"]) == ("2025-02-26T16:30:00+00:00", "2025-09-05T16:00:00+00:00")
    assert (night["start known"], night["currency"]) == ("yes", "USD")
    assert (night["days"], night["hours"]) == ("Mon Tue Wed Thu Fri Sat Sun", "16:30-00:30 UTC")
    assert (night["source"], night["confidence"]) == ("DeepSeek's price page as stored in August 2025", "primary")
    assert night["checked"] == "2025-08-31"
    sol = ai_models["gpt-6-1-sol.usd.2026-09-30"]
    long_context = ("long context above", "times input", "times output", "batch discount")
    assert [sol[head] for head in long_context] == ["272000", "2", "1.5", "0.5"]
    assert sol["source of rules"].startswith("OpenAI's price rules")
    enterprise = plans["chatgpt-enterprise.usd.2026-11-23"]
    assert (enterprise["low"], enterprise["high"], enterprise["start known"]) == ("60", "100", "no")
    assert enterprise["note"] == "The middle of the range."


def test_json_has_everything(capsys: Capture) -> None:
    found = rows(capsys)
    enterprise = found["chatgpt-enterprise.usd.2026-11-23"]
    assert (enterprise["low"], enterprise["high"]) == (60, 100)
    sol = found["gpt-6-1-sol.usd.2026-09-30"]
    assert sol["long_context"] == {"above": 272000, "input_factor": 2, "output_factor": 1.5}
    assert sol["rules_source"].startswith("OpenAI's price rules")
    assert sol["bands"] == []
    (peak,) = found["deepseek-flash.usd.2026-09-09"]["bands"]
    assert peak == {
        "kind": "peak",
        "days": ["Mon", "Tue", "Wed", "Thu", "Fri"],
        "windows": [
            {"start": "09:00", "end": "12:00", "zone": "Beijing"},
            {"start": "14:00", "end": "18:00", "zone": "Beijing"},
        ],
    }
    assert found["deepseek-flash.usd.2026-09-09"]["url"] == "https://api-docs.deepseek.com/quick_start/pricing"
    assert found["gpt-4o.usd.2025-02-27"]["low"] is found["gpt-4o.usd.2025-02-27"]["long_context"] is None


def test_the_table_has_what_fits(capsys: Capture) -> None:
    shown = run(capsys, "--base", "deepseek-v3.usd.2025-02-08").split("\n\n")
    lines = {line.split()[0]: line for table in shown for line in table.splitlines() if line}
    headers = shown[0].splitlines()[1]
    assert "range" not in headers  # no AI model's price was published as a range
    assert lines["gpt-4-5.usd.2025-02-27"].endswith("secondary")
    for told in ("2025-02-27", "2025-07-14", "277.8×"):
        assert told in lines["gpt-4-5.usd.2025-02-27"]
    assert "by 2025-02-27" in lines["gpt-4o.usd.2025-02-27"]
    assert "$60–$100" in lines["chatgpt-enterprise.usd.2026-11-23"]
    assert "¥120,000–¥180,000" in lines["h100-china.cny.2024-01-01"]
    assert max(map(len, shown[0].splitlines())) < 210


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
