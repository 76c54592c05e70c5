"""One chart description, drawn many times with the same numbers.

`model` holds Chart (what is shown) and Drawing (placed marks); `compose` makes charts from exhibits, with the `order` of
their rows and the slots of their `waves`; every kind is a module under `kinds`, found by the `registry`; `alternative`
words what is seen; `serial` writes a Drawing down; `painters` transcribe it to PNG and SVG; `book` hands all of it out.
"""
