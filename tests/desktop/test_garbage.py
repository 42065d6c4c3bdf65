"""Garbage is collected in the window's thread: a widget that is destroyed elsewhere takes the program with it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.garbage import Collector

COLLECTED: list[bool] = []


class Loop:
    """Holds itself; says in which thread it goes."""

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        COLLECTED.append(current_thread() is main_thread())


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    owner = QObject()
    yield Collector(owner)
    owner.deleteLater()


def many_objects() -> None:
    kept = [[number] for number in range(10 * gc.get_threshold()[0])]
    assert kept


def test_other_threads_do_not_collect(collector: Collector) -> None:
    gc.collect()
    COLLECTED.clear()
    Loop()
    with ThreadPoolExecutor(1) as thread:
        thread.submit(many_objects).result()
    assert COLLECTED == []
    gc.collect()
    assert COLLECTED == [True]


def test_the_collector_does_when_it_is_time(collector: Collector) -> None:
    gc.collect()
    COLLECTED.clear()
    Loop()
    collector.look()
    assert COLLECTED == []
    kept = [[number] for number in range(2 * gc.get_threshold()[0])]
    collector.look()
    assert COLLECTED == [True]
    assert kept
