"""The statement every business model shares, derived from roles so that no model repeats it."""

from __future__ import annotations

from core.formula.grammar import parse
from core.formula.tree import Call, Name, Node, Number
from core.model.definition import BusinessModel, Role
from core.record import record
from core.wording.text import Text


@record
class StatementLine:
    """A line of the statement: a sum over a role, or a formula over other statement lines."""

    label: Text
    unit: str
    formula: Role | str
    help: Text

    @property
    def name(self) -> Text:
        """The label without the formula some labels hold in brackets, for use inside formulas."""
        return Text(self.label.en.partition(" (")[0], self.label.zh.partition("（")[0])


STATEMENT: dict[str, StatementLine] = {
    "revenue": StatementLine(
        Text("Revenue", "收入"),
        "USD/month",
        Role.REVENUE,
        Text("All that customers pay in a month.", "客户一个月内支付的全部金额。"),
    ),
    "direct_cost": StatementLine(
        Text("Direct cost", "直接成本"),
        "USD/month",
        Role.DIRECT_COST,
        Text(
            "Cost that comes with serving customers, such as machines and payment fees.",
            "为客户提供服务直接产生的成本，如机器和支付手续费。",
        ),
    ),
    "gross_profit": StatementLine(
        Text("Gross profit", "毛利"),
        "USD/month",
        "revenue - direct_cost",
        Text("What is left of revenue after direct cost.", "收入扣除直接成本后的余额。"),
    ),
    "gross_margin": StatementLine(
        Text("Gross margin (gross profit / revenue)", "毛利率（毛利 ÷ 收入）"),
        "1",
        "gross_profit / revenue",
        Text("Gross profit as a share of revenue.", "毛利占收入的比例。"),
    ),
    "operating_cost": StatementLine(
        Text("Operating cost", "运营费用"),
        "USD/month",
        Role.OPERATING_COST,
        Text("Cost of running the firm, such as people and research.", "维持公司运转的费用，如人员和研发。"),
    ),
    "operating_profit": StatementLine(
        Text("Operating profit", "营业利润"),
        "USD/month",
        "gross_profit - operating_cost",
        Text("What is left of gross profit after operating cost.", "毛利扣除运营费用后的余额。"),
    ),
    "operating_margin": StatementLine(
        Text("Operating margin (operating profit / revenue)", "营业利润率（营业利润 ÷ 收入）"),
        "1",
        "operating_profit / revenue",
        Text("Operating profit as a share of revenue.", "营业利润占收入的比例。"),
    ),
    "markup": StatementLine(
        Text("Markup on cost (gross profit / direct cost)", "成本利润率（毛利 ÷ 直接成本）"),
        "1",
        "gross_profit / direct_cost",
        Text(
            "Gross profit as a share of direct cost: another figure than gross margin.",
            "毛利占直接成本的比例，与毛利率不是同一个数。",
        ),
    ),
    "funding": StatementLine(
        Text("Funding", "资金注入"),
        "USD/month",
        Role.FUNDING,
        Text("Money from owners: it keeps the firm going and is not profit.", "股东投入的资金，不计入利润。"),
    ),
    "cash_flow": StatementLine(
        Text("Cash flow (operating profit + funding)", "现金流（营业利润 + 资金注入）"),
        "USD/month",
        "operating_profit + funding",
        Text("What comes in or goes out in a month, funding included.", "一个月内流入或流出的现金，含资金注入。"),
    ),
    "revenue_per_user": StatementLine(
        Text("Revenue per user", "每用户收入"),
        "USD/user/month",
        "revenue / users",
        Text("Revenue of a month divided by active users.", "每月收入除以活跃用户数。"),
    ),
    "direct_cost_per_user": StatementLine(
        Text("Direct cost per user", "每用户直接成本"),
        "USD/user/month",
        "direct_cost / users",
        Text("Direct cost of a month divided by active users.", "每月直接成本除以活跃用户数。"),
    ),
    "contribution_per_user": StatementLine(
        Text("Contribution per user", "每用户边际贡献"),
        "USD/user/month",
        "(revenue - direct_cost) / users",
        Text("What an average user leaves after direct cost.", "平均每个用户扣除直接成本后的余额。"),
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
