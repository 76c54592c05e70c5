"""One chart description, drawn many times with the same numbers.

`model` holds Chart (what is shown). `compose` makes charts from exhibits, `order` sorts the rows, `waves` gives the
columns. Every kind is a module under `kinds`, found by the `registry`. `alternative` words what is seen, and `book`
hands all of it out.
"""
