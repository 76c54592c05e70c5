"""Dumbbell: every answer in two waves or two groups, as two dots on one scale.

    Double scale                              Change in percentage points
                              2016    2014
    Raise awareness      77 % ●========○ 85 %                          −8
    ---------------------------------------------------------------------
    Openness      51 % ○=====● 57 %                               //   +6     the wording changed
    2014: "..."

On a slide 100 % is twice as long as elsewhere, which is said; it lies where all rows have room. Where labels leave it
too little it is as long as elsewhere, and in narrow places shorter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.charts.kinds.dumbbell.names import PlacedNames, place_names
from report.charts.kinds.dumbbell.row_marks import RowBrush
from report.charts.kinds.dumbbell.rows import PlacedDots, place_dots, published
from report.charts.marks.annotations import no_room
from report.charts.marks.assembly import Arrangement, drawing, rows_do_not_fit, unsuitable
from report.charts.marks.head import Head, HeadNote, baseline, break_notes, head_marks, head_of
from report.charts.marks.keys import key_marks, keys_by_mark, keys_width
from report.charts.marks.text import DESCENT, block_height
from report.charts.model import Chart, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, Mark, MarkRole, Stroke
from report.kinds import BARS, COLUMNS, DUMBBELL, GROUPED
from report.units import NOISE, Box, Pt

kind = DUMBBELL


def refusal(chart: Chart) -> Diagnostic | None:
    """More or fewer columns than two, one answer alone, or too many."""
    if len(chart.columns) not in kind.slots:
        why = f"the exhibit has {len(chart.columns)} columns"
        hint = f"choose two with `waves:` or `columns:`; `{GROUPED.word}` shows up to four of either"
    elif len(chart.rows) not in kind.rows:
        why = f"the exhibit has {len(chart.rows)} answers"
        hint = f"choose some with `answers:`; `{COLUMNS.word}` shows one over waves, `{BARS.word}` one column of it"
    else:
        return None
    return unsuitable(kind, chart, why, hint)


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """From the head to the end of the last row; 0 if `lay_out` will refuse."""
    placed = None if refusal(chart) else place_dots(chart, width, setting, [0.0] * len(chart.rows))
    if placed is None or isinstance(placed, Diagnostic):
        return 0.0
    names = place_names(chart, placed, _head(chart, placed, width, setting), setting)
    return _end(chart, placed, names, setting)


def capacity(chart: Chart, height: Pt, setting: Setting) -> int:  # noqa: ARG001 - the same for every chart
    """How many rows fit below a head of two lines."""
    measures = setting.measures.dumbbell
    first = baseline(1, setting) + measures.first + measures.dot
    pitch = measures.pitch
    if not measures.beside:
        first += measures.label_rise + block_height(1, setting.measures.label)
        pitch = max(
            pitch, measures.label_rise + measures.dot + measures.label_gap + block_height(1, setting.measures.label)
        )
    return max(0, int(min(kind.rows.most, (height - first + NOISE) / pitch + 1)))


def notes_left(chart: Chart, width: Pt, setting: Setting) -> Pt | None:  # noqa: ARG001 - the same for every chart
    """Nowhere: the changes stand at the right end."""
    return None


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The chart in its box."""
    if refused := refusal(chart):
        return refused
    if notes and setting.measures.notes:
        return no_room(notes[0], 1, "dots and changes take the whole width")
    keys = {name: numbers for name, numbers in keys_by_mark(notes).items() if name in {row.id for row in chart.rows}}
    widths = [_keys_width(keys.get(row.id, ()), setting) for row in chart.rows]
    placed = place_dots(chart, box.width, setting, widths)
    if isinstance(placed, Diagnostic):
        return placed
    head = _head(chart, placed, box.width, setting)
    names = place_names(chart, placed, head, setting)
    placed = _spread(chart, placed, names, box.height, setting)
    end = _end(chart, placed, names, setting)
    if end > box.height + NOISE:
        return rows_do_not_fit(chart, "chart", needed=end, available=box.height, least=kind.rows.least)
    brushes = list(_brushes(chart, placed, names, setting))
    marks: list[Mark] = [*head_marks(head, setting), *names.marks, *_rules(brushes, placed, setting)]
    for brush in brushes:
        marks += brush.marks()
        gap = setting.measures.keys.gap
        marks += key_marks(keys.get(brush.row.id, ()), left=brush.right + gap, centre=brush.centre, setting=setting)
    arrangement = Arrangement(
        width=box.width,
        height=end,
        marks=tuple(marks),
        kind_word=setting.language.words.dumbbell_kind,
        anchors={
            str(value.cell.id): (placed.x(value), brush.centre) for brush in brushes for value in published(brush.row)
        },
    )
    return drawing(chart, arrangement, box, setting)


def _head(chart: Chart, placed: PlacedDots, width: Pt, setting: Setting) -> Head:
    """What has to be known of the chart, and what its last column tells."""
    words = setting.language.words
    first = setting.measures.dumbbell.scales[0][0]
    named = {2.0: words.double_scale, 0.5: words.half_scale}
    scale = named.get(placed.scale, words.smaller_scale) if placed.scale != 1 else None
    said = [scale] if scale and (first == 2 or placed.scale != first) else []
    if chart.further:
        shown, every = str(len(chart.rows)), str(len(chart.rows) + chart.further)
        said.append(words.answers_shown.format(shown=shown, all=every))
    notes = [HeadNote(" · ".join(said))] if said else []
    is_over_time = all(column.date for column in chart.columns)
    right = words.change_in_points if is_over_time else words.difference_in_points
    has_sign = any(found.answer is None for found in chart.breaks)
    has_other_labels = any(row.earlier for row in chart.rows)
    notes += break_notes(chart.breaks, setting, has_other_labels=has_other_labels)
    return head_of(notes, right, width, setting, has_sign=has_sign)


def _first(placed: PlacedDots, names: PlacedNames, setting: Setting) -> Pt:
    """The height of the middle of the first row."""
    below_names = baseline(names.last_line, setting) + placed.first
    if names.words_line is None or placed.is_above:
        return below_names
    label = block_height(placed.words[0].lines, placed.size) / 2
    return max(below_names, baseline(names.words_line, setting) + setting.measures.dumbbell.head_clear + label)


def _end(chart: Chart, placed: PlacedDots, names: PlacedNames, setting: Setting) -> Pt:
    """Where the last row ends: with its dots, or its label."""
    last, size = _first(placed, names, setting) + (len(chart.rows) - 1) * placed.pitch, placed.size
    lines = 0 if placed.is_above else placed.words[-1].lines
    hidden = setting.measures.overhang - DESCENT * size.size
    return last + max(setting.measures.dumbbell.dot, block_height(lines, size) / 2 - hidden if lines else 0.0)


def _spread(chart: Chart, placed: PlacedDots, names: PlacedNames, height: Pt, setting: Setting) -> PlacedDots:
    """The rows further apart, as far as the place has the room and its measures want it."""
    gaps, spare = max(1, len(chart.rows) - 1), height - _end(chart, placed, names, setting)
    most = setting.measures.dumbbell.most_pitch - placed.pitch
    return replace(placed, pitch=placed.pitch + max(0.0, min(most, spare / gaps)))


def _brushes(chart: Chart, placed: PlacedDots, names: PlacedNames, setting: Setting) -> Iterator[RowBrush]:
    first = _first(placed, names, setting)
    for number, (row, words) in enumerate(zip(chart.rows, placed.words, strict=True)):
        yield RowBrush(row, words, placed, first + number * placed.pitch, setting)


def _rules(brushes: Sequence[RowBrush], placed: PlacedDots, setting: Setting) -> Iterator[Stroke]:
    """Hairlines between the rows; labels above their dots need none."""
    if placed.is_above:
        return
    color, width = setting.ground.hairline, setting.measures.hairline
    for brush in brushes[1:]:
        y = brush.centre - placed.pitch / 2
        yield Stroke(MarkRole.RULE, 0.0, y, placed.right, y, color, width)


def _keys_width(numbers: Sequence[int], setting: Setting) -> Pt:
    return setting.measures.keys.gap + keys_width(len(numbers), setting) if numbers else 0.0
