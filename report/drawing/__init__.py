"""Pictures as placed marks. It knows no chart and no theme: those who lay out make a Drawing, painters transcribe it.

`model` holds Drawing and its marks, `serial` writes one down, `painters` make PNG and SVG of it.
"""
