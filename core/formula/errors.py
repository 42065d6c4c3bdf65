"""What can be wrong with a formula."""

from __future__ import annotations

from core.errors import EvenkeelError
from core.wording.text import Words


class FormulaError(EvenkeelError):
    """A formula that cannot be read or does not fit its units; `position` counts characters from 0."""

    def __init__(self, title: Words, reason: Words = "", remedy: Words = "", position: int = 0) -> None:
        super().__init__(title, reason, remedy)
        self.position = position
