"""Pages to lay out on, as values: size, margins, grid, type, measures. What is laid out asks its format for them.

`model` holds the values, `scaling` makes one for a page of another size. Colours are the theme's.
"""
