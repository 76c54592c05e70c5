"""One module a kind of block: each places the nodes of its section, from its rule down, and knows no page.

`typesetter` breaks the texts, `piece` is what a block becomes, `running_text` continues a text that passes a page;
`report.summary.layout` stacks the pieces on pages.
"""
