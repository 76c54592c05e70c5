"""Fits what is said into the places of an output: the one truth of deck and summary on lines, and on texts too long.

    Prose + Place ── Typesetter.fit ──> Fitted (lines of one size), and a named fault where nothing fits

`places` says what a text has to fit into, `faults` how too much of it is told, `figures` sets large numbers. Where a
text stands and what colour it has is the outputs' own business.
"""
