"""What holds for every sequence of edits, whatever it is: none touches the comparison it was given, every result is
sound and survives its file, and undo leads back to the very first one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.comparison import edits
from core.comparison.correlation import Place
from core.comparison.distribution import Normal
from core.comparison.document import Comparison
from core.comparison.file.format import dumps, loads
from core.comparison.history import History
from core.comparison.parts import Comment
from core.errors import EvenkeelError
from core.plain.data import parts_of

Edit = Callable[[Comparison], Comparison]

DRIVERS = ("users", "price", "rent", "busy_share", "fee", "nonsense")
NAMES = ("A", "B", "情景")

place = st.sampled_from(("shop", "club", "shop_2", "club_2", "shared"))
driver = st.sampled_from(DRIVERS)
name = st.sampled_from(NAMES)
value = st.one_of(
    st.sampled_from([0.0, -0.0, 0.5, 1.0, 7.0, -1.0, 1e9, 1e308, 5e-324, float("nan"), float("inf")]),
    st.floats(0, 2),
)


def edit_of(operation: Callable[..., Comparison], *arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Edit]:
    return st.tuples(*arguments).map(lambda given: lambda comparison: operation(comparison, *given))


def added_again(comparison: Comparison, id: str, version: int) -> Comparison:
    return edits.add_alternative(comparison, comparison.models[id].but(version=version))


placed = st.builds(Place, where=place, driver=driver)

ANY_EDIT = st.one_of(
    edit_of(edits.set_value, place, driver, value),
    edit_of(edits.set_own_value, place, driver, value),
    edit_of(edits.set_everywhere, driver, value),
    edit_of(edits.reset_value, place, driver),
    edit_of(edits.set_note, place, driver, st.text(max_size=3)),
    edit_of(edits.set_distribution, place, driver, st.just(Normal(mean=1, sd=2))),
    edit_of(edits.set_correlation, placed, placed, st.one_of(st.none(), st.floats(-1.1, 1.1))),
    edit_of(edits.link, place, driver),
    edit_of(edits.unlink, place, driver),
    edit_of(edits.link_everywhere, place, driver),
    edit_of(edits.duplicate, place),
    edit_of(edits.remove, place),
    edit_of(edits.move, place, st.integers(-1, 4)),
    edit_of(edits.rename, place, st.text(max_size=3)),
    edit_of(edits.add_scenario, name),
    edit_of(edits.set_in_scenario, name, place, driver, value),
    edit_of(edits.clear_in_scenario, name, place, driver),
    edit_of(edits.apply_scenario, name),
    edit_of(edits.remove_scenario, name),
    edit_of(edits.add_checkpoint, name, st.just("2026-11-23T10:42:00")),
    edit_of(edits.at_checkpoint, name),
    edit_of(edits.remove_checkpoint, name),
    edit_of(edits.add_comment, st.builds(Comment, where=place, about=driver, text=st.just("x"))),
    edit_of(edits.set_seed, st.integers(-1, 9)),
)

many_edits = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def attempted(comparison: Comparison, edit: Edit) -> Comparison:
    try:
        return edit(comparison)
    except EvenkeelError:
        return comparison


@many_edits
@given(steps=st.lists(ANY_EDIT, max_size=25))
def test_edits_never_mutate_and_always_give_a_sound_comparison(pair: Comparison, steps: list[Edit]) -> None:
    comparison = pair
    for edit in steps:
        before = dumps(comparison)
        changed = attempted(comparison, edit)
        assert dumps(comparison) == before
        if changed == comparison:
            assert dumps(changed) == before
        comparison = changed
        Comparison(**{field: getattr(comparison, field) for field in parts_of(Comparison)})


@many_edits
@given(steps=st.lists(ANY_EDIT, max_size=25))
def test_what_was_saved_reads_back_equal_and_saves_to_the_same_bytes(pair: Comparison, steps: list[Edit]) -> None:
    comparison = pair
    for edit in steps:
        comparison = attempted(comparison, edit)
    data = dumps(comparison)
    again = loads(data).comparison
    assert again == comparison
    assert dumps(again) == data
    for alternative in comparison.alternatives:
        assert list(again.values_of(alternative.id).items()) == list(comparison.values_of(alternative.id).items())


@many_edits
@given(steps=st.lists(st.tuples(ANY_EDIT, st.sampled_from([None, "drag", "type"])), max_size=25))
def test_undo_leads_back_to_the_very_first_comparison(pair: Comparison, steps: list[tuple[Edit, str | None]]) -> None:
    history = History(pair)
    for edit, gesture in steps:
        history.push(attempted(history.current, edit), gesture)
    last = history.current
    count = 0
    while history.undo_to is not None:
        history.undo()
        count += 1
    assert history.current is pair
    for _ in range(count):
        history.redo()
    assert history.current is last
    assert history.redo_to is None


@many_edits
@given(steps=st.lists(ANY_EDIT, max_size=15), where=place, which=driver)
def test_unlinking_changes_no_value_anywhere(pair: Comparison, steps: list[Edit], where: str, which: str) -> None:
    comparison = pair
    for edit in steps:
        comparison = attempted(comparison, edit)
    apart = attempted(comparison, lambda c: edits.unlink(c, where, which))
    states = [(comparison, apart)]
    states += [
        (edits.apply_scenario(comparison, s.name), edits.apply_scenario(apart, s.name)) for s in comparison.scenarios
    ]
    for before, after in states:
        for alternative in comparison.alternatives:
            assert after.values_of(alternative.id) == before.values_of(alternative.id)
