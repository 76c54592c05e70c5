"""Bars: `layout` places the chart, `row_marks` draws a row."""
