"""The file as text: readable, stable, complete; older versions are migrated, newer ones open for reading only."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.examples import example_ids, load_example
from core.comparison.file.format import KEYS, dumps, loads
from core.comparison.file.migrations import MIGRATIONS, VERSION, migrated
from core.comparison.file.schema import schema_text
from core.comparison.file.storage import open_file
from core.engine.plan import plan_for
from core.errors import EvenkeelError
from core.plain.data import parts_of
from core.wording.text import Text

ROOT = Path(__file__).resolve().parents[4]
SAVED_FILES = sorted((ROOT / "tests" / "files").glob("*.evenkeel"))


def changed(comparison: Comparison, **changes: Any) -> bytes:
    return json.dumps({**json.loads(dumps(comparison)), **changes}).encode()


def test_it_opens_in_a_text_editor(pair: Comparison) -> None:
    text = dumps(edits.set_title(edits.set_value(pair, "shop", "price", 0.1), "对比")).decode("utf-8")
    assert text.startswith('{\n  "format": "evenkeel",\n  "version": 1,\n  "title": "对比",\n')
    assert '"value": 0.1\n' in text
    assert '"value": 100\n' in text
    assert text.endswith("}\n")


@pytest.mark.parametrize("value", [1.0, 0.1, 1e-15, 123456789.125, 1e15, 2.0**49 + 0.125, 1 / 3])
def test_numbers_come_back_to_the_bit(pair: Comparison, value: float) -> None:
    edited = edits.set_value(pair, "shop", "users", value)
    assert loads(dumps(edited)).comparison.values_of("shop")["users"] == value


def test_every_field_has_its_place_in_the_file() -> None:
    assert set(KEYS) == set(parts_of(Comparison))


def test_the_order_of_edits_leaves_no_trace(pair: Comparison) -> None:
    other = edits.link(edits.unlink(edits.unlink(pair, "shop", "users"), "club", "users"), "club", "users")
    other = edits.link(other, "shop", "users")
    assert list(other.shared) != list(pair.shared)
    assert dumps(other) == dumps(pair)


@pytest.mark.parametrize("id", example_ids())
def test_an_example_survives_its_file(id: str) -> None:
    example = load_example(id)
    again = loads(dumps(example)).comparison
    assert again == example
    assert dumps(again) == dumps(example)


def test_a_file_computes_the_same() -> None:
    example = load_example("three-ways")
    again = loads(dumps(example)).comparison
    for alternative in example.alternatives:
        values = again.values_of(alternative.id)
        assert plan_for(again.model_of(alternative.id)).evaluate(values) == pytest.approx(
            plan_for(example.model_of(alternative.id)).evaluate(values), rel=0, abs=0, nan_ok=True
        )


def test_a_byte_order_mark_is_no_obstacle(pair: Comparison) -> None:
    assert loads(b"\xef\xbb\xbf" + dumps(pair)).comparison == pair


def test_how_it_was_looked_at_comes_back(pair: Comparison) -> None:
    view = {"panel": "margin", "width": 1280, "split": 0.25, "dark": True, "hovered": None}
    again = loads(dumps(edits.set_view(pair, {**view}))).comparison
    assert again.view == view
    assert again.view["dark"] is True


def test_a_newer_file_opens_for_reading_where_it_can(pair: Comparison) -> None:
    content = json.loads(dumps(pair))
    content |= {"version": VERSION + 1, "horoscope": [1, 2]}
    content["alternatives"][1]["own"]["price"]["colour"] = {"deep": 1}
    content["models"]["shop"]["label"]["fr"] = "magasin"
    opened = loads(json.dumps(content).encode())
    assert opened.read_only
    assert opened.comparison == pair
    assert {note.en for note in opened.notes[1:]} == {
        "Left out: alternatives > club > own > price > colour.",
        "Left out: models > shop > label > fr.",
        "Left out: horoscope.",
    }
    assert "newer Evenkeel (file version 2)" in opened.notes[0].en


def test_a_newer_file_that_cannot_be_understood_is_refused(pair: Comparison) -> None:
    for broken in (
        changed(pair, version=VERSION + 1, alternatives={}),
        changed(pair, version=VERSION + 1, shared={}),
    ):
        with pytest.raises(EvenkeelError, match="newer Evenkeel") as caught:
            loads(broken)
        assert "newest version" in str(caught.value)


def test_migrations_run_one_after_the_other_and_tell_what_they_added() -> None:
    def first(content: dict[str, Any]) -> tuple[dict[str, Any], list[Text]]:
        return {**content, "seed": 1}, [Text("A seed was added.", "已添加随机种子。")]

    def second(content: dict[str, Any]) -> tuple[dict[str, Any], list[Text]]:
        return {**{k: v for k, v in content.items() if k != "name"}, "title": content["name"]}, []

    steps = {1: first, 2: second}
    old = {"name": "T"}
    assert migrated(old, 1, steps, 3) == ({"title": "T", "seed": 1}, (Text("A seed was added.", "已添加随机种子。"),))
    assert migrated({"name": "T"}, 2, steps, 3) == ({"title": "T"}, ())
    assert migrated({"title": "T"}, 3, steps, 3) == ({"title": "T"}, ())
    assert old == {"name": "T"}


def test_every_older_version_has_its_migration_and_every_version_its_saved_file() -> None:
    assert sorted(MIGRATIONS) == list(range(1, VERSION))
    assert {json.loads(path.read_bytes())["version"] for path in SAVED_FILES} == set(range(1, VERSION + 1))


@pytest.mark.parametrize("path", SAVED_FILES, ids=lambda path: path.name)
def test_files_of_every_version_open_and_compute(path: Path) -> None:
    opened = open_file(path)
    assert not opened.read_only
    for alternative in opened.comparison.alternatives:
        plan_for(opened.comparison.model_of(alternative)).evaluate(opened.comparison.values_of(alternative.id))
    if json.loads(path.read_bytes())["version"] == VERSION:
        assert dumps(opened.comparison) == path.read_bytes()


def test_the_shipped_schema_is_current() -> None:
    shipped = ROOT / "resources" / "schema" / f"evenkeel-{VERSION}.schema.json"
    assert shipped.read_text("utf-8") == schema_text(), (
        "The document has changed. Think of a migration; then write core.comparison.file.schema.schema_text() to "
        f"{shipped.relative_to(ROOT)}."
    )
