"""Keeps the cells in step with the session: only those whose setting, names or language changed are touched."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.comparison.parts import Setting
from core.errors import UsageError
from core.wording.text import Language, Words
from desktop.inputs.cell import Cell
from desktop.inputs.faces import face_of
from desktop.inputs.rows import Place
from desktop.session import Session

Shape = tuple[tuple[tuple[str, str], ...], tuple[frozenset[str], ...]]


class Filling:
    """Remembers what every cell shows, and what the file holds."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._saved: Comparison | None = None
        self._shown: dict[Cell, tuple[Setting, float | None, tuple[Words, ...], Language]] = {}
        self.follow_file()

    def follow_file(self) -> None:
        """What the file holds is what is open while nothing is unsaved."""
        if not self._session.modified:
            self._saved = self._session.comparison

    def forget(self) -> None:
        """The cells are gone."""
        self._shown.clear()

    def fill(self, cell: Cell) -> bool:
        """Show what the comparison holds; False where the cell shows it already."""
        comparison, language, place = self._session.comparison, self._session.language, cell.place
        names = tuple(comparison.alternatives[column].name for column in place.columns)
        saved = self._saved_value(place)
        wanted = (place.setting(comparison), saved, names, language)
        before = self._shown.get(cell)
        if before is not None and before[0] is wanted[0] and before[1:] == wanted[1:]:
            return False
        self._shown[cell] = wanted
        cell.show_face(face_of(comparison, place, saved, language))
        return True

    def _saved_value(self, place: Place) -> float | None:
        if self._saved is None or self._saved is self._session.comparison:
            return None
        try:
            return self._saved.setting_of(place.where, place.driver.id).value
        except (UsageError, KeyError):
            return None


def shape_of(comparison: Comparison) -> Shape:
    """What rows and columns there are: who stands beside whom, and who shares what."""
    alternatives = comparison.alternatives
    return tuple((a.id, a.model) for a in alternatives), tuple(frozenset(a.own) for a in alternatives)
