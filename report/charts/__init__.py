"""One chart description, drawn many times with the same numbers.

`model` holds Chart (what is shown) and Drawing (placed marks); `compose` makes charts from exhibits; every kind is a
module under `kinds`; `alternative` words what is seen; `painters` transcribe a Drawing to PNG and SVG.
"""
