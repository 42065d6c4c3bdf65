"""Numbered pieces of work on all cores. Which thread does which piece is left to chance, so a piece must depend on
nothing but its number."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache


def for_each(work: Callable[[int], None], count: int, threads: int | None = None) -> None:
    """Calls work(0) to work(count - 1) on up to `threads` threads (None: one for each core), this one among them.

    The first error ends the work and is raised here.
    """
    numbers = iter(range(count))  # handing out the next one cannot be interrupted

    def take() -> None:
        try:
            for number in numbers:
                work(number)
        finally:
            for _ in numbers:  # after an error nobody else takes anything
                pass

    helpers = [_pool().submit(take) for _ in range(min(threads or _cores(), _cores() * 2, count) - 1)]
    try:
        take()
    finally:
        for helper in helpers:
            helper.result()


def _cores() -> int:
    return os.cpu_count() or 1


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_cores() * 2, thread_name_prefix="evenkeel")
