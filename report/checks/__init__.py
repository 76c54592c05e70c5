"""Reads FINISHED decks, ours or anybody's, and tells what is wrong with them; it knows nothing of those who write ours.

    rule       what a rule is, and what it finds
    lint/      what PowerPoint offers to repair and a validation against the schemas does not see
    access/    what keeps people from reading a deck, or a screen reader from telling it
    sending    what must not leave the house with a deck
    checking   applies the rules

A rule is one small function over the deck, listed with its id and its mend at the end of its module.
"""
