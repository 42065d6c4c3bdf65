"""What a file remembers of how it was looked at: the scenario. Choosing one is no change, so it is written down only
when the comparison is written anyway."""

from __future__ import annotations

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.unknown import is_called
from core.wording.text import Words, words

_SCENARIO = "scenario"


def looked_at(document: Comparison, scenario: Words | None) -> Comparison:
    """The comparison as it goes into a file while it is looked at in this scenario."""
    view = {key: value for key, value in document.view.items() if key != _SCENARIO}
    if scenario is not None:
        view[_SCENARIO] = words(scenario, "en")
    return edits.set_view(document, view)


def scenario_in(document: Comparison) -> Words | None:
    """The scenario it was looked at in when it was written; None for the comparison itself."""
    name = document.view.get(_SCENARIO)
    if not isinstance(name, str):
        return None
    return next((scenario.name for scenario in document.scenarios if is_called(scenario.name, name)), None)
