"""Tagged PDFs with ReportLab: PDF/UA-1 and PDF/A-2a in one file, by construction.

    Element (a tree, made first) ── TaggedCanvas ──> PDF
                                    draws, and points at elements by their keys

What is read stands in the tree, in the order in which it is read; what is drawn only points at it. So reading order
never depends on drawing order, and nothing can be forgotten: text or a picture outside of the tree is an error where it
is drawn, and so is an element of the tree that nothing was drawn for. docs/tagged-pdf.md shows how it is used.

Needs ReportLab and knows nothing of this project. `structure` and `rules` are the tree, `canvas` draws,
`structure_tree` and `archive` write what a PDF says of itself.
"""
