"""Tables: `crosstab` sets columns of figures beside their answers, `ranking` the places of answers in two waves.

fitting    widths of columns, lines of labels and heads      heat    the tint of a cell by its distance to the total
cells      the marks of one figure                           notes   the lines below that explain signs and tints
"""
