"""The charts, a folder each: pure views of plain data, which know nothing of the comparison behind it. What they share
stands beside the folders. pyqtgraph is imported here and nowhere else.

    chart = ProfitChart(theme)             desktop/charts/profit/chart.py; the others are made and filled alike
    chart.set_data(ProfitData(...))        update in place, quick enough for every step of a drag
    chart.hold(); chart.release()          around any drag: axes stand still, the lines before stay as a ghost
                                           (dragging the users line does this by itself)

All: set_language("en" | "zh"), table() -> TableTwin(headers, rows), summary() -> str; they restyle themselves when the
theme changes and keep their accessible names and descriptions up to date. A panel imports its chart when it is first
shown: the first one that needs pyqtgraph takes about 100 ms.
"""
