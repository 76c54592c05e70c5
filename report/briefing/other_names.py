"""What kinds of chart are called elsewhere, in the programs and languages of those who write briefings.

A pie is none of ours: parts of a whole are shown by `parts`.
"""

from __future__ import annotations

import re

from report.kinds import Kinds, Shape

_NAMES = {
    "bars": "bar, bar chart, barchart, horizontal bar, ranking, balken, balkendiagramm, rangfolge",
    "columns": "column, column chart, vertical bar, histogram, säule, säulen, säulendiagramm, saeulen, saeulendiagramm",
    "parts": (
        "pie, pie chart, piechart, donut, doughnut, ring, treemap, waffle, torte, tortendiagramm, kuchen, kreis, "
        "kuchendiagramm, kreisdiagramm, donutdiagramm, ringdiagramm"
    ),
    "grouped": (
        "clustered, cluster, clustered bar, clustered column, grouped bar, side by side, gruppiert, gruppen, "
        "gruppierte balken, gruppierte säulen"
    ),
    "stacked": (
        "stacked bar, stacked column, stack, stacked chart, stackedbar, gestapelt, gestapelte balken, stapel, "
        "gestapelte säulen, stapelbalken"
    ),
    "diverging": "likert, likert scale, scale, diverging bar, diverging stacked bar, skala, einstellung, zustimmung",
    "line": (
        "lines, line chart, linechart, trend, trends, timeline, time series, timeseries, area, curve, linie, linien, "
        "liniendiagramm, zeitreihe, verlauf, kurve"
    ),
    "dumbbell": "slope, slopegraph, slope chart, lollipop, dot, dots, dot plot, dotplot, gap, hantel, punkte",
    "table": "heatmap, heat map, crosstab, crosstabs, cross table, matrix, grid, tabelle, kreuztabelle, raster",
    "number": "big number, bignumber, figure, kpi, stat, metric, callout, zahl, große zahl, kennzahl",
}
"""By the word of a kind, what else it is called, lower case with blanks between words."""


def called_otherwise(name: str, kinds: Kinds, *, is_battery: bool) -> str | None:
    """A hint with the kind that shows what a common name means; None for a name that is not known, or of no kind.

    is_battery: it is to show several questions, which the kind may not; then the usual one of those that can is named.
    """
    plain = " ".join(re.split(r"[\s_-]+", name.casefold().strip()))
    word = next((word for word, names in _NAMES.items() if plain in names.split(", ")), None)
    if word is None or word not in kinds.words:
        return None
    kind = kinds.named(word)
    if is_battery and Shape.BATTERY not in kind.shapes:
        kind = next(iter(kinds.showing(Shape.BATTERY)), kind)
    return f"write {kind.word}: {kind.shows}"
