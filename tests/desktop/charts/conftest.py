"""A plausible picture: an API with whole nodes, a flat plan that loses, a reseller."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.charts.profit.data import ProfitData, ProfitSeries, WinnerRegion


def stepped(key: str, name: str, index: int, slope: float, fixed: float, node: float) -> ProfitSeries:
    """A line with a new node every 5,000 users, the step drawn twice at its place."""
    users = np.repeat(np.arange(0, 50_001, 5_000, dtype=float), 2)[1:-1]
    nodes = np.repeat(np.arange(1, 11), 2)
    return ProfitSeries(key, name, index, users, slope * users - fixed - node * nodes)


@pytest.fixture
def data() -> ProfitData:
    api = stepped("api", "Open weights + API", 0, 20, 60_000, 50_000)
    plan = stepped("plan", "Flat plan", 1, -10, 20_000, 0)
    resale = ProfitSeries("maas", "Resale", 2, np.array([0.0, 50_000]), np.array([-9_000.0, 216_000]), 2_000, 2_000)
    api = ProfitSeries(api.key, api.name, 0, api.users, api.profit, 8_000, 13_000)
    winners = (WinnerRegion(0, 2_000, None), WinnerRegion(2_000, 16_000, "maas"), WinnerRegion(16_000, 50_000, "api"))
    return ProfitData((api, plan, resale), winners, 20_000, 50_000)
