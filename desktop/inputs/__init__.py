"""The leaf widgets of the assumptions. They know values, units and words, nothing of the comparison.

    NumberEntry(theme, unit)    value_committed(float); set_value, refuse(Text), revert; "1.2万", "20%", "$1,200"
    DriverSlider(theme, unit)   drag_started, value_dragged(float), drag_finished(float); set_track, set_value
    Chip(theme)                 change_requested(bool: shall be shared); set_shared
    SourceDot(theme)            clicked; set_source(checked: date | None, today); age_of(checked, today) -> Age
    WheelGuard(app)             once, after the window is shown

All: set_words(label, language) names them for screen readers and switches the language. Filling them emits nothing.
"""

from desktop.inputs.chip import Chip
from desktop.inputs.entry import NumberEntry
from desktop.inputs.slider import DriverSlider
from desktop.inputs.source_dot import Age, SourceDot, age_of
from desktop.inputs.track import Track
from desktop.inputs.wheel import WheelGuard

__all__ = ["Age", "Chip", "DriverSlider", "NumberEntry", "SourceDot", "Track", "WheelGuard", "age_of"]
