"""Prices by the hour of the week: which band holds at a moment, how much of the week it covers, and the average."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from core.comparison.day_profile import HALF_HOUR
from core.prices.lists import HALF_HOURS_PER_WEEK, Band, PriceKind, PriceList

A_MONDAY = datetime(2024, 1, 1, tzinfo=UTC)


def share_of_week(band: Band) -> float:
    """Which share of the week's hours the band covers."""
    return len(band.half_hours()) / HALF_HOURS_PER_WEEK


def band_at(price_list: PriceList, moment: datetime) -> Band | None:
    """The band in force at a moment; None in all other hours. Public holidays are not known here."""
    half_hour = (moment - A_MONDAY) // timedelta(minutes=HALF_HOUR) % HALF_HOURS_PER_WEEK
    return next((band for band in price_list.bands if half_hour in band.half_hours()), None)


def price_at(price_list: PriceList, moment: datetime, input_tokens: int = 0) -> dict[PriceKind, float]:
    """The prices of a request at a moment (with its time zone); `input_tokens` decides about the long-context rate."""
    band = band_at(price_list, moment)
    prices = dict(price_list.prices if band is None else band.prices)
    cliff = price_list.long_context
    if cliff is None or input_tokens <= cliff.above:
        return prices
    return {
        kind: price * (cliff.output_factor if kind is PriceKind.OUTPUT else cliff.input_factor)
        for kind, price in prices.items()
    }


def time_average(price_list: PriceList) -> dict[PriceKind, float]:
    """The prices averaged over the hours of a week, every hour counting alike. Traffic is denser in the busy hours, so
    that what customers pay on average lies nearer to the peak price."""
    average = {}
    for kind, price in price_list.prices.items():
        extra = sum(share_of_week(band) * (band.prices[kind] - price) for band in price_list.bands)
        average[kind] = price + extra
    return average
