"""Pages to lay out on, as values: size, margins, grid, type, measures. What is laid out asks its format for them.

`model` holds the values, `scaling` makes one for a page of another size. `slide_kinds` and `page_kinds` add what deck
and summary measure by, `house_slides` and `a4_pages` are the house's. Colours are the theme's.
"""
