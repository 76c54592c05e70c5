"""Pictures that an author puts beside the story: their files are bounded, decoded once, and freed from metadata.

    file ── reading ──> Image (upright, of known size, its bytes those of a PNG or JPEG without metadata)

Charts are no pictures in this sense: they are drawn.
"""
