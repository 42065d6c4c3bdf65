"""The built-in examples are whole comparisons: what a recipe leaves out comes from the definitions."""

from __future__ import annotations

import pytest

from core.comparison.document import Comparison
from core.comparison.examples import FOLDER, example_ids, example_line, load_example, read_recipe
from core.errors import EvenkeelError, UsageError
from core.wording.text import Text


def test_the_contract_of_ids() -> None:
    assert example_ids() == (
        "three-ways",
        "deepseek-day",
        "same-model-opposite-answers",
        "heavy-users",
        "siliconflow",
    )
    assert sorted(example_ids()) == sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != "index")
    assert [a.id for a in load_example("three-ways").alternatives] == ["api", "subscription", "maas"]
    assert load_example("deepseek-day").alternatives[0].id == "deepseek"


def test_an_unknown_example_names_the_closest() -> None:
    with pytest.raises(UsageError, match="Did you mean three-ways"):
        load_example("three-way")


def test_every_example_has_a_line_about_it() -> None:
    lines = [example_line(id) for id in example_ids()]
    assert all(0 < len(line.en) <= 60 and 0 < len(line.zh) <= 30 for line in lines)
    with pytest.raises(UsageError, match="Did you mean siliconflow"):
        example_line("siliconflw")


@pytest.mark.parametrize("id", example_ids())
def test_an_example_says_only_what_differs(id: str) -> None:
    example = load_example(id)
    recipe = read_recipe(id)
    for given, alternative in zip(recipe.alternatives, example.alternatives, strict=True):
        for driver in example.model_of(alternative).drivers:
            setting = example.setting_of(alternative.id, driver.id)
            if driver.id in given.own:
                assert setting.value == given.own[driver.id].value
                assert not example.is_shared(alternative.id, driver.id)
            elif driver.id in recipe.shared:
                assert setting.value == recipe.shared[driver.id].value
                assert example.is_shared(alternative.id, driver.id)
            elif driver.linked:
                assert example.is_shared(alternative.id, driver.id)
            else:
                assert setting.value == driver.default
            assert example.start_of(alternative.id, driver.id) == setting.value or driver.linked


@pytest.mark.parametrize("id", example_ids())
def test_an_example_is_told_in_both_languages(id: str) -> None:
    example = load_example(id)
    texts = [example.title, example.story]
    texts += [alternative.name for alternative in example.alternatives]
    texts += [words for check in example.reference_checks for words in (check.name, check.remark) if words]
    settings = [*example.shared.values(), *(s for a in example.alternatives for s in a.own.values())]
    texts += [setting.note for setting in settings if setting.note]
    assert all(isinstance(text, Text) and text.en and text.zh for text in texts)
    assert isinstance(example, Comparison)


def test_a_recipe_that_cannot_be_read_says_where(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("examples")
    (folder / "index.toml").write_text('examples = ["bad"]')
    (folder / "bad.toml").write_text(
        'title = "x"\n[[alternatives]]\nid = "a"\nname = "a"\nmodel = "maas-resale"\nown.x.y = 1\n'
    )
    with pytest.raises(EvenkeelError, match="alternatives > a > own > x"):
        load_example("bad", folder)
