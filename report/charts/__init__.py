"""One chart description, drawn many times with the same numbers.

`model` holds Chart (what is shown). `compose` makes charts from exhibits, `order` sorts the rows, `waves` gives the
columns. Every kind that `report.kinds` declares is a folder under `kinds`, found by the `registry`; what kinds share is
`marks` and `rows`. `field` is the dots of one figure, `alternative` words what is seen, and `book` hands all of it out.
"""
