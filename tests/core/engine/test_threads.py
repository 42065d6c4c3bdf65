"""Numbered work on several threads: each number once, and the first error ends it."""

from __future__ import annotations

import pytest

from core.engine.threads import for_each


@pytest.mark.parametrize("threads", [1, 2, 7, None])
def test_every_number_is_worked_on_once(threads: int | None) -> None:
    done: list[int] = []
    for_each(done.append, 50, threads)
    assert sorted(done) == list(range(50))


def test_an_error_ends_the_work() -> None:
    done: list[int] = []

    def work(number: int) -> None:
        if number == 3:
            raise ValueError(number)
        done.append(number)

    with pytest.raises(ValueError, match="3"):
        for_each(work, 1_000_000, 2)
    assert len(done) < 1_000_000


def test_no_work() -> None:
    for_each(lambda number: pytest.fail("called"), 0)
