"""How uncertain a driver is: the shape of its distribution as plain numbers in the driver's own unit. Drawing from
them is the engine's job."""

from __future__ import annotations

from typing import Annotated, Literal

from core.comparison.file.limits import MOST_OUTCOMES
from core.errors import EvenkeelError
from core.model.definition import Finite
from core.plain.data import Limits, Tagged
from core.wording.text import Text


class DistributionError(EvenkeelError):
    """Parameters that describe no distribution."""


class Uniform(Tagged):
    """Every value from low to high is as likely as any other."""

    kind: Literal["uniform"] = "uniform"
    low: Finite
    high: Finite

    def __post_init__(self) -> None:
        _refuse_unless(self.low < self.high, Text("The low end must lie below the high end.", "下限必须小于上限。"))


class _Peaked(Tagged):
    """From low to high with one most likely value between."""

    low: Finite
    mode: Finite
    high: Finite

    def __post_init__(self) -> None:
        _refuse_unless(
            self.low <= self.mode <= self.high and self.low < self.high,
            Text(
                "The most likely value must lie between the low and the high end.",
                "最可能值必须介于下限与上限之间。",
            ),
        )


class Triangular(_Peaked):
    """Likelihood rises in a straight line to the most likely value and falls in one."""

    kind: Literal["triangular"] = "triangular"


class Pert(_Peaked):
    """A smooth triangle (beta-PERT, the most likely value weighted four times)."""

    kind: Literal["pert"] = "pert"


class Normal(Tagged):
    """The bell curve."""

    kind: Literal["normal"] = "normal"
    mean: Finite
    sd: Finite

    def __post_init__(self) -> None:
        _refuse_unless(self.sd > 0, SPREAD)


class Lognormal(Tagged):
    """Never negative, with a long tail upwards; mean and standard deviation are those of the value itself."""

    kind: Literal["lognormal"] = "lognormal"
    mean: Finite
    sd: Finite

    def __post_init__(self) -> None:
        _refuse_unless(self.sd > 0, SPREAD)
        _refuse_unless(self.mean > 0, Text("Its mean must be above zero.", "均值必须大于零。"))


class Discrete(Tagged):
    """One of a list of values, each with its weight; the weights need not add up to 1."""

    kind: Literal["discrete"] = "discrete"
    values: Annotated[tuple[Finite, ...], Limits(max_length=MOST_OUTCOMES)]
    weights: Annotated[tuple[Finite, ...], Limits(max_length=MOST_OUTCOMES)]

    def __post_init__(self) -> None:
        _refuse_unless(
            len(self.values) == len(self.weights) > 0,
            Text("It needs as many weights as values, and at least one.", "权重与取值的个数必须相同，且至少一个。"),
        )
        _refuse_unless(
            min(self.weights) >= 0 and sum(self.weights) > 0,
            Text("No weight may be negative, and one must be above zero.", "权重不能为负，且至少一个大于零。"),
        )


Distribution = Annotated[Uniform | Triangular | Pert | Normal | Lognormal | Discrete, Limits(discriminator="kind")]

SPREAD = Text("Its standard deviation must be above zero.", "标准差必须大于零。")


def _refuse_unless(sound: bool, reason: Text) -> None:
    if not sound:
        raise DistributionError(Text("These figures describe no distribution.", "这些数字不构成一个分布。"), reason)
