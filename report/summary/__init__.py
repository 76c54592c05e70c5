"""The PDF summary: an A4 document that flows, made of the briefing's findings.

    Briefing ── document ──> Document (tree)  ── pages ──> Summary (placed) ── writer ──> PDF
               what is said, in reading order   where each line stands        transcribed

The tree comes first and knows nothing of pages; every placed item names the node of the tree whose words it shows.
So reading order never depends on drawing order, and tagging can follow the tree.
"""
