"""The story told from the tables, every number in a text bound to its cell and every claim held against the data.

`model` holds the composed briefing (one language), `story` what the author wrote (all languages), `file` the YAML
schema of briefing.yaml, `compose` the way from story to briefing, `default_story` the story of a survey that has none.

    expression ─> evaluation ─> claims, prose ─> editor ─> compose      a text on its way into the briefing
    values, facts, functions, filters, sums      what an evaluation knows: types, names, the order and sums of answers
    significance                                 what differs by more than chance
    markup, unbound, printed_units, breaks       what a text may not do: braces, typed numbers, other units, comparing
                                                 across a break
    amounts, example_claims                      what words that compare claim, as a hint offers it
    exhibits, written                            what is worded and chosen from the data where the author says nothing
"""
