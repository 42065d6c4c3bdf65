"""The rows of the results table: one table of what each says, where its figure comes from and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.questions.display import Display
from core.questions.results import AlternativeResult
from core.record import record
from core.wording.numbers import exact
from core.wording.quantities import hover_value
from core.wording.rows import format_answers
from core.wording.text import Language, Text

Figure = Callable[[AlternativeResult], float | None]

ANY_SIZE = Text("any size", "任何规模")
NEVER = Text("never", "无法实现")
NO_REVENUE = Text("There is no revenue that it could be measured by.", "没有收入，无从计算。")


@record
class Row:
    """One row. `unit` is a unit text of the definitions, {a_period} in the label the span amounts are shown for.
    `judged`: below zero is bad news. `workings`: the id of what its figures are taken apart as, where that is not the
    row's own. `of_revenue`: it needs some revenue to say anything."""

    id: str
    label: Text
    help: Text
    unit: str
    figure: Figure
    judged: bool = False
    workings: str = ""
    of_revenue: bool = False

    def name(self, display: Display) -> Text:
        """What the row is called while amounts are shown so."""
        return self.label.filled(a_period=display.a_period())

    def cells(self, results: Sequence[AlternativeResult], language: Language, display: Display) -> list[str]:
        """The row's figures, all in one unit."""
        figures = [display.figure(self.figure(result), self.unit) for result in results]
        unit = figures[0][1] if figures else self.unit
        return format_answers([value for value, _ in figures], unit, language)

    def hover(self, result: AlternativeResult, language: Language, display: Display) -> str:
        """One figure as exactly as anybody needs it, or why there is none."""
        figure = self.figure(result)
        if self.of_revenue and not result.lines["revenue"]:
            return NO_REVENUE(language)
        return hover_value(*display.figure(figure, self.unit), language)


@record
class UsersRow(Row):
    """A break-even in whole users: never rounded, since rounding down would promise a profit that is not there."""

    def cells(self, results: Sequence[AlternativeResult], language: Language, display: Display) -> list[str]:
        """Whole users, or why there are none."""
        del display
        return [self._cell(result, language) for result in results]

    def hover(self, result: AlternativeResult, language: Language, display: Display) -> str:
        """Every stretch without loss."""
        del display
        zones = result.break_even.profit_zones
        if not zones:
            return NEVER(language)
        shown = "; ".join(f"{exact(start)}\u2013{'' if end is None else exact(end)}" for start, end in zones[:6])
        return f"{PROFIT_ZONES(language)} {shown}{'; …' if len(zones) > 6 else ''}"

    def _cell(self, result: AlternativeResult, language: Language) -> str:
        users = self.figure(result)
        if result.break_even.status == "always":
            return ANY_SIZE(language)
        return NEVER(language) if users is None else exact(users)


PROFIT_ZONES = Text("Makes money at (users):", "盈利区间（用户数）：")
MONEY, PER_USER, SHARE, USERS = "USD/month", "USD/user/month", "1", "user"


def _line(id: str) -> Figure:
    return lambda result: result.lines[id]


ROWS: tuple[Row, ...] = (
    Row(
        "operating_profit", Text("Operating profit {a_period}", "{a_period}营业利润"),
        Text("Revenue minus direct cost minus operating cost.", "收入减去直接成本和运营费用。"),
        MONEY, _line("operating_profit"), judged=True,
    ),
    UsersRow(
        "breaks_even_at", Text("Breaks even at (users)", "盈亏平衡点（用户数）"),
        Text("The smallest number of users that makes no loss.", "不亏损的最小用户数。"),
        USERS, lambda result: result.break_even.first, workings="break_even",
    ),
    UsersRow(
        "safe_from", Text("No losses from (users)", "不再亏损（用户数）"),
        Text("From here on it never loses money again, whatever step of cost comes next.",
             "从这里起不再亏损，即使成本再上一个台阶。"),
        USERS, lambda result: result.break_even.safe_from, workings="break_even",
    ),
    Row(
        "gross_margin", Text("Gross margin (of revenue)", "毛利率（毛利 ÷ 收入）"),
        Text("Gross profit as a share of revenue.", "毛利占收入的比例。"), SHARE, _line("gross_margin"), judged=True,
        of_revenue=True,
    ),
    Row(
        "markup", Text("Markup (on direct cost)", "成本利润率（毛利 ÷ 直接成本）"),
        Text("Gross profit as a share of direct cost: another figure than gross margin.",
             "毛利占直接成本的比例，与毛利率不同。"),
        SHARE, lambda result: result.markup, judged=True, of_revenue=True,
    ),
    Row(
        "revenue", Text("Revenue {a_period}", "{a_period}收入"),
        Text("What customers pay in this time.", "客户在此期间支付的金额。"),
        MONEY, _line("revenue"),
    ),
    Row(
        "direct_cost", Text("Direct cost {a_period}", "{a_period}直接成本"),
        Text("Cost of serving: machines, suppliers, payment fees.", "提供服务的成本：机器、供应商、支付手续费。"),
        MONEY, _line("direct_cost"),
    ),
    Row(
        "operating_cost", Text("Operating cost {a_period}", "{a_period}运营费用"),
        Text("People, research, selling and other fixed cost.", "人员、研发、销售等费用。"),
        MONEY, _line("operating_cost"),
    ),
    Row(
        "cost_per_user", Text("Direct cost per user {a_period}", "每用户{a_period}直接成本"),
        Text("Direct cost divided by users.", "直接成本除以用户数。"),
        PER_USER, _line("direct_cost_per_user"), workings="direct_cost_per_user",
    ),
    Row(
        "contribution_per_user", Text("Contribution per user {a_period}", "每用户{a_period}边际贡献"),
        Text("What a user leaves after direct cost.", "每个用户扣除直接成本后的余额。"),
        PER_USER, _line("contribution_per_user"), judged=True,
    ),
    Row(
        "margin_of_safety", Text("Margin of safety", "安全边际"),
        Text("By how much users may fall before it is no longer safe.", "用户数可下降多少而仍不亏损。"),
        SHARE, lambda result: result.break_even.margin_of_safety, judged=True,
    ),
)  # fmt: skip
