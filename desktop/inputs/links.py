"""Sharing the value of a cell, and giving business models values of their own again."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from core.comparison import edits
from core.comparison.document import Comparison
from core.wording.text import Text
from desktop.inputs.rows import Place
from desktop.session import Session

OWN_VALUE = Text("Own value for {name}", "{name}单独设值")
OWN_VALUES = Text("Own values for each", "各自单独设值")


def change_link(session: Session, place: Place, shall_be_shared: bool, holder: QWidget, at: QPoint) -> None:
    """Share the value of a cell, or not; where several could go their own way, a menu asks which one."""
    if shall_be_shared:
        session.edit(lambda comparison: _joined(comparison, place))
    elif len(place.alternatives) == 1:
        _separate(session, place, place.alternatives)
    else:
        _offer_separating(session, place, holder, at)


def _offer_separating(session: Session, place: Place, holder: QWidget, at: QPoint) -> None:
    comparison, language = session.comparison, session.language
    menu = QMenu(holder)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for id in place.alternatives:
        action = menu.addAction(OWN_VALUE.filled(name=comparison.alternative(id).name)(language))
        action.triggered.connect(lambda _=False, id=id: _separate(session, place, (id,)))
    menu.addSeparator()
    menu.addAction(OWN_VALUES(language)).triggered.connect(lambda: _separate(session, place, place.alternatives))
    menu.popup(at)


def _separate(session: Session, place: Place, alternatives: tuple[str, ...]) -> None:
    def change(comparison: Comparison) -> Comparison:
        for alternative in alternatives:
            comparison = edits.unlink(comparison, alternative, place.driver.id)
        return comparison

    session.edit(change)


def _joined(comparison: Comparison, place: Place) -> Comparison:
    """The cell follows what is shared; where nobody shares yet, everybody follows the cell."""
    driver = place.driver.id
    others = (a for a in comparison.alternatives if a.id != place.where and driver not in a.own)
    if any(d.id == driver for a in others for d in comparison.model_of(a).drivers):
        return edits.link(comparison, place.where, driver)
    return edits.link_everywhere(comparison, place.where, driver)
