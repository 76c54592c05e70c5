"""The PowerPoint deck: slides are laid out first and written afterwards.

    document ── place ──> Deck (placed slides, every text measured) ── writer ──> .pptx

`model` holds the placed slides, `grid` and `styles` the house's measures, `layouts` what the template offers, `layout`
one module a slide kind. The writer transcribes and decides nothing.
"""
