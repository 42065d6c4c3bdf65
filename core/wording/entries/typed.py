"""Takes what a person typed apart into sign, currency, digits, multiplier, per cent and trailing words. What the
pieces mean for a given entry is decided in `parsing.py`."""

from __future__ import annotations

import re

from core.errors import EvenkeelError
from core.record import record
from core.wording.text import Text

_LONGEST = 100
_LONGEST_SHOWN = 40

# Full-width forms, the many spaces, minus signs and dashes, and what Chinese keyboards give for comma and point.
_LOOK_ALIKES = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys([0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "),
    **dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63], "-"),
    0x200B: None, 0xFEFF: None, 0xFFE5: "¥", 0x3001: ",", 0x3002: ".", 0x301C: "~", 0x223C: "~",
}  # fmt: skip

MULTIPLIERS: dict[str, int] = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mm": 6, "million": 6, "b": 9, "bn": 9, "billion": 9,
    "t": 12, "tn": 12, "trillion": 12,
    "百": 2, "千": 3, "万": 4, "萬": 4, "十万": 5, "百万": 6, "百萬": 6, "千万": 7, "千萬": 7, "亿": 8, "億": 8,
    "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12, "萬億": 12,
}  # fmt: skip
# "other": a currency the product does not count in.
CURRENCIES: dict[str, str] = {
    **dict.fromkeys(("$", "us$", "usd", "usd$", "dollars", "dollar", "美元", "美金"), "USD"),
    **dict.fromkeys(("¥", "cn¥", "cny", "rmb", "yuan", "元", "人民币"), "CNY"),
    **dict.fromkeys(("€", "eur", "£", "gbp", "hk$", "a$", "c$", "s$", "nt$", "jpy", "jp¥", "₩", "₹"), "other"),
    **dict.fromkeys(("欧元", "英镑", "港元", "港币", "日元", "韩元"), "other"),
}
_PER_CENT = ("%", "per cent", "percent")


def _longest_first(words: tuple[str, ...] | dict[str, int] | dict[str, str]) -> str:
    """An alternation for a regular expression; a Latin word must end where it ends ("5 months" has no m in it)."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(w) + ("(?![a-z])" if w.isascii() and w.isalpha() else "") for w in ordered)


_SHAPE = re.compile(
    rf"(?P<sign>[+-]?) *(?P<before>{_longest_first(CURRENCIES)})? *(?P<inner_sign>[+-]?) *"
    r"(?P<digits>[0-9.,]+(?: [0-9.,]+)*)(?:e(?P<exponent>[+-]?[0-9]+))? *"
    rf"(?P<multiplier>{_longest_first(MULTIPLIERS)})? *(?P<percent>{_longest_first(_PER_CENT)})? *"
    rf"(?P<after>{_longest_first(CURRENCIES)})? *(?P<tail>.*)"
)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:\.[0-9]*)?")
_PLAIN = re.compile(r"[0-9]+\.?[0-9]*|\.[0-9]+")


@record
class Typed:
    """The pieces of one typed number."""

    text: str  # fit to be shown in a message
    negative: bool
    digits: str  # without separators
    exponent: int  # typed as e6
    multiplier: int | None  # the power of ten of k, 万 and the like
    percent: bool
    currencies: frozenset[str]
    tail: str  # what is left, without spaces, in small letters

    def magnitude(self, shift: int = 0) -> float:
        """The number without its sign, moved by `shift` powers of ten. Raises `EvenkeelError` if no float holds it."""
        power = self.exponent + (self.multiplier or 0) + shift
        value = float(f"{self.digits}e{power}")
        if value == float("inf"):
            raise refusal(f'"{self.text}" is too large to calculate with.', f"“{self.text}”太大，无法计算。")
        if value == 0 and self.digits.strip("0."):
            raise refusal(f'"{self.text}" is too small to calculate with.', f"“{self.text}”太小，无法计算。")
        return value


def refusal(en: str, zh: str, remedy: Text | str = "") -> EvenkeelError:
    """The error that says why a typed text is not taken."""
    return EvenkeelError(Text(en, zh), remedy=remedy)


def shown(text: str) -> str:
    """Typed text as a message may quote it: short, and nothing unprintable."""
    short = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "\u2026"
    return "".join(c if c.isprintable() else "?" for c in short)


def normalised(text: str) -> str:
    """The text with ordinary digits, signs and single spaces, in small letters. Refuses what is empty or endless."""
    plain = " ".join(text[: _LONGEST + 1].translate(_LOOK_ALIKES).split()).lower()
    if not plain:
        raise refusal(
            "There is no number here.", "这里还没有填写数字。", Text("Type one, such as 1,200.", "请输入，例如 1,200。")
        )
    if len(text) > _LONGEST:
        raise refusal(f'"{shown(text)}" is too long for a number.', f"“{shown(text)}”太长，不像一个数字。")
    return plain


def take_apart(text: str, lead: str = "") -> Typed:
    """The pieces of `text`, which may begin with the words `lead` (每用户每月).

    Raises `EvenkeelError` where there is no number in it or its commas and points leave doubt.
    """
    plain, quoted = normalised(text).removeprefix(lead.lower()).strip(), shown(text.strip())
    in_brackets = plain.startswith("(") and plain.endswith(")")
    match = _SHAPE.fullmatch(plain[1:-1].strip() if in_brackets else plain)
    if not match or in_brackets + bool(match["sign"]) + bool(match["inner_sign"]) > 1:
        raise refusal(
            f'"{quoted}" is not a number.',
            f"“{quoted}”不是数字。",
            Text("Write it like 1,200, 1.2k or 20%.", "请写成 1,200、1.2万 或 20% 这样的形式。"),
        )
    return Typed(
        text=quoted,
        negative=in_brackets or "-" in (match["sign"], match["inner_sign"]),
        digits=_without_separators(match["digits"], quoted),
        exponent=int(match["exponent"] or 0),
        multiplier=MULTIPLIERS[match["multiplier"]] if match["multiplier"] else None,
        percent=bool(match["percent"]),
        currencies=frozenset(CURRENCIES[c] for c in (match["before"], match["after"]) if c),
        tail=match["tail"].replace(" ", ""),
    )


def _without_separators(digits: str, quoted: str) -> str:
    if _PLAIN.fullmatch(digits):
        return digits
    if _GROUPED.fullmatch(digits) or _SPACED.fullmatch(digits):
        return digits.replace(",", "").replace(" ", "")
    if digits.count(".") > 1:
        raise refusal(f'"{quoted}" has more than one decimal point.', f"“{quoted}”里有不止一个小数点。")
    one_comma = re.fullmatch(r"([0-9]+),([0-9]+)", digits)
    if one_comma:
        decimal, whole = f"{one_comma[1]}.{one_comma[2]}", one_comma[1].lstrip("0") + one_comma[2]
        raise refusal(
            f'"{quoted}" can be read in two ways: did you mean {decimal} or {whole}?',
            f"“{quoted}”有两种读法：是 {decimal} 还是 {whole}？",
        )
    raise refusal(
        f'The commas, points or spaces in "{quoted}" are not where a number has them.',
        f"“{quoted}”里的逗号、小数点或空格位置不对。",
        Text("Write thousands as 1,200 and decimals as 1.5.", "千位写成 1,200，小数写成 1.5。"),
    )
