"""The named constants of the formula language: the conversions between units, each with its own unit so that the
unit check sees them."""

from __future__ import annotations

from core.record import record
from core.wording.text import Text

HOURS_PER_MONTH = 730.0  # 365 x 24 / 12, the cloud industry's convention


@record
class Constant:
    """A fixed value that formulas may name."""

    value: float
    unit: str
    label: Text
    help: Text


CONSTANTS: dict[str, Constant] = {
    "hours_per_month": Constant(
        HOURS_PER_MONTH,
        "hour/month",
        Text("Hours in a month", "每月小时数"),
        Text("A month is 730 hours: 365 days / 12.", "每月按 730 小时计：365 天 ÷ 12。"),
    ),
    "days_per_month": Constant(
        HOURS_PER_MONTH / 24,
        "day/month",
        Text("Days in a month", "每月天数"),
        Text("A month of 730 hours in days.", "730 小时的一个月折合的天数。"),
    ),
    "seconds_per_hour": Constant(
        3600.0, "s/hour", Text("Seconds in an hour", "每小时秒数"), Text("Seconds in an hour.", "每小时的秒数。")
    ),
    "tokens_per_Mtoken": Constant(
        1e6,
        "token/Mtoken",
        Text("Tokens in a million", "每百万 token"),
        Text("Tokens are counted in millions.", "token 以百万为单位计。"),
    ),
}
