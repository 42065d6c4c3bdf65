"""Which uncertain drivers move together."""

from __future__ import annotations

from typing import Annotated

from core.errors import EvenkeelError
from core.model.definition import Identifier
from core.plain.data import Limits, Plain

Coefficient = Annotated[float, Limits(ge=-1, le=1)]


class CorrelationError(EvenkeelError):
    """A correlation that makes no sense where it stands."""


class Place(Plain):
    """A driver's value: where it stands (an alternative's id, or "shared") and the driver."""

    where: Identifier
    driver: Identifier


class Correlation(Plain):
    """How strongly two uncertain drivers move together: 1 always, 0 not at all, -1 always against each other.

    It speaks of their normal scores, so it does not depend on their distributions. It rests while one of them is
    certain.
    """

    first: Place
    second: Place
    coefficient: Coefficient

    @property
    def pair(self) -> frozenset[Place]:
        """The two drivers, in no order."""
        return frozenset((self.first, self.second))
