"""Many drivers of one alternative set at once, each with its source: how presets and price lists are taken over. All
values are checked before anything is changed, so that it is one step or none."""

from __future__ import annotations

from collections.abc import Mapping

from core.comparison.document import Comparison
from core.comparison.edits.links import unlink
from core.comparison.edits.replacing import home_of, with_setting
from core.comparison.parts import Setting
from core.comparison.values import checked_value


def fill(comparison: Comparison, where: str, settings: Mapping[str, Setting]) -> Comparison:
    """Drivers with new values and sources, each in its own place: what `where` has linked changes for all.

    `where` is an alternative's id or "shared". Range, distribution and privacy of a driver stay; a note is replaced
    where the new setting has one. Raises `UsageError` for an unknown driver, `EvenkeelError` for a senseless value.
    """
    places = {id: home_of(comparison, where, id) for id in settings}
    for id, (_, definition, _) in places.items():
        checked_value(definition, settings[id].value)
    for id, (home, _, old) in places.items():
        new = settings[id]
        update = {
            "value": float(new.value),
            "source": new.source,
            "start": float(new.value),
            "note": new.note or old.note,
        }
        if any(getattr(old, field) != value for field, value in update.items()):
            comparison = with_setting(comparison, home, id, old.but(**update))
    return comparison


def fill_own(comparison: Comparison, alternative: str, settings: Mapping[str, Setting]) -> Comparison:
    """The same for one alternative alone: a driver it shares is unlinked first where its value becomes another."""
    places = {id: home_of(comparison, comparison.alternative(alternative).id, id) for id in settings}
    for id, (_, definition, _) in places.items():
        checked_value(definition, settings[id].value)
    unshared = comparison
    for id, (home, _, old) in places.items():
        if home != alternative and old.value != settings[id].value:
            unshared = unlink(unshared, alternative, id)
    own = {id: s for id, s in settings.items() if not unshared.is_shared(alternative, id)}
    return fill(unshared, alternative, own)
