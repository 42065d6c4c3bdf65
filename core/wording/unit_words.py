"""What the units of assumptions and lines are called: "USD/user/month" is "$ per user a month", 美元/用户/月.

One table of nouns; everything else follows from how a unit is put together. An unknown word stays as it is written.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from core.record import record
from core.wording.scale import Currency
from core.wording.text import Text

UnitKind = Literal["share", "times", "switch", "money", "count"]

SHARE = "1"  # a fraction, told as per cent
TIMES = "times"  # a multiple: also without dimension, but 10 means 10 and not 10%
SWITCH = "yes/no"


@record
class Noun:
    """The words for one thing units are made of."""

    one: str
    many: str
    zh: str
    counted: str  # Chinese after a number, with its measure word


_NOUNS: dict[str, Noun] = {
    "USD": Noun("$", "$", "美元", "美元"),
    "CNY": Noun("¥", "¥", "元", "元"),
    "user": Noun("user", "users", "用户", "个用户"),
    "token": Noun("token", "tokens", "token", "token"),
    "Mtoken": Noun("1M tokens", "million tokens", "百万 token", "百万 token"),
    "node": Noun("node", "nodes", "节点", "个节点"),
    "GPU": Noun("GPU", "GPUs", "GPU", "块 GPU"),
    "GPU*hour": Noun("GPU hour", "GPU hours", "GPU 小时", "GPU 小时"),
    "s": Noun("second", "seconds", "秒", "秒"),
    "hour": Noun("hour", "hours", "小时", "小时"),
    "day": Noun("day", "days", "天", "天"),
    "month": Noun("month", "months", "月", "个月"),
    "year": Noun("year", "years", "年", "年"),
}
_SPANS = ("s", "hour", "day", "month", "year")


@record
class UnitWords:
    """A unit taken apart, and how its parts are said."""

    text: str
    kind: UnitKind
    numerator: str
    denominators: tuple[str, ...]
    tail: Text  # what follows the thing counted: " per user a month", /用户/月
    every: str  # what precedes an amount in a Chinese sentence: 每用户每月

    @property
    def currency(self) -> Currency | None:
        """The currency of an amount of money."""
        return "USD" if self.numerator == "USD" else "CNY" if self.numerator == "CNY" else None


@lru_cache(maxsize=512)
def unit_words(unit: str) -> UnitWords:
    """The parts of a unit text such as "token/s/node", "1/month", "yes/no"."""
    if unit in (SWITCH, TIMES):
        return UnitWords(unit, "switch" if unit == SWITCH else "times", "", (), Text("", ""), "")
    numerator, *below = ("*".join(part.split()) for part in unit.split("/"))
    denominators = tuple(d for d in "/".join(below).replace("GPU/hour", "GPU*hour").split("/") if d)
    kind: UnitKind = "money" if numerator in ("USD", "CNY") else "count"
    if numerator in ("", SHARE):
        kind, numerator = "share", SHARE
    tail = Text("".join(map(_per, denominators)), "".join(f"/{noun_of(d).zh}" for d in denominators))
    return UnitWords(unit, kind, numerator, denominators, tail, _every(denominators))


@lru_cache(maxsize=512)
def unit_label(unit: str) -> Text:
    """The unit as it stands beside an entry: "$ per 1M tokens", 美元/百万 token; "%" for a share; empty for yes/no."""
    words = unit_words(unit)
    if words.kind == "switch":
        return Text("", "")
    if words.kind == "times":
        return Text("×", "倍")
    if words.kind == "share":
        return Text("%" + words.tail.en, "%" + words.tail.zh)
    noun = noun_of(words.numerator)
    return Text(noun.many + words.tail.en, noun.zh + words.tail.zh if words.denominators else noun.counted)


def noun_of(symbol: str) -> Noun:
    """The words of a part of a unit; the part itself where there are none."""
    known = _NOUNS.get(symbol)
    if known:
        return known
    plain = symbol.replace("*", " ")
    return Noun(plain, plain, plain, plain)


def spaced(left: str, right: str) -> str:
    """Two pieces of Chinese text joined as printed: a space only where Chinese meets Latin letters or digits."""
    needs_space = bool(left and right) and left[-1].isascii() != right[0].isascii()
    return f"{left} {right}" if needs_space else left + right


def _per(symbol: str) -> str:
    one = noun_of(symbol).one
    if symbol not in _SPANS:
        return f" per {one}"
    return f" an {one}" if symbol == "hour" else f" a {one}"


def _every(denominators: tuple[str, ...]) -> str:
    """每用户每月: spans of time come last."""
    text = ""
    for symbol in sorted(denominators, key=_SPANS.__contains__):
        text = spaced(text, spaced("每", noun_of(symbol).zh))
    return text
