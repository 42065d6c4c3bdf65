"""Figures that are shown although no business model has a line for them."""

from __future__ import annotations

from core.formula.grammar import parse
from core.formula.tree import Node
from core.questions.workings.formulas import Quantity
from core.wording.text import Text

COST_PER_USER = Quantity(
    "cost_per_user",
    Text("Cost per user (direct and operating)", "每用户成本（直接成本 + 运营费用）"),
    "USD/user/month",
    Text("All that is spent in a month, divided by users.", "每月全部支出除以用户数。"),
)
DERIVED: dict[str, tuple[Quantity, Node]] = {
    COST_PER_USER.id: (COST_PER_USER, parse("(direct_cost + operating_cost) / users")),
}
