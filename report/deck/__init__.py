"""The PowerPoint deck: slides are laid out first and written afterwards.

    document ── place ──> Deck (placed slides, every text measured) ── writer ──> .pptx

`model` holds the placed slides, `layouts` what the template offers, `layout` one module a slide kind: it places nodes
and words nothing. The writer transcribes and decides nothing.
"""
