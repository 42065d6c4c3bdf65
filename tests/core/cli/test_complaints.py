"""Whatever is wrong with a call or a file is said in one or two plain sentences, in the words of this program."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.cli import main
from core.comparison.examples import load_example
from core.comparison.file.format import dumps
from core.comparison.file.storage import save

Capture = pytest.CaptureFixture[str]
THREE = ["--example", "three-ways"]
# A sentence ends with a mark before a space or the end; names such as "a.evenkeel" have none.
SENTENCE = re.compile(r"[.?!](?=\s|$)")


def complaint(capture: Capture, status: int, *arguments: str) -> str:
    assert main(arguments) == status
    out, err = capture.readouterr()
    assert out == ""
    assert 1 <= len(SENTENCE.findall(err)) <= 2, err
    assert err.count("\n") == 1
    return err.strip()


@pytest.mark.parametrize(
    ("status", "call", "words"),
    [
        (2, ["new"], "OUT and --model are missing."),
        (2, ["check"], "FILE is missing."),
        (2, ["simulate", *THREE, "--trials"], "--trials needs a value after it."),
        (2, ["results", *THREE, "--scenari0", "x"], "Did you mean --scenario?"),
        (2, ["results", *THREE, "--bogus"], 'evenkeel results has no option "--bogus".'),
        (2, ["results", "a", "b"], '"b" is one word too many.'),
        (2, ["path", *THREE, "--s", "x"], "could be any of --scenario, --set."),
        (2, ["results", *THREE, "--format", "xml"], 'There is no --format "xml"; choose from table, json, csv.'),
        (2, ["simulate", *THREE, "--trials", "1e4x"], '"1e4x" is not a whole number. Give --trials one'),
        (2, ["simulate", *THREE, "--trials", "1.5"], '"1.5" is not a whole number.'),
        (2, ["simulate", *THREE, "--trials", "1e400"], '"1e400" is not a whole number.'),
        (2, ["simulate", *THREE, "--seed", "-1"], "-1 cannot be a seed."),
        (2, ["simulate", *THREE, "--seed", str(2**53 + 1)], "Choose a whole number from 0 to 9,007,199,254,740,992."),
        (3, ["grid", *THREE, "--x", "users=nan:2:3", "--y", "utilisation=0.1:0.9:3"], '"nan" is not a number'),
        (3, ["grid", *THREE, "--x", "users=1:inf:3", "--y", "utilisation=0.1:0.9:3"], '"inf" is not a number'),
        (2, ["grid", *THREE, "--x", "users=1:3:1", "--y", "utilisation=0.1:0.9:3"], "1 point cannot be shown"),
        (3, ["needed", *THREE, "--alternative", "maas", "--target", "operating_profit=5%"], "is a percentage"),
        (2, ["bridge", *THREE, "api", "nope"], "There are the alternatives api, subscription, maas and the scenarios"),
        (2, ["bridge", *THREE, "subscriptoin", "api"], "Did you mean subscription?"),
        (2, ["bridge", *THREE, "api", "base"], "api is an alternative, and base is none."),
        (2, ["bridge", "api", "maas"], "Write evenkeel bridge FILE A B, or evenkeel bridge FILE FILE"),
        (3, ["bridge", "a.evenkeel", "b.evenkeel"], 'The file "a.evenkeel" is not there.'),
        (2, ["new", "x.evenkeel", "--model", "mass-resale"], "Did you mean maas-resale?"),
        (3, ["new", "nowhere/x.evenkeel", "--model", "maas-resale"], 'nowhere" is not there. Save it'),
        (
            3,
            ["simulate", *THREE, *(f"--correlate={pair}" for pair in (
                "users,gpu_hour_price=0.9", "users,cache_hit_share=0.9", "gpu_hour_price,cache_hit_share=-0.9"))],
            "These correlations cannot all hold",
        ),
    ],
)  # fmt: skip
def test_calls(capsys: Capture, status: int, call: list[str], words: str) -> None:
    assert words in complaint(capsys, status, *call)


def test_the_folder_that_was_looked_in(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert f'Looked for it in "{tmp_path}".' in complaint(capsys, 3, "check", "none.evenkeel")


def test_numbers_are_read_as_set_reads_them(capsys: Capture) -> None:
    for call in (
        ["break-even", *THREE, "--max-users", "1e6"],
        ["simulate", *THREE, "--trials", "1k", "--seed", "1e3"],
        ["grid", *THREE, "--x", "users=1k:1m:2", "--y", "utilisation=10%:90%:2"],
    ):
        assert main([*call, "--format", "json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told.get("max_users", 1_000_000) == 1_000_000
        assert (told.get("trials", 1000), told.get("seed", 1000)) == (1000, 1000)
        assert told.get("y", {"values": [0.1, 0.9]})["values"] == [0.1, 0.9]


@pytest.mark.parametrize(
    ("target", "head"),
    [("gross_margin=50%", "gross_margin = 50%"), ("operating_profit=1e6", "operating_profit = $1,000,000")],
)
def test_the_goal_as_people_read_it(capsys: Capture, target: str, head: str) -> None:
    assert main(["needed", *THREE, "--alternative", "maas", "--target", target]) == 0
    assert f"MaaS resale: {head}\n" in capsys.readouterr().out


def test_one_alternative_is_no_alternatives(capsys: Capture, tmp_path: Path) -> None:
    path = str(tmp_path / "one.evenkeel")
    assert main(["new", path, "--model", "maas-resale"]) == main(["check", path]) == 0
    assert capsys.readouterr().out == (
        "Wrote one.evenkeel with 1 alternative.\none.evenkeel is sound: one, 1 alternative.\n"
    )


def test_a_bridge_between_two_files(capsys: Capture, tmp_path: Path) -> None:
    one, two, other = (str(tmp_path / name) for name in ("one.evenkeel", "two.evenkeel", "other.evenkeel"))
    save(load_example("three-ways"), Path(one))
    assert main(["new", two, "--model", "maas-resale"]) == main(["new", other, "--model", "closed-api"]) == 0
    capsys.readouterr()
    assert main(["bridge", one, one, "--set", "maas.utilisation=0.5", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["alternatives"]
    assert [(each["id"], each["difference"]) for each in told] == [("api", 0), ("subscription", 0), ("maas", 0)]
    assert told[0]["from"]["name"] == one
    assert "The first has maas_resale, the second closed_api." in complaint(capsys, 2, "bridge", two, other)


Content = dict[str, Any]


def own(content: Content, driver: str) -> Content:
    found: Content = content["alternatives"][2]["own"][driver]
    return found


RANGE = {"low": 0.5, "high": 0.2, "reason": {"en": "x", "zh": "x"}}
OPENED: list[tuple[str, Callable[[Content], object], str]] = [
    ("nan", lambda c: own(c, "utilisation").update(value=float("nan")),
     "NaN is not a number a file may hold. It stands in alternatives > maas > own > utilisation > value."),
    ("infinity", lambda c: own(c, "utilisation").update(value=float("inf")), "It stands in alternatives > maas"),
    ("value", lambda c: own(c, "utilisation").update(value=1.4), 'Alternative "MaaS resale": "Busy share'),
    ("shared", lambda c: c["shared"]["cache_hit_share"].update(value=1.4), "Shared assumptions: \"Share of input"),
    ("range", lambda c: own(c, "utilisation").update(range=RANGE), 'Alternative "MaaS resale": the range of'),
    ("no distribution",
     lambda c: own(c, "utilisation").update(distribution={"kind": "uniform", "low": 0.5, "high": 0.2}),
     "alternatives > maas > own > utilisation > distribution: these figures describe no distribution."),
    ("nothing possible",
     lambda c: own(c, "utilisation").update(distribution={"kind": "uniform", "low": 2, "high": 3}),
     'Alternative "MaaS resale": the distribution of Busy share'),
    ("scenario", lambda c: c["scenarios"][0]["changes"].setdefault("maas", {}).update(utilisation=1.5),
     "Scenario \"Price war: DeepSeek's list of September 2025\", maas:"),
    ("scenarios", lambda c: c["scenarios"].append(c["scenarios"][0]), "Two scenarios are called \"Price war"),
    ("ids", lambda c: c["alternatives"][1].update(id="api"),
     'The alternatives "DeepSeek-style API" and "ChatGPT-style plan" have the same id "api".'),
    ("outlook", lambda c: c.update(outlook={"months": 0}), "outlook: this outlook makes no sense."),
    ("half a title", lambda c: c.update(title="\ud800"), "holds half a character. It stands in title."),
    ("half a word", lambda c: c.update(title="ab\ud800"), 'It stands in title, after "ab".'),
    ("formula", lambda c: c["models"]["maas-resale"]["lines"][0].update(formula="users @ 3"),
     'the character "@" at place 7'),
    ("unit", lambda c: c["models"]["maas-resale"]["lines"][0].update(formula="users + utilisation"),
     "Bring both sides to the same unit first."),
    ("key", lambda c: c.update(colour="red"), "colour is not known to this version. Remove it"),
]  # fmt: skip


@pytest.mark.parametrize(("alter", "words"), [case[1:] for case in OPENED], ids=[case[0] for case in OPENED])
def test_files(capsys: Capture, tmp_path: Path, alter: Callable[[Content], object], words: str) -> None:
    content = json.loads(dumps(load_example("three-ways")))
    alter(content)
    path = tmp_path / "bad.evenkeel"
    path.write_text(json.dumps(content), "utf-8")
    assert words in complaint(capsys, 3, "check", str(path))


@pytest.mark.parametrize("data", [b"", b'{"format": "evenkeel", "ver', b'{"a": 1,\n b }', b"\0\1"])
def test_what_is_hardly_a_file(capsys: Capture, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.evenkeel"
    path.write_bytes(data)
    complaint(capsys, 3, "check", str(path))
