"""What one step did, in words, found by setting two comparisons side by side: for undo, redo and what is reported."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.comparison.parts import SHARED, Alternative, Setting
from core.wording.numbers import both
from core.wording.quantities import format_cell
from core.wording.text import Text, Words, words

VALUE = Text("{driver}: {before} → {after}", "{driver}：{before} → {after}")
OTHER = Text("edit", "编辑")
UNDONE, REDONE = Text("Undone: {step}.", "已撤销：{step}。"), Text("Redone: {step}.", "已重做：{step}。")
WILL = Text("{step}.", "{step}。")
ALSO = Text("{step}. What is shared changes for {others} too.", "{step}。共用的数值也会在{others}中随之改变。")


def step_name(before: Comparison, after: Comparison) -> Text:
    """The step from one comparison to the next, such as "GPU utilisation: 20% → 30%"."""
    return _columns(before, after) or _values(before, after) or _rest(before, after)


def foreseen(before: Comparison, after: Comparison, alternative: str) -> Text:
    """What a step on one alternative would change, as a sentence, and for whom besides."""
    step = step_name(before, after)
    others = [
        a.name for a in before.alternatives if a.id != alternative and before.values_of(a.id) != after.values_of(a.id)
    ]
    if not others:
        return WILL.filled(step=step)
    named = Text(", ".join(words(name, "en") for name in others), "、".join(words(name, "zh") for name in others))
    return ALSO.filled(step=step, others=named)


def _columns(before: Comparison, after: Comparison) -> Text | None:
    old, new = ({a.id: a for a in c.alternatives} for c in (before, after))
    added = [a for id, a in new.items() if id not in old]
    gone = [a for id, a in old.items() if id not in new]
    renamed = [a for id, a in new.items() if id in old and old[id].name != a.name]
    if added:
        return Text("add {name}", "添加{name}").filled(name=added[0].name)
    if gone:
        return Text("remove {name}", "移除{name}").filled(name=gone[0].name)
    if renamed:
        return Text("rename to {name}", "重命名为{name}").filled(name=renamed[0].name)
    if list(old) != list(new):
        return Text("change the order", "调整顺序")
    return None


def _values(before: Comparison, after: Comparison) -> Text | None:
    """The first driver that differs, and how many more do."""
    places = [(SHARED, before.shared, after.shared)]
    places += [(new.id, old.own, new.own) for old, new in zip(before.alternatives, after.alternatives, strict=True)]
    changed = [
        (where, id, old.get(id), new.get(id))
        for where, old, new in places
        for id in {**old, **new}
        if old.get(id) is not new.get(id) and old.get(id) != new.get(id)
    ]
    if not changed:
        return None
    kept = [(where, id, a, b) for where, id, a, b in changed if a is not None and b is not None]
    if not kept:
        where, id, old, _ = changed[0]
        verb = (
            Text("share {driver}", "共用{driver}")
            if _becomes_shared(changed)
            else Text("separate {driver}", "分开{driver}")
        )
        return verb.filled(driver=_label(after, where, id))
    where, id, old, new = kept[0]
    text = _one_value(after, where, id, old, new)
    more = len(kept) - 1
    return Text("{text} and {more} more", "{text}，另有 {more} 处").filled(text=text, more=more) if more else text


def _becomes_shared(changed: list[tuple[str, str, Setting | None, Setting | None]]) -> bool:
    return any(where != SHARED and new is None for where, _, _, new in changed)


def _one_value(comparison: Comparison, where: str, id: str, old: Setting, new: Setting) -> Text:
    label = _label(comparison, where, id)
    if old.distribution != new.distribution and old.value == new.value:
        return Text("how sure {driver} is", "{driver}的不确定性").filled(driver=label)
    if old.value == new.value:
        return Text("note on {driver}", "{driver}的说明").filled(driver=label)
    unit = _unit(comparison, where, id)
    shown = {"before": both(format_cell, old.value, unit), "after": both(format_cell, new.value, unit)}
    return VALUE.filled(driver=label, **shown)


def _holder(comparison: Comparison, where: str, id: str) -> Alternative:
    if where != SHARED:
        return comparison.alternative(where)
    return next(a for a in comparison.alternatives if any(d.id == id for d in comparison.model_of(a).drivers))


def _label(comparison: Comparison, where: str, id: str) -> Words:
    return comparison.driver_of(_holder(comparison, where, id), id).label


def _unit(comparison: Comparison, where: str, id: str) -> str:
    return comparison.driver_of(_holder(comparison, where, id), id).unit


def _scenarios(before: Comparison, after: Comparison) -> Text | None:
    """A scenario that came, went, has another name or other values."""
    old, new = before.scenarios, after.scenarios
    changed = [(a, b) for a, b in zip(old, new, strict=False) if a is not b]
    if len(new) > len(old):
        return Text("add scenario {name}", "添加情景{name}").filled(name=new[-1].name)
    if len(new) < len(old):
        gone = changed[0][0] if changed else old[-1]
        return Text("remove scenario {name}", "删除情景{name}").filled(name=gone.name)
    if not changed:
        return None
    earlier, later = changed[0]
    if earlier.name != later.name:
        return Text("rename to {name}", "重命名为{name}").filled(name=later.name)
    places = {**earlier.changes, **later.changes}
    where, driver = next(
        (where, id)
        for where in places
        for id in {**earlier.changes.get(where, {}), **later.changes.get(where, {})}
        if earlier.changes.get(where, {}).get(id) != later.changes.get(where, {}).get(id)
    )
    text = Text("{driver} in scenario {name}", "情景{name}中的{driver}")
    return text.filled(driver=_label(after, where, driver), name=later.name)


def _checkpoints(before: Comparison, after: Comparison) -> Text | None:
    old, new = before.checkpoints, after.checkpoints
    if len(new) > len(old):
        return Text("remember {name}", "存档{name}").filled(name=new[-1].name)
    if len(new) < len(old):
        gone = next((a for a, b in zip(old, new, strict=False) if a is not b), old[-1])
        return Text("remove checkpoint {name}", "删除存档点{name}").filled(name=gone.name)
    return None


def _rest(before: Comparison, after: Comparison) -> Text:
    told = _scenarios(before, after) or _checkpoints(before, after)
    if told is not None:
        return told
    if before.title != after.title:
        return Text("rename to {name}", "重命名为{name}").filled(name=after.title)
    if before.outlook != after.outlook:
        return Text("change the months to come", "调整逐月展望")
    if before.days != after.days:
        return Text("change the day", "调整一天的负载")
    return OTHER
