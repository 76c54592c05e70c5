"""One folder a kind of chart: its `layout` says what it refuses, how high it wants to be, and where every mark stands.

    bars     rows of answers on the track of 100 %
    columns  one answer over the waves
    parts    the parts of a whole: a dot field where the page has one, elsewhere one bar as long as 100 %

What they share stands in `report.charts.marks`, the rows in `report.charts.rows`.
"""
