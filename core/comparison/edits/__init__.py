"""Everything that can be done to a comparison, as functions from one comparison to the next.

Each checks what it is given and raises `EvenkeelError` (`UsageError` for a name that does not exist) before anything is
changed; none changes the comparison it is given; each returns that very object when there is nothing to change.
"""

from core.comparison.edits.actuals import clear_actual, set_actual
from core.comparison.edits.alternatives import (
    add_alternative,
    duplicate,
    move,
    remove,
    rename,
    set_story,
    set_title,
)
from core.comparison.edits.checkpoints import add_checkpoint, at_checkpoint, remove_checkpoint
from core.comparison.edits.correlations import set_correlation
from core.comparison.edits.filling import fill, fill_own
from core.comparison.edits.links import link, link_everywhere, unlink
from core.comparison.edits.notes import (
    add_comment,
    add_reference_check,
    remove_comment,
    remove_reference_check,
    set_seed,
    set_view,
)
from core.comparison.edits.prospects import set_day, set_outlook
from core.comparison.edits.ranges import can_extend, extend_range, set_range_ends
from core.comparison.edits.scenarios import (
    add_scenario,
    apply_scenario,
    clear_in_scenario,
    remove_scenario,
    rename_scenario,
    set_in_scenario,
)
from core.comparison.edits.uncertainty import make_certain, make_uncertain, set_kind, set_spread
from core.comparison.edits.values import (
    reset_value,
    set_distribution,
    set_everywhere,
    set_note,
    set_own_value,
    set_private,
    set_range,
    set_source,
    set_value,
)

__all__ = [
    "add_alternative",
    "add_checkpoint",
    "add_comment",
    "add_reference_check",
    "add_scenario",
    "apply_scenario",
    "at_checkpoint",
    "can_extend",
    "clear_actual",
    "clear_in_scenario",
    "duplicate",
    "extend_range",
    "fill",
    "fill_own",
    "link",
    "link_everywhere",
    "make_certain",
    "make_uncertain",
    "move",
    "remove",
    "remove_checkpoint",
    "remove_comment",
    "remove_reference_check",
    "remove_scenario",
    "rename",
    "rename_scenario",
    "reset_value",
    "set_actual",
    "set_correlation",
    "set_day",
    "set_distribution",
    "set_everywhere",
    "set_in_scenario",
    "set_kind",
    "set_note",
    "set_outlook",
    "set_own_value",
    "set_private",
    "set_range",
    "set_range_ends",
    "set_seed",
    "set_source",
    "set_spread",
    "set_story",
    "set_title",
    "set_value",
    "set_view",
    "unlink",
]
