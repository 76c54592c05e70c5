"""Charts that PowerPoint lays out and people edit: made of the same chart and the same drawing as the picture.

    Chart, Drawing ─ one module a kind ─> NativeChart ─ chart_xml, workbook ─> the parts of the file
                                          what is left of the drawing ─ `remains` ─> shapes and texts of the slide

A kind's module says which marks its chart shows by itself: bars, values, names of rows. All others (brackets, rings,
ticks, heads) stand on the slide as they stand in the picture.
"""
