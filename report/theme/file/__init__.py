"""What a house looks like, as it writes it down: theme.yaml, and the `_brand.yml` that Quarto and Shiny read too.

    file ── schema, brand ──> NamedColors ── named ──> Theme, or the rules that its colours break

A theme.yaml is written for this program: what breaks a rule in it is a fault. A `_brand.yml` is written for websites:
its colours are taken as those of a company's template are, made darker or lighter until they can be read.
"""
