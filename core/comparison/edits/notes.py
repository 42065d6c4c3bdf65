"""Edits of what stands beside the figures: comments, published figures to check against, and how it is shown."""

from __future__ import annotations

from typing import Any, TypeVar

from core.comparison.checks import check_state
from core.comparison.document import Comparison, ViewState
from core.comparison.parts import MOST_SEED, Comment, ReferenceCheck
from core.errors import EvenkeelError
from core.wording.text import Text

Item = TypeVar("Item")


def add_comment(comparison: Comparison, comment: Comment) -> Comparison:
    """One more comment. Raises `EvenkeelError` when what it is about does not exist."""
    return _checked(comparison, comments=(*comparison.comments, comment))


def remove_comment(comparison: Comparison, comment: Comment) -> Comparison:
    """Without the first comment equal to this one."""
    if comment not in comparison.comments:
        return comparison
    return comparison.but(comments=_without(comparison.comments, comment))


def add_reference_check(comparison: Comparison, check: ReferenceCheck) -> Comparison:
    """One more published figure. Raises `EvenkeelError` when its formula uses what does not exist."""
    return _checked(comparison, reference_checks=(*comparison.reference_checks, check))


def remove_reference_check(comparison: Comparison, check: ReferenceCheck) -> Comparison:
    """Without the first published figure equal to this one."""
    if check not in comparison.reference_checks:
        return comparison
    return comparison.but(reference_checks=_without(comparison.reference_checks, check))


def set_view(comparison: Comparison, view: ViewState) -> Comparison:
    """How the comparison was last looked at, for the file only: no answer depends on it."""
    return comparison if comparison.view == view else comparison.but(view=dict(view))


def set_seed(comparison: Comparison, seed: int) -> Comparison:
    """Which draws a simulation makes: the same seed gives the same ones."""
    if not 0 <= seed <= MOST_SEED:
        raise EvenkeelError(Text("The seed must be a whole number from 0 on.", "随机种子必须是非负整数。"))
    return comparison if comparison.seed == seed else comparison.but(seed=seed)


def _checked(comparison: Comparison, **fields: Any) -> Comparison:
    changed = comparison.but(**fields)
    check_state(changed, changed.models)
    return changed


def _without(items: tuple[Item, ...], gone: Item) -> tuple[Item, ...]:
    position = items.index(gone)
    return (*items[:position], *items[position + 1 :])
