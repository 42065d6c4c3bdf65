"""What was typed and is not taken yet, cell by cell: kept while somebody works elsewhere, and found again there."""

from __future__ import annotations

from typing import Generic, TypeVar

from desktop.inputs.rows import Place

Typed = TypeVar("Typed")
Draft = dict[type, tuple[str, ...]]  # what stands in each kind of form that is left unfinished


class Waiting(Generic[Typed]):
    """Knows the places as the comparison does, so that they may be laid out anew meanwhile."""

    def __init__(self) -> None:
        self._typed: dict[tuple[str, str], Typed] = {}

    def at(self, place: Place) -> Typed | None:
        """What waits here."""
        return next((self._typed[key] for key in _keys(place) if key in self._typed), None)

    def keep(self, place: Place, typed: Typed | None) -> None:
        """Keep this for the place; None: it was taken, mended or given up."""
        for key in _keys(place):
            self._typed.pop(key, None)
        if typed is not None:
            self._typed[_keys(place)[0]] = typed

    def places(self) -> list[tuple[str, str]]:
        """Every assumption where something waits, with an alternative whose value it is."""
        return list(self._typed)

    def forget(self) -> None:
        """Another comparison is open."""
        self._typed.clear()


def _keys(place: Place) -> list[tuple[str, str]]:
    return [(place.driver.id, alternative) for alternative in place.alternatives]
