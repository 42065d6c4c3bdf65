"""The winner map without the picture: as a table of who is best where, and as sentences to be read aloud."""

from __future__ import annotations

import math

import numpy as np

from core.wording.money import about_money, money_in_table
from core.wording.numbers import both, percent
from core.wording.quantities import format_cell, format_value
from core.wording.scale import tick_labels
from core.wording.text import Language, Text
from desktop.charts.data import TableTwin
from desktop.charts.winner_map.data import MapAxis, MapData
from desktop.charts.winner_map.regions import NOBODY, UNKNOWN, best
from desktop.charts.words import named
from desktop.round_numbers import ticks

NAME = Text("Who earns the most over two numbers", "两个假设同时变化时谁最赚钱")
NOBODY_WINS = Text("nobody makes a profit", "都不盈利")
NOBODY_SHORT = Text("no profit", "都亏损")
NO_VALUE = Text("not defined", "无定义")
BREAKS_EVEN = Text("{name} breaks even", "{name}盈亏平衡")
NOW_WINS = Text("As things stand, {name} makes the most: about {amount} {a_period}.",
                "按目前的假设，{name}最赚钱，{a_period}盈利约 {amount}。")  # fmt: skip
NOW_LOSES = Text("As things stand, nobody makes a profit; {name} loses least: about {amount} {a_period}.",
                 "按目前的假设都不盈利；{name}亏得最少，{a_period}亏损约 {amount}。")  # fmt: skip
LEADS = Text("{name} on {share}", "{name}占 {share}")
EVERYWHERE = Text("{name} is best everywhere on this map.", "在整张图上都是{name}最赚钱。")
NOBODY_ANYWHERE = Text("Nobody makes a profit anywhere on this map.", "整张图上都不盈利。")
SHARES = Text("Who is best over the map: {parts}.", "图中各占面积：{parts}。")
_ROWS, _COLUMNS = 6, 6


def winner_words(data: MapData, code: int) -> Text:
    """What an area of the map is called."""
    if code == NOBODY:
        return NOBODY_WINS
    return NO_VALUE if code == UNKNOWN else Text(data.series[code].name, data.series[code].name)


def map_summary(data: MapData, language: Language) -> str:
    """Who wins now and by how much, then who is best over how much of the map."""
    sentences = [text for text in (_now(data), _shares(data)) if text is not None]
    return ("" if language == "zh" else " ").join(sentence(language) for sentence in sentences)


def _now(data: MapData) -> Text | None:
    known = {s: data.now[s.key] for s in data.series if math.isfinite(data.now.get(s.key, math.nan))}
    if not known:
        return None
    leader = max(known, key=lambda series: known[series])
    sentence = NOW_WINS if known[leader] >= 0 else NOW_LOSES
    amount = about_money(known[leader], data.currency)
    return sentence.filled(name=named(leader.name), amount=amount, a_period=data.a_period)


def shares_of(data: MapData) -> tuple[tuple[int, float], ...]:
    """How much of the map each winner has, the most first."""
    found, counts = np.unique(best([series.values for series in data.series]), return_counts=True)
    return tuple((int(found[i]), float(counts[i] / counts.sum())) for i in np.argsort(-counts))


def _shares(data: MapData) -> Text | None:
    if not data.shares:
        return None
    first = data.shares[0][0]
    if len(data.shares) == 1:
        return NOBODY_ANYWHERE if first == NOBODY else EVERYWHERE.filled(name=winner_words(data, first))
    parts = [
        LEADS.filled(name=_part_name(data, code), share=both(percent, round(share, 2))) for code, share in data.shares
    ]
    return SHARES.filled(parts=Text(", ".join(p.en for p in parts), "，".join(p.zh for p in parts)))


def _part_name(data: MapData, code: int) -> Text:
    words = winner_words(data, code)
    return Text(words.en, named(words.zh).zh)


def map_table(data: MapData, language: Language) -> TableTwin:
    """Round numbers of both drivers; in each cell who is best there and what that brings."""
    across, down = _places(data.x, _COLUMNS), _places(data.y, _ROWS)[::-1]
    corner = f"{data.y.label} ↓  {data.x.label} →"
    headers = (corner, *tick_labels(across, language, data.x.kind))
    labels = tick_labels(down, language, data.y.kind)
    rows = [(label, *(_cell(data, x, y, language) for x in across)) for label, y in zip(labels, down, strict=True)]
    return TableTwin(headers, tuple(rows))


def place_words(data: MapData, x: float, y: float, language: Language) -> str:
    """A place on the map: both drivers with their values."""
    return "   ".join(f"{axis.label} {format_cell(v, axis.unit, language)}" for axis, v in ((data.x, x), (data.y, y)))


def spoken_place(data: MapData, x: float, y: float, language: Language) -> str:
    """The same with the units in full, for the accessible description."""
    colon = "：" if language == "zh" else ": "
    parts = [f"{axis.label}{colon}{format_value(v, axis.unit, language)}" for axis, v in ((data.x, x), (data.y, y))]
    return ("；" if language == "zh" else "; ").join(parts)


def value_between(data: MapData, values: np.ndarray, x: float, y: float) -> float:
    """A value of the grid at a place between its points, taken as straight."""
    rows, columns = values.shape
    across = (x - data.x.low) / (data.x.high - data.x.low) * (columns - 1)
    up = (y - data.y.low) / (data.y.high - data.y.low) * (rows - 1)
    j, i = min(max(int(across), 0), columns - 2), min(max(int(up), 0), rows - 2)
    s, t = across - j, up - i
    low, high = (values[k, j] * (1 - s) + values[k, j + 1] * s for k in (i, i + 1))
    return float(low * (1 - t) + high * t)


def _cell(data: MapData, x: float, y: float, language: Language) -> str:
    values = [np.array(value_between(data, series.values, x, y)) for series in data.series]
    code = int(best(values))
    if code < 0:
        return winner_words(data, code)(language)
    return f"{data.series[code].name}\n{money_in_table(float(values[code]), data.currency, language)}"


def _places(axis: MapAxis, most: int) -> list[float]:
    return ticks(axis.low, axis.high, most)
