"""From a simulation to marks and sentences."""

from __future__ import annotations

from collections.abc import Sequence

from core.comparison.document import Comparison
from core.comparison.edits.replacing import shared_definition
from core.comparison.parts import SHARED
from core.questions.break_even import OPERATING_PROFIT
from core.questions.chances.uncertain import Place
from core.questions.display import Display
from core.questions.uncertainty import AlternativeChances
from core.questions.words.uncertainty import (
    beats_sentence,
    break_even_sentence,
    contribution_sentence,
    dots_of,
    error_sentence,
    how_often,
    profit_sentence,
)
from core.wording.text import Language, Text, words
from desktop.charts.dots.data import DotsData, DotsRow
from desktop.charts.dots.words import NOT_KNOWN
from desktop.panels.uncertainty.answering import Found

OWN = Text("{driver} ({name})", "{driver}（{name}）")
PROFIT_IN = Text("profit in {often}", "{often}盈利")


def dots_data(found: Found, language: Language, display: Display, *, ranges: bool) -> DotsData:
    """What the chart draws."""
    comparison = found.comparison
    own = comparison.currency
    rows = tuple(
        _row(comparison, place, chances, language, display)
        for place, chances in enumerate(found.simulation.alternatives)
    )
    return DotsData(rows, display.shown_in(own), ranges, display.a_period())


def paragraphs(found: Found) -> list[Text]:
    """What there is to say about each alternative, in their order."""
    return [_paragraph(found, chances) for chances in found.simulation.alternatives]


def caption(found: Found) -> Text:
    """How far off it may be, and what a reader must know."""
    simulation = found.simulation
    errors = [chances.lines[OPERATING_PROFIT].errors.chance_of_profit for chances in simulation.alternatives]
    errors += [beats.error for beats in simulation.beats]
    notes = [error_sentence(simulation.trials, errors), simulation.note, found.shares and found.shares.note]
    return _joined([note for note in notes if note])


def listed(comparison: Comparison, places: Sequence[Place], language: Language) -> list[tuple[str, str, str]]:
    """Each uncertain assumption in words, with its id and an alternative that has it."""
    found = []
    for where, id in places:
        if where == SHARED:
            holder = next(a.id for a in comparison.alternatives if id not in a.own and _has(comparison, a.id, id))
            label = shared_definition(comparison, id).label
        else:
            label, holder = comparison.driver_of(where, id).label, where
            if sum(place[1] == id for place in places) > 1:
                label = OWN.filled(driver=label, name=comparison.alternative(where).name)
        found.append((label(language), id, holder))
    return found


def _has(comparison: Comparison, alternative: str, driver: str) -> bool:
    return any(candidate.id == driver for candidate in comparison.model_of(alternative).drivers)


def _row(
    comparison: Comparison, place: int, chances: AlternativeChances, language: Language, display: Display
) -> DotsRow:
    figures = chances.lines[OPERATING_PROFIT].figures
    chance = figures.chance_of_profit
    told = NOT_KNOWN if chance is None else PROFIT_IN.filled(often=how_often(chance))
    name = words(comparison.alternative(chances.id).name, language)
    ends = [
        None if end is None else display.amount(end, comparison.currency)
        for end in (figures.p10, figures.p50, figures.p90)
    ]
    return DotsRow(chances.id, name, place, dots_of(chance), told(language), *ends)


def _paragraph(found: Found, chances: AlternativeChances) -> Text:
    comparison = found.comparison
    chance = chances.lines[OPERATING_PROFIT].figures.chance_of_profit
    rivals = [
        (comparison.alternative(beats.b).name, beats.chance)
        for beats in found.simulation.beats
        if beats.a == chances.id
    ]
    told = [profit_sentence(comparison.alternative(chances.id).name, chance), beats_sentence(rivals)]
    if chances.break_even is not None:
        told.append(break_even_sentence(chances.break_even))
    for alternative in found.shares.alternatives if found.shares else ():
        if alternative.id == chances.id:
            rows = [(comparison.driver_of(chances.id, row.driver).label, row) for row in alternative.rows]
            told.append(contribution_sentence(rows))
    return _joined([sentence for sentence in told if sentence is not None])


def _joined(sentences: list[Text]) -> Text:
    return Text(" ".join(sentence.en for sentence in sentences), "".join(sentence.zh for sentence in sentences))
