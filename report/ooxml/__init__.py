"""Access to Office files as packages of parts, below everything that knows what a deck or a workbook is.

`package` reads parts and writes the zip so that the same parts give the same bytes; `elements` builds XML.
`fingerprint` is what people see of a deck, in few numbers, and `edits` tells by two of them what was done to it.
`sheets` says what sheets are called, and how Excel writes their numbers.
"""
