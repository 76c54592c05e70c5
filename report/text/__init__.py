"""How wide a text is and where its lines break: one truth for chart, slide and page.

`model` holds the values, `fonts` the font files, `breaking` the lines. Widths are sums of unkerned
advances of the font file; every painter draws without kerning and ligatures, so all agree.
"""
