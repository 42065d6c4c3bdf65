"""Hints that may hold what a person wrote: Qt takes anything that looks like a tag for rich text."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """These words for a tool tip, to be read as they were written."""
    return f"<qt>{escape(words)}</qt>".replace("\n", "<br>") if Qt.mightBeRichText(words) else words
