"""Pages to lay out on, as values: size, margins, grid, type, measures. What is laid out asks its format for them.

`model` holds the values, `scaling` makes one for a page of another size. `slide_kinds` and `page_kinds` add what deck
and summary measure by, `charts` what charts do. `house_slides` with `house_charts` and `a4_pages` with `a4_charts` are
the house's. Colours are the theme's.
"""
