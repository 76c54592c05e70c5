"""One file a language: number formats, fixed words, quotes, lists. A further language is a further file.

`model` says what a language file has to give, `registry` finds it by its code, `numbers` and `dates` word values.
"""
