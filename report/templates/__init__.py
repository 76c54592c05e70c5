"""A company's template: what it offers, which of its layouts a deck stands on, and what that looks like.

model       the template as a value: layouts, their places and logos, colours, typefaces
reading     makes that of a .pptx or .potx that anybody may have made
choosing    a layout for each kind of slide
explaining  what was found and chosen, as a table for the person who has the template
"""
