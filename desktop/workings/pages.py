"""One page of the drawer for every figure a person may ask about: what it is, how it came about, what goes into it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from core.questions.break_even import OPERATING_PROFIT, BreakEven
from core.questions.reasons import reasons
from core.questions.results import AlternativeResult
from core.questions.search.curves import USERS
from core.questions.workings import Working, Workings, as_text, break_even_workings
from core.record import record
from core.wording.numbers import both, exact, percent
from core.wording.text import Language, Text, Words, words
from desktop.answers import Answers

VERDICT, BREAK_EVEN, MARGIN_OF_SAFETY = "verdict", "break_even", "margin_of_safety"
FEW_SENTENCES = 9  # of a break-even that zigzags; the rest can be copied

_VERDICT = Text("The verdict", "结论")
_PROFIT_OF = Text("{name}: operating profit", "{name}：营业利润")
_BREAK_EVEN_OF = Text("{name}: breaks even at", "{name}：盈亏平衡点")
_BREAK_EVEN = Text("Breaks even at", "盈亏平衡点")
_SAFETY = Text("Margin of safety", "安全边际")
_SAFETY_MEANS = Text(
    "By how much the users may fall before it is no longer safe from losses.", "用户数可下降多少而仍不亏损。"
)
_NOT_SAFE = Text("There is no number of users from which it is safe.", "没有任何用户数能保证不再亏损。")
_SAFETY_FORMULA = Text(
    "Margin of safety = (Active users − Users from which it is safe) ÷ Active users",
    "安全边际 =（活跃用户数 − 不再亏损的用户数）÷ 活跃用户数",
)
_SAFETY_NUMBERS = Text("({users} − {safe}) ÷ {users} = {share}", "（{users} − {safe}）÷ {users} = {share}")
_NEVER, _ALWAYS = Text("never", "无法实现"), Text("at any size", "任何规模")
_USERS = Text("{count} users", "{count} 用户")
_FIRST_AND_SAFE = Text("{first} users; no more losses from {safe}", "{first} 用户；从 {safe} 用户起不再亏损")
_MORE = Text("{count} more places where it turns are in the copied text.", "另有 {count} 处转折，可通过复制文本查看。")
_NOTHING = Text("–", "–")


@record
class Target:
    """What is asked about: a figure of an alternative by its id, or one of the names above."""

    alternative: str
    id: str


@record
class Link:
    """Something that goes into a figure. `used` is False where it has no say at present."""

    target: Target
    label: Text
    value: Text
    used: bool = True


@record
class Page:
    """`whose` is the name of the business model and its place, None where it is about all of them. `driver`: whether it
    is an assumption, with a place among the inputs. `copied`: all of it as text."""

    target: Target
    title: Text
    whose: tuple[Words, int] | None
    value: Text
    sentences: tuple[Text, ...]
    links: tuple[Link, ...]
    copied: Callable[[Language], str]
    formula: Text | None = None
    numbers: Text | None = None
    driver: bool = False


def page_of(answers: Answers, target: Target, today: date) -> Page | None:
    """The page of a target; None where what is open does not have it (any more)."""
    if target.id == VERDICT:
        return _verdict(answers)
    result = answers.results.get(target.alternative)
    if result is None:
        return None
    whose = result.name, list(answers.results).index(result.id)
    if target.id == BREAK_EVEN:
        return _break_even(answers, result, whose)
    if target.id == MARGIN_OF_SAFETY:
        return _margin_of_safety(result, whose)
    found = Workings(answers.comparison, target.alternative, today, answers.display)
    return _figure(found, target, whose) if found.has(target.id) else None


def _figure(found: Workings, target: Target, whose: tuple[Words, int]) -> Page:
    working: Working = found.of(target.id)
    notes = () if working.note is None else (working.note,)
    told = (working.sentence, *notes, *(working.origin.sentences if working.origin else ()))
    return Page(
        target=target,
        title=working.label,
        whose=whose,
        value=working.shown,
        sentences=told,
        links=tuple(
            Link(Target(target.alternative, part.id), part.label, part.shown, part.used) for part in working.inputs
        ),
        copied=lambda language: as_text(found, target.id, language),
        formula=working.formula,
        numbers=working.numbers,
        driver=working.origin is not None,
    )


def _verdict(answers: Answers) -> Page:
    verdict = answers.verdict
    links = []
    for result in answers.results.values():
        profit = Workings(answers.comparison, result.id, display=answers.display).of(OPERATING_PROFIT)
        links.append(Link(Target(result.id, OPERATING_PROFIT), _PROFIT_OF.filled(name=result.name), profit.shown))
        links.append(
            Link(Target(result.id, BREAK_EVEN), _BREAK_EVEN_OF.filled(name=result.name), _where(result.break_even))
        )
    why = reasons(answers.comparison, list(answers.results.values()), answers.display)
    sentences = (verdict.headline, *why, *answers.remarks, *_rate(answers))
    return Page(
        Target("", VERDICT), _VERDICT, None, Text("", ""), sentences, tuple(links), _copier(_VERDICT, sentences, links)
    )


def _rate(answers: Answers) -> tuple[Text, ...]:
    """The exchange rate, where amounts are converted."""
    note = answers.display.rate_note(answers.comparison.currency)
    return () if note is None else (note,)


def _break_even(answers: Answers, result: AlternativeResult, whose: tuple[Words, int]) -> Page:
    comparison, display = answers.comparison, answers.display
    found = break_even_workings(comparison, result.id, known=result.break_even, display=display)
    sentences = found.sentences
    left = len(sentences) - FEW_SENTENCES
    shown = (*sentences[:FEW_SENTENCES], _MORE.filled(count=both_exact(left))) if left > 0 else sentences
    shown += _rate(answers)
    workings = Workings(comparison, result.id, display=display)
    ids = dict.fromkeys([OPERATING_PROFIT, USERS, *(jump.id for c in found.crossings for jump in c.jumps)])
    links = tuple(_link(workings.of(id)) for id in ids)
    value = _where(found.answer)
    return Page(
        Target(result.id, BREAK_EVEN), _BREAK_EVEN, whose, value, shown, links,
        _copier(_BREAK_EVEN, (value, *sentences, *_rate(answers)), links),
    )  # fmt: skip


def _margin_of_safety(result: AlternativeResult, whose: tuple[Words, int]) -> Page:
    found, users = result.break_even, result.drivers[USERS]
    target = Target(result.id, MARGIN_OF_SAFETY)
    links = (
        Link(Target(result.id, USERS), Text("Active users", "活跃用户数"), both_exact(users)),
        Link(Target(result.id, BREAK_EVEN), _BREAK_EVEN, _where(found)),
    )
    if found.safe_from is None or found.margin_of_safety is None:
        sentences = (_SAFETY_MEANS, _NOT_SAFE)
        return Page(target, _SAFETY, whose, _NOTHING, sentences, links, _copier(_SAFETY, sentences, links))
    share = both(percent, found.margin_of_safety)
    numbers = _SAFETY_NUMBERS.filled(users=both_exact(users), safe=both_exact(found.safe_from), share=share)
    return Page(
        target, _SAFETY, whose, share, (_SAFETY_MEANS,), links,
        _copier(_SAFETY, (share, _SAFETY_MEANS, _SAFETY_FORMULA, numbers), links), _SAFETY_FORMULA, numbers,
    )  # fmt: skip


def _link(working: Working) -> Link:
    return Link(Target(working.alternative, working.id), working.label, working.shown)


def _where(found: BreakEven) -> Text:
    """Where it breaks even, in whole users."""
    if found.status == "always":
        return _ALWAYS
    if found.first is None:
        return _NEVER
    if found.safe_from is None or found.safe_from == found.first:
        return _USERS.filled(count=both_exact(found.first))
    return _FIRST_AND_SAFE.filled(first=both_exact(found.first), safe=both_exact(found.safe_from))


def both_exact(number: float) -> Text:
    """Every digit, the same in both languages."""
    return Text(exact(number), exact(number))


def _copier(
    title: Text, sentences: tuple[Text, ...], links: tuple[Link, ...] | list[Link]
) -> Callable[[Language], str]:
    def copied(language: Language) -> str:
        parts = [f"  {words(link.label, language)}: {link.value(language)}" for link in links]
        return "\n".join([title(language), *(sentence(language) for sentence in sentences), *parts]) + "\n"

    return copied
