"""Searching the assumptions: words are found where they begin, and headings speak of what was found."""

from __future__ import annotations

import pytest

from desktop.inputs.heading import Heading
from desktop.window.window import Window


def found(window: Window, wanted: str) -> list[str]:
    window.workspace.inputs.bar.search.setText(wanted)
    return [row.row.driver.id for row in window.workspace.inputs.sheet.rows if not row.isHidden()]


def headings(window: Window) -> list[Heading]:
    return [heading for heading in window.workspace.inputs.sheet.findChildren(Heading) if not heading.isHidden()]


def test_a_word_is_found_where_it_begins(window: Window) -> None:
    shown = found(window, "rent")
    assert "gpu_hour_price" in shown
    assert "parent_funding" not in shown
    assert "gpu_hour_price" in found(window, "GPU hour")


@pytest.mark.parametrize("wanted", ["租金", "每小时租金", "GPU"])
def test_chinese_has_no_gaps_between_words(window: Window, wanted: str) -> None:
    window.session.set_language("zh")
    assert "gpu_hour_price" in found(window, wanted)


def test_headings_count_what_was_found(window: Window) -> None:
    before = {heading.text(): heading.count for heading in headings(window)}
    shown = found(window, "price")
    assert sum(heading.count for heading in headings(window)) == len(shown)
    assert any(heading.count < before[heading.text()] for heading in headings(window))
    found(window, "")
    assert {heading.text(): heading.count for heading in headings(window)} == before
