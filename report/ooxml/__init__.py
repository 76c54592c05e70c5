"""Access to Office files as packages of parts, below everything that knows what a deck or a workbook is.

`package` reads parts and writes the zip so that the same parts give the same bytes; `elements` builds XML, `attributes`
and `shapes` read what anybody has written. `fingerprinting` takes of a deck what people see of it, `fingerprint` is
that, and `edits` tells by two of them what was done to a deck.
"""
