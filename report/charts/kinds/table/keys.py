"""Keys of annotations behind the labels of a table, before its first figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from report.charts.marks.keys import key_marks, keys_by_mark, keys_width
from report.charts.model import Chart, NoteRequest, Setting
from report.drawing.model import Mark
from report.frozen import frozen
from report.units import Pt


@frozen
class RowKeys:
    """The numbers of the annotations of each row, by its name."""

    by_row: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, notes: Sequence[NoteRequest]) -> RowKeys:
        """Those of some annotations."""
        return cls(keys_by_mark(notes))

    def widths(self, chart: Chart, setting: Setting) -> list[Pt]:
        """What the keys of each row take behind its label."""
        numbers = [self.by_row.get(row.id, ()) for row in chart.rows]
        gap = setting.measures.keys.gap
        return [2 * gap + keys_width(len(each), setting) if each else 0.0 for each in numbers]

    def marks(self, chart: Chart, right: Pt, centre: Callable[[int], Pt], setting: Setting) -> tuple[Mark, ...]:
        """The keys, each row's at its height, that end where labels do."""
        found = list[Mark]()
        for number, row in enumerate(chart.rows):
            if keys := self.by_row.get(row.id, ()):
                left = right - setting.measures.keys.gap - keys_width(len(keys), setting)
                found += key_marks(keys, left=left, centre=centre(number), setting=setting)
        return tuple(found)


NO_KEYS = RowKeys({})
