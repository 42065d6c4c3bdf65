"""Takes what was typed among the assumptions and still waits: values that were refused, and forms that stand open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.wording.text import Text

if TYPE_CHECKING:
    from desktop.inputs.grid import InputsGrid


def settle(inputs: InputsGrid) -> Text | None:
    """None when nothing waits any more; else the person is taken to what does not make sense, and this is why."""
    return _value_refused(inputs) or _form_refused(inputs)


def _value_refused(inputs: InputsGrid) -> Text | None:
    """Each value that was refused is tried again where it was typed: what it went against may have changed."""
    editor = inputs.editor
    editor.keep_refused()
    for driver, alternative in editor.refused.places():
        inputs.show_driver(driver, alternative)
        editor.keep_refused()
        if editor.controls is not None and editor.controls.reason is not None:
            editor.focus_entry()
            return editor.controls.reason
    return None


def _form_refused(inputs: InputsGrid) -> Text | None:
    """What was written in a form counts although its button was not pressed; it may be folded away meanwhile."""
    why, place = inputs.editor.settle_details(), inputs.editor.place
    if why is not None and place is not None and not inputs.editor.isVisible():
        inputs.show_driver(place.driver.id, place.alternatives[0])
        inputs.editor.settle_details()
    return why
