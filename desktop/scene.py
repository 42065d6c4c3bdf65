"""The comparison as it is looked at: itself, or in one of its scenarios; and where an edit goes then."""

from __future__ import annotations

from collections.abc import Callable

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.edits.replacing import moved
from core.comparison.parts import SHARED, Setting
from core.comparison.unknown import is_called
from core.plain.data import parts_of
from core.wording.text import Words, words

Change = Callable[[Comparison], Comparison]
Values = dict[str, dict[str, float]]


class Scene:
    """One comparison, the name of a scenario or None, and what they come to. A scenario that is not there (any more)
    is no scenario."""

    def __init__(self, document: Comparison, name: Words | None = None) -> None:
        self._document = document
        known = name is not None and any(is_called(s.name, words(name, "en")) for s in document.scenarios)
        self.name: Words | None = name if known else None
        self.shown = document if self.name is None else edits.apply_scenario(document, self.name)

    def of(self, document: Comparison) -> Scene:
        """The same scenario of the comparison as it is by now."""
        return self if document is self._document else Scene(document, self.name)

    def edited(self, change: Change) -> Comparison:
        """The comparison after an edit that was made to what is shown: values go into the scenario, anything else into
        the comparison itself. Raises what the edit raises."""
        if self.name is None:
            return change(self._document)
        changed = change(self.shown)
        if changed is self.shown:
            return self._document
        values = _values_alone(self.shown, changed)
        if values is None:
            return change(self._document)
        document = self._document
        for where, settings in values.items():
            for driver, value in settings.items():
                document = _with_value(document, self.name, where, driver, value)
        return document


def _with_value(document: Comparison, scenario: Words, where: str, driver: str, value: float) -> Comparison:
    """A value in a scenario; one that is back at what the comparison says is no difference any more."""
    base = document.shared[driver] if where == SHARED else document.setting_of(where, driver)
    if value == base.value:
        return edits.clear_in_scenario(document, scenario, where, driver)
    return edits.set_in_scenario(document, scenario, where, driver, value)


def _values_alone(before: Comparison, after: Comparison) -> Values | None:
    """The new values by place, where nothing but values changed; else None."""
    parts = ("shared", "alternatives")
    for field in parts_of(type(before)):
        if field not in parts and getattr(before, field) is not getattr(after, field):
            return None
    found: Values = {}
    places = [(SHARED, before.shared, after.shared)]
    if len(before.alternatives) != len(after.alternatives):
        return None
    for old, new in zip(before.alternatives, after.alternatives, strict=True):
        if old is not new and (old.id, old.name, old.model) != (new.id, new.name, new.model):
            return None
        places.append((old.id, old.own, new.own))
    for where, old_settings, new_settings in places:
        if old_settings is new_settings:
            continue
        values = _new_values(old_settings, new_settings)
        if values is None:
            return None
        if values:
            found[where] = values
    return found or None


def _new_values(before: dict[str, Setting], after: dict[str, Setting]) -> dict[str, float] | None:
    if before.keys() != after.keys():
        return None
    changed = {id: new for id, new in after.items() if new is not before[id]}
    if any(new != moved(before[id], new.value) for id, new in changed.items()):
        return None
    return {id: new.value for id, new in changed.items() if new.value != before[id].value}
