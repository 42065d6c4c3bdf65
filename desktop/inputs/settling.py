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
    """What was written in a form counts although its button was not pressed, here and where it was left unfinished; it
    may be folded away meanwhile."""
    editor, here = inputs.editor, inputs.editor.place
    places = [(here.driver.id, here.alternatives[0])] if here is not None else []
    for driver, alternative in [*places, *editor.drafts.places()]:
        if (driver, alternative) not in places:
            inputs.show_driver(driver, alternative)
        if (why := editor.settle_details()) is not None:
            if not editor.isVisible():
                inputs.show_driver(driver, alternative)
                editor.settle_details()
            return why
    return None
