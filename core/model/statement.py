"""The statement every business model shares, derived from roles so that no model repeats it."""

from __future__ import annotations

from dataclasses import dataclass

from core.formula.grammar import parse
from core.formula.tree import Call, Name, Node, Number
from core.model.definition import BusinessModel, Role
from core.wording.text import Text


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A line of the statement: a sum over a role, or a formula over other statement lines."""

    label: Text
    unit: str
    formula: Role | str


STATEMENT: dict[str, StatementLine] = {
    "revenue": StatementLine(Text("Revenue", "收入"), "USD/month", Role.REVENUE),
    "direct_cost": StatementLine(Text("Direct cost", "直接成本"), "USD/month", Role.DIRECT_COST),
    "gross_profit": StatementLine(Text("Gross profit", "毛利"), "USD/month", "revenue - direct_cost"),
    "gross_margin": StatementLine(
        Text("Gross margin (gross profit / revenue)", "毛利率（毛利 ÷ 收入）"), "1", "gross_profit / revenue"
    ),
    "operating_cost": StatementLine(Text("Operating cost", "运营费用"), "USD/month", Role.OPERATING_COST),
    "operating_profit": StatementLine(
        Text("Operating profit", "营业利润"), "USD/month", "gross_profit - operating_cost"
    ),
    "operating_margin": StatementLine(
        Text("Operating margin (operating profit / revenue)", "营业利润率（营业利润 ÷ 收入）"),
        "1",
        "operating_profit / revenue",
    ),
    "markup": StatementLine(
        Text("Markup on cost (gross profit / direct cost)", "成本利润率（毛利 ÷ 直接成本）"),
        "1",
        "gross_profit / direct_cost",
    ),
    "funding": StatementLine(Text("Funding", "资金注入"), "USD/month", Role.FUNDING),
    "cash_flow": StatementLine(
        Text("Cash flow (operating profit + funding)", "现金流（营业利润 + 资金注入）"),
        "USD/month",
        "operating_profit + funding",
    ),
    "revenue_per_user": StatementLine(Text("Revenue per user", "每用户收入"), "USD/user/month", "revenue / users"),
    "direct_cost_per_user": StatementLine(
        Text("Direct cost per user", "每用户直接成本"), "USD/user/month", "direct_cost / users"
    ),
    "contribution_per_user": StatementLine(
        Text("Contribution per user", "每用户边际贡献"), "USD/user/month", "(revenue - direct_cost) / users"
    ),
}


def statement_formulas(model: BusinessModel) -> dict[str, Node]:
    """The statement lines of one business model as trees over its drivers and lines."""
    return {
        id: _sum_over(model, line.formula) if isinstance(line.formula, Role) else parse(line.formula)
        for id, line in STATEMENT.items()
    }


def ids_with_role(model: BusinessModel, role: Role) -> list[str]:
    """Drivers and lines that stand in the statement under `role`, in the order of the definition, drivers first."""
    return [item.id for item in model.quantities if item.role == role]


def _sum_over(model: BusinessModel, role: Role) -> Node:
    names: list[Node] = [Name(id) for id in ids_with_role(model, role)]
    total = names[0] if names else Number(0.0)
    for name in names[1:]:
        total = Call("add", (total, name))
    return total
