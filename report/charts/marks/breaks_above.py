"""What breaks changed, above charts whose kind has no place for it within: the sign, what it means, the reason.

// Limited comparability: Since 2023 generative AI has counted too.
Yes    ▇▇▇▇▇▇▇▇│▇▇▇▇ 41 %
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from report.charts.marks.head import Head, baseline, break_notes, head_marks, head_of
from report.charts.marks.text import DESCENT
from report.charts.model import Chart, KindLayout, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, MarkRole
from report.frozen import frozen
from report.kinds import Kind
from report.units import Box, Pt


@frozen
class BelowBreaks:
    """A kind whose charts stand below the words of the breaks that lie between what they compare."""

    layout: KindLayout

    @property
    def kind(self) -> Kind:
        """What it lays out, as declared."""
        return self.layout.kind

    def refusal(self, chart: Chart) -> Diagnostic | None:
        """Why the kind cannot show that chart."""
        return self.layout.refusal(chart)

    def natural_height(self, chart: Chart, width: Pt, setting: Setting) -> Pt:
        """That of the chart below the words; 0 if `lay_out` will refuse."""
        height = self.layout.natural_height(chart, width, setting)
        return height + _height(_head(chart, width, setting), setting) if height else 0.0

    def capacity(self, chart: Chart, height: Pt, setting: Setting) -> int:
        """How many rows fit below words in one line each."""
        return self.layout.capacity(chart, height - _height(_head(chart, inf, setting), setting), setting)

    def notes_left(self, chart: Chart, width: Pt, setting: Setting) -> Pt | None:
        """The x where the words of annotations begin."""
        return self.layout.notes_left(chart, width, setting)

    def lay_out(
        self, chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()
    ) -> Drawing | Diagnostic:
        """The chart in its box below the words."""
        head = _head(chart, box.width, setting)
        by = _height(head, setting)
        drawn = self.layout.lay_out(chart, replace(box, height=box.height - by), setting, notes)
        return drawn if isinstance(drawn, Diagnostic) or not by else _below(head, by, drawn, setting)


def _head(chart: Chart, width: Pt, setting: Setting) -> Head:
    breaks = (*chart.breaks, *chart.reference_breaks)
    return head_of([*break_notes(breaks, setting, has_other_labels=False)], "", width, setting)


def _height(head: Head, setting: Setting) -> Pt:
    """From the first line of the words to the chart, whose letters may stand above its first mark."""
    below = 2 * DESCENT * setting.measures.head_notes.text.size + setting.measures.overhang
    return baseline(head.count - 1, setting) + below if head.count else 0.0


def _below(head: Head, by: Pt, drawn: Drawing, setting: Setting) -> Drawing:
    """A drawing moved down below its head; the stamp, which stands above both, stays."""
    words = (mark.lowered(drawn.hang) for mark in head_marks(head, setting))
    marks = (mark if mark.role is MarkRole.STAMP else mark.lowered(by) for mark in drawn.marks)
    return replace(
        drawn,
        width=max([drawn.width, *(line.right for line in head.lines)]),
        height=drawn.height + by,
        marks=(*words, *marks),
        anchors={cell: (x, y + by) for cell, (x, y) in drawn.anchors.items()},
        notes=tuple(replace(box, top=box.top + by) for box in drawn.notes),
    )
