"""Files that are not what they should be: each gets its own sentence, in both languages, and nothing is opened."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.comparison.document import Comparison
from core.comparison.file.format import dumps, loads
from core.comparison.file.storage import load
from core.errors import EvenkeelError


def refused(data: bytes) -> str:
    with pytest.raises(EvenkeelError) as caught:
        loads(data)
    said = caught.value.text()
    assert said.zh
    assert "Traceback" not in said.en
    assert len(said.en) < 300
    return said.en


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty."),
        (b" \r\n", "This file is empty."),
        (b"\0" * 4096, "This file is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "but a binary file"),
        (bytes(range(128, 256)) * 10, "no UTF-8 text"),
        (b"PK\x03\x04\x14\0\x06\0", "a workbook or a packed archive"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "a web page"),
        (b"\xef\xbb\xbf\n<html lang='zh'>", "a web page"),
        ('{"format": "evenkeel"}'.encode("utf-16"), "another encoding"),
        (b"hello", "not an Evenkeel comparison"),
        (b"[1, 2]", "not an Evenkeel comparison"),
        (b"null", "not an Evenkeel comparison"),
        (b'{"version": 1}', "not an Evenkeel comparison"),
        (b'{"format": "darktable", "version": 1}', "not an Evenkeel comparison"),
        (b'{"format": "evenkeel"}', "version of this file is not known"),
        (b'{"format": "evenkeel", "version": "1"}', "version of this file is not known"),
        (b'{"format": "evenkeel", "version": 0}', "version of this file is not known"),
        (b'{"format": "evenkeel", "version": 1.5}', "version of this file is not known"),
        (b'{"format": "evenkeel", "version": true}', "version of this file is not known"),
        (b'{"format": "evenkeel", "version": 1}', "title is missing"),
        (b'{"format": "evenkeel", "version": 7}', "newer Evenkeel (file version 7)"),
        (b'{"format": "evenkeel", "format": "x"}', 'The key "format" stands twice'),
        (b'{"seed": NaN}', "NaN is not a number"),
        (b'{"seed": -Infinity}', "-Infinity is not a number"),
        (b'{"seed": 1e400}', "1e400 is not a number"),
        (b'{"seed": ' + b"9" * 5000 + b"}", "99999999999999999999... is not a number"),
        (b'{"a":\n oops }', "damaged at line 2"),
        (b'{"a": "\\ud800"}', "half a character"),
        (b'{"a": ' + b"[" * 70 + b"]" * 70 + b"}", "nested too deeply"),
        (b'{"a": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_comparison_gets_its_own_sentence(data: bytes, sentence: str) -> None:
    assert sentence in refused(data)


def test_a_file_cut_off_anywhere_is_refused(pair: Comparison) -> None:
    data = dumps(pair)
    sentences = {refused(data[:length]) for length in range(1, len(data.rstrip()) - 1, 7)}
    assert {sentence.split(".")[0] for sentence in sentences} <= {"This file stops in the middle"}


def place(content: Any, *path: Any) -> Any:
    for step in path:
        content = content[step]
    return content


ALTERED: list[tuple[str, Callable[[Any], object], str]] = [
    ("unknown key", lambda c: c.update(colour="red"), "colour is not known to this version"),
    ("a typing error deep inside", lambda c: place(c, "alternatives", 1, "own", "fee").update(vlaue=1),
     "alternatives > club > own > fee > vlaue is not known"),
    ("text for a number", lambda c: place(c, "alternatives", 0, "own", "price").update(value="20"),
     "alternatives > shop > own > price > value must be a number"),
    ("true for a number", lambda c: c["shared"]["users"].update(value=True), "shared > users > value must be a number"),
    ("number for a text", lambda c: c.update(title=3), "title must be a text"),
    ("one language only", lambda c: place(c, "models", "shop", "label").pop("zh"),
     "models > shop > label > zh is missing"),
    ("list for an object", lambda c: c.update(shared=[]), "shared must be an object"),
    ("object for a list", lambda c: c.update(alternatives={}), "alternatives must be a list"),
    ("no alternative", lambda c: c.update(alternatives=[]), "alternatives needs at least 1"),
    ("thirteen alternatives", lambda c: c.update(alternatives=[c["alternatives"][0]] * 13), "at most 12 are allowed"),
    ("401 drivers", lambda c: c["models"]["shop"].update(drivers=[c["models"]["shop"]["drivers"][0]] * 401),
     "at most 400 are allowed"),
    ("bad date", lambda c: place(c, "models", "shop", "drivers", 0, "source").update(checked="soon"), "must be a date"),
    ("bad id", lambda c: place(c, "alternatives", 0).update(id="Shop 1"), "is no valid id"),
    ("attribute as a driver", lambda c: c["shared"].update({"__class__": {"value": 1}}), "is no valid id"),
    ("attribute in a formula", lambda c: place(c, "models", "shop", "lines", 0).update(formula="users.__class__"),
     "sales"),
    ("code in a formula", lambda c: place(c, "models", "shop", "lines", 0).update(formula="open('/etc/passwd')"),
     "sales"),
    ("huge exponent", lambda c: place(c, "models", "shop", "lines", 0).update(formula="1e999"), "too large"),
    ("huge power", lambda c: place(c, "models", "shop", "lines", 0).update(formula="9**9**9**9**9 * users"), "sales"),
    ("deep formula", lambda c: place(c, "models", "shop", "lines", 0).update(formula="(" * 65 + "1" + ")" * 65),
     "nested too deeply"),
    ("circle", lambda c: place(c, "models", "shop", "lines", 0).update(formula="sales"), "circle"),
    ("unit clash", lambda c: place(c, "models", "shop", "lines", 0).update(formula="users + price"), "sales"),
    ("unknown driver", lambda c: place(c, "alternatives", 0, "own").update(prices={"value": 1}),
     'no assumption "prices" in shop. Did you mean price?'),
    ("share of 140 %", lambda c: place(c, "alternatives", 0, "own", "busy_share").update(value=1.4), "cannot be 140%"),
    ("price of -1", lambda c: place(c, "alternatives", 0, "own", "price").update(value=-1), "at least $0"),
    ("utilisation 0", lambda c: place(c, "alternatives", 0, "own", "busy_share").update(value=0), "cannot be 0%"),
    ("missing value", lambda c: c["shared"].pop("users"), 'has no value for "users"'),
    ("missing model", lambda c: c["models"].pop("shop"), 'needs the business model "shop"'),
    ("view with structure", lambda c: c.update(view={"a": [1]}), "view > a"),
    ("negative seed", lambda c: c.update(seed=-1), "seed is outside what is allowed"),
    ("seed of a half", lambda c: c.update(seed=1.5), "seed must be a whole number"),
    ("no kind", lambda c: c["shared"]["users"].update(distribution={"low": 1}), 'distribution has no "kind"'),
    ("unknown kind", lambda c: c["shared"]["users"].update(distribution={"kind": "cauchy"}),
     "not one of the known choices"),
    ("no distribution", lambda c: c["shared"]["users"].update(distribution={"kind": "uniform", "low": 2, "high": 1}),
     "low end must lie below"),
    ("bad moment", lambda c: c.update(checkpoints=[{"name": "A", "moment": "noon", "state": {}}]), "is no moment"),
]  # fmt: skip


@pytest.mark.parametrize(("alter", "sentence"), [case[1:] for case in ALTERED], ids=[case[0] for case in ALTERED])
def test_what_is_wrong_inside_is_named_with_its_place(
    pair: Comparison, alter: Callable[[Any], object], sentence: str
) -> None:
    content = json.loads(dumps(pair))
    alter(content)
    assert sentence in refused(json.dumps(content).encode())


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(position=st.floats(0, 1), replacement=st.binary(max_size=4), length=st.integers(0, 40))
def test_damage_anywhere_opens_soundly_or_is_refused(
    pair: Comparison, position: float, replacement: bytes, length: int
) -> None:
    data = dumps(pair)
    start = int(position * len(data))
    with contextlib.suppress(EvenkeelError):
        dumps(loads(data[:start] + replacement + data[start + length :]).comparison)


def test_more_than_20_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.evenkeel"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(EvenkeelError, match=r"too large to be a comparison: 50\.0 MB\. The limit is 20 MB"):
        load(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvenkeelError, match=r'"missing\.evenkeel" is not there'):
        load(tmp_path / "missing.evenkeel")
    with pytest.raises(EvenkeelError, match="is a folder"):
        load(tmp_path)
    with pytest.raises(EvenkeelError, match="cannot be read"):
        load(tmp_path / "a\0b")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(EvenkeelError, match="no ordinary file"):
        load(tmp_path / "pipe")
