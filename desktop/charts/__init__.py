"""The charts: pure views of plain data (desktop/charts/data.py). pyqtgraph is imported here and nowhere else.

    chart = ProfitChart(theme)             profit per month against users; the line "your users" can be dragged
    chart.set_data(ProfitData(...))        update in place, quick enough for every step of a drag
    chart.hold(); chart.release()          around any drag: axes stand still, the lines before stay as a ghost
                                           (dragging the users line does this by itself)
    chart.drag_started / users_dragged(float) / drag_finished(float)
    chart.read_with(function)              exact profits for the read-out: users -> {key: profit}

    chart = MarginChart(theme)             where each $100 of revenue goes; set_data(MarginData(...))

    WinnerMap, CashChart, DayChart         who wins over two drivers; cash month by month; the load of a day: each in
                                           its own module (winner_map, cash_path, day), imported by its panel alone

All: set_language("en" | "zh"), table() -> TableTwin(headers, rows), summary() -> str; they restyle themselves when the
theme changes and keep their accessible names and descriptions up to date. Importing this package costs about 100 ms:
do it when the first chart is shown.
"""

from desktop.charts.data import MarginBar, MarginData, ProfitData, ProfitSeries, TableTwin, WinnerRegion
from desktop.charts.margin import MarginChart
from desktop.charts.profit import ProfitChart

__all__ = [
    "MarginBar", "MarginChart", "MarginData", "ProfitChart", "ProfitData", "ProfitSeries", "TableTwin", "WinnerRegion",
]  # fmt: skip
