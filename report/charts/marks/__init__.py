"""Marks that all kinds share: text and numbers, colours, signs, ties to annotations, and the finished drawing.

All of them stand in exhibit coordinates: x from the left of the box, y from the line that exhibits hang from, both in
points. Ascenders may stand a little above that line; `assembly` moves everything down by the drawing's hang.
"""
