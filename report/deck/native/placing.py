"""Puts an exhibit on its slide as a native chart: the chart, and around it what it does not show by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from report.charts.model import Setting
from report.deck.model import PlacedChart, PlacedItem, PlacedPicture
from report.deck.model.charts import Native
from report.deck.native.bars import bars
from report.deck.native.columns import columns
from report.deck.native.diverging import diverging
from report.deck.native.drawn import Drawn
from report.deck.native.grouped import grouped
from report.deck.native.line import line
from report.deck.native.remains import above, below
from report.deck.native.stacked import stacked
from report.kinds import BARS, COLUMNS, DIVERGING, GROUPED, LINE, STACKED

FORMS: Mapping[str, Callable[[Drawn], Native | str]] = {
    BARS.word: bars,
    COLUMNS.word: columns,
    GROUPED.word: grouped,
    STACKED.word: stacked,
    DIVERGING.word: diverging,
    LINE.word: line,
}
"""What makes a native chart of each kind that has a native form, or says why there is none of a chart."""


BELOW_DATES = 1.25
"""From the baseline of our own dates to that of words below those of an axis at least, as a multiple of their size."""


def even(setting: Setting) -> Setting:
    """The setting of drawings that a native chart is made of: PowerPoint has rows and slots at one distance only.

    Dates below an axis stand where a program has them, which may be lower than ours; words below them keep away.
    """
    measures = setting.measures
    words = max(measures.columns.words, measures.columns.label + BELOW_DATES * measures.label.size)
    return replace(
        setting,
        measures=replace(
            measures,
            columns=replace(measures.columns, is_inset=True, words=words),
            stacked=replace(measures.stacked, across=replace(measures.stacked.across, after_total=(0.0, 0.0))),
            diverging=replace(measures.diverging, across=replace(measures.diverging.across, after_total=(0.0, 0.0))),
        ),
    )


def placed_natively(picture: PlacedPicture, setting: Setting, topic: str) -> list[PlacedItem] | str:
    """What stands on the slide in place of a picture, or why the picture stays. topic: what the table is called."""
    drawn = Drawn(picture.chart, picture.drawing, picture.box, setting, topic)
    native = FORMS[picture.chart.kind](drawn)
    if isinstance(native, str):
        return native
    rest = [mark for mark in drawn.marks if mark not in native.taken]
    chart = PlacedChart(
        picture.name,
        picture.node,
        picture.key,
        native.chart.frame,
        native.chart,
        picture.drawing,
        picture.alternative,
    )
    around = above(picture.name, rest, native.taken, setting.fonts, place=picture.box, node=picture.node)
    return [*below(picture.name, rest), chart, *around]
