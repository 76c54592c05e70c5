"""One module a kind of chart: it says what it can show, how high it wants to be, and where every mark stands.

    bars     rows of answers on the track of 100 %           frames, labels, spacing -> rows -> bar_marks
    columns  one answer over the waves                       slots, band, periods -> column_plan -> column_marks
    parts    the parts of a whole: a dot field on slides     dots, part_entries -> part_field
             elsewhere one bar as long as 100 %              part_segments, part_labels -> part_bar
    field    one figure as lit dots, for cover and messages  dots

Shared by several kinds: `grid` and `measures` (lengths and sizes of type), `colors`, `numbers` and `lettering` (text
marks), `signs` (ring and break), `annotations` (brackets and leaders), `assembly` (marks become a Drawing).

All of them place marks in exhibit coordinates: x from the left margin, y from the line that exhibits hang from, both
in points. Ascenders may stand a little above that line; `assembly` moves everything down by the drawing's hang.
"""
