"""Puts the marks of an arrangement together as a Drawing: hang, stamp, alternative text, shown cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from report.briefing.model.missing import missing_words
from report.briefing.model.prose import fixed
from report.charts.alternative import alternative_text
from report.charts.marks.text import text_mark
from report.charts.model import Chart, ChartRow, ChartValue, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import (
    Circle,
    Drawing,
    Mark,
    MarkRole,
    Outline,
    Polygon,
    Raster,
    Rect,
    ShownCell,
    Stroke,
    TextMark,
)
from report.frozen import frozen
from report.kinds import HOUSE_KINDS, TABLE, Kind, Shape
from report.language.model import Words
from report.tables.model import Cell
from report.text.model import Face, Style
from report.units import NOISE, Box, Pt


@frozen
class Arrangement:
    """The marks of a chart in exhibit coordinates; `height` reaches down to the last mark.

    above: how much further than on other charts letters stand out above the line that the exhibit hangs from.
    kind_word: what the chart looks like, for the alternative text.
    """

    width: Pt
    height: Pt
    marks: tuple[Mark, ...]
    kind_word: str
    anchors: Mapping[str, tuple[Pt, Pt]] = field(default_factory=dict)
    notes: tuple[Box, ...] = ()
    above: Pt = 0.0


def drawing(chart: Chart, arrangement: Arrangement, box: Box, setting: Setting) -> Drawing | Diagnostic:
    """The finished drawing of a chart, stamped if the claim beside it failed; an error if it is wider than its box."""
    if arrangement.width > box.width + NOISE:
        return does_not_fit(chart, f"the chart is {arrangement.width:.0f} pt wide, {box.width:.0f} pt are there")
    measures, language = setting.measures, setting.language
    stamp = () if chart.is_supported else (_stamp(arrangement, setting),)
    hang = measures.overhang + arrangement.above + (0.0 if chart.is_supported else measures.stamp_rise + measures.stamp)
    return Drawing(
        width=arrangement.width,
        height=hang + arrangement.height + measures.overhang,
        marks=tuple(mark.lowered(hang) for mark in (*arrangement.marks, *stamp)),
        title=chart.title.text or chart.question_label.text,
        alternative=alternative_text(chart, language, fixed(arrangement.kind_word)).text,
        language=language.tag,
        shown=shown_cells(chart, language.words, arrangement.marks),
        anchors={cell: (x, y + hang) for cell, (x, y) in arrangement.anchors.items()},
        notes=tuple(replace(box, top=box.top + hang) for box in arrangement.notes),
        hang=hang,
        overhang=measures.overhang,
        form=arrangement.kind_word,
    )


def unsuitable(kind: Kind, chart: Chart, why: str, hint: str) -> Diagnostic:
    """The error of a chart that its kind cannot show; the hint names what can."""
    message = f"`{kind.word}` shows {kind.shows}, and {why}"
    return Diagnostic("unsuitable-kind", message, chart.location, hint=hint)


def kinds_over_waves(chart: Chart) -> str:
    """For the hint of that error: the kinds that show so many answers over so many waves, else the table of places."""
    rows, columns = len(chart.rows), len(chart.columns)
    over_waves = HOUSE_KINDS.showing(Shape.WAVES)
    able = [each for each in over_waves if rows in each.rows and columns in each.slots] or [TABLE]
    return "; ".join(f"`{each.word}` shows {each.shows}" for each in able)


def does_not_fit(chart: Chart, message: str, hint: str | None = None) -> Diagnostic:
    """The error of a chart that its place is too small for."""
    return Diagnostic("chart-does-not-fit", message, chart.location, hint=hint)


def rows_do_not_fit(
    chart: Chart, what: str, *, needed: Pt, available: Pt, key: str = "answers", least: int = 1
) -> Diagnostic:
    """The error of rows that are higher together than their place; to show fewer of them is offered where some can go.

    what: they are rows of; key: of the briefing, says which are shown; least: as few as the kind can show.
    """
    count = len(chart.rows)
    rows = f"the {count} rows of the {what} need" if count > 1 else f"the row of the {what} needs"
    hint = f"show fewer {key} with `{key}:`" if count > least else None
    return does_not_fit(chart, f"{rows} {needed:.0f} pt of height, {available:.0f} pt are there", hint)


def shown_cells(chart: Chart, words: Words, marks: Sequence[Mark]) -> tuple[ShownCell, ...]:
    """Every cell of the chart in display order, with the text that stands for it.

    Of what rows are held against those that one of the marks stands for.
    """
    drawn = {cell for mark in marks for cell in mark.cells}
    return tuple(
        ShownCell(
            id=str(value.cell.id),
            question=value.cell.id.question,
            answer=value.cell.id.answer,
            wave=value.cell.id.wave,
            state=value.cell.state.value,
            text=value.number.text if value.number else missing_words(value.cell, words),
            interval=_interval(value.cell),
        )
        for row in chart.rows
        for value in _told_once((*row.values, *row.nets, *_references(row, drawn)))
    )


def _interval(cell: Cell) -> tuple[float, float, float] | None:
    found = cell.interval
    return None if found is None else (found.lower.drawn, found.upper.drawn, found.confidence.drawn)


def _references(row: ChartRow, drawn: Collection[str]) -> Iterator[ChartValue]:
    if row.reference and str(row.reference.cell.id) in drawn:
        yield row.reference


def _told_once(values: Iterable[ChartValue | None]) -> Iterable[ChartValue]:
    """The values of a row; a net of one answer is that answer."""
    return {value.cell.id: value for value in values if value is not None}.values()


def cell_ids(values: Iterable[ChartValue | None]) -> tuple[str, ...]:
    """The ids of the cells behind a mark."""
    return tuple(str(value.cell.id) for value in values if value is not None)


def bottom_of(marks: Sequence[Mark]) -> Pt:
    """The y of the lowest outline or baseline among the marks."""
    return max((_bottom(mark) for mark in marks), default=0.0)


def _bottom(mark: Mark) -> Pt:
    match mark:
        case Rect():
            return mark.box.bottom
        case Circle():
            return mark.y + mark.radius
        case TextMark():
            return mark.y
        case Stroke():
            return max(mark.y1, mark.y2)
        case Polygon():
            return max(y for _, y in mark.points)
        case Outline() | Raster():
            return mark.extent.bottom


def _stamp(arrangement: Arrangement, setting: Setting) -> TextMark:
    """The stamp of a failed claim: above the exhibit, flush with its right edge, where no mark ever stands."""
    measures = setting.measures
    style = Style(Face.BOLD, measures.stamp, setting.ground.contrast)
    text = setting.language.words.failed_claim
    x = arrangement.width - setting.fonts.width(text, style)
    baseline = -measures.stamp_rise - measures.overhang - arrangement.above
    return text_mark(MarkRole.STAMP, text, style, x=x, baseline=baseline, fonts=setting.fonts)
