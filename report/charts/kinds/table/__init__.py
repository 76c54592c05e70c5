"""Tables: `crosstab` sets columns of figures beside their answers, `ranking` the places of answers in two waves.

fitting      widths of columns, lines of labels and heads      cells    the marks of one figure
place_marks  the columns and rows of a ranking                 heat     the tint of a cell
keys         keys of annotations behind the labels             notes    the lines below, which explain the signs
"""
