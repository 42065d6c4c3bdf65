"""Edits of the columns: adding, copying, removing, ordering and naming alternatives, and the comparison's own title."""

from __future__ import annotations

from collections.abc import Iterable

from core.comparison.correlated import correlations_copied
from core.comparison.document import Comparison
from core.comparison.edits.replacing import checked_name, shared_definition, with_alternative
from core.comparison.edits.tidying import tidied
from core.comparison.file.limits import MOST_ALTERNATIVES
from core.comparison.parts import SHARED, Alternative
from core.comparison.prospects import prospects_copied
from core.comparison.starting import starting_settings
from core.errors import EvenkeelError
from core.model.definition import BusinessModel
from core.wording.text import Text, Words, words


def add_alternative(comparison: Comparison, model: BusinessModel, name: Words | None = None) -> Comparison:
    """One more column at the right end: a business model with its default values, linked to what is shared already."""
    _refuse_more(comparison)
    model = _filed(comparison, model)
    shared = {driver: (shared_definition(comparison, driver), s) for driver, s in comparison.shared.items()}
    own, newly_shared = starting_settings(model, shared)
    id = _free(model.id.replace("-", "_"), {SHARED, *(a.id for a in comparison.alternatives)}, "_")
    taken = [a.name for a in comparison.alternatives]
    added = Alternative(
        id=id, name=_numbered(model.label, taken) if name is None else checked_name(name), model=model.id, own=own
    )
    return comparison.but(
        alternatives=(*comparison.alternatives, added),
        shared={**comparison.shared, **newly_shared},
        models={**comparison.models, model.id: model},
    )


def duplicate(comparison: Comparison, alternative: str) -> Comparison:
    """A copy of an alternative right beside it, with the same links, scenarios, correlations, months to come, day."""
    original = comparison.alternative(alternative)
    _refuse_more(comparison)
    id = _free(original.id, {SHARED, *(a.id for a in comparison.alternatives)}, "_")
    name = _numbered(_copy_of(original.name), [a.name for a in comparison.alternatives])
    copy = original.but(id=id, name=name)
    alternatives: list[Alternative] = []
    for other in comparison.alternatives:
        alternatives += [original, copy] if other is original else [other]
    scenarios = tuple(
        s.but(changes={**s.changes, id: s.changes[alternative]}) if alternative in s.changes else s
        for s in comparison.scenarios
    )
    outlook, days = prospects_copied(comparison.outlook, comparison.days, alternative, id)
    return comparison.but(
        alternatives=tuple(alternatives),
        correlations=correlations_copied(comparison.correlations, alternative, id),
        scenarios=scenarios,
        outlook=outlook,
        days=days,
    )


def remove(comparison: Comparison, alternative: str) -> Comparison:
    """Without one alternative, and without everything that spoke of it alone."""
    comparison.alternative(alternative)
    if len(comparison.alternatives) == 1:
        raise EvenkeelError(
            Text("The last business model cannot be removed.", "不能移除最后一个商业模式。"),
            remedy=Text("Add another one first.", "请先添加另一个。"),
        )
    rest = tuple(a for a in comparison.alternatives if a.id != alternative)
    return tidied(comparison.but(alternatives=rest))


def move(comparison: Comparison, alternative: str, position: int) -> Comparison:
    """An alternative moved to a position counted from 0; beyond the ends it stays at the end."""
    moved = comparison.alternative(alternative)
    rest = [a for a in comparison.alternatives if a is not moved]
    rest.insert(max(0, min(position, len(rest))), moved)
    if tuple(rest) == comparison.alternatives:
        return comparison
    return comparison.but(alternatives=tuple(rest))


def rename(comparison: Comparison, alternative: str, name: Words) -> Comparison:
    """An alternative under another name; its id stays."""
    found = comparison.alternative(alternative)
    name = checked_name(name)
    if found.name == name:
        return comparison
    return with_alternative(comparison, found.but(name=name))


def set_title(comparison: Comparison, title: Words) -> Comparison:
    """The comparison under another title."""
    title = checked_name(title)
    return comparison if comparison.title == title else comparison.but(title=title)


def set_story(comparison: Comparison, story: Words) -> Comparison:
    """The few sentences that say what the comparison is about; may be empty."""
    return comparison if comparison.story == story else comparison.but(story=story)


def _refuse_more(comparison: Comparison) -> None:
    if len(comparison.alternatives) >= MOST_ALTERNATIVES:
        raise EvenkeelError(
            Text(
                f"A comparison holds at most {MOST_ALTERNATIVES} business models.",
                f"一份对比最多包含 {MOST_ALTERNATIVES} 个商业模式。",
            ),
            remedy=Text("Remove one first.", "请先移除一个。"),
        )


def _filed(comparison: Comparison, model: BusinessModel) -> BusinessModel:
    """The definition under an id of its own: a file may hold another edition under the same id."""
    if comparison.models.get(model.id, model) == model:
        return comparison.models.get(model.id, model)
    return model.but(id=_free(model.id, comparison.models, "-"))


def _free(wish: str, taken: Iterable[str], joint: str) -> str:
    taken = set(taken)
    number, id = 2, wish
    while id in taken:
        tail = f"{joint}{number}"
        id, number = wish[: 64 - len(tail)] + tail, number + 1
    return id


def _copy_of(name: Words) -> Text:
    return Text(f"{words(name, 'en')} (copy)", f"{words(name, 'zh')}（副本）")


def _numbered(name: Text, taken: list[Words]) -> Text:
    number, wish = 2, name
    while wish in taken:
        wish, number = Text(f"{name.en} {number}", f"{name.zh} {number}"), number + 1
    return wish
