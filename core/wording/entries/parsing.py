"""Reads a number typed into an entry, knowing the unit of the entry, and says what it understood.

Rules that are choices:
- In a share, a bare number up to 1 is the fraction itself (0.2 is 20%, 1 is 100%) and one above 1 is per cent
  (20 is 20%). Only where the fraction lies outside the usual range and the same number of per cent inside it, that
  is meant: 0.4 beside a share that stands at 0.3% and is usually below 2% is 0.4%.
- K, M, B, T and their small letters are thousand, million, billion, trillion; m is never a thousandth.
- In an entry that counts millions of tokens, a multiplier needs the word "tokens": "1.2M" alone could mean either.
- Nothing is converted: a currency sign that is not the entry's own is refused.
"""

from __future__ import annotations

from functools import lru_cache

from core.errors import EvenkeelError
from core.record import record
from core.wording.entries.typed import Typed, normalised, refusal, shown, take_apart
from core.wording.numbers import both
from core.wording.quantities import NO, YES, exact_value
from core.wording.text import Text
from core.wording.unit_words import UnitWords, noun_of, unit_label, unit_words

_WORDS_FOR_YES = ("yes", "y", "true", "on", "1", "是", "对", "开", "有")
_WORDS_FOR_NO = ("no", "n", "false", "off", "0", "否", "不", "关", "无")
_CURRENCY_NAMES = {"USD": Text("US dollars", "美元"), "CNY": Text("yuan", "人民币元")}


@record
class Parsed:
    """A value in the unit of the entry, and the words that confirm it ("= 12,000 users")."""

    value: float
    understood: Text


def parse_number(text: str, unit: str, usual: tuple[float, float] | None = None) -> Parsed:
    """What was typed, as a finite value in `unit` (shares as fractions, yes and no as 1 and 0). `usual`: between which
    values it usually lies, which tells how a bare share is meant.

    Raises `EvenkeelError` with one plain sentence where there is no number or more than one way to read it.
    """
    words = unit_words(unit)
    if words.kind == "switch":
        return understood(_switch(text), unit)
    typed = take_apart(text, words.every)
    value = value_of(typed, words)
    if words.kind == "share" and not typed.percent and usual is not None and _is_per_cent(value, *usual):
        value = value_of(typed, words, bare_per_cent=True)
    return understood(value, unit)


def _is_per_cent(fraction: float, low: float, high: float) -> bool:
    """Whether a bare share up to 1 only makes sense as so many per cent."""
    return 0 < fraction <= 1 and not low <= fraction <= high and low <= fraction / 100 <= high


def understood(value: float, unit: str) -> Parsed:
    """The value with the words that confirm it."""
    words = both(exact_value, value, unit)
    return Parsed(value, Text(f"= {words.en}", f"= {words.zh}"))


def value_of(typed: Typed, words: UnitWords, *, bare_per_cent: bool = False) -> float:
    """The value of a number taken apart, in the unit of the entry. `bare_per_cent`: read any bare share as per cent.

    Raises `EvenkeelError` where currency, per cent sign or trailing words do not belong to that unit.
    """
    _check_currency(typed, words)
    if typed.percent and words.kind not in ("share", "times"):
        raise _unwanted_per_cent(typed, words)
    if words.kind == "share" and typed.multiplier is not None and not typed.percent:
        raise refusal(
            f'"{typed.text}" is not a share.',
            f"“{typed.text}”不是一个比例。",
            Text("Write it as per cent, such as 20%.", "请写成百分数，例如 20%。"),
        )
    magnitude = typed.magnitude(_shift(typed, words, bare_per_cent))
    return -magnitude if typed.negative and magnitude else magnitude


def _shift(typed: Typed, words: UnitWords, bare_per_cent: bool) -> int:
    """By how many powers of ten the typed number differs from the value."""
    if words.numerator == "Mtoken" and typed.tail in _tails(words, "token"):
        return -6
    if typed.tail not in _tails(words, words.numerator) and (typed.tail or words.currency is None):
        raise _foreign_words(typed, words)
    if words.numerator == "Mtoken" and typed.multiplier is not None:
        raise refusal(
            f'"{typed.text}" can be read in two ways, because this entry counts millions of tokens.',
            f"“{typed.text}”有两种读法，因为这里以百万 token 为单位。",
            Text("Write 1.2 for 1.2 million tokens, or add the word, such as 500k tokens.",
                 "120 万 token 请写 1.2，或者写明单位，例如 50万 token。"),
        )  # fmt: skip
    if typed.percent:
        return -2
    bare_above_one = words.kind == "share" and (bare_per_cent or typed.magnitude() > 1)
    return -2 if bare_above_one else 0


@lru_cache(maxsize=256)
def _tails(words: UnitWords, symbol: str) -> frozenset[str]:
    """What may follow the digits: nothing, the unit as the product writes it, or its parts; without spaces."""
    raw = "".join(f"/{d}" for d in words.denominators)
    per = "".join(f" per {noun_of(d).one}" for d in words.denominators)
    ends = {"", words.tail.en, words.tail.zh, raw, per}
    noun = noun_of(symbol)
    heads = {noun.one, noun.many, noun.zh, noun.counted, symbol}
    if words.kind == "times":
        heads = {"x", "×", "倍", "times"}
    if words.kind in ("share", "money"):
        heads = {""}  # the per cent sign and the currency are taken off already
    if symbol != "token" or words.numerator == "token":
        heads = heads | {""}
    if symbol == "user":
        heads = heads | {"人", "个", "位用户"}
    return frozenset((head + end).replace(" ", "").lower() for head in heads for end in ends)


def _switch(text: str) -> float:
    plain = normalised(text)
    if plain in _WORDS_FOR_YES:
        return 1.0
    if plain in _WORDS_FOR_NO:
        return 0.0
    raise refusal(
        f'"{shown(text.strip())}" is neither yes nor no.',
        f"“{shown(text.strip())}”既不是“是”也不是“否”。",
        Text(f"Write {YES.en} or {NO.en}.", f"请写“{YES.zh}”或“{NO.zh}”。"),
    )


def _check_currency(typed: Typed, words: UnitWords) -> None:
    wrong = typed.currencies - {words.currency}
    if not wrong:
        return
    if words.currency is None:
        raise refusal(
            f'"{typed.text}" is an amount of money, and this entry is not.',
            f"“{typed.text}”是金额，而这里填的不是金额。",
            _write_the_unit(words),
        )
    own, (name, *_) = _CURRENCY_NAMES[words.currency], sorted(wrong)
    other = _CURRENCY_NAMES.get(name, Text("another currency", "另一种货币"))
    raise refusal(
        f'"{typed.text}" is in {other.en}, and this entry is in {own.en}.',
        f"“{typed.text}”用的是{other.zh}，而这里用的是{own.zh}。",
        Text("Convert it first; nothing is converted silently.", "请先自行换算，这里不会自动换算。"),
    )


def _unwanted_per_cent(typed: Typed, words: UnitWords) -> EvenkeelError:
    return refusal(
        f'"{typed.text}" is a percentage, and this entry is not a share.',
        f"“{typed.text}”是百分数，而这里填的不是比例。",
        _write_the_unit(words),
    )


def _foreign_words(typed: Typed, words: UnitWords) -> EvenkeelError:
    tail = shown(typed.tail)
    return refusal(
        f'"{tail}" in "{typed.text}" does not belong here.',
        f"“{typed.text}”里的“{tail}”不适合这里。",
        _write_the_unit(words),
    )


def _write_the_unit(words: UnitWords) -> Text:
    label = unit_label(words.text)
    chinese = label.zh if words.denominators or words.kind != "count" else noun_of(words.numerator).zh
    return Text(f"Write the number alone; its unit is {label.en}.", f"只写数字即可，单位是：{chinese}。")
