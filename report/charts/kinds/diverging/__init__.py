"""Diverging: bars around a middle, agreement on the right and rejection on the left, a net at either end."""
