"""Published figures beside ours on the command line: the figures, and where each was published."""

from __future__ import annotations

from typing import Any

from core.cli.output import Cell, Quantity, Shown, Table
from core.questions.reference_checks import CheckedFigure
from core.wording.numbers import points
from core.wording.quantities import exact_value, format_cell
from core.wording.rounding import as_finely
from core.wording.text import words
from core.wording.unit_words import unit_words

FEWEST_DIGITS = 3  # of ours: a margin of -24.7 % beside a published -24 % is no -25 %


def check_data(figure: CheckedFigure) -> dict[str, Any]:
    """One figure as plain data."""
    check, source = figure.check, figure.check.source
    return {
        "name": words(check.name, "en"),
        "alternative": check.alternative,
        "figure": check.figure,
        "unit": check.unit,
        "published": check.published,
        "ours": figure.ours,
        "difference": figure.difference,
        "relative": figure.relative,
        "source": None if source is None else source.text.en,
        "confidence": None if source is None else source.confidence.value,
        "checked": None if source is None else source.checked.isoformat(),
        "remark": words(check.remark, "en"),
    }


def check_table(checked: tuple[CheckedFigure, ...]) -> Table:
    """The published figures with every digit, and ours as finely."""
    return Table(("reference check", "unit", "published", "ours", "difference"), [_shown(figure) for figure in checked])


def check_source_table(checked: tuple[CheckedFigure, ...]) -> Table:
    """Where each figure was published, and why ours differs."""
    headers = ("reference check", "published in", "confidence", "checked", "remark")
    return Table(headers, [_source_row(figure) for figure in checked])


def _shown(figure: CheckedFigure) -> list[Cell]:
    check = figure.check
    published = Quantity(check.published, check.unit, exact=True)
    finely = as_finely(figure.ours, check.published, FEWEST_DIGITS)
    ours = Shown(figure.ours, exact_value(finely, check.unit.partition("/")[0], "en"))
    return [check.name, check.unit, published, ours, Shown(figure.difference, _difference(figure))]


def _difference(figure: CheckedFigure) -> str:
    """Between two shares in points."""
    if unit_words(figure.check.unit).kind == "share":
        return points(figure.difference, "en")
    told = format_cell(figure.difference, figure.check.unit, "en")
    return f"+{told}" if figure.difference > 0 else told


def _source_row(figure: CheckedFigure) -> list[Cell]:
    source = figure.check.source
    told = ("", "", "") if source is None else (source.text, source.confidence.value, source.checked.isoformat())
    return [figure.check.name, *told, figure.check.remark]
