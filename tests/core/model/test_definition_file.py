"""A business model file that is not right is refused with the file and the place, in both languages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import EvenkeelError
from core.model.library import FOLDER, load_model, model_ids

Edit = Callable[[str], str]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A copy of the built-in definitions to break."""
    return Path(shutil.copytree(FOLDER, tmp_path / "models"))


def refusal(library: Path, file: str, edit: Edit) -> EvenkeelError:
    path = library / file
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(EvenkeelError) as caught:
        load_model("maas-resale", library)
    assert caught.value.text().zh
    assert str(library) not in str(caught.value)
    return caught.value


def replacing(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def test_the_copy_loads(library: Path) -> None:
    assert load_model("maas-resale", library) == load_model("maas-resale")


@pytest.mark.parametrize(
    ("file", "edit", "says"),
    [
        ("maas-resale.toml", replacing("version = 1", "version = "), "maas-resale.toml.*line 2"),
        ("blocks/people.toml", replacing("default = 500000", "default = many"), "people.toml.*line"),
        ("maas-resale.toml", replacing('"payment", "people"', '"payment", "pepole"'), "pepole.toml"),
        ("maas-resale.toml", replacing("[overrides.utilisation]", "[overrides.utilization]"), "overrides.utilization"),
        ("maas-resale.toml", replacing('source = "deepseek-prices-2025"', 'source = "hearsay"'), "hearsay"),
        ("blocks/serving.toml", replacing('source = "deepseek-day"', 'source = "hearsay"'), "serving.toml.*hearsay"),
        (
            "blocks/users.toml",
            replacing("range.low = 1000", "range.lowest = 1000"),
            r"maas-resale.toml.*drivers\.users\.range\.low",
        ),
        ("blocks/users.toml", replacing('unit = "user"\n', ""), r"drivers\.users\.unit"),
        ("blocks/users.toml", replacing("default = 6000000", "default = nan"), r"drivers\.users\.default"),
        ("maas-resale.toml", replacing('role = "metric"', 'role = "profit"'), r"lines\.official_value\.role"),
        ("maas-resale.toml", replacing('id = "official_value"', 'id = "gpu_cost"'), "gpu_cost"),
        ("maas-resale.toml", replacing("official_value * (1", "official_valeu * (1"), "official_value"),
        ("maas-resale.toml", replacing("1 - free_credit_share", "users - free_credit_share"), "unit"),
        ("blocks/payment.toml", replacing("default = 0.029", "default = 1.029"), "payment_fee_share"),
    ],
)
def test_what_is_wrong_is_named(library: Path, file: str, edit: Edit, says: str) -> None:
    error = refusal(library, file, edit)
    assert re.search(says, str(error), re.DOTALL), str(error)


def test_an_override_keeps_what_it_does_not_change(library: Path) -> None:
    path = library / "maas-resale.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("[overrides.utilisation]\ndefault = 0.2", OVERRIDE), "utf-8"
    )
    changed = {d.id: d for d in load_model("maas-resale", library).drivers}["utilisation"]
    shared = {d.id: d for d in load_model("subscription", library).drivers}["utilisation"]
    assert (changed.default, changed.linked, changed.range.high) == (0.3, True, 0.85)
    assert (changed.label, changed.unit) == (shared.label, shared.unit)
    assert shared.default == 0.38


OVERRIDE = "[overrides.utilisation]\ndefault = 0.3\nlinked = true"


def test_a_list_of_models_that_is_none(library: Path) -> None:
    (library / "index.toml").write_text('models = "all"\n', encoding="utf-8")
    with pytest.raises(EvenkeelError, match=r"index\.toml"):
        model_ids(library)
