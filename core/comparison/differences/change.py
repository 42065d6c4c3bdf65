"""One difference between two comparisons, as data and as a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.record import record
from core.wording.text import Text, Words, words

Shown = str | float | bool | Text | None

COMPARISON = "comparison"  # the place of what concerns no alternative alone


@record
class Change:
    """What differs, and where: an alternative's id, "shared", a business model's id or "comparison". `what` is a
    driver, a line or a part, its property after a dot; None before or after stands for what is not there."""

    where: str
    what: str
    before: Shown
    after: Shown
    sentence: Text


def altered(
    where: str, what: str, subject: Words, before: Shown, after: Shown, shown: tuple[Words, Words] | None = None
) -> Iterator[Change]:
    """The change of one property, if it has changed; `shown` has both values as people read them."""
    if before == after:
        return
    old, new = (_read(value) for value in (shown or (before, after)))
    sentence = Text("{subject}: {old} -> {new}.", "{subject}：{old} → {new}。")
    yield Change(where, what, before, after, sentence.filled(subject=subject, old=old, new=new))


def come_and_gone(
    where: str, kind: str, subject: Text, before: Iterable[Words], after: Iterable[Words]
) -> Iterator[Change]:
    """What is on one side only, by its name."""
    old, new = list(before), list(after)
    for name in old:
        if name not in new:
            sentence = Text("{subject} removed: {name}.", "已删除{subject}：{name}。").filled(
                subject=subject, name=name
            )
            yield Change(where, f"{kind}.{words(name, 'en')}", name, None, sentence)
    for name in new:
        if name not in old:
            sentence = Text("{subject} added: {name}.", "新增{subject}：{name}。").filled(subject=subject, name=name)
            yield Change(where, f"{kind}.{words(name, 'en')}", None, name, sentence)


def property_of(subject: Words, name: Text) -> Text:
    """How a property of something is called in a sentence."""
    return Text("{subject}, {name}", "{subject}的{name}").filled(subject=subject, name=name)


def _read(value: Shown) -> Words:
    if value is None or value == "":
        return Text("nothing", "无")
    if isinstance(value, bool):
        return Text("yes", "是") if value else Text("no", "否")
    return value if isinstance(value, Text) else str(value)
