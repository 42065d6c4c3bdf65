"""What was typed and not taken, cell by cell: it is kept while somebody works elsewhere, and found again there."""

from __future__ import annotations

from desktop.inputs.rows import Place


class Refused:
    """Knows the places as the comparison does, so that they may be laid out anew meanwhile."""

    def __init__(self) -> None:
        self._typed: dict[tuple[str, str], str] = {}

    def typed(self, place: Place) -> str:
        """What stands refused here; empty where nothing does."""
        return next((self._typed[key] for key in _keys(place) if key in self._typed), "")

    def keep(self, place: Place, typed: str) -> None:
        """Keep this for the place; nothing typed: it was mended or given up."""
        for key in _keys(place):
            self._typed.pop(key, None)
        if typed:
            self._typed[_keys(place)[0]] = typed

    def places(self) -> list[tuple[str, str]]:
        """Every assumption where something stands refused, with an alternative whose value it is."""
        return list(self._typed)

    def forget(self) -> None:
        """Another comparison is open."""
        self._typed.clear()


def _keys(place: Place) -> list[tuple[str, str]]:
    return [(place.driver.id, alternative) for alternative in place.alternatives]
