"""Keeps the cells in step with the session: only those whose setting, names or language changed are touched."""

from __future__ import annotations

from collections.abc import Iterable

from core.comparison.document import Comparison
from core.comparison.parts import Setting
from core.errors import UsageError
from core.wording.text import Language, Words
from desktop.inputs.cell import Cell
from desktop.inputs.faces import face_of
from desktop.inputs.rows import Place
from desktop.session import Session

Shown = tuple[tuple[Words, ...], Language, Words | None]
Shape = tuple[tuple[tuple[str, str], ...], tuple[frozenset[str], ...]]


class Filling:
    """Remembers what every cell shows, and what the file holds."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._saved: Comparison | None = None
        self._shown: dict[Cell, Setting] = {}
        self._shown_with: Shown | None = None
        self.follow_file()

    def follow_file(self) -> None:
        """What the file holds is what is open while nothing is unsaved."""
        if not self._session.modified:
            self._saved = self._session.document
            self.forget()

    def forget(self) -> None:
        """The cells are others, or all of them have to be told anew."""
        self._shown.clear()

    def fill(self, cells: Iterable[Cell]) -> set[Cell]:
        """Show what the comparison holds; gives the cells that showed something else before."""
        comparison, language = self._session.comparison, self._session.language
        scenario = self._session.scenario
        base = None if scenario is None else self._session.document
        shown_with = (tuple(a.name for a in comparison.alternatives), language, scenario)
        if shown_with != self._shown_with:
            self._shown_with = shown_with
            self.forget()
        changed = set()
        for cell in cells:
            setting = cell.place.setting(comparison)
            if self._shown.get(cell) is not setting:
                self._shown[cell] = setting
                saved = self._saved_value(cell.place)
                cell.show_face(face_of(comparison, cell.place, saved, language, base))
                changed.add(cell)
        return changed

    def _saved_value(self, place: Place) -> float | None:
        if self._saved is None or self._saved is self._session.document:
            return None
        try:
            return self._saved.setting_of(place.where, place.driver.id).value
        except (UsageError, KeyError):
            return None


def shape_of(comparison: Comparison) -> Shape:
    """What rows and columns there are: who stands beside whom, and who shares what."""
    alternatives = comparison.alternatives
    return tuple((a.id, a.model) for a in alternatives), tuple(frozenset(a.own) for a in alternatives)
