"""Undo and redo: a list of comparisons and where one stands in it. There is nothing to invert."""

from __future__ import annotations

from collections.abc import Iterator

from core.comparison.document import Comparison

MOST_STEPS = 1_000


class History:
    """The comparisons of one window, oldest first. Consecutive pushes of one gesture, such as the drag of a slider,
    make one step."""

    def __init__(self, first: Comparison, *, saved: bool = True, most_steps: int = MOST_STEPS) -> None:
        self._comparisons = [first]
        self._position = 0
        self._saved: Comparison | None = first if saved else None
        self._gesture: str | None = None
        self._most = most_steps + 1

    @property
    def current(self) -> Comparison:
        """The comparison one stands at."""
        return self._comparisons[self._position]

    @property
    def undo_to(self) -> Comparison | None:
        """What `undo` would go back to."""
        return self._comparisons[self._position - 1] if self._position else None

    @property
    def redo_to(self) -> Comparison | None:
        """What `redo` would go on to."""
        following = self._comparisons[self._position + 1 : self._position + 2]
        return following[0] if following else None

    @property
    def past(self) -> Iterator[Comparison]:
        """Every comparison `undo` leads back to, the newest first."""
        return (self._comparisons[position] for position in range(self._position - 1, -1, -1))

    @property
    def saved(self) -> Comparison | None:
        """What the file holds, or what was opened; None where nothing was ever saved."""
        return self._saved

    @property
    def at_saved(self) -> bool:
        """Whether the current comparison is what the file holds."""
        return self.current is self._saved or self.current == self._saved

    def push(self, comparison: Comparison, gesture: str | None = None) -> None:
        """Go on to a new comparison; what could have been redone is gone. One equal to the current is no step."""
        if comparison is self.current or comparison == self.current:
            return
        merging = gesture is not None and gesture == self._gesture
        del self._comparisons[self._position + (0 if merging else 1) :]
        self._gesture = gesture
        if merging and comparison == self._comparisons[-1]:
            self._gesture = None  # dragged back to where it began: no step at all
        else:
            self._comparisons.append(comparison)
            del self._comparisons[: -self._most]
        self._position = len(self._comparisons) - 1

    def undo(self) -> Comparison:
        """One step back, if there is one; gives the comparison one then stands at."""
        self._gesture = None
        self._position = max(0, self._position - 1)
        return self.current

    def redo(self) -> Comparison:
        """One step forward, if there is one; gives the comparison one then stands at."""
        self._gesture = None
        self._position = min(len(self._comparisons) - 1, self._position + 1)
        return self.current

    def end_gesture(self) -> None:
        """The mouse was let go: the next push is a step of its own, even under the same name."""
        self._gesture = None

    def mark_saved(self) -> None:
        """The current comparison is now what the file holds."""
        self._saved = self.current
        self._gesture = None
