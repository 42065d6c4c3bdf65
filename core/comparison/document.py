"""The comparison: an immutable value. Every edit makes a new one that shares all unchanged parts with the old."""

from __future__ import annotations

from dataclasses import field

from core.comparison.checks import check_state
from core.comparison.parts import Alternative, Checkpoint, Setting, State
from core.comparison.placed import placed
from core.comparison.unknown import unknown_alternative, unknown_driver
from core.model.definition import BusinessModel, Driver, Finite, Source
from core.wording.text import Text

ViewState = dict[str, str | bool | int | Finite | None]


class Comparison(State):
    """Alternatives side by side, with what they share, their scenarios, notes and checkpoints.

    Building one from its parts checks how they fit and raises `EvenkeelError`; the edits keep what was checked.
    """

    checkpoints: tuple[Checkpoint, ...] = ()
    view: ViewState = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_state(self, self.models)
        for checkpoint in self.checkpoints:
            with placed(Text('Checkpoint "{name}"', "存档点“{name}”").filled(name=checkpoint.name)):
                check_state(checkpoint.state, {**self.models, **checkpoint.state.models})

    def alternative(self, id: str) -> Alternative:
        """The alternative of this id. Raises `UsageError` naming the closest one."""
        for alternative in self.alternatives:
            if alternative.id == id:
                return alternative
        raise unknown_alternative(id, [alternative.id for alternative in self.alternatives])

    def model_of(self, alternative: Alternative | str) -> BusinessModel:
        """The business model of an alternative."""
        found = self.alternative(alternative) if isinstance(alternative, str) else alternative
        return self.models[found.model]

    def driver_of(self, alternative: Alternative | str, driver: str) -> Driver:
        """The definition of a driver. Raises `UsageError` naming the closest one."""
        model = self.model_of(alternative)
        for candidate in model.drivers:
            if candidate.id == driver:
                return candidate
        raise unknown_driver(driver, [candidate.id for candidate in model.drivers], model.label)

    def values_of(self, alternative: str) -> dict[str, float]:
        """Every driver of an alternative with its value, in the order and the units of the definition."""
        found = self.alternative(alternative)
        own, shared = found.own, self.shared
        drivers = self.models[found.model].drivers
        return {d.id: (own[d.id] if d.id in own else shared[d.id]).value for d in drivers}

    def setting_of(self, alternative: str, driver: str) -> Setting:
        """The setting an alternative uses for a driver: its own, else the shared one. Raises `UsageError`."""
        found = self.alternative(alternative)
        self.driver_of(found, driver)
        return found.own.get(driver) or self.shared[driver]

    def is_shared(self, alternative: str, driver: str) -> bool:
        """Whether an alternative takes this driver from the shared values. Raises `UsageError`."""
        found = self.alternative(alternative)
        self.driver_of(found, driver)
        return driver not in found.own

    def source_of(self, alternative: str, driver: str) -> Source | None:
        """Where the value in use comes from; None when it is no longer the value the source speaks of.

        Raises `UsageError` for an unknown alternative or driver.
        """
        setting = self.setting_of(alternative, driver)
        if setting.source is not None:
            return setting.source if setting.start in (None, setting.value) else None
        definition = self.driver_of(alternative, driver)
        return definition.source if setting.value == definition.default else None

    def start_of(self, alternative: str, driver: str) -> float:
        """The value a driver started from: the example's or its source's, else the default. Raises `UsageError`."""
        setting = self.setting_of(alternative, driver)
        if setting.start is not None:
            return setting.start
        return self.driver_of(alternative, driver).default
