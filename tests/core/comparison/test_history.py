"""Undo and redo as a list of comparisons."""

from __future__ import annotations

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.history import History


def priced(comparison: Comparison, price: float) -> Comparison:
    return edits.set_value(comparison, "shop", "price", price)


def test_a_drag_is_one_step(pair: Comparison) -> None:
    history = History(pair)
    for price in (21, 22, 23):
        history.push(priced(history.current, price), gesture="drag shop.price")
    assert history.current.values_of("shop")["price"] == 23
    assert history.undo() is pair
    assert history.redo().values_of("shop")["price"] == 23


def test_other_gestures_and_none_are_steps_of_their_own(pair: Comparison) -> None:
    history = History(pair)
    for price, gesture in ((21, "a"), (22, "b"), (23, None), (24, None), (25, "b")):
        history.push(priced(history.current, price), gesture)
    prices = []
    while history.undo_to is not None:
        prices.append(history.undo().values_of("shop")["price"])
    assert prices == [24, 23, 22, 21, 20]


def test_letting_go_saving_and_undoing_end_a_gesture(pair: Comparison) -> None:
    for end in (History.end_gesture, History.mark_saved):
        history = History(pair)
        history.push(priced(pair, 21), "drag")
        end(history)
        history.push(priced(pair, 22), "drag")
        assert history.undo().values_of("shop")["price"] == 21
    history.push(priced(pair, 23), "drag")
    assert history.undo().values_of("shop")["price"] == 21


def test_dragging_back_to_the_start_is_no_step(pair: Comparison) -> None:
    history = History(pair)
    history.push(priced(pair, 21), "drag")
    history.push(priced(history.current, 20), "drag")
    assert history.current is pair
    assert history.undo_to is None
    history.push(priced(pair, 22), "drag")
    assert history.undo_to is pair


def test_nothing_changed_is_no_step(pair: Comparison) -> None:
    history = History(pair)
    history.push(priced(pair, 20))
    assert history.undo_to is None


def test_a_new_edit_ends_what_could_be_redone(pair: Comparison) -> None:
    history = History(pair)
    history.push(priced(pair, 21))
    history.undo()
    history.push(priced(pair, 22))
    assert history.redo_to is None
    assert history.redo().values_of("shop")["price"] == 22


def test_it_knows_the_saved_comparison(pair: Comparison) -> None:
    history = History(pair)
    assert history.at_saved
    history.push(priced(pair, 21))
    assert not history.at_saved
    history.mark_saved()
    assert history.at_saved
    history.undo()
    assert not history.at_saved
    history.push(priced(pair, 21))
    assert history.at_saved, "the same content again"
    assert not History(pair, saved=False).at_saved


def test_it_is_bounded(pair: Comparison) -> None:
    history = History(pair, most_steps=3)
    for price in range(21, 31):
        history.push(priced(history.current, price))
    steps = 0
    while history.undo_to is not None:
        history.undo()
        steps += 1
    assert steps == 3
    assert history.current.values_of("shop")["price"] == 27
    assert not history.at_saved
