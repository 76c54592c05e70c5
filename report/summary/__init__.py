"""The PDF summary: an A4 document that flows, of the document.

    Document ── layout ──> Summary (placed) ── writer ──> PDF
               where each line stands         transcribed

The document knows nothing of pages; every placed item names the node whose words it shows.
So reading order never depends on drawing order, and tagging can follow the tree.
"""
