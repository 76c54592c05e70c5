"""Parts of a whole: `layout` chooses between two forms.

a dot field    `entries` (figures and labels) -> `field`
a 100 % bar    `segments`, `labels` -> `bar`
"""
