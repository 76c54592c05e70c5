"""Dumbbells: `rows` finds the scale at which all rows have room, `row_marks` draws one, `layout` places the chart."""
